"""What a user does in the deeper repair: lines of expectations, commitments, a look again."""

from datetime import date

from coaching.errors import Gone, Refused
from coaching.guide.repair import CommitmentWords, LookWords, Pointed
from coaching.hurdle.commitments import room_for
from coaching.hurdle.follow_up import open_until, promised, still_open
from coaching.hurdle.steps import TOGETHER
from coaching.moments import Wall
from coaching.record.checkin import Checkin, happened_on
from coaching.record.hurdle import Hurdle
from coaching.record.promise import Promise
from coaching.record.repair import Commitment, ExpectedLine, Look, LookAnswers
from coaching.record.workbook import Done, Workbook
from coaching.say import say_day
from coaching.verbs import agreements, hurdles, promises

MOST_LINES = 8


def write_line(
    workbook: Workbook, hurdle_id: str, *, line: ExpectedLine, place: int | None = None
) -> Done:
    """Write a line of expected, got, asked for; `place` is that of a line it takes the place of."""
    hurdle = workbook.get(Hurdle, hurdle_id)
    lines = list(hurdle.expected)
    if place is not None and place < len(lines):
        lines[place] = line
    elif len(lines) < MOST_LINES:
        lines.append(line)
    else:
        raise Refused(f"{MOST_LINES} lines are enough for one talk. Take one away first.")
    return _put(workbook, hurdle, "expected", expected=tuple(lines), said="Line kept.")


def drop_line(workbook: Workbook, hurdle_id: str, *, place: int) -> Done:
    """Take a line away."""
    hurdle = workbook.get(Hurdle, hurdle_id)
    lines = (*hurdle.expected[:place], *hurdle.expected[place + 1 :])
    return _put(workbook, hurdle, "expected", expected=lines, said="Line taken away.")


def commit(
    workbook: Workbook,
    hurdle_id: str,
    *,
    commitment: Commitment,
    words: CommitmentWords,
    new_id: str,
    today: date,
) -> Done:
    """Take on a deed. Where the record is about someone it becomes a promise with this new id.

    Refused where this side has three that are open, or the date has passed.
    """
    hurdle = workbook.get(Hurdle, hurdle_id)
    if not room_for(hurdle, commitment.who, workbook.all(Promise)):
        raise Refused(words.most)
    _to_come(commitment.by, today)
    said = f"{commitment.what}, by {say_day(commitment.by)}."
    if workbook.about_someone:
        made = promises.make(
            workbook,
            promise_id=new_id,
            what=commitment.what,
            whose=commitment.who,
            by=commitment.by,
            today=today,
        )
        promise = made.workbook.get(Promise, new_id).changed(hurdle=hurdle_id)
        workbook, said = made.workbook.put(promise), made.said
        commitment = commitment.changed(promise=new_id)
    taken = (*hurdle.commitments, commitment)
    return _put(workbook, hurdle, "commitments", commitments=taken, said=said)


def change_commitment(
    workbook: Workbook, hurdle_id: str, *, place: int, commitment: Commitment, today: date
) -> Done:
    """Word a deed anew or agree another day, also in its promise; whose it is stays.

    On the day it was made another day is a correction; later it is a new date agreed.
    """
    hurdle = workbook.get(Hurdle, hurdle_id)
    old = _commitment(hurdle, place)
    promise = workbook.find(Promise, old.promise) if old.promise else None
    if promise is not None and promise.state != "open":
        raise Refused("This one is settled, so it stays as it is. Write another one.")
    if commitment.by != old.by:
        _to_come(commitment.by, today)
    if promise is not None:
        workbook = _promise_changed(workbook, promise, commitment, today)
    changed = commitment.changed(who=old.who, promise=old.promise)
    taken = (*hurdle.commitments[:place], changed, *hurdle.commitments[place + 1 :])
    return _put(
        workbook,
        hurdle,
        "commitments",
        commitments=taken,
        said=f"Changed: {changed.what}, by {say_day(changed.by)}.",
    )


def take_back(workbook: Workbook, hurdle_id: str, *, place: int) -> Done:
    """Take a deed away, and its promise where that is still open."""
    hurdle = workbook.get(Hurdle, hurdle_id)
    old = _commitment(hurdle, place)
    promise = workbook.find(Promise, old.promise) if old.promise else None
    if promise is not None and promise.state == "open":
        workbook = workbook.without(promise)
    left = (*hurdle.commitments[:place], *hurdle.commitments[place + 1 :])
    return _put(workbook, hurdle, "commitments", commitments=left, said="Taken away.")


