"""What every workshop shares: time plans, ground rules, fixed questions, the observer's sheet."""

from typing import Annotated

from pydantic import Field

from coaching.guide import Evidenced, Part
from coaching.guide.parts import Id, Lines, Words
from coaching.scenario.script import Minutes, Script


class Beat(Part):
    """One part of the time: what the room does. `instead` is for cases without a role-play.

    `pages` are the kinds of page it takes place on (`shown` is the vote once hands are shown).
    Parts `at_each_choice` stand next to each other and share their minutes among the choices.
    `timer` is how many minutes the countdown on the page begins with.
    """

    id: Id
    name: Words
    minutes: Annotated[int, Field(ge=1, le=60)]
    what: Words
    instead: Words | None = None
    pages: tuple[Id, ...] = ()
    at_each_choice: bool = False
    timer: Annotated[int, Field(ge=1, le=60)] | None = None


class TimePlan(Part):
    """How the minutes are used; `second_way` invites the room to go back and choose again."""

    minutes: Minutes
    beats: Annotated[tuple[Beat, ...], Field(min_length=1)]
    discussion: Annotated[int, Field(ge=1, le=20)]
    role_play: bool
    second_way: bool


class Habit(Part):
    """A listening habit that an observer sees or does not see."""

    text: Words
    look: Words


class Topic(Part):
    """What a workshop can be about: cases of these hurdles, or those with red flags."""

    id: Id
    label: Words
    hurdles: tuple[Id, ...] = ()
    red_flags: bool = False


class Workshop(Evidenced):
    """The shared frame of all cases. Source: published mentor training; times are defaults."""

    test_page: Lines
    ground_rules: Lines
    limits: Words
    warm_up: Words
    eyes_closed: Words
    questions: Lines
    debrief: Lines
    commitment: Lines
    observer: Words
    habits: Annotated[tuple[Habit, ...], Field(min_length=1)]
    stop_rule: Words
    no_role_play: Words
    evaluation: Words
    plans: tuple[TimePlan, ...]
    topics: tuple[Topic, ...] = ()

    def plan(self, minutes: int) -> TimePlan:
        """The time plan for this many minutes; KeyError where there is none."""
        for plan in self.plans:
            if plan.minutes == minutes:
                return plan
        raise KeyError(minutes)

    def what(self, beat: Beat, script: Script) -> str:
        """What to do in a part of the time with this case."""
        return beat.instead if beat.instead and script.role_play is None else beat.what
