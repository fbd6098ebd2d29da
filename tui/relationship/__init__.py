"""One relationship: its facts, its history, and what can be done with it."""
