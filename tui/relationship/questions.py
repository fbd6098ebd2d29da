"""The questions asked before a relationship ends, and before a settled promise is open again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from coaching.say import say_count, say_day
from coaching.verbs import promises, relationships
from tui.widgets.ask import Ask

if TYPE_CHECKING:
    from datetime import date

    from coaching.record.promise import Promise
    from coaching.record.workbook import Workbook

ENDING = (
    "The record stays and can be read: z on home lists those that are paused or ended. "
    "Nothing asks for your attention there any more."
)
SETTLED = {"kept": "Kept", "dropped": "Let go", "broken": "Not kept"}


def ask_end(workbook: Workbook, today: date) -> Ask:
    """End this relationship?"""
    title = f"End it with {workbook.relationship.name}?"
    return Ask(title, ENDING, workbook.id, partial(relationships.end, today=today))


def ask_open_again(workbook: Workbook, promise: Promise) -> Ask:
    """Open this settled promise again?"""
    verb = partial(promises.open_again, promise_id=promise.id)
    return Ask("Open this promise again?", _how_settled(promise), workbook.id, verb)


def _how_settled(promise: Promise) -> str:
    on = f" on {say_day(promise.settled)}" if promise.settled else ""
    late = f", {say_count(promise.kept_late_days, 'day')} late" if promise.kept_late_days else ""
    return (
        f"{promise.what}\n{SETTLED[promise.state]}{on}{late}. Its date was {say_day(promise.by)}."
    )
