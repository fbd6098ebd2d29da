"""The plain words of a choice that a record keeps by its id, as the program itself shows them."""

import re
from collections.abc import Iterable
from functools import cache

from coaching.guide import Content
from coaching.guide.parts import Choice, fill
from coaching.guide.wizard import QuestionId
from coaching.hurdle.plan import who_is
from coaching.hurdle.source import CANNOT_SAY
from coaching.record.base import Record
from coaching.record.celebration import Celebration
from coaching.record.contact import SupportContact
from coaching.record.doubt import Doubt
from coaching.record.hurdle import Hurdle
from data.content_loader import load_content

_ID = re.compile(r"[a-z]+(?:_[a-z]+)+")
_ASKED: dict[str, QuestionId] = {
    "area": "area",
    "closest": "closest",
    "pending": "pending",
    "how": "how",
    "side": "side",
    "who": "who",
}


def in_words(record: Record, name: str, value: str, person: str) -> tuple[str, str]:
    """The label and the words of a choice; an id that no content knows loses its underscores."""
    found = _known(record, name, value)
    words = found or (value.replace("_", " ") if _ID.fullmatch(value) else value)
    if isinstance(record, Hurdle) and name in _ASKED:
        title = _content().wizard.question(_ASKED[name]).worded(role=record.i_am).title
        return fill(title, name=person), words
    return label_of(name), words


def questions_in_words(record: Record, ids: Iterable[str], person: str) -> tuple[str, ...]:
    """The questions of a hurdle by their titles."""
    asked = _content().wizard.questions
    role = record.i_am if isinstance(record, Hurdle) else None
    titles: dict[str, str] = {
        one.id: fill(one.worded(role=role).title, name=person) for one in asked
    }
    return tuple(titles.get(one, one.replace("_", " ")) for one in ids)


def told_in_words(ids: Iterable[str], person: str) -> tuple[str, ...]:
    """The signs that were seen, and the answers that tell hurdles apart with their questions."""
    words: dict[str, str] = {}
    for known in _content().hurdles:
        words |= {one.id: one.text for one in (*known.signs.mentor, *known.signs.mentee)}
    for question in _content().decision_path.telling_apart:
        words[f"{question.id}:{CANNOT_SAY}"] = f"{question.text} I cannot say."
        for answer in question.answers:
            words[f"{question.id}:{answer.id}"] = f"{question.text} {answer.label}."
    return tuple(fill(words.get(one, one.replace("_", " ")), name=person) for one in ids)


def label_of(name: str) -> str:
    """What stands before the value of a field."""
    return f"{name.replace('_', ' ').capitalize()}:"


def _known(record: Record, name: str, value: str) -> str:
    match record:
        case Hurdle():
            return _of_hurdle(name, value)
        case SupportContact() if name == "kind":
            kind = _content().support_kind(value)
            return kind.name if kind else ""
        case Celebration() if name == "cause":
            return _chosen(_content().forms.celebration.causes, value)
        case Doubt() if name in ("kind", "then"):
            doubt = _content().forms.doubt
            return _chosen(doubt.kinds if name == "kind" else doubt.then, value)
        case _:
            return ""


def _of_hurdle(name: str, value: str) -> str:
    content = _content()
    if name == "who":
        return who_is(value, content, ())
    if name == "ending":
        return _chosen(content.wizard.closing.choices, value)
    if name == "deed_whose":
        fields = content.wizard.question("deed").fields
        return _chosen([one for field in fields for one in field.choices], value)
    if name == "area":
        areas = content.decision_path.areas
        found = next((one.label for one in areas if one.id == value), "")
    else:
        known = content.hurdle(value) if name == "closest" else None
        found = known.name if known else ""
    if found or name not in _ASKED:
        return found
    return _chosen(content.wizard.question(_ASKED[name]).choices, value)


def _chosen(choices: Iterable[Choice], value: str) -> str:
    return next((one.label for one in choices if one.id == value), "")


@cache
def _content() -> Content:
    return load_content()
