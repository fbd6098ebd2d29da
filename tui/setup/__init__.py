"""First start, keys, settings, and what goes out of the records or comes in."""
