"""Check-ins: log how one went, plan the next, catch up after a time away."""
