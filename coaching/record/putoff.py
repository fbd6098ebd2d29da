"""A next step put off: hidden until a date the user chose."""

from datetime import date
from typing import ClassVar

from coaching.record.base import Record


class PutOff(Record):
    """`rule` names the next-step rule, `subject` its record, `until` the day it returns."""

    table: ClassVar[str] = "put_offs"

    rule: str
    subject: str
    until: date
