"""A next step or a notice put off: hidden until a date the user chose."""

from datetime import date
from typing import ClassVar

from coaching.record.base import MyShort, Record


class PutOff(Record):
    """`rule` names the rule, `subject` its record, `until` the day it returns, `reason` why."""

    table: ClassVar[str] = "put_offs"

    rule: str
    subject: str
    until: date
    reason: MyShort = ""
