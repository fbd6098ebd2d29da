"""A celebration: an act, its effort and effect, and who hears of it."""

from datetime import date
from typing import ClassVar, Literal

from coaching.record.base import OurShort, OurTitle, Record

Whose = Literal["me", "them", "both"]
Consent = Literal["yes", "no", "not_asked"]
Cause = Literal[
    "first", "finished", "asked_for_help", "good_try", "kept_promise", "feedback_up", "other"
]


class Celebration(Record):
    """`act` is one thing done, by `whose`; `hears` who else is told, with `consent` of its owner.

    `told` is the day it was said to the other person; None while it waits for the next check-in.
    """

    table: ClassVar[str] = "celebrations"

    act: OurTitle
    whose: Whose
    on: date
    cause: Cause = "other"
    effort: OurShort = ""
    effect: OurShort = ""
    hears: OurShort = ""
    consent: Consent = "not_asked"
    told: date | None = None
