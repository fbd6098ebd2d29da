"""What fills each beat of an agenda from the record."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from coaching.agenda.asking import question_for
from coaching.agenda.says import Line
from coaching.agenda.source import Source
from coaching.guide.agendas import Beat, Fill
from coaching.record.agenda_item import AgendaItem
from coaching.record.celebration import Celebration
from coaching.record.checkin import happened_on
from coaching.record.doubt import Doubt
from coaching.record.feedback import Feedback
from coaching.record.goal import Goal
from coaching.record.parting import Parting
from coaching.record.promise import Promise
from coaching.record.reply import Reply
from coaching.record.topic import Topic
from coaching.record.trial import Trial
from coaching.rhythm import propose_next
from coaching.say import say_count, say_day, say_wall

FIRST_WORDS = 60


def _promises(source: Source) -> Iterator[Line]:
    for side, who in (("me", "You"), ("them", source.name)):
        for one in source.workbook.all(Promise):
            if one in source.kept_since("me" if side == "me" else "them") and one.settled:
                words = f"{who} kept it on {say_day(one.settled)}: {one.what}"
                yield Line(f"kept:{one.id}", words)
    for one in source.open_promises("me"):
        yield Line(f"promise:{one.id}", f"Yours, by {say_day(one.by)}{_late(source, one)}")
    for one in source.open_promises("them"):
        words = f"From {source.name}, by {say_day(one.by)}{_late(source, one)}"
        yield Line(f"promise:{one.id}", words)


def _late(source: Source, promise: Promise) -> str:
    days = (source.today - promise.by).days
    only_asked = promise.whose == "them" and source.two_hats
    late = f", {say_count(days, 'day')} past its date" if days > 0 and not only_asked else ""
    return f"{late}: {promise.what}"


def _topic(source: Source) -> Iterator[Line]:
    if source.checkin is not None and source.checkin.topic:
        yield Line(f"topic:{source.checkin.id}", source.checkin.topic)
    for item in source.items:
        yield Line(f"item:{item.id}", _brought(source, item))
    for one in source.workbook.all(Doubt):
        if one.is_open and one.then == "say_next_time":
            yield Line(
                f"doubt:{one.id}", f"To say, if you still want to: {first_line(one.text)}", True
            )
    if source.checkin is not None and source.checkin.kind == "review":
        for goal in source.workbook.all(Goal):
            if goal.ended is None:
                yield Line(f"goal:{goal.id}", f"Goal since {say_day(goal.since)}: {goal.what}")


def _brought(source: Source, item: AgendaItem) -> str:
    carried = source.carried(item)
    if item.by == "me":
        return f"Yours{', carried over' if carried else ''}: {item.what}"
    return f"{item.what} (from {source.name}{', carried over' if carried else ''})"


def _question(source: Source) -> Iterator[Line]:
    question = question_for(source)
    if question is not None:
        yield Line(f"question:{question.id}", question.text)


def _feedback(source: Source) -> Iterator[Line]:
    entries = source.workbook.all(Feedback)
    for one in entries:
        if one.direction == "given" and one.said is None:
            about = one.request or first_line(one.behaviour) or one.asked_for
            words = f"You prepared this on {say_day(one.on)}{f': {about}' if about else '.'}"
            yield Line(f"feedback:{one.id}", words, True)
        elif one.direction == "received" and one.said is not None and one.answered is None:
            words = f"{source.name} gave you feedback on {say_day(one.said)}; say what you will do."
            yield Line(f"feedback:{one.id}", words)
        elif one.direction == "received" and one.said is None and one.asked is not None:
            yield Line(f"feedback:{one.id}", f"You asked on {say_day(one.asked)}: {one.asked_for}")
    lately = any(one.said is not None and one.said >= source.since for one in entries)
    if source.met and not lately:
        requests = source.content.forms.feedback.requests
        yield Line("ask:feedback", f"You could ask: {requests[len(source.before) % len(requests)]}")


def _celebrate(source: Source) -> Iterator[Line]:
    found = False
    for one in source.workbook.all(Celebration):
        if one.told is None:
            found = True
            yield Line(
                f"celebration:{one.id}", f"{one.act}{f', {one.effort}' if one.effort else ''}"
            )
    for kept in source.kept_since("them"):
        if not found and kept.kept_late_days == 0:
            yield Line(f"celebrate:{kept.id}", f"{source.name} kept a promise: {kept.what}")


def _next_date(source: Source) -> Iterator[Line]:
    yield from _format(source)
    ahead = tuple(source.ahead())
    for one, wall in ahead:
        why = ", to look again" if one.hurdle else ""
        yield Line(f"planned:{one.id}", f"Planned: {say_wall(wall)}{why}")
    if any(not one.hurdle for one, _ in ahead):
        return
    rhythm, planned = source.workbook.relationship.rhythm, source.checkin and source.checkin.planned
    after = rhythm.every.after(planned) if rhythm and planned else None
    proposed = after or propose_next(source.workbook, source.now)
    if proposed is not None:
        yield Line("next", f"By your rhythm: {say_wall(proposed)}")


def _format(source: Source) -> Iterator[Line]:
    """Another format, once its day has come by this check-in; in a review always."""
    day = happened_on(source.checkin) if source.checkin else source.today
    in_review = source.checkin is not None and source.checkin.kind == "review"
    for one in source.workbook.all(Trial):
        if one.is_due(max(day, source.today)) or (one.end is None and in_review):
            words = f"Since {say_day(one.since)} you try this: {one.what}"
            yield Line(f"trial:{one.id}", f"{words}. {source.content.forms.format.question}")


def _agreement_lines(source: Source) -> Iterator[Line]:
    found, words = source.agreement, source.content.agreement
    if found is None:
        for line in words.short_form():
            yield Line(f"agree:{line.field}", f"{line.label}: {line.help}")
        return
    for line in words.lines:
        value = getattr(found, line.field)
        if isinstance(value, str) and value:
            yield Line(f"agree:{line.field}", f"{line.label}: {first_line(value)}")


def _independence(source: Source) -> Iterator[Line]:
    for one in source.workbook.all(Topic):
        if one.ended is None:
            level = source.content.forms.ladder.level(one.level)
            yield Line(f"level:{one.id}", f"{one.name}: level {one.level}, {level.name.lower()}")


def _hurdle(source: Source) -> Iterator[Line]:
    for one in source.open_hurdles:
        yield Line(f"hurdle:{one.id}", f"The hurdle you opened on {say_day(one.opened)}.", True)


def _loose_ends(source: Source) -> Iterator[Line]:
    for parting in source.workbook.all(Parting):
        for place, line in enumerate(parting.loose_ends.splitlines()):
            if line.strip():
                yield Line(f"loose:{parting.id}:{place}", line.strip())
    for side in ("me", "them"):
        for one in source.open_promises("me" if side == "me" else "them"):
            whose = "Yours" if side == "me" else f"From {source.name}"
            words = f"{whose}, by {say_day(one.by)}: {one.what} (keep, hand over or let go)"
            yield Line(f"promise:{one.id}", words)
    for reply in source.workbook.all(Reply):
        if reply.is_open:
            who = "You owe" if reply.owes == "me" else f"{source.name} owes"
            yield Line(f"reply:{reply.id}", f"{who} a reply since {say_day(reply.since)}.", True)


def _nothing(source: Source) -> Iterator[Line]:
    del source
    yield from ()


FILLS: Mapping[Fill, Callable[[Source], Iterator[Line]]] = MappingProxyType(
    {
        "promises": _promises,
        "topic": _topic,
        "question": _question,
        "feedback": _feedback,
        "celebrate": _celebrate,
        "new_promises": _nothing,
        "next_date": _next_date,
        "agreement_lines": _agreement_lines,
        "independence": _independence,
        "hurdle": _hurdle,
        "loose_ends": _loose_ends,
        "story": _nothing,
        "nothing": _nothing,
    }
)


def lines_of(beat: Beat, source: Source) -> tuple[Line, ...]:
    """The lines of a beat: what the content suggests, then what the record holds."""
    prompts = (Line(f"prompt:{beat.id}:{n}", text) for n, text in enumerate(beat.prompts))
    return (*prompts, *FILLS[beat.fill](source))


def first_line(text: str) -> str:
    """The first line of a text, cut where it is long."""
    line = text.strip().split("\n", 1)[0]
    return f"{line[:FIRST_WORDS].rstrip()}…" if len(line) > FIRST_WORDS else line
