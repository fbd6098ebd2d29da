"""Troth in a real terminal: what a user presses, and what then stands on the screen."""
