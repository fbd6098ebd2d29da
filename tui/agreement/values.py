"""One line of the agreement as a form field, and what was typed in it as a value of the record."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, get_type_hints

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from coaching.errors import Refused
from coaching.moments import HOUSE_STYLE, DateStyle
from coaching.record.agreement import Agreement
from coaching.record.base import OurLong
from coaching.say import first_name, say_day
from coaching.text import clean_long, clean_short
from coaching.thresholds import DEFAULTS, Thresholds
from coaching.when import read_when
from tui.widgets.choice import Choice
from tui.widgets.fields import DateField, Field, LongField

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from textual.app import ComposeResult

    from coaching.guide.agreement import AgreementLine, AgreementWords
    from coaching.moments import Wall

_HINTS = get_type_hints(Agreement, include_extras=True)
LONG = frozenset(field for field, hint in _HINTS.items() if hint == OurLong)
DAYS = frozenset({"review_on", "ends_on"})
CHOICES = frozenset({"agenda_by"})
NOT_SAID = ""
LONGEST_ANSWER = 12


class AgendaBy(Vertical):
    """Who sets the agenda: one of four answers, or none yet."""

    DEFAULT_CSS = "AgendaBy { height: auto; margin-bottom: 1; }"

    def __init__(self, line: AgreementLine, name: str, value: str | None) -> None:
        """With the other person's name, and the answer that stands now."""
        super().__init__(id=f"field-{line.field}")
        self._line, self._who, self._value = line, name, value

    def compose(self) -> ComposeResult:
        """Label, answers, help."""
        yield Static(Content(self._line.label), classes="field-label")
        yield Choice(
            [
                (NOT_SAID, "not said"),
                ("me", "I do"),
                ("them", _short(self._who)),
                ("both", "both"),
                ("in_turn", "in turn"),
            ],
            self._value or NOT_SAID,
        )
        yield Static(Content(self._line.help), classes="hint")

    @property
    def value(self) -> str | None:
        """The answer; None where it is not said."""
        return self.query_one(Choice).value or None


def widgets_for(
    line: AgreementLine,
    agreement: Agreement | None,
    words: AgreementWords,
    *,
    name: str,
    now: datetime,
    zone: str,
    limits: Thresholds = DEFAULTS,
    style: DateStyle = HOUSE_STYLE,
) -> Iterator[Field | AgendaBy]:
    """The field of one line, with what stands in it now, or what is proposed for a first time."""
    value = getattr(agreement, line.field) if agreement else None
    example = line.example or ""
    if line.field in CHOICES:
        yield AgendaBy(line, name, value)
    elif line.field in DAYS:
        read = partial(_read_day, now, zone, style)
        shown = say_day(value) if value else _proposed(line.field, agreement, now.date(), limits)
        yield DateField(
            line.field, line.label, read, value=shown, under=line.help, example="+90d, 24 feb"
        )
    else:
        make = LongField if line.field in LONG else Field
        shown = str(value or "")
        if line.field == "confidentiality" and not shown and not _agreed(agreement):
            shown = words.confidentiality
        yield make(line.field, line.label, value=shown, under=line.help, example=example)


def value_of(widget: Field | AgendaBy) -> str | int | date | None:
    """What was chosen or typed, as the record keeps it; `Refused` names the field."""
    if isinstance(widget, AgendaBy):
        return widget.value
    if isinstance(widget, DateField):
        wall = widget.wall()
        return wall.day if wall else None
    if widget.field == "reply_days":
        return _days(widget.text)
    clean = clean_long if widget.field in LONG else clean_short
    try:
        return clean(widget.text)
    except Refused as refused:
        raise Refused(refused.sentence, field=widget.field) from refused


def _days(text: str) -> int | None:
    first = text.strip().split(" ", 1)[0]
    if not first:
        return None
    if not (first.isascii() and first.isdigit() and len(first) <= len("60")):
        raise Refused("Write a number of working days: 3.", field="reply_days")
    return int(first)


def _proposed(field: str, agreement: Agreement | None, today: date, limits: Thresholds) -> str:
    if field == "review_on" and (agreement is None or agreement.review_on is None):
        return say_day(today + timedelta(days=limits.review_days))
    return ""


def _read_day(now: datetime, zone: str, style: DateStyle, text: str) -> Wall:
    return read_when(text, now, zone, style=style)


def _agreed(agreement: Agreement | None) -> bool:
    return agreement is not None and agreement.agreed_on is not None


def _short(name: str) -> str:
    first = first_name(name)
    return first if len(first) <= LONGEST_ANSWER else f"{first[: LONGEST_ANSWER - 1]}…"
