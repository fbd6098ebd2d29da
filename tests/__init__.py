"""Tests and measuring programs; the folders mirror the three layers."""
