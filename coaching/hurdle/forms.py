"""The forms of the deeper wizard: the parts of each in order, in words that every face shares."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from coaching.guide import Content, fill
from coaching.guide.parts import Choice
from coaching.record.base import Side
from coaching.record.hurdle import Hurdle
from coaching.record.outside import ToTell
from coaching.record.repair import AnswerBack, HeardBack, ImpactNote, Listened, WhenAndHow

Given = Mapping[str, Any]
"""What was answered in a form so far, by the part's id."""

ONLY_ME = "only me"
US_TWO = "For us two."
UNTIL_HANDED_OVER = "only me, until you hand the page over"
LONG = frozenset({"behaviour", "impact"})
ONE_LINE = frozenset({"reach"})
BACK: Mapping[str, tuple[Side, ...]] = MappingProxyType(
    {"": (), "me": ("me",), "them": ("them",), "both": ("me", "them")}
)
"""Who could say back what the other heard, by the answer to that part."""


@dataclass(frozen=True, slots=True)
class Pick:
    """One answer to choose; the one with the id "" leaves the part open."""

    id: str
    label: str
    help: str = ""


@dataclass(frozen=True, slots=True)
class FormPart:
    """One part of a form. `under` says who reads it and what helps; `kept` is there already.

    With `picks` it is chosen; `day` is a date, of which `kept` is the day in words. Without a
    `needed` one there is nothing to keep.
    """

    id: str
    label: str
    under: str = ""
    kept: str = ""
    picks: tuple[Pick, ...] = ()
    long: bool = False
    day: bool = False
    needed: bool = False
    example: str = ""


@dataclass(frozen=True, slots=True)
class Sitting:
    """What a form is filled in about. `name` is the other's, or the words for someone unnamed."""

    hurdle: Hurdle
    content: Content
    name: str
    today: date
    about_someone: bool = True

    @property
    def us_two(self) -> str:
        """Who reads what is for both."""
        return f"{US_TWO} {fill(self.content.wizard.readers.us_two, name=self.name)}"


def parts_of(question: str, at: Sitting, given: Given | None = None) -> tuple[FormPart, ...]:
    """The parts of the form at this question; none where the question has no form."""
    found = FORMS.get(question)
    return found(at, given or {}) if found else ()


def spoke_first(at: Sitting) -> Side:
    """Who is taken to have spoken: as kept, else whoever has something to own."""
    if at.hurdle.listen is not None:
        return at.hurdle.listen.speaker
    return "them" if at.hurdle.side == "them" else "me"


def took(speaker: str) -> str:
    """What the user's own column asks for beside the words."""
    return "You meant" if speaker == "me" else "You heard"


def own_column(at: Sitting) -> tuple[tuple[str, str], ...]:
    """What the user wrote for themselves of said, heard, meant: label and text of each line."""
    mine = at.hurdle.listen
    if mine is None:
        return ()
    lines = (
        ("You recall", mine.said),
        (took(mine.speaker), mine.mine),
        ("What it did", mine.effect),
    )
    return tuple((label, text) for label, text in lines if text)


def texts_of(given: Given, *names: str) -> dict[str, str]:
    """The texts among the answers, trimmed; "" for one that was not given."""
    return {name: str(given.get(name) or "").strip() for name in names}


def picks_of(choices: tuple[Choice, ...]) -> tuple[Pick, ...]:
    """Answers of the content."""
    return tuple(Pick(one.id, one.label, one.help or "") for one in choices)


def _listen(at: Sitting, given: Given) -> tuple[FormPart, ...]:
    words, kept = at.content.repair.listen, at.hurdle.listen
    speaker = spoke_first(at)
    who = (Pick("me", "I did"), Pick("them", f"{at.name} did"))
    was = kept or Listened(speaker=speaker)
    remembered = f"{ONLY_ME}. As you remember them; unsure stays empty."
    return (
        FormPart("speaker", "Who spoke", kept=speaker, picks=who),
        FormPart("said", "The words", remembered, was.said),
        FormPart("mine", took(given.get("speaker") or speaker), ONLY_ME, was.mine),
        FormPart("effect", "What it did", f"{ONLY_ME}. {words.effect}", was.effect),
    )


