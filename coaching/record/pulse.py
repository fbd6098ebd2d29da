"""A pulse: three statements and an open question, answered by each side apart."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator

from coaching.errors import Refused
from coaching.record.base import MyLong, MyShort, OurLong, OurShort, Record, Side

PulseLine = Literal["intentions", "abilities", "character", "open"]
PULSE_LINES: tuple[PulseLine, ...] = ("intentions", "abilities", "character", "open")

ANSWERS: Mapping[str, str] = MappingProxyType(
    {"": "", "yes": "yes", "partly": "partly", "no": "no", "cannot_say": "cannot say"}
)
"""The answers to a statement in words; "" is passed over, and nobody is told which it was."""


def _known(answer: str) -> str:
    if answer not in ANSWERS:
        raise Refused("Answer with yes, partly, no or cannot say, or pass it over.")
    return answer


MyAnswer = Annotated[MyShort, AfterValidator(_known)]
OurAnswer = Annotated[OurShort, AfterValidator(_known)]


class Pulse(Record):
    """One round on one day. `first` is the side that answers first: the one with more power.

    `alone` is a round the user takes for themselves; a full use, not half of one.
    """

    table: ClassVar[str] = "pulses"

    on: date
    first: Side
    alone: bool = False


class PulseAnswer(Record):
    """What one side answered; only its author reads it, until they show a line of it.

    A shown line stands in its `..._shown` twin. An empty twin says nothing: the line was passed
    over, or it was not shown.
    """

    table: ClassVar[str] = "pulse_answers"

    pulse: str
    side: Side
    intentions: MyAnswer = ""
    abilities: MyAnswer = ""
    character: MyAnswer = ""
    open: MyLong = ""
    intentions_shown: OurAnswer = ""
    abilities_shown: OurAnswer = ""
    character_shown: OurAnswer = ""
    open_shown: OurLong = ""

    def without_secrets_of_the_other(self) -> "PulseAnswer":
        """What the user may read of it: their own answers, and of the other's what was shown."""
        if self.side == "me":
            return self
        return self.changed(**dict.fromkeys(PULSE_LINES, ""))
