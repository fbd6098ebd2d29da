"""The hurdle wizard on screen."""
