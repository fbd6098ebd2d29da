"""How a strain on trust is worked through: source, repair, support."""
