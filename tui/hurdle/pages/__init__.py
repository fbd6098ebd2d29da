"""The wizard's pages: one for each kind of question, the safety door, and the plan."""
