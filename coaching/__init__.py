"""What we know about trust in mentoring: pure, typed, no I/O, no clock."""
