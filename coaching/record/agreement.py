"""An agreement: how the two work together, kept in versions, each with its day and who said yes."""

from datetime import date
from typing import ClassVar, Literal

from pydantic import model_validator

from coaching.errors import Refused
from coaching.record.base import OurLong, OurShort, Record

AgendaBy = Literal["me", "them", "both", "in_turn"]

LONGEST_REPLY_DAYS = 60


class Agreement(Record):
    """One version of what was agreed, by the fields of a mentoring agreement.

    `reply_days` are working days. Topics stand one on a line. `yes_me` and `yes_them` are the days
    each side said yes; a version is agreed when both did. `goals` are records of their own.
    """

    table: ClassVar[str] = "agreements"

    version: int = 1
    since: date
    purpose: OurLong = ""
    not_in_scope: OurLong = ""
    roles: OurShort = ""
    cadence: OurShort = ""
    length: OurShort = ""
    place: OurShort = ""
    channel: OurShort = ""
    urgent_channel: OurShort = ""
    reply_days: int | None = None
    agenda_by: AgendaBy | None = None
    confidentiality: OurLong = ""
    my_reporting_duties: OurLong = ""
    who_can_see_notes: OurLong = ""
    retention: OurLong = ""
    what_coordinator_hears: OurLong = ""
    topics_open: OurLong = ""
    topics_ask_first: OurLong = ""
    topics_closed: OurLong = ""
    hours: OurShort = ""
    social_media: OurShort = ""
    gifts: OurShort = ""
    feedback: OurLong = ""
    stop_word: OurShort = ""
    decisions: OurLong = ""
    credit: OurLong = ""
    promises: OurLong = ""
    repair: OurLong = ""
    third_person: OurShort = ""
    other_mentors: OurLong = ""
    preferences: OurLong = ""
    exit: OurLong = ""
    contacts: OurLong = ""
    review_on: date | None = None
    ends_on: date | None = None
    yes_me: date | None = None
    yes_them: date | None = None

    @property
    def agreed_on(self) -> date | None:
        """The day the second of the two said yes; None while one has not."""
        if self.yes_me is None or self.yes_them is None:
            return None
        return max(self.yes_me, self.yes_them)

    @property
    def has_limits(self) -> bool:
        """Whether confidentiality is written down, with what limits it, and some boundary."""
        boundaries = (self.topics_ask_first, self.topics_closed, self.hours, self.gifts)
        return bool(self.confidentiality) and any((*boundaries, self.social_media))

    @model_validator(mode="after")
    def _reply_time_is_plausible(self) -> "Agreement":
        if self.reply_days is not None and not 1 <= self.reply_days <= LONGEST_REPLY_DAYS:
            raise Refused(
                f"A reply time is 1 to {LONGEST_REPLY_DAYS} working days.", field="reply_days"
            )
        return self
