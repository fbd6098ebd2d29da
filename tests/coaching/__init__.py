"""Tests of the rules about trust in mentoring."""
