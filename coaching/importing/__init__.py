"""What a file brings in: matched with what is here, as items to look at and one deed to do."""
