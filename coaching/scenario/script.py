"""What a workshop case says: cast, scenes, choices with their consequences, notes, questions."""

from collections.abc import Collection
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from coaching.guide import Evidenced, Part
from coaching.guide.hurdles import Quality
from coaching.guide.parts import Id, Lines, Words
from coaching.say import say_list

Strategy = Literal[
    "safe_environment",
    "reliability",
    "active_listening",
    "share_experience",
    "identify_source",
    "transparency",
    "external_support",
    "adapt",
    "communication",
    "respect",
]
"""The ten strategies of the article that Troth grew from."""

View = Literal["mentor", "mentee", "both"]
Minutes = Literal[25, 50, 90]
FORMATS: tuple[Minutes, ...] = (25, 50, 90)
MOST_SCENES = 40

SomeLines = Annotated[Lines, Field(min_length=1)]


class Condition(Part):
    """Holds when one of `any_of` was chosen before (if there are any), and none of `none_of`."""

    any_of: tuple[Id, ...] = ()
    none_of: tuple[Id, ...] = ()

    @model_validator(mode="after")
    def _asks_something(self) -> Self:
        if not (self.any_of or self.none_of):
            raise ValueError("needs any_of or none_of")
        return self

    def holds(self, chosen: Collection[str]) -> bool:
        """Whether it holds after these choices."""
        wanted = not self.any_of or any(one in chosen for one in self.any_of)
        return wanted and not any(one in chosen for one in self.none_of)


class Person(Part):
    """One person of the case."""

    id: Id
    name: Words
    side: Literal["mentor", "mentee", "other"]
    who: Words


class Also(Part):
    """A page that is told only after some choices."""

    when: Condition
    text: Words


class OtherSide(Part):
    """What the moment was like for somebody else; shown after the choice."""

    who: Id
    tell: SomeLines


class Stands(Part):
    """Where one part of trust stands after a choice, as a fact one could have seen."""

    quality: Quality
    fact: Words


class Turn(Part):
    """Another way on, where earlier choices ask for it."""

    when: Condition
    next: Id


class Choice(Part):
    """One thing to do. `pull` says why a decent person might; only the facilitator sees it."""

    id: Id
    text: Words
    pull: Words
    then: Lines = ()
    stands: tuple[Stands, ...] = ()
    when: Condition | None = None
    turns: tuple[Turn, ...] = ()
    next: Id

    def leads_to(self, chosen: Collection[str]) -> str:
        """The scene that follows; `chosen` are all choices so far, this one among them."""
        for turn in self.turns:
            if turn.when.holds(chosen):
                return turn.next
        return self.next

    def is_open(self, chosen: Collection[str]) -> bool:
        """Whether it can be chosen after these choices."""
        return self.when is None or self.when.holds(chosen)


class IfGroup(Part):
    """What a group often says, and the question that takes it further."""

    says: Words
    ask: Words


class SceneNotes(Part):
    """For the facilitator only, at one scene.

    `say` are words to say as they stand, `do` is something to do, `know` something to bear in mind;
    `after` is to be done once the hands are shown.
    """

    say: Words | None = None
    do: Words | None = None
    know: Words | None = None
    after: Words | None = None
    traps: Lines = ()
    groups: tuple[IfGroup, ...] = ()

    @model_validator(mode="after")
    def _tells_something(self) -> Self:
        if not (self.say or self.do or self.know or self.after):
            raise ValueError("needs say, do, know or after")
        return self


