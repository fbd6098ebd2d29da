"""First start and help."""
