"""What the three panes of home say, worked out from the overview and the present moment."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from coaching.hurdle.next_words import HURDLE_NEXT, say_left
from coaching.kinds import say_about
from coaching.moments import HOUSE_STYLE, DateStyle
from coaching.next_step import NextStep, next_step
from coaching.overview import CheckinLine, HurdleLine, Kept, Overview, Person, TrialLine
from coaching.resting import say_resting
from coaching.say import (
    first_name,
    say_ago,
    say_count,
    say_date,
    say_day,
    say_next,
    say_short,
    say_time,
)
from coaching.thresholds import DEFAULTS, Thresholds

DAYS_A_WEEK = 7
CLEAR_WITHOUT_MONTH_DAYS = 14


@dataclass(frozen=True, slots=True)
class RelationshipRow:
    """One line of pane 1."""

    workbook_id: str
    who: str
    your: str
    last_met: str
    next_one: str
    worth_knowing: str


@dataclass(frozen=True, slots=True)
class CheckinRow:
    """One line of pane 2; `checkin_id` is "" where no date is agreed."""

    workbook_id: str
    checkin_id: str
    group: str
    when: str
    who: str
    about: str
    hint: str


@dataclass(frozen=True, slots=True)
class HurdleRow:
    """One entry of pane 3: who, where in the three boxes, since when and what comes next.

    `left` says where the user was in it, where a text was typed there and not saved.
    """

    workbook_id: str
    hurdle_id: str
    who: str
    step: str
    done: tuple[str, ...]
    since: str
    next_one: str
    left: str = ""


@dataclass(frozen=True, slots=True)
class HomeView:
    """All that home shows."""

    relationships: tuple[RelationshipRow, ...]
    checkins: tuple[CheckinRow, ...]
    hurdles: tuple[HurdleRow, ...]
    active: int
    paused: int
    step: NextStep | None
    nothing_due: str
    good_lately: tuple[str, ...]
    unreadable: int


@dataclass(frozen=True, slots=True)
class _At:
    """The moment, the user's zone, and the thresholds in force."""

    now: datetime
    zone: str
    limits: Thresholds
    style: DateStyle


def home_view(
    overview: Overview,
    now: datetime,
    zone: str,
    limits: Thresholds = DEFAULTS,
    style: DateStyle = HOUSE_STYLE,
    drafts: Sequence[str] = (),
) -> HomeView:
    """The panes of home at a moment, in the user's zone, by the thresholds in force.

    `drafts` are the keys of texts typed and not saved, the newest first.
    """
    at = _At(now, zone, limits, style)
    people = sorted(overview.people, key=lambda person: (person.name.casefold(), person.id))
    active = [person for person in people if person.state == "active"]
    return HomeView(
        relationships=tuple(
            _relationship(person, now, zone, limits) for person in _in_order(active, now)
        ),
        checkins=tuple(_checkins(active, _ended(people), overview.mine, at)),
        hurdles=tuple(_hurdles((*active, overview.mine), now.date(), drafts)),
        active=len(active),
        paused=sum(person.state == "paused" for person in overview.people),
        step=next_step(overview, now, zone, limits),
        nothing_due=_nothing_due(overview, active, at),
        good_lately=tuple(_good(active, now.date(), limits))[:2],
        unreadable=sum(person.unreadable for person in (*overview.people, overview.mine)),
    )


def passed_long_ago(overview: Overview, now: datetime, limits: Thresholds = DEFAULTS) -> bool:
    """Whether a check-in passed a week or more ago and nothing is recorded about it."""
    edge = now.date() - timedelta(days=limits.away_days)
    return any(
        line.wall.day <= edge
        for person in overview.people
        if person.state == "active"
        for line in person.planned
    )


def passed_checkins(overview: Overview, now: datetime) -> list[tuple[Person, CheckinLine]]:
    """Every planned check-in that has passed, oldest first, of active relationships."""
    found = [
        (person, line)
        for person in overview.people
        if person.state == "active"
        for line in person.planned
        if line.wall.passed(now)
    ]
    return sorted(found, key=lambda pair: pair[1].wall.order())


def next_planned(person: Person, now: datetime) -> CheckinLine | None:
    """The next check-in still to come."""
    coming = [line for line in person.planned if not line.wall.passed(now)]
    return min(coming, key=lambda line: line.wall.order(), default=None)


