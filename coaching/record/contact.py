"""A support contact: a person or office outside the pair, filled in by the user."""

from datetime import date
from typing import ClassVar

from coaching.record.base import MyShort, MyTitle, Record


class SupportContact(Record):
    """Someone who could help. `kind` is an id of the support content; `checked` a day."""

    table: ClassVar[str] = "contacts"

    name: MyTitle
    kind: str
    reach: MyShort = ""
    hours: MyShort = ""
    must_report: MyShort = ""
    checked: date

    def is_old(self, today: date, days: int) -> bool:
        """Whether it was last known to be true more than so many days ago."""
        return (today - self.checked).days > days
