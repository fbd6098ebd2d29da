"""What a user does with a promise: make, keep, agree a new date, let go, not keep, open again."""

from datetime import date

from coaching.errors import Refused
from coaching.record.base import Side
from coaching.record.promise import NewDate, Promise
from coaching.record.workbook import Done, Workbook
from coaching.say import say_count, say_day


def make(
    workbook: Workbook, *, promise_id: str, what: str, whose: Side, by: date, today: date
) -> Done:
    """Record who will do what by when."""
    promise = Promise(id=promise_id, what=what, whose=whose, made=today, by=by)
    said = f"Promise {_whose(workbook, promise)}: {promise.what}, by {say_day(by)}."
    return Done(workbook.put(promise), said)


def keep(workbook: Workbook, promise_id: str, *, on: date, today: date) -> Done:
    """Record that it was done on a day. Refused for a day to come, or before it was made."""
    promise = _open(workbook, promise_id)
    if on > today:
        raise Refused(f"{say_day(on)} is still to come. Keep it on that day.", field="when")
    if on < promise.made:
        raise Refused(
            f"This was promised on {say_day(promise.made)}, so it cannot have been kept on "
            f"{say_day(on)}. Give a day from then on.",
            field="when",
        )
    kept = promise.changed(state="kept", settled=on)
    late = kept.kept_late_days
    when = f", {say_count(late, 'day')} late" if late else ""
    return Done(workbook.put(kept), f"Promise kept{when}: {kept.what}.")


def renew(workbook: Workbook, promise_id: str, *, by: date, today: date) -> Done:
    """Agree a new date. Before the old one has passed, this counts as good faith."""
    promise = _open(workbook, promise_id)
    if by < today:
        raise Refused(f"{say_day(by)} has passed. Agree a date from today on.", field="by")
    if by == promise.by:
        raise Refused(f"{say_day(by)} is the date agreed already.", field="by")
    new_date = NewDate(was=promise.by, agreed=today, now=by)
    renewed = promise.changed(by=by, new_dates=(*promise.new_dates, new_date))
    return Done(workbook.put(renewed), f"New date agreed: {renewed.what}, by {say_day(by)}.")


def let_go(workbook: Workbook, promise_id: str, *, today: date) -> Done:
    """Both agreed that it is not needed any more; it counts for nothing."""
    dropped = _open(workbook, promise_id).changed(state="dropped", settled=today)
    return Done(workbook.put(dropped), f"Promise let go: {dropped.what}.")


def not_kept(workbook: Workbook, promise_id: str, *, today: date) -> Done:
    """Record that it did not happen and will not."""
    broken = _open(workbook, promise_id).changed(state="broken", settled=today)
    return Done(workbook.put(broken), f"Promise not kept: {broken.what}.")


def open_again(workbook: Workbook, promise_id: str) -> Done:
    """Take back how a promise was settled, where that was a slip; an open one stays as it is."""
    promise = workbook.get(Promise, promise_id).changed(state="open", settled=None)
    return Done(workbook.put(promise), f"Promise open again: {promise.what}.")


def _open(workbook: Workbook, promise_id: str) -> Promise:
    promise = workbook.get(Promise, promise_id)
    if promise.state != "open":
        raise Refused(f"This promise is settled already: {promise.what}. Nothing was changed.")
    return promise


def _whose(workbook: Workbook, promise: Promise) -> str:
    name = workbook.relationship.name
    return f"to {name}" if promise.whose == "me" else f"from {name}"
