"""The pulse: three statements and a question, answered apart; each shows only what they choose."""
