"""Make a promise, or say what became of one, on plain lines."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from coaching.record.promise import Promise
from coaching.say import first_name, say_count, say_day
from coaching.verbs import promises
from tui.plain.form import Given, Part, fill_in
from tui.plain.question import Option, Question, choice, short_text

if TYPE_CHECKING:
    from coaching.ports import Verb
    from coaching.record.workbook import Workbook
    from tui.plain.desk import Desk


def open_promises(workbook: Workbook) -> list[Promise]:
    """Promises not settled yet, by their day."""
    still = (one for one in workbook.all(Promise) if one.state == "open")
    return sorted(still, key=lambda one: one.by)


def say_promise(promise: Promise, name: str, today: date) -> str:
    """A promise in one line: who, what, by when."""
    who = "You promised" if promise.whose == "me" else f"{first_name(name)} promised"
    late = ", the date has passed" if promise.by < today else ""
    return f"{who}: {promise.what}, by {say_day(promise.by)}{late}"


def make_promise(desk: Desk, workbook_id: str) -> None:
    """Ask whose, what and by when."""
    name = desk.open(workbook_id).relationship.name
    whose = [Option("me", "Mine"), Option("them", "Theirs")]
    what = f"What, in a few words? For us two: it may go on a page you make for {name}."
    parts = (
        Part("whose", lambda _: choice("Whose promise is it?", whose)),
        Part("what", lambda _: short_text(what)),
        Part("by", lambda _: desk.day("By when?")),
    )

    def deed(given: Given) -> None:
        promise_id = desk.coach.new_id()
        verb = partial(promises.make, promise_id=promise_id, today=desk.today, **given)
        desk.do(workbook_id, verb)

    fill_in(desk.prompt, f"A promise, {name} and you", parts, deed)


def settle_promise(desk: Desk, workbook_id: str, promise_id: str = "") -> None:
    """Ask which promise, where it is not said, and what became of it."""
    workbook = desk.open(workbook_id)
    known = open_promises(workbook)
    if not known:
        desk.say(f"No promise is open between you and {workbook.relationship.name}.")
        return
    only = promise_id or (known[0].id if len(known) == 1 else "")
    parts = (
        Part("which", lambda _: _which(desk, workbook, known), lambda _: not only),
        Part("deed", lambda given: _deed(desk, workbook, only or given["which"])),
        Part("by", lambda _: _new_date(desk), lambda given: given.get("deed") == "renew"),
    )

    def deed(given: Given) -> None:
        desk.do(workbook_id, _verb(given, only or given["which"], desk.today))

    fill_in(desk.prompt, f"Promises, {workbook.relationship.name} and you", parts, deed)


def _which(desk: Desk, workbook: Workbook, known: list[Promise]) -> Question[Any]:
    name = workbook.relationship.name
    options = [Option(one.id, say_promise(one, name, desk.today)) for one in known]
    return choice("Which promise?", options)


def _deed(desk: Desk, workbook: Workbook, promise_id: str) -> Question[Any]:
    promise = workbook.get(Promise, promise_id)
    late = (desk.today - promise.by).days
    kept = f"{say_count(late, 'day')} after {say_day(promise.by)}" if late > 0 else "in time"
    options = [
        Option("keep", "Kept, today", kept),
        Option("renew", "A new date, agreed by both"),
        Option("let_go", "Let go, we both know", "It counts for nothing"),
        Option("not_kept", "Not kept", "It did not happen and will not"),
    ]
    told = say_promise(promise, workbook.relationship.name, desk.today)
    return choice(f"{told}. What became of it?", options)


def _new_date(desk: Desk) -> Question[date]:
    why = "Agreed before the old date has passed, it counts as good faith."
    return desk.day("By when?").telling(why)


def _verb(given: Given, promise_id: str, today: date) -> Verb:
    match given["deed"]:
        case "keep":
            return partial(promises.keep, promise_id=promise_id, on=today, today=today)
        case "renew":
            return partial(promises.renew, promise_id=promise_id, by=given["by"], today=today)
        case "let_go":
            return partial(promises.let_go, promise_id=promise_id, today=today)
        case _:
            return partial(promises.not_kept, promise_id=promise_id, today=today)
