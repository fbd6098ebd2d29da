"""Workshop cases: what a script says, what is checked in it, and one play of it as plain values."""
