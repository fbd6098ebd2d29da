"""Facts on building trust: the agreement, kept words, listening, stories told."""

from collections import Counter
from collections.abc import Iterator

from coaching.facts import SIDES, TOO_EARLY, last_met, promises_told, recent_told
from coaching.record.agreement import Agreement
from coaching.record.base import Side
from coaching.record.checkin import Checkin
from coaching.record.promise import Promise
from coaching.record.reply import Reply
from coaching.record.story import Telling
from coaching.say import say_count, say_day, say_list
from coaching.strategies.says import Fact, State, behind
from coaching.strategies.scene import Scene, dated, with_days
from coaching.summary import kept

LINES: dict[str, str] = {
    "confidentiality": "Confidentiality and its limits",
    "topics_ask_first": "Ask first",
    "topics_closed": "Closed topics",
    "hours": "Hours",
    "gifts": "Gifts",
    "social_media": "Social media",
}
"""The lines of an agreement on limits and boundaries, with their names on its page."""
WENT = (("yes", "yes"), ("partly", "partly"), ("no", "no"), ("cannot_say", "cannot say"))


def agreement(scene: Scene) -> Iterator[Fact]:
    """Whether there is an agreement, since when, and whether it names limits and boundaries."""
    found = scene.agreement
    if found is None:
        yield Fact("agreement", "unknown", None, f"No agreement is recorded {scene.began}.")
        return
    rests_on = behind([(found, found.since)])
    if found.has_limits and found.agreed_on is not None:
        named = say_list([f"“{LINES[field]}”" for field in LINES if getattr(found, field)])
        words = f"Your agreement of {say_day(found.agreed_on)} says something under {named}."
        yield Fact("agreement", "good", None, words, behind([(found, found.agreed_on)]))
        return
    words = f"Your agreement dates from {say_day(found.since)}{_agreed_by(scene, found)}."
    yield Fact("agreement", "fact", None, words, rests_on)


def _agreed_by(scene: Scene, found: Agreement) -> str:
    if found.agreed_on is not None:
        return f" and was agreed on {say_day(found.agreed_on)}"
    one = {(True, False): "you", (False, True): scene.name}.get(
        (found.yes_me is not None, found.yes_them is not None)
    )
    return f"; so far only {one} said yes" if one else "; nobody has said yes yet"


def meetings(scene: Scene) -> Iterator[Fact]:
    """When the two last met, and what became of the latest check-ins."""
    checkins = scene.workbook.all(Checkin)
    if scene.held:
        words = last_met(checkins, scene.today)
        last = scene.held[-1:]
        yield Fact("last_met", "fact", None, words, behind(with_days(last)))
    few, at_most = scene.limits.few_checkins, scene.limits.recent_checkins
    words = recent_told(checkins, scene.name, few, at_most)
    recent = scene.recent
    if len(scene.known) < few:
        words = words if recent else f"No check-in is recorded as held {scene.began}."
        yield Fact("recent", "too_early", None, words, behind(with_days(recent)))
        return
    held = sum(one.outcome == "held" for one in recent)
    if scene.two_hats and any(one.by == "them" for one in recent):
        words = (
            f"Of the last {len(recent)} check-ins, {held} {'was' if held == 1 else 'were'} held."
        )
    all_held = held == len(recent)
    state: State = "good" if all_held else "fact"
    yield Fact("recent", state, None, words, behind(with_days(recent)))


def promises(scene: Scene) -> Iterator[Fact]:
    """How each side's promises were settled, the user's own first."""
    everything = scene.workbook.all(Promise)
    for side in SIDES:
        told = [one for one in everything if one.whose == side and one.state in ("kept", "broken")]
        words = promises_told(everything, side, scene.name, scene.limits.few_promises)
        shown = [one for one in scene.promises(side) if one in told or _may_be_shown(scene, one)]
        rests_on = behind((one, one.settled or one.by) for one in shown)
        if len(told) < scene.limits.few_promises:
            if shown:
                yield Fact("promises", "too_early", side, words, rests_on)
            elif side == "me":
                none = f"No promise of yours is recorded {scene.began}."
                yield Fact("promises", "too_early", side, none)
            continue
        counts = kept(everything, side)
        good = counts.broken == 0 and counts.late == 0
        if not good and side == "them" and scene.two_hats:
            continue
        yield Fact("promises", "good" if good else "fact", side, words, rests_on)


