"""How much to tell someone outside, on plain lines: a level, what is taken in, the page itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from coaching.hurdle.disclosure import extras_for, levels_open, page_for_outside
from coaching.record.outside import Share
from tui.hurdle.telling import told_outside
from tui.plain.answer_ticks import tick_question
from tui.plain.form import Given, Part, fill_in
from tui.plain.question import Back, Option, Question, choice
from tui.plain.wizard_place import place
from tui.plain.write_page import left_out, page_lines, write_page

if TYPE_CHECKING:
    from coaching.hurdle.plan import PlanSheet
    from tui.hurdle.session import HurdleSession
    from tui.plain.desk import Desk

EXACTLY = "Exactly this leaves, when you copy or write it:"
TAKE_IN = "What is taken in besides?"
THEN = "Is it right so?"
GO_ON, WRITE = "go on", "write"
ENDS = (
    Option(GO_ON, "Go on", "keep this choice"),
    Option(WRITE, "Write the page to a file", "then go on"),
)
Told = Callable[[Question[Any]], Question[Any]]


def share_question(desk: Desk, session: HurdleSession, told: Told) -> Mapping[str, Any] | None:
    """Ask for the level and what is taken in besides; nothing leaves but by writing it."""
    parts = (
        Part("level", lambda _: told(_level(session))),
        Part("extras", lambda given: _extras(session, given), lambda g: bool(_may_add(session, g))),
        Part("then", lambda given: _then(session, given), lambda g: g.get("level") is not None),
    )
    given = fill_in(desk.prompt, place(session), parts, counted="part")
    if given["level"] is None:
        return None
    if given["then"] == WRITE:
        try:
            write_page(desk, session, _page(session, given))
        except Back:
            desk.say("Nothing was written.")
    return {"share": _share(given)}


def _level(session: HurdleSession) -> Question[str]:
    """The levels, the least first; that one is proposed until another was chosen."""
    told, words, was = told_outside(session), session.content.support.share, session.answers.share
    options: list[Option[str]] = [
        Option(one.id, f"{one.label[:1].upper()}{one.label[1:]}", one.help or "")
        for one in words.levels
        if one.id in levels_open(told)
    ]
    known = next((one for one in options if was and one.value == was.level), options[0])
    question = choice(session.say(session.worded().title), options)
    return question.having(known.label, "chosen") if was else question.proposing(known.label)


def _may_add(session: HurdleSession, given: Given) -> tuple[str, ...]:
    level = given.get("level")
    return extras_for(told_outside(session), level) if level else ()


def _extras(session: HurdleSession, given: Given) -> Question[tuple[str, ...]]:
    words, was = session.content.support.share, session.answers.share
    entries = [(one, f"With {words.extra(one)}") for one in _may_add(session, given)]
    return tick_question(TAKE_IN, entries, was.extras if was else ()).optional()


def _then(session: HurdleSession, given: Given) -> Question[str]:
    """The page as it would leave, what it leaves out, and what only the user can see to."""
    words, page, share = session.content.support.share, _page(session, given), _share(given)
    nameless = share.level != "account" and "their_name" not in share.extras
    hides = [words.without_name] if nameless and told_outside(session).name else []
    lines = [*hides, EXACTLY, *page_lines(page, session.content.wizard.plan)]
    question = choice(THEN, ENDS).proposing(ENDS[0].label)
    without = left_out(page)
    question = question.saying(*lines, without.count, words.look_once_more)
    return question.going_further(*without.named)


def _share(given: Given) -> Share:
    return Share.model_validate({"level": given["level"], "extras": given.get("extras") or ()})


def _page(session: HurdleSession, given: Given) -> PlanSheet:
    return page_for_outside(told_outside(session), _share(given))
