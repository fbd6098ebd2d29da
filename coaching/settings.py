"""What a user can set: each setting with its default, and the sentence for a value that is none."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING

from coaching.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Mapping

YEAR_OF_MINUTES = 366 * 24 * 60
MOST_KEPT = 3650


@dataclass(frozen=True)
class LockSettings:
    """`after_minutes` without a key or click lock sealed records; 0 never does."""

    after_minutes: int = 10


@dataclass(frozen=True)
class BackupSettings:
    """For how many days, weeks and months back the newest backup of each is kept."""

    days: int = 7
    weeks: int = 4
    months: int = 12


@dataclass(frozen=True)
class CalendarSettings:
    """`names` says whether a calendar's titles name anybody, `alarm_minutes` when it rings.

    0 minutes is no alarm.
    """

    names: bool = True
    alarm_minutes: int = 0


@dataclass(frozen=True)
class Settings:
    """All settings, by section."""

    lock: LockSettings = LockSettings()
    backups: BackupSettings = BackupSettings()
    calendar: CalendarSettings = CalendarSettings()


MOST = {
    ("lock", "after_minutes"): YEAR_OF_MINUTES,
    ("backups", "days"): MOST_KEPT,
    ("backups", "weeks"): MOST_KEPT,
    ("backups", "months"): MOST_KEPT,
    ("calendar", "alarm_minutes"): YEAR_OF_MINUTES,
}


def sections() -> Mapping[str, Mapping[str, object]]:
    """Every setting with its default, by section and name."""
    plain = Settings()
    return {
        section.name: {
            one.name: getattr(getattr(plain, section.name), one.name)
            for one in fields(getattr(plain, section.name))
        }
        for section in fields(plain)
    }


def with_setting(settings: Settings, section: str, name: str, value: object) -> Settings:
    """These settings with one more set. Refuses what is no setting, and no value for it."""
    known = sections()
    if section not in known:
        raise Refused(f"There are no settings [{section}]. Known are {_words(known)}.")
    if name not in known[section]:
        raise Refused(f"[{section}] has no setting {name}. Known are {_words(known[section])}.")
    _check(section, name, value, known[section][name])
    part = getattr(settings, section)
    return replace(settings, **{section: replace(part, **{name: value})})


def _check(section: str, name: str, value: object, default: object) -> None:
    if isinstance(default, bool):
        if not isinstance(value, bool):
            raise Refused(f"{name} is either true or false.")
        return
    most = MOST[section, name]
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= most:
        raise Refused(f"{name} is a whole number from 0 to {most}.")


def _words(known: Mapping[str, object]) -> str:
    return ", ".join(known)
