"""The facts of a workbook that the overview keeps."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from coaching.hurdle.steps import first_open, stage_of, stages_done
from coaching.overview import CheckinLine, HurdleLine, Kept, Person, PromiseLine, PutOffLine
from coaching.record.checkin import Checkin
from coaching.record.hurdle import Hurdle
from coaching.record.promise import Promise
from coaching.record.putoff import PutOff
from coaching.record.relationship import Relationship
from coaching.record.workbook import Workbook

RECENT = 5


def summarise(workbook: Workbook) -> Person:
    """One workbook as the dated facts that home and `due` show."""
    promises = workbook.all(Promise)
    facts = Person(
        id=workbook.id,
        promises=tuple(
            PromiseLine(promise.id, promise.whose, promise.what, promise.by)
            for promise in promises
            if promise.state == "open"
        ),
        my_kept=kept(promises, "me"),
        their_kept=kept(promises, "them"),
        hurdles=tuple(map(_hurdle, filter(_is_open, workbook.all(Hurdle)))),
        put_offs=tuple(
            PutOffLine(put_off.rule, put_off.subject, put_off.until)
            for put_off in workbook.all(PutOff)
        ),
        unreadable=len(workbook.unreadable),
    )
    facts = _with_meetings(facts, workbook.all(Checkin))
    return _named(facts, workbook.relationship) if workbook.about_someone else facts


def kept(promises: Sequence[Promise], whose: str) -> Kept:
    """How one side's promises were settled; a new date counts only when agreed in time."""
    theirs = [promise for promise in promises if promise.whose == whose]
    done = [promise for promise in theirs if promise.state == "kept"]
    return Kept(
        in_time=sum(promise.kept_late_days == 0 for promise in done),
        late=sum(promise.kept_late_days > 0 for promise in done),
        new_date_in_time=sum(
            any(new.in_good_faith for new in promise.new_dates)
            for promise in theirs
            if promise.state != "dropped"
        ),
        dropped=sum(promise.state == "dropped" for promise in theirs),
        broken=sum(promise.state == "broken" for promise in theirs),
    )


def happened_on(checkin: Checkin) -> date:
    """The day a check-in took place, or was planned for."""
    if checkin.held is not None:
        return checkin.held.day
    if checkin.planned is None:
        raise ValueError("a check-in without a day")
    return checkin.planned.day


def last_held(checkins: Sequence[Checkin]) -> date | None:
    """The day of the last check-in held, from which the rhythm counts."""
    return max((happened_on(one) for one in checkins if one.outcome == "held"), default=None)


def _with_meetings(facts: Person, checkins: Sequence[Checkin]) -> Person:
    known = sorted(
        (one for one in checkins if one.outcome not in ("planned", "unknown")), key=happened_on
    )
    not_held = [one for one in known if one.outcome in ("missed", "cancelled")]
    last = not_held[-1] if not_held else None
    return replace(
        facts,
        held=sum(one.outcome == "held" for one in known),
        last_held=last_held(known),
        last_not_held=None if last is None else (happened_on(last), last.outcome, last.by or ""),
        recent=tuple((one.outcome, one.by or "") for one in known[-RECENT:]),
        planned=tuple(
            CheckinLine(one.id, one.planned, one.kind, one.topic, one.hurdle)
            for one in checkins
            if one.outcome == "planned" and one.planned is not None
        ),
    )


def _is_open(hurdle: Hurdle) -> bool:
    return hurdle.closed is None


def _hurdle(hurdle: Hurdle) -> HurdleLine:
    question = first_open(hurdle)
    return HurdleLine(
        id=hurdle.id,
        step=stage_of(question),
        question=question,
        done=stages_done(hurdle),
        opened=hurdle.opened,
        look_again=None if hurdle.checkin else hurdle.look_again,
    )


def _named(facts: Person, relationship: Relationship) -> Person:
    rhythm = relationship.rhythm
    return replace(
        facts,
        name=relationship.name,
        i_am=relationship.i_am,
        state=relationship.state,
        since=relationship.since,
        zone=relationship.zone,
        ideal_days=rhythm.every.days if rhythm else None,
        longest_days=rhythm.longest_days if rhythm else None,
    )
