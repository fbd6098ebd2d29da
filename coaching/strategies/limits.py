"""From when on each notice is raised, in words: house defaults, not research."""

from dataclasses import asdict

from coaching.thresholds import DEFAULTS, Thresholds

HOUSE_DEFAULT = "A house default, not research."
OWN = "You set this yourself."

WHEN: dict[str, str] = {
    "no_agreement": "after {agreement_from_checkins} check-ins held",
    "agreement_without_limits": "after {agreement_from_checkins} check-ins held",
    "gap_over": (
        "when the gap is over {gap_times} times the rhythm; worth asking soon over "
        "{gap_times_soon} times"
    ),
    "change_rhythm": "when the gap has grown and both of you moved dates",
    "not_held_me": "from {not_held_of_recent} of the last {recent_checkins} check-ins; "
    "worth asking soon from {not_held_of_recent_soon}",
    "not_held_them": "from {not_held_of_recent} of the last {recent_checkins} check-ins; "
    "worth asking soon from {not_held_of_recent_soon}",
    "late_me": "over {late_days} days past the date; worth asking soon over "
    "{late_days_soon} days, or with {late_at_once_soon} late at once",
    "late_them": "over {late_days} days past the date; worth asking soon over "
    "{late_days_soon} days, or with {late_at_once_soon} late at once",
    "capacity": "when promises of one side are over {late_days} days late, and an outside cause "
    "is noted",
    "reply_me": "after the agreed reply time ({reply_working_days} working days where none is "
    "agreed); worth asking soon after {reply_times_soon} times that, or when asked "
    "{reply_asked_soon} times",
    "reply_them": "after the agreed reply time ({reply_working_days} working days where none is "
    "agreed); worth asking soon after {reply_times_soon} times that, or when asked "
    "{reply_asked_soon} times",
    "feedback_quiet": "after {listening_days} days or {listening_checkins} check-ins without "
    "feedback; worth asking soon after {listening_days_soon} days since the last",
    "unsaid": "when a hurdle is open for over {hurdle_step_days} days without feedback since",
    "no_story": "after {story_from_checkins} check-ins held",
    "hurdle_waiting": "when a hurdle has no plan after {hurdle_step_days} days; "
    "worth asking soon after {hurdle_step_days_soon}",
    "look_again_late": "over {look_again_late_days} days after the day to look again",
    "repair_promise_late": "as soon as its date has passed",
    "same_again": "when the same kind comes back within {same_hurdle_days} days",
    "third_person": "when the same kind came back {failed_repairs} times",
    "no_contact": "after {contact_from_checkins} check-ins held; where one of you is under 18, "
    "at once",
    "contact_old": "after {contact_old_days} days",
    "review_due": "after {review_days} days, or on the day you chose; worth asking soon after "
    "{review_days_soon} days",
    "goals_same": "after {unchanged_reviews} reviews",
    "trial_due": "on the day you chose",
    "all_quiet": "after {quiet_days} days without a check-in, with a review over "
    "{review_days_soon} days ago",
    "no_next_date": "when no date is booked, from {few_checkins} check-ins on; "
    "worth asking soon when the rhythm has run out",
    "no_celebration": "after {celebration_days} days; worth asking soon after "
    "{celebration_days_soon} since the last",
    "follow_up_due": "on the day you both chose",
    "agendas_one_side": "after {agendas_by_one} agendas from one side; worth asking soon after "
    "{agendas_by_one_soon}",
    "level_unchanged": "after {unchanged_reviews} reviews",
}
"""When each notice is raised, by its rule; the numbers are filled from the thresholds in force."""


def say_limit(rule: str, limits: Thresholds = DEFAULTS) -> str:
    """When this notice is raised, and whose limit that is; "" for a rule that has none."""
    if rule not in WHEN:
        return ""
    whose = HOUSE_DEFAULT if _is_the_house_s(WHEN[rule], limits) else OWN
    return f"{when_raised(rule, limits)} {whose}"


def when_raised(rule: str, limits: Thresholds = DEFAULTS) -> str:
    """A sentence on when this notice is raised; "" for a rule that has none."""
    if rule not in WHEN:
        return ""
    numbers = {
        **asdict(limits),
        "gap_times": _times(limits.gap_of_ideal_percent),
        "gap_times_soon": _times(limits.gap_of_ideal_percent_soon),
    }
    return f"Worth a look {WHEN[rule].format(**numbers)}."


def _is_the_house_s(words: str, limits: Thresholds) -> bool:
    """Whether the user changed none of the numbers in these words."""
    names = {name for name, value in asdict(limits).items() if value != getattr(DEFAULTS, name)}
    if names & {"gap_of_ideal_percent", "gap_of_ideal_percent_soon"}:
        names |= {"gap_times", "gap_times_soon"}
    return not any(f"{{{name}}}" in words for name in names)


def _times(percent: int) -> str:
    """150 as "1.5"."""
    return f"{percent / 100:g}"
