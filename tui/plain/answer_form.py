"""Asks a form of the wizard part after part; until it is whole, its answers are a draft."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from coaching.errors import Refused
from coaching.hurdle.form_answers import fields_of
from coaching.hurdle.forms import FormPart, parts_of
from coaching.say import say_day
from tui.plain.form import Given, Part, fill_in, not_told, nothing
from tui.plain.part_words import asked, explained
from tui.plain.question import Option, Question, choice, joined, long_text, short_text
from tui.plain.taken_up import PART, begun, say_begun
from tui.plain.typed import PlainDrafts, key_of
from tui.plain.wizard_place import place

if TYPE_CHECKING:
    from tui.hurdle.session import HurdleSession
    from tui.plain.desk import Desk

READ_BY = "Who reads this: {who}."
READERS = ("only me", "us two")
EXAMPLE = "For example: {example}"
TO_CHANGE = "To change it, type back."
Told = Callable[[Question[Any]], Question[Any]]
PartsNow = Callable[[Given], Sequence[FormPart]]


def form_question(desk: Desk, session: HurdleSession, told: Told) -> Mapping[str, Any] | None:
    """Ask the form of this question; None where nothing was answered, and it stays open."""
    question = session.question
    title = session.say(session.worded().title)

    def parts(given: Given) -> Sequence[FormPart]:
        return parts_of(question, session.sitting, given)

    def after(name: str, given: Given) -> None:
        if question == "impact_note" and given[name]:
            asked = session.content.forms.shape_questions(name, given[name])
            desk.say(*(joined(*asked, TO_CHANGE) for _ in asked[:1]))

    key = key_of(session)
    given = fill_kept(
        desk,
        session,
        place(session),
        kept_parts(desk, session, parts, key, told=told, title=title),
        draft_after(desk, session, key, parts, after),
        key,
        counted="part",
    )
    return fields_of(question, given, session.sitting)


def fill_kept(
    desk: Desk,
    session: HurdleSession,
    title: str,
    parts: Sequence[Part],
    after: Callable[[str, Given], None],
    key: str,
    deed: Callable[[Given], object] = nothing,
    *,
    counted: str = "question",
) -> Given:
    """Fill in a form whose answers are a draft under a key; it goes on where it was left."""
    drafts = PlainDrafts(desk, session.coach)
    answered = begun(parts, drafts.texts(key))
    desk.say(*say_begun(parts, answered))

    def back(given: Given) -> None:
        texts = drafts.texts(key)
        if texts:
            drafts.write(key, {**texts, PART: next(reversed(list(given)), "")})

    return fill_in(
        desk.prompt, title, parts, deed, counted=counted, after=after, begun=answered, back=back
    )


def kept_parts(
    desk: Desk,
    session: HurdleSession,
    parts: PartsNow,
    key: str,
    *,
    told: Told,
    title: str = "",
    looks: Mapping[str, Callable[[str], object]] | None = None,
) -> list[Part]:
    """The parts of a form as questions; each proposes what is kept, or was typed before.

    `title` stands before the first label. `looks` look at a text by its part, and may refuse it.
    """
    typed = PlainDrafts(desk, session.coach).texts(key)
    first = next(iter(parts({}))).id

    def ask(name: str, given: Given) -> Question[Any]:
        part = next(one for one in parts(given) if one.id == name)
        question = part_question(desk, session, part, part.kept, (looks or {}).get(name))
        if typed.get(name) and not part.picks:
            question = question.having(typed[name])
        whole = told(question).explaining(*explained(part.label))
        label = (
            "" if title.rstrip("?") in (part.label, question.words.rstrip("?")) else question.words
        )
        head = joined(title, label) if name == first else question.words
        about = whole.about if name == first else question.about
        return whole.as_part(head, about, question.needed)

    return [Part(one.id, partial(ask, one.id)) for one in parts({})]


def draft_after(
    desk: Desk,
    session: HurdleSession,
    key: str,
    parts: PartsNow,
    after: Callable[[str, Given], None] = not_told,
) -> Callable[[str, Given], None]:
    """Keeps the answers of a form after each of them, then goes on to `after`."""
    drafts = PlainDrafts(desk, session.coach)

    def keep(name: str, given: Given) -> None:
        had = drafts.texts(key)
        before = {one.id: one.kept for one in parts(given)}
        texts = {
            one: _as_text(given[one]) if one in given else had.get(one, kept)
            for one, kept in before.items()
        }
        if texts != before or had:
            drafts.write(key, {**had, **texts, PART: name})
        after(name, given)

    return keep


def part_question(
    desk: Desk,
    session: HurdleSession,
    part: FormPart,
    kept: str,
    look: Callable[[str], object] | None = None,
) -> Question[Any]:
    """The question of one part."""
    if part.picks:
        return _choice(part)
    if part.day:
        day = _day(desk, session, asked(part.label)).proposing(kept)
        return (day if part.needed else day.optional()).saying(*_about(part))
    kind = long_text if part.long else short_text
    text = kind(asked(part.label), needed=part.needed, proposal=kept).pasted()
    return (_looked_at(text, look) if look else text).saying(*_about(part))


def _choice(part: FormPart) -> Question[str]:
    """The answers without the one that leaves it open: Enter alone does that, or skip."""
    options = [Option(one.id, _upper(one.label), one.help) for one in part.picks if one.id]
    known = next((one.label for one in options if one.value == part.kept), "")
    question = choice(asked(part.label), options, needed=len(options) == len(part.picks))
    return question.proposing(known).telling(*_about(part))


def _day(desk: Desk, session: HurdleSession, label: str) -> Question[date]:
    question = desk.day(label)

    def read(typed: str) -> date:
        day = question.read(typed)
        if day < session.today:
            raise Refused(f"{say_day(day)} has passed. Choose a day to come.")
        return day

    return question.reading(read)


def _looked_at(question: Question[str], look: Callable[[str], object]) -> Question[str]:
    def read(typed: str) -> str:
        text = question.read(typed)
        look(text)
        return text

    return question.reading(read)


def _about(part: FormPart) -> list[str]:
    lines = [EXAMPLE.replace("{example}", part.example)] if part.example and not part.day else []
    if part.under.startswith(READERS):
        lines.append(joined(READ_BY.replace("{who}.", part.under)))
    elif part.under:
        lines.append(joined(_upper(part.under)))
    return lines


def _as_text(value: object) -> str:
    return say_day(value) if isinstance(value, date) else str(value or "")


def _upper(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
