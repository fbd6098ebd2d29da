"""The one next step: a ranked table of rules over the facts, each with its reason and its deed.

Rules come in the order a good coach would raise them (house order, not research): what has passed
and wants a word, what was promised, what is today, what is being repaired, what has no date.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from coaching.hurdle.next_words import HURDLE_NEXT
from coaching.moments import Wall
from coaching.overview import HurdleLine, Overview, Person, PromiseLine
from coaching.say import say_count, say_next, say_short
from coaching.thresholds import DEFAULTS, Thresholds


@dataclass(frozen=True, slots=True)
class NextStep:
    """What to do next: the sentence, the deed that enter does, and why it is raised.

    `deed` is settle, log, plan, prepare, reply, trial or hurdle; `subject` is the id of the record
    it is about, or the workbook's own id. Of the steps of one rule the one with the earliest
    `when` comes first.
    """

    rule: str
    workbook_id: str
    subject: str
    deed: str
    sentence: str
    key_says: str
    reason: str
    when: tuple[date, time]


@dataclass(frozen=True, slots=True)
class _Scene:
    """One person's facts at a moment."""

    person: Person
    now: datetime
    zone: str
    limits: Thresholds

    @property
    def today(self) -> date:
        return self.now.date()

    def day_of(self, wall: Wall) -> date:
        """The day it is in the user's zone."""
        return wall.in_zone(self.zone).day

    def step(self, rule: str, subject: str, deed: str, when: Wall | date, *words: str) -> NextStep:
        sentence, key_says, reason = words
        order = self._order(when)
        return NextStep(rule, self.person.id, subject, deed, sentence, key_says, reason, order)

    def _order(self, when: Wall | date) -> tuple[date, time]:
        """A day only comes after that day's times."""
        if isinstance(when, date):
            return when, time.max
        return self.day_of(when), when.in_zone(self.zone).time or time.max


_Rule = Callable[[_Scene], Iterator[NextStep]]


def next_step(
    overview: Overview, now: datetime, zone: str, limits: Thresholds = DEFAULTS
) -> NextStep | None:
    """The first step by rule, then by date, then by name; None when nothing needs the user."""
    return next(all_steps(overview, now, zone, limits), None)


def all_steps(
    overview: Overview, now: datetime, zone: str, limits: Thresholds = DEFAULTS
) -> Iterator[NextStep]:
    """Every step that applies and is not put off, in order."""
    by_name = sorted(overview.people, key=lambda person: (person.name.casefold(), person.id))
    everyone = [person for person in by_name if person.state == "active"]
    scenes = [_Scene(person, now, zone, limits) for person in (*everyone, overview.mine)]
    for rule in RULES:
        found = [step for scene in scenes for step in rule(scene) if not _put_off(scene, step)]
        yield from sorted(found, key=lambda step: step.when)


def _put_off(scene: _Scene, step: NextStep) -> bool:
    return any(
        (hidden.rule, hidden.subject) == (step.rule, step.subject) and scene.today < hidden.until
        for hidden in scene.person.put_offs
    )


def _passed(scene: _Scene) -> Iterator[NextStep]:
    for line in scene.person.planned:
        if line.wall.passed(scene.now):
            day = _on(scene.day_of(line.wall), scene.today)
            yield scene.step(
                "passed",
                line.id,
                "log",
                line.wall,
                f"How did it go with {scene.person.name} {day}?",
                "held, moved, missed or cancelled",
                "A planned check-in has passed and nothing is recorded about it.",
            )


def _my_promise(scene: _Scene, *, overdue: bool) -> Iterator[NextStep]:
    for promise in scene.person.promises:
        late = promise.by < scene.today
        near = promise.by <= scene.today + timedelta(days=scene.limits.promise_near_days)
        if promise.whose == "me" and (late if overdue else near and not late):
            yield scene.step(
                "my_promise",
                promise.id,
                "settle",
                promise.by,
                f"You promised {scene.person.name} for {say_short(promise.by, scene.today)}: "
                f"{promise.what}",
                "done, or agree a new date",
                _why_promise(promise, scene.today),
            )


def _my_late_promise(scene: _Scene) -> Iterator[NextStep]:
    return _my_promise(scene, overdue=True)


def _my_near_promise(scene: _Scene) -> Iterator[NextStep]:
    return _my_promise(scene, overdue=False)


def _today(scene: _Scene) -> Iterator[NextStep]:
    for line in scene.person.planned:
        if scene.day_of(line.wall) <= scene.today and not line.wall.passed(scene.now):
            topic = f": {line.topic}" if line.topic else ""
            yield scene.step(
                "today",
                line.id,
                "prepare",
                line.wall,
                f"You meet {scene.person.name} {say_next(line.wall, scene.now, scene.zone)}"
                f"{topic}.",
                "read the agenda",
                "A check-in is planned for today.",
            )


