"""A relationship: the user and one other person, and how often they mean to meet."""

from datetime import date
from typing import ClassVar, Literal

from pydantic import field_validator, model_validator

from coaching.errors import Refused
from coaching.moments import Every, zone_of
from coaching.record.base import OurShort, OurTitle, Record, Value
from coaching.thresholds import LONGEST_OF_IDEAL

Role = Literal["mentor", "mentee"]
Phase = Literal["starting", "growing", "parting", "afterwards"]
State = Literal["active", "paused", "ended"]
Tie = Literal["assess_or_pay", "under_18", "family_or_friend"]


class Rhythm(Value):
    """The ideal and the longest gap between check-ins, counted from the last one held.

    `rule` is the ideal as an RFC 5545 rule in wall time; `longest_days` the gap after which it
    deserves a look. House default for the longest gap: twice the ideal.
    """

    rule: str
    longest_days: int

    @classmethod
    def of(cls, every: Every, longest_days: int | None = None) -> "Rhythm":
        """A rhythm from its ideal interval, with twice its length as the longest gap."""
        return cls(rule=every.rule(), longest_days=longest_days or every.days * LONGEST_OF_IDEAL)

    @property
    def every(self) -> Every:
        """The ideal interval."""
        return Every.parse_rule(self.rule)

    @model_validator(mode="after")
    def _longest_is_not_shorter(self) -> "Rhythm":
        if self.longest_days < self.every.days:
            raise Refused(
                f"The longest gap ({self.longest_days} days) is shorter than the rhythm "
                f"({self.every.words()}). Make it at least {self.every.days} days."
            )
        return self


class Relationship(Record):
    """Who the other person is to the user, in which phase, and in what rhythm they meet.

    `ties` answers the once-only question about power and age: None where it was not asked yet,
    empty for "none of these".
    """

    table: ClassVar[str] = "relationship"

    name: OurTitle
    i_am: Role
    pronouns: OurShort = ""
    since: date
    phase: Phase = "starting"
    phase_since: date | None = None
    rhythm: Rhythm | None = None
    channel: OurShort = ""
    zone: str
    state: State = "active"
    state_since: date | None = None
    ties: tuple[Tie, ...] | None = None

    @field_validator("zone")
    @classmethod
    def _zone_exists(cls, zone: str) -> str:
        zone_of(zone)
        return zone
