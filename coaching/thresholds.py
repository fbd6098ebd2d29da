"""Every threshold in one place: house defaults, not research, each with where it comes from.

"Content base" is the collected base of facts and rules for mentoring; most of it marks its own
thresholds as design judgement. None of them is a finding about people. What each means in plain
words, as the settings show it, stands in `settings_words.py`.
"""

from dataclasses import dataclass

LONGEST_OF_IDEAL = 2
"""The longest gap as a multiple of the rhythm, unless one was chosen (6: s2, "gap > 2x")."""

DEED_DAYS = 7
"""A first deed is to be seen within so many days (3.6)."""

LOOK_AGAIN_DAYS = 21
"""When to look at a hurdle again, where its kind names no days (our choice)."""

USUAL_FROM_CHECKINS = 5
"""How many of the latest dates agreed say which weekday and time are usual (our choice)."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From when on something is said, asked or named; the user may change each in the settings.

    House defaults, not research (content base, 6, unless said otherwise); days unless the name
    says otherwise. A name without `_soon` is the first stage, with it the second.
    """

    few_checkins: int = 3
    few_promises: int = 4
    recent_checkins: int = 5
    agreement_from_checkins: int = 2
    review_days: int = 90
    review_days_soon: int = 180
    gap_of_ideal_percent: int = 150
    gap_of_ideal_percent_soon: int = 200
    late_days: int = 7
    late_days_soon: int = 14
    late_at_once_soon: int = 2
    not_held_of_recent: int = 2
    not_held_of_recent_soon: int = 3
    reply_working_days: int = 3
    reply_times_soon: int = 2
    reply_asked_soon: int = 3
    few_habits: int = 2
    listening_days: int = 42
    listening_checkins: int = 3
    listening_days_soon: int = 84
    story_from_checkins: int = 4
    hurdle_step_days: int = 7
    hurdle_step_days_soon: int = 21
    look_again_late_days: int = 7
    same_hurdle_days: int = 90
    contact_from_checkins: int = 2
    contact_old_days: int = 180
    failed_repairs: int = 2
    celebration_days: int = 56
    celebration_days_soon: int = 112
    agendas_by_one: int = 4
    agendas_by_one_soon: int = 6
    unchanged_reviews: int = 2
    few_agendas: int = 3
    closing_checkins: int = 2
    follow_up_days: int = 75
    question_rest_checkins: int = 6
    good_lately_days: int = 30
    quiet_days: int = 60
    promise_near_days: int = 2
    """Our choice; as is `good_lately_days`."""
    away_days: int = 7
    ahead_days: int = 14
    """Two weeks: the default rhythm (content base, 5.1)."""
    as_planned: int = 3
    not_yet_built_checkins: int = 4
    """2: `not_yet_built`; our number."""
    long_gap_times: int = 2
    long_without_rhythm_days: int = 60
    together_days: int = 365
    """2: `outgrown_fit`; these four bear on the order of what may be behind a hurdle."""


DEFAULTS = Thresholds()
"""The house defaults."""
