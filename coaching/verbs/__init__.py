"""What a user does: each verb gives a new workbook and a sentence that says so."""
