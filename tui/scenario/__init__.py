"""Workshops on the screen: the player for a room, and what stands around it."""
