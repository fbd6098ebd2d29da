"""Facts on keeping trust alive: reviews, goals, celebrations, dates, agendas, levels."""

from collections import Counter
from collections.abc import Iterator

from coaching.record.agreement import Agreement
from coaching.record.celebration import Celebration
from coaching.record.checkin import Checkin, happened_on
from coaching.record.goal import Goal
from coaching.record.topic import Topic
from coaching.record.trial import Trial, TrialEnd
from coaching.say import say_count, say_day, say_list
from coaching.strategies.says import Fact, behind
from coaching.strategies.scene import Scene, dated, with_days

DECIDED: dict[TrialEnd, str] = {
    "keep": "which you keep.",
    "change": "which you changed.",
    "back": "and then back to how it was.",
}


def reviews(scene: Scene) -> Iterator[Fact]:
    """Reviews done, and versions of the agreement."""
    if scene.reviews:
        last = dated([day for _, day in scene.reviews])
        words = f"You walked through the agreement {_times(len(scene.reviews))}, {last}."
        yield Fact("reviews", "good", None, words, behind(scene.reviews))
    versions = [(one, one.since) for one in scene.workbook.all(Agreement)]
    if len(versions) > 1:
        last = dated([day for _, day in versions], "written")
        words = f"The agreement has {len(versions)} versions, {last}."
        yield Fact("versions", "good", None, words, behind(versions))


def goals(scene: Scene) -> Iterator[Fact]:
    """Goals reached or changed, and who wrote the open ones."""
    ended = [
        (one, one.ended)
        for one in scene.workbook.all(Goal)
        if one.ended is not None and one.end in ("reached", "changed")
    ]
    if ended:
        counted = Counter(one.end for one, _ in ended)
        parts = [f"{counted[end]} {end}" for end in ("reached", "changed") if counted[end]]
        last = dated([day for _, day in ended])
        words = f"Goals: {say_list(parts)}, {last}."
        yield Fact("goals_moved", "good", None, words, behind(ended))
    if scene.goals:
        authors: Counter[str] = Counter(one.author for one in scene.goals)
        told = (("me", "you"), ("them", scene.name), ("both", "both of you"))
        by = [f"{authors[key]} by {who}" for key, who in told if authors[key]]
        last = dated([one.since for one in scene.goals], "written")
        count = say_count(len(scene.goals), "open goal")
        whose = by[0].removeprefix("1 ") if len(scene.goals) == 1 else say_list(by)
        words = f"{count}, {whose}, {last}."
        rests_on = behind((one, one.since) for one in scene.goals)
        yield Fact("goals_open", "fact", None, words, rests_on)


def formats(scene: Scene) -> Iterator[Fact]:
    """Other formats tried and decided about, and the one that is being tried."""
    trials = scene.workbook.all(Trial)
    decided = [(one, one.ended) for one in trials if one.ended is not None]
    if decided:
        newest, _ = max(decided, key=lambda pair: pair[1])
        many = len(decided)
        tried = "another format" if many == 1 else f"{many} other formats"
        last = dated([day for _, day in decided], "decided")
        how = DECIDED[newest.end or "back"]
        words = f"You tried {tried}, {last}: {newest.what}, {how}"
        yield Fact("formats", "good", None, words, behind(decided))
    for one in trials:
        told_by_notice = scene.asks and one.is_due(scene.today)
        if one.end is None and not told_by_notice:
            until = f"since {say_day(one.since)}, to decide on {say_day(one.until)}"
            words = f"You are trying another format {until}: {one.what}"
            yield Fact("format_now", "fact", None, words, behind([(one, one.since)]))


def celebrations(scene: Scene) -> Iterator[Fact]:
    """Celebrations recorded, with the latest one."""
    found = [(one, one.on) for one in scene.workbook.all(Celebration)]
    if not found:
        if 0 < len(scene.held) < scene.limits.few_checkins:
            held = say_count(len(scene.held), "check-in")
            early = f"Celebrations: too early to say, with {held} held {scene.began}."
            rests_on = behind(with_days(scene.held))
            yield Fact("celebrations", "too_early", None, early, rests_on)
        else:
            words = f"No celebration is recorded {scene.began}."
            yield Fact("celebrations", "unknown", None, words)
        return
    newest, _ = max(found, key=lambda pair: pair[1])
    last = dated([day for _, day in found])
    words = f"{say_count(len(found), 'celebration')}, {last}: {newest.act}"
    yield Fact("celebrations", "good", None, words, behind(found))


def next_date(scene: Scene) -> Iterator[Fact]:
    """The next date that is agreed."""
    if scene.ahead:
        first = scene.ahead[0]
        words = f"The next date is {say_day(happened_on(first))}."
        yield Fact("next_date", "good", None, words, behind(with_days([first])))
    elif scene.asks and not scene.settling:
        words = f"No date after today, {say_day(scene.today)}, is recorded."
        yield Fact("next_date", "fact", None, words)


def agendas(scene: Scene) -> Iterator[Fact]:
    """Who set the agendas of the latest check-ins of which that is known."""
    found = agendas_set(scene)
    if not found:
        return
    rests_on = behind(with_days(found))
    if len(found) < scene.limits.few_agendas:
        yield Fact("agendas", "too_early", None, "Who sets agendas: too early to say.", rests_on)
        return
    counted: Counter[str | None] = Counter(one.agenda_by for one in found)
    told = (("me", "you"), ("them", scene.name), ("both", "both of you"))
    by = [f"{counted[key]} by {who}" for key, who in told if counted[key]]
    last = say_day(max(happened_on(one) for one in found))
    words = f"Of {len(found)} agendas up to {last}, {say_list(by)}."
    yield Fact("agendas", "good" if len(by) > 1 else "fact", None, words, rests_on)


def agendas_set(scene: Scene) -> list[Checkin]:
    """The latest check-ins held of which it is known who set the agenda, oldest first."""
    known = [one for one in scene.held if one.agenda_by is not None]
    return known[-scene.limits.agendas_by_one_soon :]


def levels(scene: Scene) -> Iterator[Fact]:
    """Topics in which the mentee decides more than at first."""
    topics = [one for one in scene.workbook.all(Topic) if one.ended is None]
    risen = [
        (one, one.moves[-1].on) for one in topics if one.moves and one.level > one.moves[0].was
    ]
    if risen:
        last = say_day(max(day for _, day in risen))
        who = "you decide" if scene.about.i_am == "mentee" else f"{scene.name} decides"
        topics_risen = say_count(len(risen), "topic")
        words = f"In {topics_risen} {who} more than at first; the latest step was on {last}."
        yield Fact("levels", "good", None, words, behind(risen))
    elif topics:
        last = dated([one.since for one in topics], "named")
        words = f"{say_count(len(topics), 'topic')} with a level, {last}; all as at first."
        rests_on = behind((one, one.since) for one in topics)
        yield Fact("levels", "fact", None, words, rests_on)


def _times(count: int) -> str:
    return "once" if count == 1 else say_count(count, "time")
