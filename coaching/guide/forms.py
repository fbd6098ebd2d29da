"""The words of the small forms: pulse, feedback, celebrations, stories, levels, endings."""

from typing import Annotated, Literal

from pydantic import Field

from coaching.guide.closure import ClosureWords
from coaching.guide.parts import Choice, Evidenced, Lines, Part, Words
from coaching.record.pulse import PulseLine


class PulseStatement(Part):
    """A line of the pulse, as a mentor and as a mentee reads it about the other."""

    id: PulseLine
    text: Words
    helper: Words


class PulseWords(Evidenced):
    """The pulse: what is said before it, its lines and its answers."""

    opening: Words
    apart: Words
    alone: Words
    shown: Words
    lines: tuple[PulseStatement, ...]
    answers: tuple[Choice, ...]


class ShapeCheck(Part):
    """A question about the shape of feedback; asked where one of `words` stands in the part."""

    part: Literal["situation", "behaviour", "impact", "request"]
    words: Annotated[Lines, Field(min_length=1)]
    question: Words


class FeedbackWords(Evidenced):
    """The feedback composer: its four parts, its questions, and ways to ask for feedback."""

    opening: Words
    parts: tuple[Choice, ...]
    checks: tuple[ShapeCheck, ...]
    requests: Lines
    power_note: Words
    reply_rule: Words


class CelebrationWords(Evidenced):
    """A celebration: what to name, what kinds there are, what spoils it."""

    opening: Words
    causes: tuple[Choice, ...]
    avoid: Lines


class StoryWords(Evidenced):
    """Stories: how to offer one, and what to ask afterwards."""

    opening: Words
    ask_first: Words
    ask_after: Words
    avoid: Lines


class LevelWords(Part):
    """One level of the ladder."""

    level: Annotated[int, Field(ge=1, le=6)]
    name: Words
    line: Words


class LadderWords(Evidenced):
    """The independence ladder for a topic."""

    opening: Words
    move_up: Words
    telling_is_right: Lines
    levels: tuple[LevelWords, ...]

    def level(self, level: int) -> LevelWords:
        """The words of this level."""
        return next(one for one in self.levels if one.level == level)


class FormatWords(Evidenced):
    """Another format for a while: what to say of it, ideas, and the one question at its end."""

    opening: Words
    ideas: Lines
    question: Words
    ends: tuple[Choice, ...]


class DoubtWords(Evidenced):
    """Say it or keep it."""

    opening: Words
    kinds: tuple[Choice, ...]
    then: tuple[Choice, ...]


class PartingWords(Evidenced):
    """Ending well: the choices before it, its steps, the friendly word later."""

    opening: Words
    instead: tuple[Choice, ...]
    steps: Lines
    message: Words
    after_harm: Words
    under_18: Words
    follow_up: Words
    closure: ClosureWords


class Forms(Part):
    """The words of each form."""

    pulse: PulseWords
    feedback: FeedbackWords
    celebration: CelebrationWords
    story: StoryWords
    ladder: LadderWords
    format: FormatWords
    doubt: DoubtWords
    parting: PartingWords

    def shape_questions(self, part: str, text: str) -> tuple[str, ...]:
        """What to ask about one part of a feedback, as its words stand; never a verdict."""
        plain = f" {' '.join(text.casefold().split())} "
        return tuple(
            check.question
            for check in self.feedback.checks
            if check.part == part and any(f" {word}" in plain for word in check.words)
        )
