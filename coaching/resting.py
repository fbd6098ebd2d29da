"""What is past its date and yet no next step: put off by the user, or theirs and not late enough.

Home never says that nothing needs the user while such a thing rests; it says when it comes back.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from coaching.overview import Overview, Person
from coaching.say import say_of, say_short
from coaching.thresholds import DEFAULTS, Thresholds


@dataclass(frozen=True, slots=True)
class Resting:
    """One thing past its date: what it is, as the opening of a sentence, and when it is raised."""

    back: date
    what: str


def say_resting(overview: Overview, now: datetime, limits: Thresholds = DEFAULTS) -> str:
    """One sentence on what rests past its date, and when home raises it; "" where nothing does."""
    active = [person for person in overview.people if person.state == "active"]
    people = (*active, overview.mine)
    found = [one for person in people for one in _resting(person, now, limits)]
    if not found:
        return ""
    first = min(found, key=lambda one: one.back)
    back = say_short(first.back, now.date())
    when = back if back in ("today", "tomorrow") else f"on {back}"
    if len(found) == 1:
        return f"{first.what}; it comes up here {when}."
    return f"{len(found)} things are past their dates; the first comes up here {when}."


def _resting(person: Person, now: datetime, limits: Thresholds) -> Iterator[Resting]:
    today = now.date()
    whose = say_of(person.name)
    for promise in person.promises:
        if promise.by >= today:
            continue
        was = f"was for {say_short(promise.by, today)}"
        if promise.whose == "me":
            back = _hidden(person, "my_promise", promise.id, today)
            yield Resting(back, f"Your promise to {person.name} {was}")
        else:
            raised = promise.by + timedelta(days=limits.late_days + 1)
            back = max(raised, _hidden(person, "their_promise", promise.id, today))
            yield Resting(back, f"{whose} promise to you {was}")
    for line in person.planned:
        if line.wall.passed(now):
            back = _hidden(person, "passed", line.id, today)
            yield Resting(back, f"A check-in with {person.name} has passed without a word")
    for hurdle in person.hurdles:
        if hurdle.look_again is not None and hurdle.look_again < today:
            back = _hidden(person, "look_again", hurdle.id, today)
            yield Resting(back, "A day to look at a hurdle again has passed")


def _hidden(person: Person, rule: str, subject: str, today: date) -> date:
    found = (one for one in person.put_offs if (one.rule, one.subject) == (rule, subject))
    return max((one.until for one in found), default=today)
