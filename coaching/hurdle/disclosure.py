"""The page for someone outside: as little as the chosen level needs, and what it leaves out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coaching.guide import Content
from coaching.hurdle.plan import PlanSheet, helper_kind, who_is
from coaching.hurdle.sections import Section
from coaching.record.contact import SupportContact
from coaching.record.hurdle import Hurdle
from coaching.record.outside import Share, ShareExtra, ShareLevel, ToTell
from coaching.say import say_day

ADDRESS = re.compile(r"\S+@\S+|(?<!\w)@\w[\w.]*|https?://\S+")
SHORTEST_NAME = 2
TOLD: tuple[str, ...] = ("tried", "want", "not_want", "urgent")
NAMED: dict[str, str] = {"mentor": "my mentee", "mentee": "my mentor"}
FITTING: dict[ShareLevel, tuple[ShareExtra, ...]] = {
    "question": (),
    "outline": ("their_name", "kept_back", "guess", "my_words"),
    "papers": ("their_name", "kept_back", "guess", "my_words"),
    "account": ("kept_back", "guess", "my_words"),
}
"""What may be taken in besides, by level; an account has the name by itself."""


@dataclass(frozen=True, slots=True)
class Told:
    """All that a page for someone outside may be made of. `name` is "" for someone unnamed."""

    hurdle: Hurdle
    content: Content
    name: str = ""
    facts: tuple[str, ...] = ()
    contacts: tuple[SupportContact, ...] = ()
    care: bool = False


def levels_open(told: Told) -> tuple[ShareLevel, ...]:
    """The levels to choose from: a whole account only where someone to get it is chosen."""
    chosen = who_is(told.hurdle.who, told.content, told.contacts)
    every: tuple[ShareLevel, ...] = ("question", "outline", "papers", "account")
    return every if chosen else every[:-1]


def extras_for(told: Told, level: ShareLevel) -> tuple[ShareExtra, ...]:
    """What can be taken in at a level, where there is any; after a yes at the door no label."""
    there = {
        "their_name": bool(told.name),
        "kept_back": bool(_to_tell(told).kept_back),
        "guess": not told.care and told.content.hurdle(told.hurdle.closest) is not None,
        "my_words": not told.care and bool(told.hurdle.words),
    }
    return tuple(one for one in FITTING[level] if there[one])


def page_for_outside(told: Told, share: Share) -> PlanSheet:
    """Exactly what goes out at this level, and the list of what does not.

    Source: content base, 4.3. Off unless taken in: names, health and private facts, others'
    names, opinions. Never on it: private notes, the other's view, the answer at the door.
    """
    words = told.content.support.share
    extras = frozenset(share.extras) & frozenset(extras_for(told, share.level))
    named = share.level == "account" or "their_name" in extras
    sections = tuple(
        _without_name(section, told) if not named else section
        for section in _sections(told, share.level, extras)
    )
    left_out = tuple(_left_out(told, share.level, extras, named=named))
    return PlanSheet(words.title, sections, left_out, words.left_out, words.closing)


def ask_text(told: Told) -> str:
    """A short message that asks someone outside for a talk, without names, to copy."""
    words = told.content.support.ask
    hurdle = told.hurdle
    first = hurdle.first_sentence or _proposed(told)
    lines = [words.greeting, _hide(first, told)]
    if "pass on" not in first.casefold():
        lines.append(words.duties)
    lines.append(words.time)
    if reach := _to_tell(told).reach:
        lines.append(f"{words.reach} {reach}")
    return "\n\n".join((*lines, words.thanks))


def proposed_text(question: str, told: Told) -> str:
    """A text to begin from at a question of asking someone outside; "" where there is none."""
    if question == "how_to_ask":
        return ask_text(told)
    if question == "first_sentence":
        kind = told.content.support_kind(helper_kind(told.hurdle.who, told.contacts))
        return kind.sentence(care=told.care) if kind else ""
    return ""


def without_name(text: str, name: str, instead: str) -> str:
    """The text with this person's names and every address taken out; other names stay."""
    found = ADDRESS.sub("…", text)
    parts = [name, *(one for one in name.split() if len(one) >= SHORTEST_NAME)]
    for part in sorted({one for one in parts if one}, key=len, reverse=True):
        found = re.sub(rf"(?<!\w){re.escape(part)}(?!\w)", lambda _: instead, found)
    return found


