"""The facts of a workbook that the overview keeps."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from coaching.follow_up import follow_up_checkins
from coaching.hurdle.steps import first_open, stage_of, stages_done
from coaching.overview import (
    CheckinLine,
    HurdleLine,
    Kept,
    Person,
    PromiseLine,
    PutOffLine,
    ReplyLine,
    TrialLine,
)
from coaching.record.celebration import Celebration
from coaching.record.checkin import Checkin, happened_on, known, last_held
from coaching.record.hurdle import Hurdle
from coaching.record.promise import Promise
from coaching.record.putoff import PutOff
from coaching.record.relationship import Relationship
from coaching.record.reply import Reply
from coaching.record.trial import Trial
from coaching.record.workbook import Workbook


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
        replies=tuple(
            ReplyLine(reply.id, reply.owes, reply.since, reply.due)
            for reply in workbook.all(Reply)
            if reply.is_open
        ),
        celebrated=_celebrated(workbook),
        unreadable=len(workbook.unreadable),
    )
    facts = _with_meetings(facts, workbook.all(Checkin))
    if not workbook.about_someone:
        return facts
    if workbook.relationship.state == "ended":
        facts = _only_follow_ups(facts, workbook)
    return replace(_named(facts, workbook.relationship), trials=_tried(workbook))


def kept(promises: Sequence[Promise], whose: str) -> Kept:
    """How one side's promises were settled; a new date counts only when agreed in time."""
    theirs = [promise for promise in promises if promise.whose == whose]
    done = [promise for promise in theirs if promise.state == "kept"]
    return Kept(
        in_time=sum(promise.kept_late_days == 0 for promise in done),
        late=sum(promise.kept_late_days > 0 for promise in done),
        new_date_in_time=sum(
            promise.renewed_in_time for promise in theirs if promise.state != "dropped"
        ),
        dropped=sum(promise.state == "dropped" for promise in theirs),
        broken=sum(promise.state == "broken" for promise in theirs),
    )


def _with_meetings(facts: Person, checkins: Sequence[Checkin]) -> Person:
    told = known(checkins)
    not_held = [one for one in told if one.outcome in ("missed", "cancelled")]
    last = not_held[-1] if not_held else None
    return replace(
        facts,
        held=sum(one.outcome == "held" for one in told),
        last_held=last_held(told),
        last_not_held=None if last is None else (happened_on(last), last.outcome, last.by or ""),
        planned=tuple(
            CheckinLine(one.id, one.planned, one.kind, one.topic, one.hurdle)
            for one in checkins
            if one.outcome == "planned" and one.planned is not None
        ),
    )


def _only_follow_ups(facts: Person, workbook: Workbook) -> Person:
    """After an ending nothing planned before it counts, only the friendly word agreed for later."""
    wanted = {one.id for one in follow_up_checkins(workbook)}
    return replace(facts, planned=tuple(line for line in facts.planned if line.id in wanted))


def _tried(workbook: Workbook) -> tuple[TrialLine, ...]:
    """The formats that are being tried."""
    trials = (trial for trial in workbook.all(Trial) if trial.end is None)
    return tuple(TrialLine(trial.id, trial.what, trial.until) for trial in trials)


def _celebrated(workbook: Workbook) -> tuple[date, str] | None:
    latest = max(workbook.all(Celebration), key=lambda one: one.on, default=None)
    return (latest.on, latest.act) if latest else None


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
