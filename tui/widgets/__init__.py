"""Widgets that every feature shares."""
