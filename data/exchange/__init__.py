"""What goes out of the records as files of other formats, and what comes in."""
