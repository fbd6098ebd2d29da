"""Independence: how far the mentee decides in each topic."""
