"""Home on plain lines: the one next step with its reason, counts, and what can be done."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from coaching.errors import Refused
from coaching.home import CheckinRow, HomeView, home_view
from coaching.say import say_count, say_day, say_time
from coaching.verbs.putoffs import put_off
from tui.plain.add import add_person
from tui.plain.agenda import read_agenda
from tui.plain.checkin import log_checkin, plan_checkin
from tui.plain.contacts import support_contacts
from tui.plain.desk import Entry, menu
from tui.plain.first_start import first_start
from tui.plain.form import Given, Part, fill_in
from tui.plain.hurdle import go_on_with, hurdle_alone
from tui.plain.person import one_person, people
from tui.plain.promise import settle_promise
from tui.plain.question import Left, joined
from tui.plain.reply import settle_reply
from tui.plain.undo import undo_entry
from tui.plain.which import left_in_the_middle, told_apart

if TYPE_CHECKING:
    from coaching.next_step import NextStep
    from tui.plain.desk import Desk

TO_DO_IT = "To do it, type the word next."
TOP = "This is home, there is nothing before it. The word leave ends Troth."


def home(desk: Desk) -> None:
    """Say what stands on home and ask what to do, until the user leaves."""
    if not desk.facts().people and not desk.facts().troubles:
        first_start(desk)
    tell_home(desk)
    while True:
        menu(desk, "Home", "What would you like to do?", lambda: _entries(desk))
        desk.say(TOP)


def tell_home(desk: Desk) -> None:
    """Say what stands on home now."""
    facts = desk.facts()
    desk.say("", *home_lines(_view(desk)))
    desk.say(*facts.notices, *(trouble.sentence for trouble in facts.troubles))


def home_lines(view: HomeView) -> Iterator[str]:
    """Next step with its reason, counts, and what was good lately."""
    if view.step is None:
        yield f"Next step: {view.nothing_due}"
    else:
        yield joined(f"Next step: {view.step.sentence}")
        yield joined(f"Why: {view.step.reason}")
        yield TO_DO_IT
    paused = f", {view.paused} paused" if view.paused else ""
    active = say_count(view.active, "active relationship")
    dated = sum(bool(row.checkin_id) for row in view.checkins)
    hurdles = say_count(len(view.hurdles), "open hurdle")
    yield f"You have {active}{paused}, {say_count(dated, 'upcoming check-in')}, {hurdles}."
    if view.good_lately:
        yield f"Good lately: {' '.join(view.good_lately)}"
    if view.unreadable:
        yield f"{say_count(view.unreadable, 'record')} cannot be read by this Troth."


def _entries(desk: Desk) -> list[Entry]:
    view = _view(desk)
    return [
        *_step_entries(desk, view.step),
        Entry("People", partial(people, desk), say_count(view.active, "active relationship")),
        Entry("Upcoming check-ins", partial(upcoming, desk), _few(len(view.checkins))),
        Entry("Open hurdles", partial(open_hurdles, desk), _few(len(view.hurdles))),
        Entry(
            "Think something through alone", partial(hurdle_alone, desk), "nothing is kept unasked"
        ),
        Entry("Add someone", partial(add_person, desk)),
        Entry("People outside", partial(support_contacts, desk), "your support contacts"),
        Entry("Hear home again", partial(tell_home, desk)),
        *undo_entry(desk),
        Entry("Leave", _leave),
    ]


def _few(count: int) -> str:
    return str(count) if count else "none"


def _leave() -> None:
    raise Left


def _step_entries(desk: Desk, step: NextStep | None) -> list[Entry]:
    if step is None:
        return []
    return [
        Entry("Do the next step", partial(do_step, desk, step), _step_words(step)),
        Entry("Not today: hide it until a day", partial(hide_step, desk, step)),
    ]


def _step_words(step: NextStep) -> str:
    return joined(step.sentence, f"{step.key_says[:1].upper()}{step.key_says[1:]}")


def do_step(desk: Desk, step: NextStep) -> None:
    """The deed of a next step."""
    deeds: dict[str, Callable[[], None]] = {
        "settle": partial(settle_promise, desk, step.workbook_id, step.subject),
        "log": partial(log_checkin, desk, step.workbook_id, step.subject),
        "plan": partial(plan_checkin, desk, step.workbook_id),
        "prepare": partial(read_agenda, desk, step.workbook_id, step.subject),
        "reply": partial(settle_reply, desk, step.workbook_id, step.subject),
        "hurdle": partial(go_on_with, desk, step.workbook_id, step.subject),
    }
    deeds.get(step.deed, partial(one_person, desk, step.workbook_id))()


def hide_step(desk: Desk, step: NextStep) -> None:
    """Ask until when, and hide it."""
    day = desk.day("When shall it come back?", "tomorrow")

    def deed(given: Given) -> None:
        if given["until"] <= desk.today:
            raise Refused("Choose a day after today.")
        verb = partial(
            put_off,
            new_id=desk.coach.new_id(),
            rule=step.rule,
            subject=step.subject,
            until=given["until"],
        )
        desk.do(step.workbook_id, verb)

    fill_in(desk.prompt, "Not today", (Part("until", lambda _: day),), deed)


def upcoming(desk: Desk) -> None:
    """The check-ins of the next days, each leading to its agenda, or to its log once passed."""
    menu(desk, "Upcoming check-ins", "Which one?", lambda: _upcoming(desk))


def _upcoming(desk: Desk) -> list[Entry]:
    view = _view(desk)
    found = [Entry(_say_row(row), partial(_open_row, desk, row)) for row in view.checkins]
    return [*found, Entry("None of these, back to home", lambda: None)]


def _say_row(row: CheckinRow) -> str:
    when = ", ".join(filter(None, (row.group, row.when)))
    return f"{when}: {row.who}{f', {row.about}' if row.about else ''}"


def _open_row(desk: Desk, row: CheckinRow) -> None:
    if row.group == "For you":
        go_on_with(desk, row.workbook_id, row.checkin_id)
    elif not row.checkin_id:
        plan_checkin(desk, row.workbook_id)
    elif row.group == "Passed":
        log_checkin(desk, row.workbook_id, row.checkin_id)
    else:
        read_agenda(desk, row.workbook_id, row.checkin_id)


def open_hurdles(desk: Desk) -> None:
    """The open hurdles; one that is chosen goes on where it was left."""
    if not _view(desk).hurdles:
        desk.say("No hurdle is open.")
        return
    menu(desk, "Open hurdles", "Which one?", lambda: _hurdles(desk), once=True)


def _hurdles(desk: Desk) -> list[Entry]:
    rows = sorted(_view(desk).hurdles, key=lambda row: not left_in_the_middle(desk, row.hurdle_id))
    labels = told_apart(
        desk,
        [(row.workbook_id, row.hurdle_id, f"With {row.who}, since {row.since}") for row in rows],
    )
    return [
        Entry(
            labels[row.hurdle_id],
            partial(go_on_with, desk, row.workbook_id, row.hurdle_id),
            row.next_one,
        )
        for row in rows
    ]


def say_now(desk: Desk) -> str:
    """The day and the time of the records."""
    return f"{say_day(desk.today)}, {say_time(desk.now.time())}"


def _view(desk: Desk) -> HomeView:
    world = desk.world
    return home_view(desk.facts(), desk.now, desk.zone, world.limits, world.date_style)
