"""What a rule gives: its counts and dates, before the words of the content stand beside them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from coaching.record.base import Record, Side
from coaching.strategies.says import Stage


@dataclass(frozen=True, slots=True)
class Raised:
    """A notice without its question. `rests_on` are the records behind it, with their days."""

    rule: str
    subject: str
    stage: Stage
    side: Side | None
    words: str
    rests_on: Sequence[tuple[Record, date]]


def stage_of(look: bool, soon: bool) -> Stage | None:
    """The stage of a notice: the second where it holds, else the first, else none."""
    if soon:
        return "soon"
    return "look" if look else None