def look(
    workbook: Workbook,
    hurdle_id: str,
    *,
    looked: Look,
    words: LookWords,
    next_look: date | None,
    new_id: str,
    today: date,
    learned: str = "",
) -> Done:
    """Keep a look again. With a next day it is a check-in; it is closed only where it may be.

    A look on the same day takes the place of the one before it.
    """
    hurdle = workbook.get(Hurdle, hurdle_id)
    earlier = tuple(one for one in hurdle.looks if one.on != looked.on)
    hurdle = hurdle.changed(looks=(*earlier, looked), learned=learned or hurdle.learned)
    workbook, said = _close_or_say_why(workbook.put(hurdle), hurdle, looked, words, today)
    if workbook.get(Hurdle, hurdle_id).closed is None and next_look is not None:
        workbook = _plan_next(workbook, hurdle_id, next_look, new_id, today)
        said = f"{said} Next look: {say_day(next_look)}."
    return Done(workbook, said)


def they_said(
    workbook: Workbook,
    hurdle_id: str,
    *,
    theirs: LookAnswers | None,
    words: LookWords,
    today: date,
) -> Done:
    """Keep what the other told or wrote, beside today's own answers; nobody has to answer."""
    hurdle = workbook.get(Hurdle, hurdle_id)
    found = next((one for one in hurdle.looks if one.on == today), None)
    if found is None:
        raise Refused("Give your own answers first; theirs stand beside them.")
    looked = found.changed(theirs=theirs)
    others = tuple(one for one in hurdle.looks if one.on != today)
    hurdle = hurdle.changed(looks=(*others, looked))
    return _close_or_say_why(workbook.put(hurdle), hurdle, looked, words, today)


def _close_or_say_why(
    workbook: Workbook, hurdle: Hurdle, looked: Look, words: LookWords, today: date
) -> Done:
    said = "Looked at again; each side's answers stand apart."
    wants = looked.mine.wants == "close"
    if hurdle.closed is not None or not wants:
        return Done(workbook, said)
    until = open_until(promised(hurdle, workbook.all(Promise)), today)
    if points := still_open(hurdle, looked, until):
        between = (_say_point(words, one, until) for one in points)
        return Done(workbook, " ".join((words.not_yet, *between)))
    return hurdles.close(workbook, hurdle.id, ending="settled", learned=hurdle.learned, today=today)


def _say_point(words: LookWords, point: Pointed, until: date | None) -> str:
    day = f" {say_day(until)}." if point == "waits" and until else ""
    return f"{words.point(point)}{day}"


def into_agreement(workbook: Workbook, *, learned: str, new_id: str, today: date) -> Done:
    """Write what was learned into the agreement's line on how the two repair things.

    `new_id` is for a new version, which begins where the latest one was agreed.
    """
    latest = agreements.latest(workbook)
    before = latest.repair if latest else ""
    if learned in before.split("\n"):
        return Done(workbook, "It stands in your agreement already.")
    repair = f"{before}\n{learned}" if before else learned
    return agreements.write(workbook, new_id=new_id, today=today, repair=repair)


def _plan_next(workbook: Workbook, hurdle_id: str, day: date, new_id: str, today: date) -> Workbook:
    """Set the next day; a check-in of both only where there was one, or the two talk of it."""
    _to_come(day, today)
    hurdle = workbook.get(Hurdle, hurdle_id).changed(look_again=day)
    if not workbook.about_someone or not (hurdle.checkin or hurdle.how in TOGETHER):
        return workbook.put(hurdle)
    wall = Wall(day, None, workbook.relationship.zone)
    coming = (
        one
        for one in workbook.all(Checkin)
        if one.hurdle == hurdle_id and one.outcome == "planned" and happened_on(one) > today
    )
    checkin = next(coming, None) or Checkin(
        id=new_id, planned=wall, kind="review", topic=hurdles.LOOK_AGAIN, hurdle=hurdle_id
    )
    return workbook.put(checkin.changed(planned=wall), hurdle.changed(checkin=checkin.id))


def _promise_changed(
    workbook: Workbook, promise: Promise, commitment: Commitment, today: date
) -> Workbook:
    if commitment.by != promise.by:
        if promise.made == today:
            promise = promise.changed(by=commitment.by)
        else:
            renewed = promises.renew(workbook, promise.id, by=commitment.by, today=today)
            promise = renewed.workbook.get(Promise, promise.id)
    return workbook.put(promise.changed(what=commitment.what))


def _commitment(hurdle: Hurdle, place: int) -> Commitment:
    if place >= len(hurdle.commitments):
        raise Gone("This one is not there any more. Nothing was changed.")
    return hurdle.commitments[place]


def _to_come(day: date, today: date) -> None:
    if day < today:
        raise Refused(f"{say_day(day)} has passed. Choose a day to come.", field="by")


def _put(workbook: Workbook, hurdle: Hurdle, question: str, *, said: str, **fields: object) -> Done:
    left_open = tuple(one for one in hurdle.left_open if one != question)
    return Done(workbook.put(hurdle.changed(**fields, left_open=left_open)), said)
