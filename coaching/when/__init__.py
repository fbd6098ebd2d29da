"""Reads dates and rhythms typed freely; whatever is not wholly understood is refused."""

from coaching.when.dates import find_when, read_day, read_when
from coaching.when.rhythms import find_every, read_every

__all__ = ["find_every", "find_when", "read_day", "read_every", "read_when"]
