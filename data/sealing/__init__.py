"""Keeps a vault in the age format, so that its files tell nothing without the passphrase."""
