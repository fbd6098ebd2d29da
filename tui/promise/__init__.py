"""Promises: make one, settle one."""
