"""Another format tried for a while, and the one question at its end."""
