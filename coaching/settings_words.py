"""What each setting means in plain words, and a settings file that says it beside every default."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coaching.settings import CHOICES, EVERY, KEYS, range_of, say_choices, sections

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

HEADINGS: Mapping[str, str] = {
    "look": "How it looks",
    "dates": "Dates and times",
    "rhythm": "The rhythm of a new person",
    "lock": "Locking sealed records",
    "backups": "How long backups are kept",
    "calendar": "Calendars you take out",
    "thresholds": "When Troth says something",
    KEYS: "Your own keys",
}

_MEANS: Mapping[str, Mapping[str, str]] = {
    "look": {
        "theme": "the colours; ansi-dark and ansi-light are your terminal's own",
        "reduced_motion": "whether everything stands still that could move on its own",
    },
    "dates": {
        "order": "how 3/4 is read; Troth itself writes the month as a word",
        "week_starts": "what this week and next week mean",
        "clock": "how times are written, 15:00 or 3:00 pm; you can type both",
    },
    "rhythm": {
        "every": "for a new person where you name none, like 2w or monthly; empty: none",
    },
    "lock": {"after_minutes": "minutes without a key until sealed records lock; 0: never"},
    "backups": {
        "days": "one backup is kept for each of so many days",
        "weeks": "one for each of so many weeks",
        "months": "one for each of so many months",
    },
    "calendar": {
        "names": "whether titles name people; if not, they say only Check-in or Promise",
        "alarm_minutes": "minutes before a check-in; 0: no alarm",
    },
    "thresholds": {
        "few_checkins": "fewer check-ins than this: too early to say",
        "few_promises": "fewer settled promises than this: too early to say",
        "recent_checkins": "how many of the latest check-ins a sentence is about",
        "agreement_from_checkins": "check-ins held before an agreement is asked for",
        "review_days": "days after a review until the next is asked for",
        "review_days_soon": "days after a review until it is worth asking about soon",
        "gap_of_ideal_percent": "a gap worth a look, in hundredths of the rhythm; 150: 1.5 times",
        "gap_of_ideal_percent_soon": "a gap worth asking about soon, in hundredths of the rhythm",
        "late_days": "days past its date until a promise is worth a look",
        "late_days_soon": "days past its date until a promise is worth asking about soon",
        "late_at_once_soon": "so many late promises of one side are worth asking about soon",
        "not_held_of_recent": "of the latest check-ins, so many not held by one side",
        "not_held_of_recent_soon": "so many not held by one side are worth asking about soon",
        "reply_working_days": "working days for a reply, where you two agreed none",
        "reply_times_soon": "so many times the reply time are worth asking about soon",
        "reply_asked_soon": "a reply asked for so many times is worth asking about soon",
        "few_habits": "check-ins held, or habits tried, before a habit is spoken of",
        "listening_days": "days without feedback until it is worth a look",
        "listening_checkins": "check-ins without feedback until it is worth a look",
        "listening_days_soon": "days without feedback until it is worth asking about soon",
        "story_from_checkins": "check-ins held before a story of yours is asked for",
        "hurdle_step_days": "days until a hurdle without a plan is raised",
        "hurdle_step_days_soon": "days until a hurdle without a plan is worth asking about soon",
        "look_again_late_days": "days after the day to look again until it is raised",
        "same_hurdle_days": "days within which the same hurdle counts as back again",
        "contact_from_checkins": "check-ins held before somebody outside is asked for",
        "contact_old_days": "days until a support contact is to be checked again",
        "failed_repairs": "the same hurdle back so many times: think of a third person",
        "celebration_days": "days without a celebration until it is worth a look",
        "celebration_days_soon": "days without a celebration until it is worth asking about soon",
        "agendas_by_one": "agendas from one side in a row that are worth a look",
        "agendas_by_one_soon": "agendas from one side in a row that are worth asking about soon",
        "unchanged_reviews": "reviews without a change until it is worth a look",
        "few_agendas": "fewer agendas than this: too early to say",
        "closing_checkins": "check-ins to close well, once an ending is announced",
        "follow_up_days": "days after an ending until a friendly word is proposed",
        "question_rest_checkins": "a question asked rests for so many check-ins",
        "good_lately_days": "days for which something good is named as lately",
        "quiet_days": "days without a check-in that count as quiet",
        "promise_near_days": "days before its date when your own promise is the next step",
        "away_days": "days after which a check-in that passed is asked about at the start",
        "ahead_days": "days ahead that home looks",
        "as_planned": "so many held in a row count as held as planned",
        "not_yet_built_checkins": "fewer check-ins held than this: trust may just be young",
        "long_gap_times": "a gap of so many times the longest one: you may have drifted apart",
        "long_without_rhythm_days": "without a rhythm, a gap of so many days is long",
        "together_days": "days together after which the first purpose may be outgrown",
    },
}

RHYTHMS = {EVERY: "a rhythm like 2w or monthly, or empty"}

_OPENING = """\
# Settings of Troth. Take away the mark before a line to change it; what is left out keeps its
# default. `troth settings` says what counts and names what does not.
"""
_KEYS = """\
[keys]
# By the deed, as docs/keys.md and the settings in Troth list them.
# "home.new" = "a"
"""


def say_meaning(section: str, name: str) -> str:
    """What a setting means, in a few plain words."""
    return _MEANS[section][name]


def say_allowed(section: str, name: str) -> str:
    """What may be written: "true or false", "from 1 to 3650", one of a few words."""
    default = sections()[section][name]
    if isinstance(default, bool):
        return "true or false"
    if isinstance(default, int):
        least, most = range_of(section, name)
        return f"a whole number from {least} to {most}"
    if (section, name) in CHOICES:
        return say_choices(CHOICES[section, name])
    return RHYTHMS[section, name]


def toml_of(value: object) -> str:
    """A value as TOML writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    quoted = str(value).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{quoted}"'


def commented_file() -> str:
    """A whole settings file in which every line is a remark: the defaults and what they mean."""
    return "\n".join(_lines())


def _lines() -> Iterator[str]:
    yield _OPENING
    for section, known in sections().items():
        yield f"# {HEADINGS[section]}."
        yield f"[{section}]"
        for name, default in known.items():
            yield f"# {name} = {toml_of(default)}  # {say_meaning(section, name)}"
        yield ""
    yield f"# {HEADINGS[KEYS]}."
    yield _KEYS
