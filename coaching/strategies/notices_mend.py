"""Notices on mending trust: waiting hurdles, days to look again, the same again, no one outside."""

from collections import Counter
from collections.abc import Iterator

from coaching.hurdle.steps import PLAN, first_open
from coaching.record.checkin import Checkin, happened_on
from coaching.record.contact import SupportContact
from coaching.record.hurdle import Hurdle
from coaching.record.promise import Promise
from coaching.say import say_count, say_day
from coaching.strategies.raised import Raised, stage_of
from coaching.strategies.scene import Scene, with_days

NO_KIND = ("", "none", "not_sure")
MINOR = "One of you is under 18, and no safety contact is noted"


def hurdle_waiting(scene: Scene) -> Iterator[Raised]:
    """An open hurdle without its next step for over 7 or 21 days (content base, 6: s5)."""
    for one in scene.open_hurdles:
        age = scene.days_since(one.opened)
        stage = stage_of(
            age > scene.limits.hurdle_step_days, age > scene.limits.hurdle_step_days_soon
        )
        if stage is not None and first_open(one) != PLAN:
            since = f"{say_day(one.opened)}, {scene.ago(one.opened)}"
            words = f"A hurdle is open since {since}, with no plan made yet."
            yield Raised("hurdle_waiting", one.id, stage, None, words, [(one, one.opened)])


def look_again_late(scene: Scene) -> Iterator[Raised]:
    """The day to look again passed over 7 days ago (content base, 6: s6)."""
    for one in scene.open_hurdles:
        day = one.look_again
        if day is None or _looked(scene, one):
            continue
        if scene.days_since(day) > scene.limits.look_again_late_days:
            words = f"You meant to look at a hurdle again on {say_day(day)}, {scene.ago(day)}."
            yield Raised("look_again_late", one.id, "look", None, words, [(one, one.opened)])


def _looked(scene: Scene, hurdle: Hurdle) -> bool:
    return any(
        one.hurdle == hurdle.id and (one.outcome == "held" or happened_on(one) >= scene.today)
        for one in scene.workbook.all(Checkin)
        if one.outcome in ("held", "planned")
    )


def repair_promise_late(scene: Scene) -> Iterator[Raised]:
    """A promise made to put something right is past its date (content base, 6: s6)."""
    for one in scene.workbook.all(Promise):
        overdue = one.state == "open" and one.by < scene.today
        if one.hurdle is None or not overdue:
            continue
        words = f"To put something right, this was promised by {say_day(one.by)}: {one.what}"
        yield Raised("repair_promise_late", one.id, "soon", one.whose, words, [(one, one.by)])


def same_again(scene: Scene) -> Iterator[Raised]:
    """The same kind of hurdle within 90 days; twice again, a third person (6: s6, s7)."""
    counted = Counter(one.closest for one in scene.hurdles if one.closest not in NO_KIND)
    for kind, times in counted.items():
        of_kind = [one for one in scene.hurdles if one.closest == kind]
        rests_on = [(one, one.opened) for one in of_kind]
        newest = of_kind[-1]
        if times > scene.limits.failed_repairs and newest.closed is None:
            words = (
                f"A hurdle of the same kind was opened {times} times, the latest on "
                f"{say_day(newest.opened)}."
            )
            yield Raised("third_person", newest.id, "soon", None, words, rests_on)
        elif times > 1 and newest.closed is None:
            before = of_kind[-2]
            apart = (newest.opened - (before.closed or before.opened)).days
            if apart <= scene.limits.same_hurdle_days:
                words = (
                    f"Hurdles of the same kind were opened on {say_day(before.opened)} and "
                    f"{say_day(newest.opened)}."
                )
                yield Raised("same_again", newest.id, "soon", None, words, rests_on[-2:])


def contacts(scene: Scene) -> Iterator[Raised]:
    """Nobody outside by the second check-in, or last checked over 180 days ago (6: s7)."""
    found = scene.mine.all(SupportContact)
    needed = 0 if scene.has_minor else scene.limits.contact_from_checkins
    if not found:
        if len(scene.held) >= needed:
            held = say_count(len(scene.held), "check-in")
            words = f"{held} held, and nobody outside is noted in your own contacts."
            words = f"{MINOR} {scene.began}." if scene.has_minor else words
            yield Raised("no_contact", scene.mine.id, "look", "me", words, with_days(scene.held))
        return
    newest = max(found, key=lambda one: one.checked)
    if newest.is_old(scene.today, scene.limits.contact_old_days):
        checked = f"{say_day(newest.checked)}, {scene.ago(newest.checked)}"
        words = f"The people outside in your own contacts were last checked on {checked}."
        rests_on = [(one, one.checked) for one in found]
        yield Raised("contact_old", scene.mine.id, "look", "me", words, rests_on)
