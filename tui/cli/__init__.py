"""The command line: verbs that start fast and never load the screens."""
