"""What is seen: screens by feature, widgets, styles and the command line."""

__version__ = "0.1.0"
