"""The guide to read, and the people outside."""
