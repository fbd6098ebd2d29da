"""A hurdle on plain lines: where it begins, for someone or alone, new or taken up again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from coaching.hurdle import steps
from coaching.hurdle.next_words import BEGIN_NEW, say_go_on, say_open
from coaching.record.workbook import MINE
from coaching.summary import summarise
from coaching.verbs import hurdles
from tui.hurdle.session import HurdleSession
from tui.plain.question import Option, choice
from tui.plain.walk import Walk
from tui.plain.which import in_order, say_where, told_apart

if TYPE_CHECKING:
    from coaching.record.relationship import Role
    from tui.plain.desk import Desk

SIDES: tuple[tuple[Role, str], ...] = (
    ("mentee", "I am the mentee in this"),
    ("mentor", "I am the mentor in this"),
)
KEEP_IT = "Yes, keep it in my records"


def hurdle_with(desk: Desk, workbook_id: str) -> None:
    """A new hurdle with someone; it is kept from its first answer on."""
    _walk(desk, HurdleSession.begin(desk.coach, desk.content, workbook_id))


def begin_or_go_on(desk: Desk, workbook_id: str) -> None:
    """A hurdle with someone; where one is open, ask which is meant. `Back` where none is."""
    known = in_order(desk, workbook_id, summarise(desk.open(workbook_id)).hurdles)
    if not known:
        hurdle_with(desk, workbook_id)
        return
    labels = told_apart(desk, [(workbook_id, one.id, say_go_on(one.opened)) for one in known])
    options = [Option(one.id, labels[one.id], say_where(desk, one)) for one in known]
    question = choice("Which one do you mean?", [*options, Option("", BEGIN_NEW)]).taking(1)
    chosen = desk.prompt.need(question.placed(say_open(len(known))))
    if chosen:
        go_on_with(desk, workbook_id, chosen)
    else:
        hurdle_with(desk, workbook_id)


def go_on_with(desk: Desk, workbook_id: str, hurdle_id: str) -> None:
    """A hurdle taken up again where it was left."""
    _walk(desk, HurdleSession.begin(desk.coach, desk.content, workbook_id, hurdle_id))


def hurdle_alone(desk: Desk, i_am: Role | None = None, *, keep: bool = False) -> None:
    """A hurdle without a name: nothing is kept unless asked, and that is said first."""
    content = desk.content
    if not keep:
        desk.say("", content.wizard.nothing_kept.title, *content.wizard.nothing_kept.lines)
    side: Role = i_am or _side(desk)
    coach = desk.coach if keep else desk.world.make_alone()
    session = HurdleSession.begin(coach, content, MINE, i_am=side, kept=keep)
    _walk(desk, session)


def _side(desk: Desk) -> Role:
    options = [Option(side, label) for side, label in SIDES]
    return desk.prompt.need(choice("Which side are you on?", options).placed("A hurdle"))


def _walk(desk: Desk, session: HurdleSession) -> None:
    session.limits, session.style = desk.world.limits, desk.world.date_style
    walk = Walk(desk, session, keep_alone)
    before, desk.prompt.saved = desk.prompt.saved, walk.tell_saved
    desk.unkept = not session.kept
    try:
        with desk.prompt.at(session.title):
            walk.run()
    finally:
        desk.prompt.saved, desk.unkept = before, False


def keep_alone(desk: Desk, session: HurdleSession) -> HurdleSession | None:
    """Ask whether a hurdle of which nothing is kept shall be; the one that is kept, or None."""
    hurdle = session.hurdle
    if hurdle is None:
        desk.say("There is nothing to keep yet: no question has its answer.")
        return None
    options = [Option(True, KEEP_IT), Option(False, "No, keep nothing")]
    if not desk.prompt.need(choice("Shall this hurdle be kept?", options).placed("Save")):
        return None
    desk.unlock()
    contacts = session.contacts
    desk.do(MINE, partial(hurdles.take_in, hurdle=hurdle, contacts=contacts))
    desk.kept_alone = True
    kept = HurdleSession.begin(desk.coach, session.content, MINE, hurdle.id)
    kept.question, kept.limits, kept.style = session.question, session.limits, session.style
    kept.passed_door(care=session.care, routes=session.routes)
    if kept.question == steps.PLAN and kept.care:
        kept.leave_rest_open()
    return kept
