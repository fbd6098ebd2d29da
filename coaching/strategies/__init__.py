"""What the record shows for each of the ten strategies: facts, notices, questions."""
