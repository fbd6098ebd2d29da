"""A note about a person: the one record whose audience is chosen."""

from datetime import date
from typing import ClassVar

from coaching.record.base import Audience, MyLong, Record


class Note(Record):
    """Free text. Its own `audience` decides who may read it; every other field's is fixed."""

    table: ClassVar[str] = "notes"

    text: MyLong
    about: date
    audience: Audience = Audience.ONLY_ME
