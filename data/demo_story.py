"""What the story of the demo may say, and its reading: data/content/demo.yaml, checked on load."""

from datetime import date, datetime, time
from pathlib import Path
from typing import Annotated, Literal, Self
from zoneinfo import ZoneInfo

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    ValidationError,
    model_validator,
)

from coaching.errors import Refused
from coaching.moments import Every, Wall
from coaching.record.base import Audience, Record, Side
from coaching.record.checkin import Kind
from coaching.record.hurdle import Ending, How, Owning
from coaching.record.relationship import Phase, Role
from coaching.record.workbook import KINDS
from coaching.when.rhythms import read_every
from data.content_loader import CONTENT_FOLDER, PLAIN_MESSAGES, ContentProblem
from data.yaml_source import YamlSource, read_yaml

STORY = CONTENT_FOLDER / "demo.yaml"

Words = Annotated[str, Field(min_length=1, pattern=r"^\S(.*\S)?$")]


def _read_every(text: str) -> Every:
    try:
        return read_every(text)
    except Refused as refused:
        raise ValueError(refused.sentence) from refused


def _say_every(every: Every) -> str:
    return f"every {every.count} {every.unit}s"


Often = Annotated[
    Every,
    BeforeValidator(_read_every, json_schema_input_type=str),
    PlainSerializer(_say_every, when_used="json"),
]


class Part(BaseModel):
    """A frozen piece of the story; a field it does not know is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Series(Part):
    """Check-ins in the person's rhythm at one time of day, from the first to the last."""

    first: date
    last: date
    at: time
    skip: tuple[date, ...] = ()

    def days(self, every: Every) -> set[date]:
        """The days of the series."""
        days = set()
        wall = Wall(self.first, None, "UTC")
        while wall.day <= self.last:
            days.add(wall.day)
            wall = every.after(wall)
        return days - set(self.skip)


class StoryCheckin(Part):
    """A check-in worth a line of its own; one that is not held as planned says so."""

    on: date
    at: time | None = None
    kind: Kind = "regular"
    topic: Words | Literal[""] = ""
    outcome: Literal["held", "moved", "missed", "cancelled", "unknown"] = "held"
    by: Side | None = None
    to: date | None = None
    unplanned: bool = False

    @model_validator(mode="after")
    def _moved_to_a_day(self) -> Self:
        if (self.outcome == "moved") != (self.to is not None):
            raise ValueError("only a moved check-in has a day it was moved to, and it needs one")
        return self


class StoryNewDate(Part):
    """On the day `agreed` a promise was given the new date `to`."""

    agreed: date
    to: date


class StoryPromise(Part):
    """A promise and what became of it; neither kept nor let go is open."""

    what: Words
    whose: Side
    made: date
    by: date
    new_dates: tuple[StoryNewDate, ...] = ()
    kept: date | None = None
    let_go: date | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.kept and self.let_go:
            raise ValueError("is either kept or let go, not both")
        days = [self.made, *(new.agreed for new in self.new_dates)]
        days += [day for day in (self.kept, self.let_go) if day]
        if days != sorted(days) or self.by < self.made:
            raise ValueError("its days are not in order")
        return self


class StoryNote(Part):
    """A note about the person."""

    about: date
    text: Words
    audience: Audience = Audience.ONLY_ME


class StoryHurdle(Part):
    """A hurdle with the answers given so far; the fields are those of the record."""

    opened: date
    what_happened: Words
    effect: Words | None = None
    area: Words | None = None
    closest: Words | None = None
    how: How | None = None
    side: Owning | None = None
    words: Words | None = None
    deed: Words | None = None
    deed_whose: Side | None = None
    deed_by: date | None = None
    deed_kept: date | None = None
    change: Words | None = None
    look_again: date | None = None
    who: Words | None = None
    first_sentence: Words | None = None
    closed: date | None = None
    ending: Ending | None = None
    learned: str = ""

    @model_validator(mode="after")
    def _closed_with_an_ending(self) -> Self:
        if (self.closed is None) != (self.ending is None):
            raise ValueError("a closed hurdle needs its ending, and an open one has none")
        return self


class StoryPractice(BaseModel):
    """A record of a practice: its table, and its fields as the record has them but for its id."""

    model_config = ConfigDict(frozen=True, extra="allow")

    record: Literal[
        "agreements",
        "celebrations",
        "doubts",
        "feedback",
        "goals",
        "reviews",
        "tellings",
        "topics",
        "trials",
    ]

    def made(self, record_id: str, agreement: str) -> Record:
        """The record; a review walks through the person's agreement."""
        kind = KINDS[self.record]
        fields = {"id": record_id, **(self.model_extra or {})}
        if "agreement" in kind.model_fields:
            fields["agreement"] = agreement
        return kind.model_validate(fields)

    @model_validator(mode="after")
    def _fits_its_record(self) -> Self:
        try:
            self.made("x", "x")
        except (Refused, ValidationError) as error:
            raise ValueError(f"is no record of {self.record}: {error}") from error
        return self


class StoryPerson(Part):
    """One person of the demo; `i_am` is the user's side."""

    name: Words
    i_am: Role
    since: date
    pronouns: str = ""
    channel: str = ""
    zone: str
    phase: Phase
    every: Often
    paused: date | None = None
    series: Series | None = None
    checkins: tuple[StoryCheckin, ...] = ()
    promises: tuple[StoryPromise, ...] = ()
    practices: tuple[StoryPractice, ...] = ()
    notes: tuple[StoryNote, ...] = ()
    hurdles: tuple[StoryHurdle, ...] = ()

    @model_validator(mode="after")
    def _one_checkin_a_day(self) -> Self:
        days = [one.on for one in self.checkins]
        if twice := {str(day) for day in days if days.count(day) > 1}:
            raise ValueError(f"two check-ins on {', '.join(sorted(twice))}")
        if untimed := [str(one.on) for one in self.checkins if not (self.series or one.at)]:
            raise ValueError(f"no time of day for {', '.join(untimed)}")
        return self

    def all_checkins(self) -> list[StoryCheckin]:
        """Those of the series and those with a line of their own, by date."""
        told = {one.on: one for one in self.checkins}
        usual = self.series.days(self.every) if self.series else set()
        return [told.get(day) or StoryCheckin(on=day) for day in sorted(usual | told.keys())]


class StoryContact(Part):
    """A support contact of the user."""

    name: Words
    kind: Words
    reach: str = ""
    hours: str = ""
    must_report: str = ""
    checked: date


class StoryMine(Part):
    """What belongs to the user alone."""

    contacts: tuple[StoryContact, ...] = ()


class Story(Part):
    """The whole demo at its own `now`, wall time in `zone`."""

    now: datetime
    zone: str
    people: tuple[StoryPerson, ...]
    mine: StoryMine

    @property
    def moment(self) -> datetime:
        """The present moment of the demo, aware."""
        return self.now.replace(tzinfo=ZoneInfo(self.zone))


def load_story(path: Path = STORY) -> Story:
    """Read and check the story.

    Raises:
        ContentProblem: with every mistake found, each as file:line:column: field: message.
    """
    source = read_yaml(path)
    if source.problems:
        raise ContentProblem(source.problems)
    try:
        return Story.model_validate(source.value)
    except ValidationError as error:
        raise _told(source, error) from error


def _told(source: YamlSource, error: ValidationError) -> ContentProblem:
    return ContentProblem(
        [
            source.problem(
                detail["loc"],
                PLAIN_MESSAGES.get(detail["type"], detail["msg"].removeprefix("Value error, ")),
            )
            for detail in error.errors(include_url=False)
        ]
    )