def _look_again(scene: _Scene) -> Iterator[NextStep]:
    for hurdle in scene.person.hurdles:
        if hurdle.look_again is not None and hurdle.look_again <= scene.today:
            yield scene.step(
                "look_again",
                hurdle.id,
                "hurdle",
                hurdle.look_again,
                f"You meant to look at a hurdle{_with(scene.person)} again "
                f"{_on(hurdle.look_again, scene.today)}.",
                "open it",
                "You set this date yourself.",
            )


def _trial(scene: _Scene) -> Iterator[NextStep]:
    for trial in scene.person.trials:
        if trial.until <= scene.today:
            late = trial.until < scene.today
            since = f" since {say_short(trial.until, scene.today)}" if late else " today"
            yield scene.step(
                "trial",
                trial.id,
                "trial",
                trial.until,
                f"To decide with {scene.person.name}{since}: {trial.what}",
                "keep it, change it, or go back",
                "You chose this day when you began to try it. Ask how it was for each of you.",
            )


def _hurdle(scene: _Scene) -> Iterator[NextStep]:
    for hurdle in scene.person.hurdles:
        if hurdle.step != "done":
            yield scene.step(
                "hurdle",
                hurdle.id,
                "hurdle",
                hurdle.opened,
                f"A hurdle{_with(scene.person)} is waiting: {HURDLE_NEXT[hurdle.question]}.",
                "go on where you were",
                _why_hurdle(hurdle, scene.today),
            )


def _no_date(scene: _Scene) -> Iterator[NextStep]:
    person = scene.person
    if person.longest_days is None or _has_date(scene):
        return
    last = person.last_held or person.since
    if last is not None and (scene.today - last).days >= (person.ideal_days or 0):
        yield scene.step(
            "no_date",
            person.id,
            "plan",
            last,
            f"No date is agreed with {person.name}.",
            "plan the next check-in",
            _why_no_date(person, scene.today),
        )


def _their_promise(scene: _Scene) -> Iterator[NextStep]:
    for promise in scene.person.promises:
        late = (scene.today - promise.by).days
        if promise.whose == "them" and late > scene.limits.late_days:
            yield scene.step(
                "their_promise",
                promise.id,
                "settle",
                promise.by,
                f"{scene.person.name} promised you for {say_short(promise.by, scene.today)}: "
                f"{promise.what}",
                "it came, or agree a new date",
                _why_promise(promise, scene.today),
            )


def _no_rhythm(scene: _Scene) -> Iterator[NextStep]:
    if scene.person.name and scene.person.ideal_days is None and not _has_date(scene):
        yield scene.step(
            "no_rhythm",
            scene.person.id,
            "plan",
            scene.person.since or scene.today,
            f"When do you and {scene.person.name} meet next?",
            "plan a check-in",
            "There is no date and no rhythm yet. A regular date is a promise that is easy to keep.",
        )


def _reply(scene: _Scene) -> Iterator[NextStep]:
    name = scene.person.name
    for reply in scene.person.replies:
        if reply.due >= scene.today:
            continue
        mine = reply.owes == "me"
        since, by = _on(reply.since, scene.today), _on(reply.due, scene.today)
        said = f"{name} waits for a reply from you" if mine else f"You wait for a reply from {name}"
        yield scene.step(
            "my_reply" if mine else "their_reply",
            reply.id,
            "reply",
            reply.due,
            f"{said}, asked {since}.",
            "answered, or two lines to say when" if mine else "it came, ask again, or let it go",
            f"It was due {by} by your reply time.",
        )


RULES: tuple[_Rule, ...] = (
    _passed,
    _my_late_promise,
    _reply,
    _today,
    _look_again,
    _trial,
    _my_near_promise,
    _hurdle,
    _no_date,
    _their_promise,
    _no_rhythm,
)


def _has_date(scene: _Scene) -> bool:
    return bool(scene.person.planned)


def _on(day: date, today: date) -> str:
    """The day as the end of a sentence: "yesterday", "today", "on Fri 13 Nov"."""
    near = day in (today, today - timedelta(days=1))
    return say_short(day, today) if near else f"on {say_short(day, today)}"


def _with(person: Person) -> str:
    return f" with {person.name}" if person.name else ""


def _why_promise(promise: PromiseLine, today: date) -> str:
    late = (today - promise.by).days
    if late > 0:
        return (
            f"The date passed {say_count(late, 'day')} ago. A new date agreed openly, or letting "
            "it go together, is also an answer."
        )
    return "The date is near. A new date agreed before it passes counts as good faith."


def _why_hurdle(hurdle: HurdleLine, today: date) -> str:
    age = (today - hurdle.opened).days
    since = "today" if age == 0 else f"{say_count(age, 'day')} ago"
    return f"You began it {since}. A strain is easier to mend while it is young."


def _why_no_date(person: Person, today: date) -> str:
    if person.last_held is None:
        return "You have not met yet since you began. A first date is a small promise."
    gap = say_count((today - person.last_held).days, "day")
    ideal = say_count(person.ideal_days or 0, "day")
    return f"You last met {gap} ago; your rhythm is {ideal}. Is the rhythm still right?"
