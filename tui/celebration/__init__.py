"""Celebrations: one act, the effort in it, what it led to, and who hears of it."""