def _in_order(people: list[Person], now: datetime) -> list[Person]:
    def place(person: Person) -> tuple[object, ...]:
        line = next_planned(person, now)
        when = line.wall.order() if line else ()
        return (line is not None, when, person.name.casefold())

    return sorted(people, key=place)


def _relationship(person: Person, now: datetime, zone: str, limits: Thresholds) -> RelationshipRow:
    line = next_planned(person, now)
    last = person.last_held
    return RelationshipRow(
        workbook_id=person.id,
        who=person.name,
        your="mentee" if person.i_am == "mentor" else "mentor",
        last_met=say_ago(last, now.date()) if last else "not yet",
        next_one=say_next(line.wall, now, zone) if line else "none yet",
        worth_knowing=worth_knowing(person, now.date(), limits),
    )


def worth_knowing(person: Person, today: date, limits: Thresholds = DEFAULTS) -> str:
    """One fact in a few words: what is owed first, the user's own side before the other's."""
    if owed := _owed(person, today):
        return owed
    if person.trials:
        trial = min(person.trials, key=lambda one: one.until)
        return _tried(trial, today)
    if kept := _kept_all(person.my_kept, limits):
        return f"you kept {kept} promises"
    if kept := _kept_all(person.their_kept, limits):
        return f"kept {kept} promises to you"
    if person.held < limits.few_checkins:
        return "new: too early to say"
    return "nothing open"


def _owed(person: Person, today: date) -> str:
    """Whose promise waits, what it is and, where it is late, since when."""
    for whose, opening in (("me", "you owe"), ("them", "owes you")):
        owed = sorted((p for p in person.promises if p.whose == whose), key=lambda p: p.by)
        if owed:
            first, more = owed[0], f" +{len(owed) - 1}" if len(owed) > 1 else ""
            late = f", since {_dated(first.by, today)}" if first.by < today else ""
            return f"{opening}: {first.what}{more}{late}"
    return ""


def _tried(trial: TrialLine, today: date) -> str:
    """What is tried and until when; from that day on, that it is to be decided about."""
    if trial.until > today:
        return f"you try: {trial.what}, until {_dated(trial.until, today)}"
    late = f", since {_dated(trial.until, today)}" if trial.until < today else ""
    return f"to decide: {trial.what}{late}"


def _kept_all(kept: Kept, limits: Thresholds) -> str:
    done = kept.in_time + kept.late
    if kept.settled < limits.few_promises or kept.broken:
        return ""
    return f"{done} of {kept.settled}"


def _ended(people: list[Person]) -> list[Person]:
    """Those with whom a friendly word after the ending is planned."""
    return [person for person in people if person.state == "ended" and person.planned]


def _checkins(
    active: list[Person], ended: list[Person], mine: Person, at: _At
) -> Iterator[CheckinRow]:
    now, zone, ahead = at.now, at.zone, at.limits.ahead_days

    def place(entry: tuple[Person, CheckinLine]) -> tuple[object, ...]:
        person, line = entry
        here = line.wall.in_zone(zone)
        return not line.wall.passed(now), here.day, here.order(), person.name.casefold()

    everyone = (*active, *ended)
    dated = sorted(((who, line) for who in everyone for line in who.planned), key=place)
    edge = now.date() + timedelta(days=ahead)
    shown: set[str] = set()
    for person, line in dated:
        near = line.wall.in_zone(zone).day <= edge
        if near or line.hurdle or person.id not in shown:
            shown.add(person.id)
            yield _checkin(person, line, at)
    for person in (*active, mine):
        yield from _own_dates(person, at)
    for person in sorted(active, key=lambda person: person.name.casefold()):
        if not person.planned:
            yield _no_date(person)


def _checkin(person: Person, line: CheckinLine, at: _At) -> CheckinRow:
    here = line.wall.in_zone(at.zone)
    group = _group(here.day, at, passed=line.wall.passed(at.now))
    time = say_time(here.time) if here.time else ""
    day = _dated(here.day, at.now.date()) if group in ("Passed", "Later") else _day(here.day, at)
    when = time if group == "Today" else " ".join(filter(None, (day, time)))
    return CheckinRow(
        workbook_id=person.id,
        checkin_id=line.id,
        group=group,
        when=when,
        who=person.name,
        about=say_about(line.topic, line.kind),
        hint=_HINTS.get(group) or _rhythm(person),
    )


