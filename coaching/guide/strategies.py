"""The ten strategies: what each is for, what the record cannot tell, and what its notices ask."""

from typing import Annotated, Literal

from pydantic import Field

from coaching.guide.parts import Evidenced, Id, Part, Words

Stage = Literal["build", "mend", "keep"]
Deed = Literal[
    "agreement",
    "celebrate",
    "contact",
    "feedback",
    "follow_up",
    "format",
    "hurdle",
    "log",
    "plan",
    "reply",
    "review",
    "rhythm",
    "settle",
    "story",
    "topic",
]


class NoticeWords(Part):
    """What a notice asks, why it is raised, and the deed it offers; its counts come from a rule."""

    id: Id
    question: Words
    why: Words
    deed: Deed


class KnownStrategy(Evidenced):
    """One of the ten. `looks_at` says what the record counts, `cannot_tell` what it never knows."""

    id: Id
    number: Annotated[int, Field(ge=1, le=10)]
    stage: Stage
    name: Words
    line: Words
    looks_at: Words
    cannot_tell: Words
    departs: Words | None = None
    notices: tuple[NoticeWords, ...]
