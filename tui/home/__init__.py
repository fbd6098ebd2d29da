"""Home: the next step and the three panes."""