def _rhythm(person: Person) -> str:
    if person.ideal_days is None:
        return ""
    weeks, rest = divmod(person.ideal_days, DAYS_A_WEEK)
    every = say_count(person.ideal_days, "day") if rest else say_count(weeks, "week")
    return f"every {every.removeprefix('1 ')}"


_HINTS = {"Passed": "how did it go: c", "Today": "agenda: enter"}


def _group(day: date, at: _At, *, passed: bool) -> str:
    today = at.now.date()
    if passed:
        return "Passed"
    if day <= today:
        return "Today"
    week = (day - (today - timedelta(days=at.style.days_into_week(today)))).days // DAYS_A_WEEK
    return {0: "This week", 1: "Next week"}.get(week, "Later")


def _day(day: date, at: _At) -> str:
    if abs((day - at.now.date()).days) <= CLEAR_WITHOUT_MONTH_DAYS:
        return f"{say_day(day)[:3]} {day.day}"
    return _dated(day, at.now.date())


def _dated(day: date, today: date) -> str:
    return say_date(day) if day.year == today.year else f"{say_date(day)} {day.year}"


def _own_dates(person: Person, at: _At) -> Iterator[CheckinRow]:
    for hurdle in person.hurdles:
        if hurdle.look_again is not None:
            yield CheckinRow(
                workbook_id=person.id,
                checkin_id=hurdle.id,
                group="For you",
                when=_day(hurdle.look_again, at),
                who=person.name or "yourself",
                about="your own look again",
                hint="only you see this",
            )


def _no_date(person: Person) -> CheckinRow:
    about, hint = "", "plan the next: c"
    if person.last_not_held is not None and (
        person.last_held is None or person.last_not_held[0] > person.last_held
    ):
        about, hint = f"not held {say_date(person.last_not_held[0])}", "offer two times: c"
    return CheckinRow(person.id, "", "No date", "", person.name, about, hint)


def _hurdles(people: Sequence[Person], today: date, drafts: Sequence[str]) -> Iterator[HurdleRow]:
    for person in people:
        for hurdle in person.hurdles:
            yield replace(_hurdle(person, hurdle, today), left=say_left(hurdle.id, drafts))


def _hurdle(person: Person, hurdle: HurdleLine, today: date) -> HurdleRow:
    return HurdleRow(
        workbook_id=person.id,
        hurdle_id=hurdle.id,
        who=person.name or "yourself",
        step=hurdle.step,
        done=hurdle.done,
        since=say_short(hurdle.opened, today),
        next_one=HURDLE_NEXT[hurdle.question],
    )


def _nothing_due(overview: Overview, active: list[Person], at: _At) -> str:
    now, zone = at.now, at.zone
    first = say_resting(overview, now, at.limits) or "Nothing needs you today."
    coming = [
        (line.wall.order(), person.name, line)
        for person in active
        if (line := next_planned(person, now)) is not None
    ]
    if not coming:
        return first
    _, name, line = min(coming, key=lambda entry: entry[:2])
    return f"{first} Next: {name}, {say_next(line.wall, now, zone)}."


def _celebrated(active: list[Person], today: date, lately_days: int) -> Iterator[str]:
    """The newest celebration of the last weeks."""
    found = [
        (*person.celebrated, person.name)
        for person in active
        if person.celebrated and 0 <= (today - person.celebrated[0]).days <= lately_days
    ]
    if found:
        day, act, name = max(found)
        yield f"With {first_name(name)}, {say_date(day)}: {act}."


def _good(active: list[Person], today: date, limits: Thresholds) -> Iterator[str]:
    yield from _celebrated(active, today, limits.good_lately_days)
    for person in active:
        if kept := _kept_all(person.my_kept, limits):
            yield f"You kept {kept} to {person.name}."
        if kept := _kept_all(person.their_kept, limits):
            yield f"{person.name} kept {kept} to you."
    for person in active:
        if person.held >= limits.few_checkins:
            yield f"{person.held} check-ins held with {person.name}."