def _may_be_shown(scene: Scene, one: Promise) -> bool:
    """Whether one that is open or let go stands beside: of somebody assessed only a new date."""
    return one.whose == "me" or not scene.two_hats or (one.state == "open" and one.renewed_in_time)


def replies(scene: Scene) -> Iterator[Fact]:
    """Replies given, and how many of them in the agreed time."""
    for side in SIDES:
        given = [
            (one, one.answered)
            for one in scene.workbook.all(Reply)
            if one.owes == side and one.answered is not None
        ]
        in_time = sum(day <= one.due for one, day in given)
        if not given or (side == "them" and scene.two_hats and in_time < len(given)):
            continue
        who = "You" if side == "me" else scene.name
        last = dated([day for _, day in given])
        words = (
            f"{who} answered {in_time} of {say_count(len(given), 'reply', 'replies')} owed "
            f"in the agreed time, {last}."
        )
        state: State = "good" if in_time == len(given) else "fact"
        yield Fact("replies", state, side, words, behind(given))


def habits(scene: Scene) -> Iterator[Fact]:
    """How often a listening habit was tried, and whether it happened."""
    tried = [one for one in scene.held if one.habit_went is not None]
    if not tried:
        return
    counted: Counter[str | None] = Counter(one.habit_went for one in tried)
    went = [f"{counted[key]} {words}" for key, words in WENT if counted[key]]
    days = [day for _, day in with_days(tried)]
    rests_on = behind(with_days(tried))
    if len(tried) < scene.limits.few_habits:
        words = f"You tried a listening habit {dated(days)}; {TOO_EARLY} more."
        yield Fact("habits", "too_early", "me", words, rests_on)
        return
    words = (
        f"You tried a listening habit at {say_count(len(tried), 'check-in')}, "
        f"{dated(days)}. Did it happen: {say_list(went)}."
    )
    yield Fact("habits", "good" if counted["yes"] else "fact", "me", words, rests_on)


def feedback(scene: Scene) -> Iterator[Fact]:
    """Feedback in each direction with its latest day."""
    if not scene.feedback:
        words = f"No feedback is recorded {scene.began}; it may have happened elsewhere."
        yield Fact("feedback", "unknown", None, words)
        return
    for direction, words in (("given", "You gave"), ("received", f"{scene.name} gave you")):
        found = [pair for pair in scene.feedback if pair[0].direction == direction]
        if found:
            side: Side = "me" if direction == "given" else "them"
            last = dated([day for _, day in found])
            sentence = f"{words} feedback {_times(len(found))}, {last}."
            yield Fact("feedback", "good", side, sentence, behind(found))
    changed = [(one, one.changed_on) for one, _ in scene.feedback if one.changed_on is not None]
    if changed:
        last = dated([day for _, day in changed])
        words = f"Something changed because of feedback {_times(len(changed))}, {last}."
        yield Fact("feedback_changed", "good", None, words, behind(changed))


def stories(scene: Scene) -> Iterator[Fact]:
    """Stories told by each side, by title."""
    for side in SIDES:
        told = [(one, one.told) for one in scene.workbook.all(Telling) if one.by == side]
        if told:
            who = "You told" if side == "me" else f"{scene.name} told you"
            last = dated([day for _, day in told])
            words = f"{who} {say_count(len(told), 'story')}, {last}."
            yield Fact("stories", "good", side, words, behind(told))


def _times(count: int) -> str:
    return "once" if count == 1 else say_count(count, "time")
