"""Feedback in both directions: asked for, prepared, said, heard, answered, followed up."""
