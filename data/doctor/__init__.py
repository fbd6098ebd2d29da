"""Looks over a vault, explains what is not as it should be, and mends what needs no choice."""
