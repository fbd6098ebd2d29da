"""What several notices say together: one better question in place of two or three."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from coaching.say import say_day
from coaching.strategies.raised import Raised
from coaching.strategies.scene import Scene, with_days

OUTSIDE_CAUSE = ("outside_cause", "capacity_shock")

_ByRule = Mapping[str, Raised]
_Joined = tuple[Raised, tuple[str, ...]]


def joined(raised: list[Raised], scene: Scene) -> list[Raised]:
    """The notices, with those that belong together made one (content base, 6: combination)."""
    by_rule = {one.rule: one for one in raised}
    for rule in COMBINATIONS:
        found = rule(by_rule, scene)
        if found is not None:
            one, instead_of = found
            raised = [other for other in raised if other.rule not in instead_of]
            raised.append(one)
            by_rule = {other.rule: other for other in raised}
    return raised


def _change_rhythm(by_rule: _ByRule, scene: Scene) -> _Joined | None:
    """The gap has grown and both sides moved dates: is it the rhythm that does not fit?"""
    gap = by_rule.get("gap_over")
    movers = {one.by for one in scene.recent if one.outcome == "moved"}
    if gap is None or not {"me", "them"} <= movers:
        return None
    words = f"{gap.words} Both of you moved dates."
    moved = [one for one in scene.recent if one.outcome == "moved"]
    rests_on = [*gap.rests_on, *with_days(moved)]
    one = replace(gap, rule="change_rhythm", words=words, rests_on=rests_on)
    return one, ("gap_over", "not_held_me", "not_held_them", "no_next_date")


def _capacity(by_rule: _ByRule, scene: Scene) -> _Joined | None:
    """Promises late on one side only, and an outside cause named: a talk on what can wait."""
    mine, theirs = by_rule.get("late_me"), by_rule.get("late_them")
    late = mine or theirs
    named = [
        one for one in scene.open_hurdles if {one.area, one.closest}.intersection(OUTSIDE_CAUSE)
    ]
    if late is None or (mine and theirs) or not named:
        return None
    rests_on = [*late.rests_on, *((one, one.opened) for one in named)]
    return replace(late, rule="capacity", rests_on=rests_on), (late.rule,)


def _unsaid(by_rule: _ByRule, scene: Scene) -> _Joined | None:
    """No feedback since a hurdle was opened: is something left unsaid?"""
    quiet = by_rule.get("feedback_quiet")
    if quiet is None or not scene.open_hurdles:
        return None
    oldest = scene.open_hurdles[0]
    young = scene.days_since(oldest.opened) <= scene.limits.hurdle_step_days
    if young or any(day >= oldest.opened for _, day in scene.feedback):
        return None
    since = f"{say_day(oldest.opened)}, {scene.ago(oldest.opened)}"
    words = f"A hurdle is open since {since}, and no feedback is recorded since."
    rests_on = [*quiet.rests_on, (oldest, oldest.opened)]
    return replace(quiet, rule="unsaid", words=words, rests_on=rests_on), ("feedback_quiet",)


def _all_quiet(by_rule: _ByRule, scene: Scene) -> _Joined | None:
    """Nothing recorded for a while and an old agreement: a review, a pause or an ending?"""
    review = by_rule.get("review_due")
    last = scene.last_held
    if review is None or review.stage != "soon" or last is None or scene.ahead:
        return None
    if scene.days_since(last) <= scene.limits.quiet_days:
        return None
    words = f"{review.words} You last met on {say_day(last)}, {scene.ago(last)}."
    rests_on = [*review.rests_on, *with_days(scene.held[-1:])]
    one = replace(review, rule="all_quiet", words=words, rests_on=rests_on)
    return one, ("review_due", "no_next_date")


COMBINATIONS: tuple[Callable[[_ByRule, Scene], _Joined | None], ...] = (
    _change_rhythm,
    _capacity,
    _unsaid,
    _all_quiet,
)
