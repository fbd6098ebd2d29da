"""Every threshold in one place: house defaults, not research, each with where it comes from.

"Content base" is the collected base of facts and rules for mentoring; most of it marks its own
thresholds as design judgement. None of them is a finding about people.
"""

from dataclasses import dataclass

FEW_CHECKINS = 3
"""Check-ins of known outcome below which a count is "too early to say" (content base, 6: s2)."""

FEW_PROMISES = 4
"""Promises settled below which a count is "too early to say" (content base, 6: s2)."""

RECENT_CHECKINS = 5
"""How many of the latest known check-ins a sentence is about (content base, 6: "2 of last 5")."""

NOT_HELD_OF_RECENT = 2
"""Recent check-ins moved, missed or cancelled by one side that are worth a look (6: s2)."""

AS_PLANNED = 3
"""Latest check-ins held in a row that count as "held as planned" (our choice)."""

NOT_YET_BUILT_CHECKINS = 4
"""Check-ins held below which trust may just not be built yet (2: `not_yet_built`; our number)."""

PROMISE_LATE_DAYS = 7
"""Days past its date after which a promise deserves a look (content base, 6: s2, "> 7 d late").

The user's own promise is raised as soon as its date has passed: to agree a new date is theirs to
do. A promise of the other is raised only after these days, and rests until then.
"""

PROMISE_NEAR_DAYS = 2
"""Days before its date from which the user's own promise is the next step (our choice)."""

LONGEST_OF_IDEAL = 2
"""The longest gap as a multiple of the rhythm, unless one was chosen (6: s2, "gap > 2x")."""

LONG_GAP_OF_LONGEST = 2
"""The multiple of the longest gap from which two people may have drifted apart (our choice)."""

LONG_WITHOUT_RHYTHM_DAYS = 60
"""Days since the last check-in that are long where no rhythm is agreed (our choice)."""

LONG_TOGETHER_DAYS = 365
"""Days since which a relationship may have outgrown its first purpose (2: `outgrown_fit`)."""

USUAL_FROM_CHECKINS = 5
"""How many of the latest dates agreed say which weekday and time are usual (our choice)."""

AWAY_DAYS = 7
"""Days after which check-ins that passed without a word are asked about at the start."""

AHEAD_DAYS = 14
"""Days ahead that home and `due` look (two weeks: the default rhythm, content base, 5.1)."""

GOOD_LATELY_DAYS = 30
"""Days for which something good is named as lately (our choice)."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """When a strategy's notice is worth a look, and when it is worth asking sooner.

    House defaults, not research (content base, 6). Settings may change each; days unless the name
    says otherwise. A name without `_soon` is the first stage, with it the second.
    """

    few_checkins: int = FEW_CHECKINS
    few_promises: int = FEW_PROMISES
    recent_checkins: int = RECENT_CHECKINS
    agreement_from_checkins: int = 2
    review_days: int = 90
    review_days_soon: int = 180
    gap_of_ideal_percent: int = 150
    gap_of_ideal_percent_soon: int = 200
    late_days: int = PROMISE_LATE_DAYS
    late_days_soon: int = 14
    late_at_once_soon: int = 2
    not_held_of_recent: int = NOT_HELD_OF_RECENT
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
    no_date_checkins_soon: int = 2
    agendas_by_one: int = 4
    agendas_by_one_soon: int = 6
    unchanged_reviews: int = 2
    few_agendas: int = 3
    new_days: int = 30
    closing_checkins: int = 2
    follow_up_days: int = 75
    question_rest_checkins: int = 6
    good_lately_days: int = GOOD_LATELY_DAYS
    quiet_days: int = 60


DEFAULTS = Thresholds()
"""The house defaults."""
