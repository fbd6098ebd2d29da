"""The agenda of a check-in: beats by its kind, filled from the record."""
