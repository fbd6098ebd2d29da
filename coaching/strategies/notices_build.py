"""Notices on building trust: no agreement, gaps, late promises, replies, quiet feedback."""

from collections.abc import Iterator

from coaching.facts import SIDES
from coaching.record.agreement import Agreement
from coaching.record.base import Side
from coaching.record.checkin import happened_on
from coaching.record.promise import Promise
from coaching.record.reply import Reply
from coaching.record.story import Telling
from coaching.say import say_count, say_day, say_list
from coaching.strategies.facts_build import LINES
from coaching.strategies.raised import Raised, stage_of
from coaching.strategies.says import Stage
from coaching.strategies.scene import Scene, with_days

WHOLE = 100
NOT_HELD = ("moved", "missed", "cancelled")


def no_agreement(scene: Scene) -> Iterator[Raised]:
    """No agreement after the second check-in held (content base, 6: s1)."""
    if scene.settling or len(scene.held) < scene.limits.agreement_from_checkins:
        return
    found = scene.agreement
    if found is None:
        words = f"{say_count(len(scene.held), 'check-in')} held, and no agreement is recorded."
        yield Raised("no_agreement", scene.workbook.id, "look", None, words, with_days(scene.held))
    elif not found.has_limits:
        held = say_count(len(scene.held), "check-in")
        words = f"{held} held, and the agreement of {say_day(found.since)} {_left_empty(found)}."
        rests_on = [(found, found.since), *with_days(scene.held)]
        yield Raised("agreement_without_limits", found.id, "look", None, words, rests_on)


def _left_empty(agreement: Agreement) -> str:
    """What it says nothing on, by the names of its lines."""
    first, *boundaries = LINES
    if getattr(agreement, first):
        names = say_list([f"“{LINES[field]}”" for field in boundaries], "or")
        return f"says nothing under {names}"
    return f"says nothing under “{LINES[first]}”"


def gap_over(scene: Scene) -> Iterator[Raised]:
    """The gap since the last one held is over 1.5 or 2 times the rhythm (content base, 6: s2)."""
    rhythm, last = scene.about.rhythm, scene.last_held
    if rhythm is None or last is None or scene.settling:
        return
    gap, ideal = scene.days_since(last), rhythm.every.days
    stage = stage_of(
        gap * WHOLE > ideal * scene.limits.gap_of_ideal_percent,
        gap * WHOLE > ideal * scene.limits.gap_of_ideal_percent_soon,
    )
    if stage is None:
        return
    words = (
        f"You last met on {say_day(last)}, {scene.ago(last)}; the rhythm is {rhythm.every.words()}."
    )
    yield Raised("gap_over", scene.workbook.id, stage, None, words, with_days(scene.held[-1:]))


def not_held(scene: Scene) -> Iterator[Raised]:
    """Of the last 5 check-ins, 2 or 3 not held by one side's doing (content base, 6: s2)."""
    if len(scene.known) < scene.limits.few_checkins:
        return
    for side in SIDES:
        found = [one for one in scene.recent if one.outcome in NOT_HELD and one.by == side]
        stage = stage_of(
            len(found) >= scene.limits.not_held_of_recent,
            len(found) >= scene.limits.not_held_of_recent_soon,
        )
        if stage is not None:
            kinds = list(dict.fromkeys(one.outcome for one in found))
            days = say_list([say_day(happened_on(one)) for one in found])
            words = (
                f"{len(found)} of the last {say_count(len(scene.recent), 'check-in')} "
                f"{say_list(kinds, 'or')} by {scene.who(side)}: {days}."
            )
            rule = f"not_held_{side}"
            yield Raised(rule, scene.workbook.id, stage, side, words, with_days(scene.recent))


