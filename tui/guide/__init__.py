"""The guide: the 18 hurdles and the people outside."""
