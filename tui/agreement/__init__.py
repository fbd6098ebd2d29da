"""The agreement: how two people work together, written line by line, kept in versions."""
