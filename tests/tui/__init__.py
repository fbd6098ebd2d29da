"""Tests of what is seen, as a person would see it."""
