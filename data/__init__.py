"""What is kept and what is shipped: the vault on disk and the content."""
