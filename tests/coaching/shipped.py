"""The shipped content, read once for all tests of coaching that need its words."""

from functools import cache

from coaching.guide import Content
from data.content_loader import load_content


@cache
def shipped() -> Content:
    """All content."""
    return load_content()