def late(scene: Scene) -> Iterator[Raised]:
    """A promise over 7 days late; over 14, or 2 late at once, sooner (content base, 6: s2)."""
    for side in SIDES:
        found = late_promises(scene, side)
        if not found:
            continue
        oldest = found[0]
        days = scene.days_since(oldest.by)
        soon = days > scene.limits.late_days_soon or len(found) >= scene.limits.late_at_once_soon
        who = "You promised" if side == "me" else f"{scene.name} promised"
        more = f", and {len(found) - 1} more" if len(found) > 1 else ""
        words = f"{who} this by {say_day(oldest.by)}, {scene.ago(oldest.by)}{more}: {oldest.what}"
        rests_on = [(one, one.by) for one in found]
        yield Raised(f"late_{side}", oldest.id, "soon" if soon else "look", side, words, rests_on)


def late_promises(scene: Scene, side: Side) -> list[Promise]:
    """One side's open promises that are late enough to deserve a look, the oldest date first."""
    opened = [one for one in scene.promises(side) if one.state == "open"]
    found = [one for one in opened if scene.days_since(one.by) > scene.limits.late_days]
    return sorted(found, key=lambda one: one.by)


def replies(scene: Scene) -> Iterator[Raised]:
    """A reply past its agreed day; past twice the time, or asked 3 times, sooner (6: s2)."""
    for side in SIDES:
        owed = [one for one in scene.workbook.all(Reply) if one.owes == side and one.is_open]
        for one in sorted(owed, key=lambda reply: reply.due):
            stage = _reply_stage(scene, one)
            if stage is None:
                continue
            about = f": {one.about}" if one.about else ""
            waits = f"{scene.name} waits for your reply" if side == "me" else "You wait for a reply"
            of = "" if side == "me" else f" from {scene.name}"
            words = f"{waits}{of} since {say_day(one.since)}, agreed for {say_day(one.due)}{about}"
            words = words if about else f"{words}."
            yield Raised(f"reply_{side}", one.id, stage, side, words, [(one, one.since)])


def _reply_stage(scene: Scene, reply: Reply) -> Stage | None:
    waited = scene.days_since(reply.since)
    agreed = max(1, (reply.due - reply.since).days)
    asked_often = len(reply.asked) >= scene.limits.reply_asked_soon
    return stage_of(
        reply.due < scene.today or asked_often,
        asked_often or waited > agreed * scene.limits.reply_times_soon,
    )


def feedback_quiet(scene: Scene) -> Iterator[Raised]:
    """No feedback for 6 weeks or 3 check-ins; for 12 weeks, sooner (content base, 6: s3).

    Where none was ever recorded it stays a look: it may be given and not written down.
    """
    if scene.settling or len(scene.held) < scene.limits.few_habits:
        return
    last = scene.feedback[-1][1] if scene.feedback else None
    since = last or scene.about.since
    met = scene.held_since(since)
    days = scene.days_since(since)
    quiet = days > scene.limits.listening_days or len(met) >= scene.limits.listening_checkins
    long = last is not None and days > scene.limits.listening_days_soon
    stage = stage_of(quiet and bool(met), long and bool(met))
    if stage is None:
        return
    held = say_count(len(met), "check-in")
    start = f"since {say_day(since)}" if last else scene.began
    start = f"{start}, {scene.ago(since)}"
    words = f"No feedback is recorded {start}; {held} held in that time."
    rests_on = [*scene.feedback[-1:], *with_days(met)]
    yield Raised("feedback_quiet", scene.workbook.id, stage, None, words, rests_on)


def no_story(scene: Scene) -> Iterator[Raised]:
    """The mentor told no story by the fourth check-in (content base, 6: s4)."""
    told = any(one.by == "me" for one in scene.workbook.all(Telling))
    if scene.about.i_am != "mentor" or told or scene.settling:
        return
    if len(scene.held) >= scene.limits.story_from_checkins:
        held = say_count(len(scene.held), "check-in")
        words = f"{held} held, and no story of your own is recorded."
        yield Raised("no_story", scene.workbook.id, "look", "me", words, with_days(scene.held))
