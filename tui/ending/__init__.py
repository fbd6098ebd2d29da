"""Phases of a relationship, and its ending: announced, tied up, thanked for, looked back on."""