class Scene(Part):
    """A moment of the case: it asks for a choice, leads on to `next`, or is an ending."""

    id: Id
    title: Words
    day: Words
    tell: SomeLines
    also: tuple[Also, ...] = ()
    question: Words | None = None
    choices: Annotated[tuple[Choice, ...], Field(max_length=4)] = ()
    other_side: OtherSide | None = None
    next: Id | None = None
    ending: Words | None = None
    notes: SceneNotes | None = None

    @model_validator(mode="after")
    def _one_way_on(self) -> Self:
        ways = {
            "choices": bool(self.choices),
            "next": self.next is not None,
            "ending": self.ending is not None,
        }
        there = [name for name, given in ways.items() if given]
        if not there:
            raise ValueError("needs one of these: choices, next or ending")
        if len(there) > 1:
            raise ValueError(f"has {say_list(there)}; keep one of them")
        if bool(self.choices) != (self.question is not None):
            raise ValueError("a question and its choices go together")
        if len(self.choices) == 1:
            raise ValueError("one choice is none; write a second, or use next")
        return self

    def pages(self, chosen: Collection[str]) -> Lines:
        """What is told here after these choices."""
        return (*self.tell, *(one.text for one in self.also if one.when.holds(chosen)))

    def open_choices(self, chosen: Collection[str]) -> tuple[Choice, ...]:
        """What can be chosen here after these choices."""
        return tuple(choice for choice in self.choices if choice.is_open(chosen))


class Facilitator(Part):
    """What the facilitator reads before the case."""

    hook: Words
    traps: SomeLines
    turning_point: Words
    wrong_easy_answer: Words
    groups: Annotated[tuple[IfGroup, ...], Field(min_length=1)]


class Role(Part):
    """One role to play, and what only its player reads."""

    who: Id
    brief: Words


class RolePlay(Part):
    """Three people: two play, one observes with the sheet; then they change places."""

    situation: Words
    task: Words
    roles: Annotated[tuple[Role, ...], Field(min_length=2, max_length=3)]
    observe: SomeLines


class Format(Part):
    """How the case is used in this many minutes; `questions` counts the discussion from 1."""

    minutes: Minutes
    how: Words
    questions: Annotated[tuple[int, ...], Field(min_length=1)]


class Finding(Evidenced):
    """What research says, and how strong that is. Only a printable one is put on paper."""

    text: Words
    strength: Words


class Script(Part):
    """A workshop case. `minutes` is the least time it takes; `red_flags` are safety items."""

    id: Id
    title: Words
    line: Words
    minutes: Annotated[int, Field(ge=25, le=90)]
    view: View
    setting: Words
    hurdle: Id
    secondary: tuple[Id, ...] = ()
    strategies: Annotated[tuple[Strategy, ...], Field(min_length=1)]
    self_repair: Literal["possible", "wrong"] = "possible"
    red_flags: tuple[Id, ...] = ()
    content_notice: Words | None = None
    cast: Annotated[tuple[Person, ...], Field(min_length=2)]
    opening: SomeLines
    start: Id
    scenes: Annotated[tuple[Scene, ...], Field(min_length=2, max_length=MOST_SCENES)]
    discussion: Annotated[Lines, Field(min_length=3)]
    facilitator: Facilitator
    role_play: RolePlay | None = None
    formats: tuple[Format, ...]
    research: tuple[Finding, ...] = ()

    def scene(self, scene_id: str) -> Scene:
        """The scene of this id; KeyError where there is none."""
        for scene in self.scenes:
            if scene.id == scene_id:
                return scene
        raise KeyError(scene_id)

    def person(self, person_id: str) -> Person:
        """The person of this id; KeyError where there is none."""
        for person in self.cast:
            if person.id == person_id:
                return person
        raise KeyError(person_id)

    def format(self, minutes: int) -> Format | None:
        """How it is used in this many minutes; None where the case says nothing about it."""
        return next((one for one in self.formats if one.minutes == minutes), None)

    @property
    def endings(self) -> tuple[Scene, ...]:
        """The scenes that end the case."""
        return tuple(scene for scene in self.scenes if scene.ending is not None)

    @property
    def printable_research(self) -> tuple[Finding, ...]:
        """The findings that may be put on paper with their sources."""
        return tuple(finding for finding in self.research if finding.printable)
