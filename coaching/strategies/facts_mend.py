"""Facts on mending trust: hurdles, what was owned and put right, people outside."""

from collections.abc import Iterator
from datetime import date

from coaching.record.checkin import Checkin, happened_on
from coaching.record.contact import SupportContact
from coaching.record.promise import Promise
from coaching.say import say_count, say_day
from coaching.strategies.says import Fact, State, behind
from coaching.strategies.scene import Scene, dated


def hurdles(scene: Scene) -> Iterator[Fact]:
    """Hurdles that came to an end, and those still open."""
    closed = [(one, one.closed) for one in scene.hurdles if one.closed is not None]
    if closed:
        last = dated([day for _, day in closed])
        words = f"You worked {say_count(len(closed), 'hurdle')} through, {last}."
        yield Fact("hurdles_closed", "good", None, words, behind(closed))
    still = [(one, one.opened) for one in scene.open_hurdles]
    if still:
        oldest = say_day(min(day for _, day in still))
        since = "since" if len(still) == 1 else "the oldest since"
        verb = "is" if len(still) == 1 else "are"
        words = f"{say_count(len(still), 'hurdle')} {verb} open, {since} {oldest}."
        yield Fact("hurdles_open", "fact", None, words, behind(still))


def owned(scene: Scene) -> Iterator[Fact]:
    """Hurdles in which the user found words to own a part."""
    found = [(one, one.opened) for one in scene.hurdles if one.words and one.side in ("me", "both")]
    if found:
        where = say_count(len(found), "hurdle")
        last = dated([day for _, day in found], "opened")
        words = f"You found words for your part in {where}, {last}."
        yield Fact("owned", "good", "me", words, behind(found))


def repair_promises(scene: Scene) -> Iterator[Fact]:
    """Promises made to put something right, and how many were kept."""
    made = [one for one in scene.workbook.all(Promise) if one.hurdle is not None]
    settled = [one for one in made if one.state in ("kept", "broken")]
    if scene.two_hats:
        settled = [one for one in settled if one.whose == "me" or one.state == "kept"]
    if not settled:
        return
    done = sum(one.state == "kept" for one in settled)
    last = dated([one.settled or one.by for one in settled], "settled")
    of = say_count(len(settled), "promise")
    words = f"To put things right, {done} of {of} {_was(done)} kept, {last}."
    state: State = "good" if done == len(settled) else "fact"
    rests_on = behind((one, one.settled or one.by) for one in settled)
    yield Fact("repair_promises", state, None, words, rests_on)


def looked_again(scene: Scene) -> Iterator[Fact]:
    """Days on which the two looked at a hurdle again."""
    held = [
        (one, happened_on(one))
        for one in scene.workbook.all(Checkin)
        if one.hurdle is not None and one.outcome == "held"
    ]
    if held:
        last = dated([day for _, day in held])
        times = "once" if len(held) == 1 else say_count(len(held), "time")
        words = f"You looked at a hurdle again {times}, {last}."
        yield Fact("looked_again", "good", None, words, behind(held))


def contacts(scene: Scene) -> Iterator[Fact]:
    """People outside the pair that the user noted, and when they were last checked.

    They are the user's own, for every relationship: good here only when checked since it began.
    """
    found: list[tuple[SupportContact, date]] = [
        (one, one.checked) for one in scene.mine.all(SupportContact)
    ]
    if not found:
        words = f"Nobody outside is noted in your own contacts up to today, {say_day(scene.today)}."
        yield Fact("contacts", "unknown", "me", words)
        return
    last = dated([day for _, day in found], "checked")
    people = say_count(len(found), "person or office", "people or offices")
    words = f"{people} outside noted in your own contacts, {last}."
    checked_since = any(day >= scene.about.since for _, day in found)
    state: State = "good" if checked_since else "fact"
    yield Fact("contacts", state, "me", words, behind(found))


def help_asked(scene: Scene) -> Iterator[Fact]:
    """Hurdles about which someone outside was asked; what came of it stays in the hurdle."""
    found = [
        (one, one.came_of_it.on)
        for one in scene.hurdles
        if one.came_of_it is not None and one.came_of_it.came != "not_yet"
    ]
    if found:
        last = dated([day for _, day in found], "noted")
        words = f"You asked someone outside about {say_count(len(found), 'hurdle')}, {last}."
        yield Fact("help_asked", "good", "me", words, behind(found))


def _was(count: int) -> str:
    return "was" if count == 1 else "were"
