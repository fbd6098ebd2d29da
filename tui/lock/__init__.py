"""Sealed records on screen: locked, unlocked, sealed and opened again."""
