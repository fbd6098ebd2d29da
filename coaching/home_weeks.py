"""The weeks ahead as a calendar: what is planned, promised and waited for on each day."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from coaching.kinds import say_about
from coaching.moments import DAYS, DAYS_IN_WEEK, HOUSE_STYLE, DateStyle, add_months
from coaching.overview import Overview, Person
from coaching.say import first_name, say_time

_Entry = tuple[date, time, str]


@dataclass(frozen=True, slots=True)
class DayAhead:
    """A day, what is agreed for it, times first, and whom a rhythm alone would bring."""

    day: date
    agreed: tuple[str, ...] = ()
    by_rhythm: tuple[str, ...] = ()


def weeks_ahead(
    overview: Overview, now: datetime, zone: str, weeks: int, style: DateStyle = HOUSE_STYLE
) -> list[list[DayAhead]]:
    """So many weeks from the one of `now` on, each of seven days, in the user's zone."""
    today = now.date()
    first = today - timedelta(days=style.days_into_week(today))
    days = [first + timedelta(days=number) for number in range(weeks * DAYS_IN_WEEK)]
    agreed: defaultdict[date, list[_Entry]] = defaultdict(list)
    likely: defaultdict[date, list[str]] = defaultdict(list)
    active = [person for person in overview.people if person.state == "active"]
    for person in (*active, overview.mine):
        for entry in _agreed(person, zone):
            agreed[entry[0]].append(entry)
        for day in _by_rhythm(person, today, days[-1], zone):
            likely[day].append(f"{first_name(person.name)}, by your rhythm")
    told = [
        DayAhead(
            day,
            tuple(said for _, _, said in sorted(agreed.get(day, ()))),
            tuple(sorted(likely.get(day, ()))),
        )
        for day in days
    ]
    return [told[at : at + DAYS_IN_WEEK] for at in range(0, len(told), DAYS_IN_WEEK)]


def _agreed(person: Person, zone: str) -> Iterator[_Entry]:
    name, end = first_name(person.name), time.max
    for line in person.planned:
        here = line.wall.in_zone(zone)
        at = f"{say_time(here.time)} " if here.time else ""
        yield here.day, here.time or end, f"{at}{name}, {say_about(line.topic, line.kind)}"
    for promise in person.promises:
        owe = f"you owe {name}" if promise.whose == "me" else f"{name} owes you"
        yield promise.by, end, f"{owe}: {promise.what}"
    for reply in person.replies:
        said = f"your reply to {name}" if reply.owes == "me" else f"a reply from {name}"
        yield reply.due, end, said
    for trial in person.trials:
        yield trial.until, end, f"decide with {name}: {trial.what}"
    for hurdle in person.hurdles:
        if hurdle.look_again is not None:
            about = f", the hurdle with {name}" if name else ""
            yield hurdle.look_again, end, f"your own look again{about}"


def _by_rhythm(person: Person, today: date, last: date, zone: str) -> Iterator[date]:
    """The days after the last check-in planned or held on which the rhythm would have the next."""
    planned = [line.wall.in_zone(zone).day for line in person.planned]
    start = max(planned) if planned else person.last_held
    if start is None or person.ideal_days is None:
        return
    months, odd_days = divmod(person.ideal_days, DAYS["month"])
    day, times = start, 0
    while day <= last:
        times += 1
        if odd_days:
            day = start + timedelta(days=person.ideal_days * times)
        else:
            day = add_months(start, months * times)
        if today < day <= last:
            yield day
