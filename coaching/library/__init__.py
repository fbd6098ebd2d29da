"""The guide to read and to search: the shipped content as pages of plain words."""
