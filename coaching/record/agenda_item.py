"""A line of an agenda that one side put there; what is not reached is carried forward."""

from datetime import date
from typing import ClassVar

from coaching.record.base import OurTitle, Record, Side


class AgendaItem(Record):
    """`checkin` is the one it was put on; "" is the next one. `settled`: talked about or let go."""

    table: ClassVar[str] = "agenda_items"

    what: OurTitle
    by: Side
    added: date
    checkin: str = ""
    settled: date | None = None
