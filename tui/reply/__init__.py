"""Replies owed, by either side: noted, answered, asked for again, let go."""
