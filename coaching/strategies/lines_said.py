"""What feedback, stories, celebrations, hurdles and people outside show behind a sentence."""

from collections.abc import Iterator
from datetime import date

from coaching.record.celebration import Celebration
from coaching.record.contact import SupportContact
from coaching.record.feedback import Feedback
from coaching.record.hurdle import Hurdle
from coaching.record.story import Telling
from coaching.say import say_day
from coaching.strategies.record_line import Scope, Told
from coaching.timeline import hurdle_line

OWN_CONTACTS = "Your own contacts, for all your relationships"
KIND_RULES = ("same_again", "third_person", "capacity")


def feedback(one: Feedback, _: date, scope: Scope) -> Told:
    """Who gave it; where a change is meant, what changed, and which feedback it followed."""
    gave = "You gave feedback" if one.direction == "given" else f"{scope.name} gave you feedback"
    if scope.rule != "feedback_changed":
        return Told(gave)
    said = f"{gave} on {say_day(one.said or one.on)}."
    changed = f": {one.changed_since}" if one.changed_since else ""
    return Told(f"Changed because of feedback{changed}", (said,))


def celebration(one: Celebration, _: date, __: Scope) -> Told:
    """What was celebrated."""
    return Told(f"Celebrated: {one.act}")


def story(one: Telling, _: date, scope: Scope) -> Told:
    """Who told which story."""
    return Told(f"{scope.who(one.by)} told a story: {one.title}")


def contact(one: SupportContact, _: date, scope: Scope) -> Told:
    """Who is noted, that the day is when it was last checked, and whether before the two began."""
    since = scope.workbook.relationship.since
    before = f"Before you began with {scope.name} on {say_day(since)}."
    below = (before,) if one.checked < since else ()
    return Told(f"{one.name}, last checked on this day", below, under=OWN_CONTACTS)


def hurdle(one: Hurdle, day: date, scope: Scope) -> Told:
    """What happened to it on that day, and the user's own words where those are meant."""
    return Told(_event(one, day, scope), tuple(_days(one, day, scope)), tuple(_own(one, scope)))


def _event(one: Hurdle, day: date, scope: Scope) -> str:
    if scope.rule == "help_asked":
        return "You noted that you asked someone outside about a hurdle"
    if one.closed is None:
        return hurdle_line(one).what
    return "A hurdle, closed" if day == one.closed else "A hurdle, opened"


def _days(one: Hurdle, day: date, scope: Scope) -> Iterator[str]:
    if day != one.opened or one.closed is None:
        yield f"Opened on {say_day(one.opened)}."
    if one.closed is not None:
        endings = {ending.id: ending.label for ending in scope.content.wizard.closing.choices}
        ending = endings.get(one.ending or "", "")
        yield f"Closed on {say_day(one.closed)}{f': {ending}' if ending else ''}."


def _own(one: Hurdle, scope: Scope) -> Iterator[str]:
    if scope.rule == "owned":
        yield f"Your words: “{one.words}”"
    known = scope.content.hurdle(one.closest)
    if scope.rule in KIND_RULES and known is not None:
        yield f"It comes closest to “{known.name}”."
    areas = {area.id: area.label for area in scope.content.decision_path.areas}
    if scope.rule == "capacity" and one.area in areas:
        yield f"You answered “{areas[one.area]}”."
