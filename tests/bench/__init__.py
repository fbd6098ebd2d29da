"""Measures Troth beside a bare program made with the same toolkit: `make bench`."""
