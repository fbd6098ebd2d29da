"""Makes the agenda of a check-in from its kind and the record."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from coaching.agenda.asking import habit_for, question_for
from coaching.agenda.fills import FILLS, lines_of
from coaching.agenda.says import Agenda, BeatLines, Line
from coaching.agenda.source import Source
from coaching.guide.content import Content
from coaching.guide.parts import fill
from coaching.moments import Wall
from coaching.record.checkin import Checkin, Kind
from coaching.record.workbook import Workbook
from coaching.thresholds import DEFAULTS, Thresholds


def next_checkin(workbook: Workbook, now: datetime) -> Checkin | None:
    """The next check-in that is planned and not over."""
    planned = [
        (one.planned.order(), one)
        for one in workbook.all(Checkin)
        if one.outcome == "planned" and one.planned is not None and not one.planned.passed(now)
    ]
    return min(planned, key=lambda pair: pair[0])[1] if planned else None


def checkin_at_hand(workbook: Workbook, now: datetime) -> Checkin | None:
    """Today's check-in, though its hour may have begun; else the next one."""
    today = [
        (abs(one.planned.order()[0] - now), one)
        for one in workbook.all(Checkin)
        if one.outcome == "planned" and one.planned is not None and _is_today(one.planned, now)
    ]
    return min(today, key=lambda pair: pair[0])[1] if today else next_checkin(workbook, now)


def _is_today(wall: Wall, now: datetime) -> bool:
    instant = wall.instant()
    return (instant.astimezone(now.tzinfo).date() if instant else wall.day) == now.date()


def agenda_of(
    workbook: Workbook,
    checkin: Checkin | None,
    now: datetime,
    content: Content,
    *,
    kind: Kind | None = None,
    limits: Thresholds = DEFAULTS,
) -> Agenda:
    """The agenda of this check-in, or of a regular one where none is planned.

    Beats and lines that the user took off are left out, moved beats stand where they were put.
    """
    source = Source(workbook, checkin, now, content, limits)
    which = kind or (checkin.kind if checkin else "regular")
    known = content.agenda(which)
    dropped = frozenset(checkin.agenda_dropped) if checkin else frozenset()
    beats = [
        BeatLines(
            beat.id,
            fill(beat.named(source.role), name=source.name),
            beat.minutes,
            lines_of(beat, source),
        )
        for beat in known.beats
    ]
    filled = _with_question(beats, source, asks=any(b.fill == "question" for b in known.beats))
    kept = [beat.without(dropped) for beat in filled if beat.id not in dropped]
    question, habit = question_for(source), habit_for(source)
    return Agenda(
        kind=which,
        name=known.name,
        purpose=known.purpose,
        wall=checkin.planned if checkin else None,
        beats=tuple(_in_order(kept, checkin.agenda_order if checkin else ())),
        question=question.id if question else "",
        habit=habit.id,
        habit_words=f"{habit.text} {habit.help}",
        before=tuple(_before(source)),
    )


def _with_question(
    beats: Sequence[BeatLines], source: Source, *, asks: bool
) -> Iterator[BeatLines]:
    """Where no beat asks the question of the bank, it stands with what is brought."""
    asked = tuple(FILLS["question"](source))
    for beat in beats:
        if not asks and beat.id in ("topic", "what_changed"):
            yield replace(beat, lines=(*beat.lines, *(_could_ask(line) for line in asked)))
        else:
            yield beat


def _could_ask(line: Line) -> Line:
    return replace(line, words=f"A question to ask: {line.words}")


def _in_order(beats: Sequence[BeatLines], order: Sequence[str]) -> list[BeatLines]:
    """The beats as the user put them; those without a place of their own keep theirs."""
    rank = {beat_id: place for place, beat_id in enumerate(order)}
    if not rank:
        return list(beats)
    natural = {beat.id: place for place, beat in enumerate(beats)}
    return sorted(beats, key=lambda beat: (rank.get(beat.id, natural[beat.id]), natural[beat.id]))


def _before(source: Source) -> Iterator[str]:
    """What to have in mind before: two hats, someone under 18, a guess."""
    words = source.content.agreement
    for tie in source.workbook.relationship.ties or ():
        for found in words.ties:
            if found.id == tie:
                yield found.follows[0]
    if source.checkin is not None and source.checkin.guess:
        yield f"Your guess what is on the mind of {source.name}: {source.checkin.guess}"