def _heard_back(at: Sitting, _: Given) -> tuple[FormPart, ...]:
    mine, was, name = at.hurdle.listen, at.hurdle.heard_back or HeardBack(), at.name
    theirs = "They heard" if mine is None or mine.speaker == "me" else "They meant"
    back = next((key for key, sides in BACK.items() if sides == was.said_back), "")
    picks = (
        Pick("", "not yet"),
        Pick("me", "I could"),
        Pick("them", f"{name} could"),
        Pick("both", "both"),
    )
    only_told = f"{ONLY_ME}. Only what {name} said or wrote; else empty."
    return (
        FormPart("said", "They recall", f"{ONLY_ME}. As {name} told it.", was.said),
        FormPart("theirs", theirs, only_told, was.theirs),
        FormPart("now", "Now", at.us_two, was.now),
        FormPart("said_back", "Said back", kept=back, picks=picks),
    )


def _impact_note(at: Sitting, _: Given) -> tuple[FormPart, ...]:
    was = at.hurdle.impact_note or ImpactNote()
    return tuple(
        FormPart(
            part.id,
            part.label,
            f"{ONLY_ME}. {part.help or ''}".strip(),
            getattr(was, part.id),
            long=part.id in LONG,
        )
        for part in at.content.forms.feedback.parts
    )


def _or_not_said(at: Sitting, choices: tuple[Choice, ...]) -> tuple[Pick, ...]:
    named = {"them": at.name}
    shown = (Pick(one.id, named.get(one.id, one.label)) for one in choices)
    return (Pick("", "not said"), *shown)


def _when_and_how(at: Sitting, _: Given) -> tuple[FormPart, ...]:
    repair, was = at.content.repair, at.hurdle.when_and_how or WhenAndHow()
    walk = "a walk, Thursday at 10, 30 minutes"
    begin, stop = f"{ONLY_ME}, until you say it", f"{US_TWO} {repair.stop_rules[0]}"
    return (
        FormPart("first", "First", kept=was.first or "", picks=_or_not_said(at, repair.first)),
        FormPart("setting", "Where, when", at.us_two, was.setting, example=walk),
        FormPart("opening", "I begin", begin, was.opening),
        FormPart("stop_rule", "We stop", stop, was.stop_rule),
    )


def _answer_back(at: Sitting, _: Given) -> tuple[FormPart, ...]:
    repair, was = at.content.repair, at.hurdle.answer_back or AnswerBack()
    heard = f"{ONLY_ME}. As you would say it back to {at.name}"
    picks = _or_not_said(at, repair.answered)
    return (
        FormPart("heard", "What you heard", heard, was.heard, long=True),
        FormPart("answer", "The answer", kept=was.answer or "", picks=picks),
        FormPart("instead", "Instead", ONLY_ME, was.instead),
    )


def _to_tell(at: Sitting, _: Given) -> tuple[FormPart, ...]:
    was = at.hurdle.to_tell or ToTell()
    return tuple(
        FormPart(
            one.id,
            one.label,
            f"{UNTIL_HANDED_OVER}. {one.help}" if one.help else UNTIL_HANDED_OVER,
            getattr(was, one.id),
            long=one.id not in ONE_LINE,
        )
        for one in at.content.support.share.fields
        if one.id in ToTell.model_fields
    )


def _came_of_it(at: Sitting, _: Given) -> tuple[FormPart, ...]:
    was, choices = at.hurdle.came_of_it, at.content.support.came
    note = f"{ONLY_ME}. What they said they would do, and by when, if you like."
    came = was.came if was else choices[0].id
    return (
        FormPart("came", "What came of it", kept=came, picks=picks_of(choices)),
        FormPart("note", "A note", note, was.note if was else "", long=True),
    )


FORMS: Mapping[str, Callable[[Sitting, Given], tuple[FormPart, ...]]] = MappingProxyType(
    {
        "listen": _listen,
        "heard_back": _heard_back,
        "impact_note": _impact_note,
        "when_and_how": _when_and_how,
        "answer_back": _answer_back,
        "to_tell": _to_tell,
        "came_of_it": _came_of_it,
    }
)
"""The parts of a question that takes several answers at once, by its id."""
