"""The review: a walk through the agreement, each line kept, changed or dropped."""
