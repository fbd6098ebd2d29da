"""Notices on keeping trust alive: reviews, goals, the next date, celebrations, agendas, levels."""

from collections.abc import Iterator
from datetime import date

from coaching.record.celebration import Celebration
from coaching.record.checkin import happened_on
from coaching.record.parting import Parting
from coaching.record.topic import Topic
from coaching.record.trial import Trial
from coaching.say import say_count, say_day
from coaching.strategies.facts_keep import agendas_set
from coaching.strategies.raised import Raised, stage_of
from coaching.strategies.says import Stage
from coaching.strategies.scene import Scene, with_days
from coaching.verbs.partings import is_followed


def review_due(scene: Scene) -> Iterator[Raised]:
    """No review for 90 or 180 days since the agreement or the last one (content base, 6: s8)."""
    found = scene.agreement
    if found is None or scene.settling:
        return
    last = last_looked_at(scene)
    if last is None:
        return
    planned = found.review_on
    if planned is not None and planned > last:
        stage = stage_of(planned < scene.today, _over(scene, planned, soon_only=True))
    else:
        stage = stage_of(_over(scene, last), _over(scene, last, soon_only=True))
    if stage is None:
        return
    looked = "last walked through" if scene.reviews else "made"
    meant = f", and meant to be looked at on {say_day(planned)}" if planned else ""
    words = f"The agreement was {looked} on {say_day(last)}, {scene.ago(last)}{meant}."
    rests_on = [(found, found.since), *scene.reviews[-1:]]
    yield Raised("review_due", found.id, stage, None, words, rests_on)


def last_looked_at(scene: Scene) -> date | None:
    """The day the agreement was last walked through or made anew; None without one."""
    if scene.agreement is None:
        return None
    done = [day for _, day in scene.reviews]
    return max([*done, scene.agreement.since])


def _over(scene: Scene, day: date, *, soon_only: bool = False) -> bool:
    limits = scene.limits
    limit = limits.review_days_soon if soon_only else limits.review_days
    return scene.days_since(day) > limit


def goals_same(scene: Scene) -> Iterator[Raised]:
    """The goals stayed the same over two reviews (content base, 6: s8)."""
    needed = scene.limits.unchanged_reviews
    if scene.settling or not scene.goals or len(scene.reviews) < needed:
        return
    first = scene.reviews[-needed][1]
    written = [one.since for one in scene.goals]
    if max(written) <= first:
        words = f"The goals are as on {say_day(max(written))}, through {needed} reviews."
        rests_on = [*scene.reviews[-needed:], *((one, one.since) for one in scene.goals)]
        yield Raised("goals_same", scene.workbook.id, "soon", None, words, rests_on)


def trial_due(scene: Scene) -> Iterator[Raised]:
    """The day to decide about another format has come (content base, 6: s8, format trials)."""
    for one in scene.workbook.all(Trial):
        if one.is_due(scene.today):
            met = scene.held_since(one.since)
            held = f", with {say_count(len(met), 'check-in')} held in it" if met else ""
            since = f"since {say_day(one.since)}, to decide on {say_day(one.until)}{held}"
            words = f"You are trying another format {since}: {one.what}"
            rests_on = [(one, one.since), *with_days(met)]
            yield Raised("trial_due", one.id, "look", None, words, rests_on)


def no_next_date(scene: Scene) -> Iterator[Raised]:
    """No next date is booked; sooner once the rhythm has run out as well (6: s9)."""
    if scene.settling or scene.ahead or scene.waiting:
        return
    last, rhythm = scene.last_held, scene.about.rhythm
    if last is None or len(scene.known) < scene.limits.few_checkins:
        return
    run_out = rhythm is not None and scene.days_since(last) >= rhythm.every.days
    out = f"; the rhythm is {rhythm.every.words()}" if rhythm is not None and run_out else ""
    words = (
        f"You last met on {say_day(last)}, {scene.ago(last)}, and no next date is recorded{out}."
    )
    stage: Stage = "soon" if run_out else "look"
    rests_on = with_days(scene.held[-1:])
    yield Raised("no_next_date", scene.workbook.id, stage, None, words, rests_on)


def no_celebration(scene: Scene) -> Iterator[Raised]:
    """No celebration for 8 or 16 weeks, with at least 3 check-ins (content base, 6: s9)."""
    if scene.settling or len(scene.held) < scene.limits.few_checkins:
        return
    found = sorted(scene.workbook.all(Celebration), key=lambda one: one.on)
    since = found[-1].on if found else scene.about.since
    met = scene.held_since(since)
    days = scene.days_since(since)
    long = bool(found) and days > scene.limits.celebration_days_soon
    stage = stage_of(days > scene.limits.celebration_days, long)
    if stage is None or not met:
        return
    start = f"since {say_day(since)}" if found else scene.began
    start = f"{start}, {scene.ago(since)}"
    held = say_count(len(met), "check-in")
    words = f"No celebration is recorded {start}; {held} held in that time."
    rests_on = [*((one, one.on) for one in found[-1:]), *with_days(met)]
    yield Raised("no_celebration", scene.workbook.id, stage, None, words, rests_on)


def follow_up_due(scene: Scene) -> Iterator[Raised]:
    """The friendly word both wanted after the ending (content base, 5.8)."""
    for one in scene.workbook.all(Parting):
        wanted = one.both_want_follow_up and not is_followed(scene.workbook, one)
        if wanted and one.follow_up is not None and one.follow_up <= scene.today:
            words = f"You both wanted a friendly word on {say_day(one.follow_up)}."
            yield Raised("follow_up_due", one.id, "look", None, words, [(one, one.announced)])


def agendas_one_side(scene: Scene) -> Iterator[Raised]:
    """One side set all of the last 4 or 6 agendas (content base, 6: s10)."""
    found = agendas_set(scene)
    first, second = scene.limits.agendas_by_one, scene.limits.agendas_by_one_soon
    if len(found) < first or scene.settling:
        return
    side = found[-1].agenda_by
    run = 0
    for one in reversed(found):
        if one.agenda_by != side or side == "both":
            break
        run += 1
    if run < first or side is None or side == "both":
        return
    last = say_day(happened_on(found[-1]))
    words = f"The last {run} agendas up to {last} were set by {scene.who(side)}."
    stage: Stage = "soon" if run >= second else "look"
    rests_on = with_days(found[-run:])
    yield Raised("agendas_one_side", scene.workbook.id, stage, side, words, rests_on)


def level_unchanged(scene: Scene) -> Iterator[Raised]:
    """No level moved over two reviews (content base, 6: s10)."""
    needed = scene.limits.unchanged_reviews
    topics = [one for one in scene.workbook.all(Topic) if one.ended is None]
    if scene.settling or not topics or len(scene.reviews) < needed:
        return
    first = scene.reviews[-needed][1]
    moved = max([one.since for one in topics] + [m.on for one in topics for m in one.moves])
    if moved <= first:
        words = f"The levels are as on {say_day(moved)}, through {needed} reviews."
        rests_on = [*scene.reviews[-needed:], *((one, one.since) for one in topics)]
        yield Raised("level_unchanged", scene.workbook.id, "look", None, words, rests_on)
