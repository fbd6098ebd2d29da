"""The pages for a talk: questions by phase and purpose, agendas by kind, and the agreement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coaching.guide.parts import fill
from coaching.library.page import (
    ARROW,
    BULLET,
    GuidePage,
    PagePart,
    listed,
    page_of,
    plain,
    rests_on,
)
from coaching.say import say_count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coaching.guide import AgreementLine, BankQuestion, Beat, Content, KnownAgenda
    from coaching.guide.questions import QuestionGroup

QUESTIONS = "questions"
AGENDAS = "agendas"
AGREEMENT = f"{AGENDAS} agreement"
PHASES = {
    "starting": "At the start",
    "growing": "As it grows",
    "strain": "Under strain",
    "parting": "When parting",
}
OWN_WORDS = "Our own words; change them so that they sound like you."
MINUTES = "The minutes are defaults. Leave out what does not fit."


def question_pages(guide: Content) -> Iterator[GuidePage]:
    """A page for each group of questions."""
    return (_group_page(group) for group in guide.questions.groups)


def agenda_pages(guide: Content) -> Iterator[GuidePage]:
    """A page for each kind of check-in; the agreement is the last."""
    yield from (_agenda_page(agenda) for agenda in guide.agendas)
    yield _agreement_page(guide)


def _group_page(group: QuestionGroup) -> GuidePage:
    parts = (
        listed("Questions", (_asked(one) for one in group.questions)),
        plain("", "One good question is enough for a check-in.", OWN_WORDS),
    )
    title = f"{PHASES[group.phase]}: {group.name[0].lower()}{group.name[1:]}"
    line = f"{say_count(len(group.questions), 'question')} to ask, or to think about alone."
    return page_of(f"{QUESTIONS} {group.phase}-{group.purpose}", title, line, parts)


def _asked(question: BankQuestion) -> str:
    return f"{question.text} (for a {question.asker})" if question.asker else question.text


def _agenda_page(agenda: KnownAgenda) -> GuidePage:
    parts = (
        PagePart(f"{agenda.minutes} minutes", tuple(_beats(agenda))),
        plain("", MINUTES),
        rests_on(agenda),
    )
    return page_of(f"{AGENDAS} {agenda.kind}", agenda.name, agenda.purpose, parts)


def _beats(agenda: KnownAgenda) -> Iterator[str]:
    for beat in agenda.beats:
        yield f"{BULLET}{beat.minutes} min  {_named(beat)}"
        yield from (f"{ARROW}{prompt}" for prompt in beat.prompts)


def _named(beat: Beat) -> str:
    return fill(beat.name, name="the mentee")


def _agreement_page(guide: Content) -> GuidePage:
    words = guide.agreement
    parts = (
        plain("", words.in_a_hurry, words.signing),
        *(
            PagePart(part.name, tuple(_line(one) for one in words.lines if one.part == part.id))
            for part in words.parts
        ),
        plain("A line on confidentiality to begin with", words.confidentiality),
        plain("Notes", words.notes_line),
        *(listed(tie.label, tie.follows) for tie in words.ties),
        rests_on(words),
    )
    return page_of(AGREEMENT, "An agreement, line by line", words.opening, parts)


def _line(line: AgreementLine) -> str:
    return f"{BULLET}{line.label}{' (short form)' if line.short else ''}: {line.help}"
