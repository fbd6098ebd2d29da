"""What a user can set: each setting with its default, and the sentence for a value that is none."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from coaching.errors import Refused
from coaching.moments import DateStyle
from coaching.thresholds import DEFAULTS, Thresholds

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coaching.moments import Every

YEAR_OF_MINUTES = 366 * 24 * 60
MOST_KEPT = 3650
FEW_CHOICES = 4
DAY_FIRST, MONTH_FIRST = "day first", "month first"
MONDAY, SUNDAY = "monday", "sunday"
WHOLE_DAY, HALF_DAYS = "24 hours", "12 hours"
WEEKS = {MONDAY: 0, SUNDAY: 6}
KEYS = "keys"
THRESHOLDS = "thresholds"
EVERY = ("rhythm", "every")
DEED = re.compile(r"[a-z][a-z-]*\.[a-z0-9-]+")
THEMES = (
    "troth-dark",
    "troth-light",
    "ansi-dark",
    "ansi-light",
    "atom-one-dark",
    "atom-one-light",
    "catppuccin-frappe",
    "catppuccin-latte",
    "catppuccin-macchiato",
    "catppuccin-mocha",
    "dracula",
    "flexoki",
    "gruvbox",
    "monokai",
    "nord",
    "rose-pine",
    "rose-pine-dawn",
    "rose-pine-moon",
    "solarized-dark",
    "solarized-light",
    "textual-dark",
    "textual-light",
    "tokyo-night",
)
"""Troth's own two, the terminal's colours, then those that come with Textual."""


class LookSettings(NamedTuple):
    """How it looks: the name of a theme, and whether things move on their own."""

    theme: str = THEMES[0]
    reduced_motion: bool = False


class DateSettings(NamedTuple):
    """How dates typed in numbers are read, the day a week begins with, and how times are said."""

    order: str = DAY_FIRST
    week_starts: str = MONDAY
    clock: str = WHOLE_DAY

    @property
    def style(self) -> DateStyle:
        """The same, as dates are read by it."""
        return DateStyle(self.order == DAY_FIRST, WEEKS[self.week_starts])

    @property
    def twelve(self) -> bool:
        """Whether times are said in twice twelve hours."""
        return self.clock == HALF_DAYS


class RhythmSettings(NamedTuple):
    """The rhythm of a new person where none is said; "" is none."""

    every: str = ""

    def usual(self) -> Every | None:
        """The rhythm of a new person where none is said."""
        from coaching.when.rhythms import read_every

        return read_every(self.every) if self.every else None


class LockSettings(NamedTuple):
    """`after_minutes` without a key or click lock sealed records; 0 never does."""

    after_minutes: int = 10


class BackupSettings(NamedTuple):
    """For how many days, weeks and months back the newest backup of each is kept."""

    days: int = 7
    weeks: int = 4
    months: int = 12


class CalendarSettings(NamedTuple):
    """`names` says whether a calendar's titles name anybody, `alarm_minutes` when it rings.

    0 minutes is no alarm.
    """

    names: bool = True
    alarm_minutes: int = 0


class Settings(NamedTuple):
    """All settings, by section; `keys` holds the user's own keys by the id of their deed."""

    look: LookSettings = LookSettings()
    dates: DateSettings = DateSettings()
    rhythm: RhythmSettings = RhythmSettings()
    lock: LockSettings = LockSettings()
    backups: BackupSettings = BackupSettings()
    calendar: CalendarSettings = CalendarSettings()
    thresholds: Thresholds = DEFAULTS
    keys: Mapping[str, str] = MappingProxyType({})


RANGES = {
    ("lock", "after_minutes"): (0, YEAR_OF_MINUTES),
    ("backups", "days"): (0, MOST_KEPT),
    ("backups", "weeks"): (0, MOST_KEPT),
    ("backups", "months"): (0, MOST_KEPT),
    ("calendar", "alarm_minutes"): (0, YEAR_OF_MINUTES),
    ("thresholds", "follow_up_days"): (60, 90),
    ("thresholds", "gap_of_ideal_percent"): (100, 1000),
    ("thresholds", "gap_of_ideal_percent_soon"): (100, 1000),
}
A_THRESHOLD = (1, MOST_KEPT)
"""What a threshold may be where `RANGES` names nothing else."""
CHOICES = {
    ("look", "theme"): THEMES,
    ("dates", "order"): (DAY_FIRST, MONTH_FIRST),
    ("dates", "week_starts"): (MONDAY, SUNDAY),
    ("dates", "clock"): (WHOLE_DAY, HALF_DAYS),
}