def _to_tell(told: Told) -> ToTell:
    return told.hurdle.to_tell or ToTell()


def _proposed(told: Told) -> str:
    kind = told.content.support_kind(helper_kind(told.hurdle.who, told.contacts))
    return kind.sentence(care=told.care) if kind else told.content.support.kinds[0].first_sentence


def _sections(told: Told, level: ShareLevel, extras: frozenset[ShareExtra]) -> Iterator[Section]:
    words, hurdle = told.content.support.share, told.hurdle
    yield Section("first_sentence", words.question, (hurdle.first_sentence or _proposed(told),))
    if level == "question":
        return
    yield Section("i_am", words.my_side, (f"The {hurdle.i_am} in this.",))
    tell = _to_tell(told)
    for field, source in (("what_happened", hurdle), ("effect", hurdle)):
        yield from _own(told, field, getattr(source, field))
    for field in TOLD:
        yield from _own(told, field, getattr(tell, field))
    if level in ("papers", "account"):
        yield from _own(told, "papers", tell.papers)
        if told.facts:
            yield Section("facts", words.recorded, told.facts)
    if level == "account":
        yield from _agreed(told)
    yield from _taken_in(told, extras)
    yield from _own(told, "reach", tell.reach)


def _agreed(told: Told) -> Iterator[Section]:
    hurdle = told.hurdle
    if told.care:
        return
    by = f", by {say_day(hurdle.deed_by)}" if hurdle.deed and hurdle.deed_by else ""
    lines = tuple(one for one in (f"{hurdle.deed}{by}", hurdle.change) if one)
    if lines:
        yield Section("deed", told.content.support.share.agreed, lines)


def _taken_in(told: Told, extras: frozenset[ShareExtra]) -> Iterator[Section]:
    words = told.content.support.share
    known = told.content.hurdle(told.hurdle.closest)
    if "kept_back" in extras:
        yield from _own(told, "kept_back", _to_tell(told).kept_back)
    if "guess" in extras and known is not None:
        yield Section("closest", words.extra("guess"), (known.name, known.line))
    if "my_words" in extras:
        yield Section("words", words.extra("my_words"), (told.hurdle.words,), own_words=True)


def _own(told: Told, field: str, text: str) -> Iterator[Section]:
    if text:
        heading = told.content.support.share.heading(field)
        yield Section(field, heading, (text,), own_words=True)


def _hide(text: str, told: Told) -> str:
    return without_name(text, told.name, NAMED[told.hurdle.i_am])


def _without_name(section: Section, told: Told) -> Section:
    if section.field == "reach":
        return section
    lines = tuple(_hide(line, told) for line in section.lines)
    return Section(section.field, section.heading, lines, section.own_words)


def _inside(heading: str) -> str:
    """A heading inside a sentence: its first letter small, the "I" in it as it is."""
    return heading if heading.startswith("I ") else heading[:1].lower() + heading[1:]


def _left_out(
    told: Told, level: ShareLevel, extras: frozenset[ShareExtra], *, named: bool
) -> Iterator[str]:
    words = told.content.support.share
    there = extras_for(told, "outline")
    for extra in there:
        if extra not in extras and not (extra == "their_name" and named):
            yield words.extra(extra)
    shown = {section.field for section in _sections(told, level, extras)}
    tell = _to_tell(told)
    rest: Sequence[tuple[str, str]] = (
        ("what_happened", told.hurdle.what_happened),
        ("effect", told.hurdle.effect),
        *((field, getattr(tell, field)) for field in (*TOLD, "papers", "reach")),
    )
    yield from (
        _inside(words.heading(field)) for field, text in rest if text and field not in shown
    )
    yield from words.never
