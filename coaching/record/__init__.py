"""What is kept about one relationship: frozen values, one file a kind of record."""