def sections() -> Mapping[str, Mapping[str, object]]:
    """Every setting with its default, by section and name; the keys have no names of their own."""
    house = Settings()
    parts = {section: getattr(house, section) for section in Settings._fields if section != KEYS}
    return {
        section: {name: getattr(part, name) for name in _names(part)}
        for section, part in parts.items()
    }


def _names(part: NamedTuple | Thresholds) -> Sequence[str]:
    if isinstance(part, Thresholds):
        return [one.name for one in fields(part)]
    return part._fields


def value_of(settings: Settings, section: str, name: str) -> object:
    """What counts for one setting; for a deed's keys None where the house's hold."""
    if section == KEYS:
        return settings.keys.get(name)
    return getattr(getattr(settings, section), name)


def with_setting(settings: Settings, section: str, name: str, value: object) -> Settings:
    """These settings with one more set. Refuses what is no setting, and no value for it."""
    if section == KEYS:
        own = {**settings.keys, name: _checked_keys(name, value)}
        return settings._replace(keys=own)
    known = sections()
    if section not in known:
        every = _words((*known, KEYS))
        raise Refused(f"There are no settings [{section}]. Known are {every}.")
    if name not in known[section]:
        raise Refused(f"[{section}] has no setting {name}. Known are {_words(known[section])}.")
    _check(section, name, value, known[section][name])
    part = getattr(settings, section)
    given: dict[str, Any] = {name: value}
    new = replace(part, **given) if isinstance(part, Thresholds) else part._replace(**given)
    return Settings(**{**settings._asdict(), section: new})


def range_of(section: str, name: str) -> tuple[int, int]:
    """The least and the most that a number may be. `LookupError` for a setting without a rule."""
    if section == THRESHOLDS:
        return RANGES.get((section, name), A_THRESHOLD)
    return RANGES[section, name]


def _check(section: str, name: str, value: object, default: object) -> None:
    if isinstance(default, bool):
        if not isinstance(value, bool):
            raise Refused(f"{name} is either true or false.")
    elif isinstance(default, int):
        least, most = range_of(section, name)
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            raise Refused(f"{name} is a whole number from {least} to {most}.")
    elif (section, name) in CHOICES:
        known = CHOICES[section, name]
        if value not in known:
            raise Refused(f"{name} is {say_choices(known)}.")
    elif (section, name) == EVERY:
        _check_rhythm(name, value)
    else:
        raise LookupError(f"No rule says what [{section}] {name} may be.")


def say_choices(known: Sequence[str]) -> str:
    """The answers that a setting has; of many only the first few."""
    if len(known) <= FEW_CHOICES:
        return f"one of {', '.join(known)}"
    others = len(known) - FEW_CHOICES
    return f"one of {', '.join(known[:FEW_CHOICES])}, or of {others} more in docs/settings.md"


def _check_rhythm(name: str, value: object) -> None:
    if not isinstance(value, str):
        raise Refused(f'{name} is a rhythm in quotes, like "2w", or "" for none.')
    RhythmSettings(every=value).usual()


def _checked_keys(deed: str, value: object) -> str:
    """Keys as Textual names them, with commas between several."""
    if not DEED.fullmatch(deed):
        raise Refused(f"{deed} is no deed. Deeds are written like home.new, in quotes.")
    keys = [key.strip() for key in value.split(",")] if isinstance(value, str) else []
    if not keys or not all(keys):
        raise Refused(f'{deed} is a key in quotes, like "a", or several, like "a,ctrl+n".')
    return ",".join(keys)


def _words(known: Mapping[str, object] | tuple[str, ...]) -> str:
    return ", ".join(known)
