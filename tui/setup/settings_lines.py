"""The settings as lines of a list: groups, what counts now, the default, what each means."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from textual.content import Content

from coaching.settings import KEYS, sections, value_of
from coaching.settings_words import HEADINGS, say_allowed, say_meaning
from tui.own_settings import WAYS_OUT
from tui.widgets.rows import Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from coaching.settings import Settings

ABOUT = (
    "What you change counts at once, and is written into the file below. The numbers are house "
    "defaults, not research: change what does not fit you."
)


WORDS = {
    "look reduced_motion": "keep still",
    "dates order": "day or month first",
    "dates week_starts": "the week begins on",
    "dates clock": "a clock of",
    "rhythm every": "one check-in every",
    "lock after_minutes": "minutes until it locks",
    "backups days": "a backup a day, days",
    "backups weeks": "one a week, weeks",
    "backups months": "one a month, months",
    "calendar names": "names in the calendar",
    "calendar alarm_minutes": "alarm, minutes before",
}
"""What a setting is called on screen, where its name in the file says too little."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: where it stands in the file, its default, what it means and what it may be."""

    section: str
    name: str
    default: object
    means: str
    allowed: str

    @property
    def key(self) -> str:
        """What tells it from the others."""
        return f"{self.section} {self.name}"

    @property
    def words(self) -> str:
        """Its name as a person reads it; a key keeps the name that docs/keys.md has."""
        if self.section == KEYS:
            return self.name
        return WORDS.get(self.key, self.name.replace("_", " "))

    def value(self, settings: Settings) -> object:
        """What counts."""
        found = value_of(settings, self.section, self.name)
        return self.default if found is None else found

    def is_own(self, settings: Settings) -> bool:
        """Whether the user has set another than the default."""
        return self.value(settings) != self.default

    def about(self) -> Content:
        """What it means and what may be written."""
        in_file = f" ({self.name} in the file)" if self.words != self.name else ""
        first = Content.assemble((self.words, "bold"), in_file, f"  {self.means}")
        allowed = "yes or no" if isinstance(self.default, bool) else self.allowed
        return Content("\n").join([first, Content(f"Allowed: {allowed}.")])


def settings_of() -> list[Setting]:
    """All but the keys, in the order of the file."""
    return [
        Setting(section, name, default, say_meaning(section, name), say_allowed(section, name))
        for section, known in sections().items()
        for name, default in known.items()
    ]


def key_settings() -> list[Setting]:
    """A setting for the keys of each deed; loads every screen."""
    from tui.setup.own_keys import sharing
    from tui.setup.registry import every_key

    fixed = WAYS_OUT | sharing()
    found: dict[str, Setting] = {}
    for one in every_key():
        if one.id not in found and one.id not in fixed:
            allowed = "keys as docs/keys.md writes them, with commas between several"
            found[one.id] = Setting(KEYS, one.id, ",".join(one.keys), one.words, allowed)
    return sorted(found.values(), key=lambda one: one.name.partition(".")[0])


def rows_of(settings: Sequence[Setting], counts: Settings) -> list[Row]:
    """A heading for each section, then its settings; what the user changed is marked."""
    return list(_rows(settings, counts))


def _rows(settings: Iterable[Setting], counts: Settings) -> Iterator[Row]:
    for section, group in groupby(settings, key=lambda one: one.section):
        yield Row(f"heading {section}", (Content.styled(HEADINGS[section], "bold"), "", "", ""))
        for one in group:
            mark = "*" if one.is_own(counts) else " "
            yield Row(
                one.key,
                (
                    f"{mark} {one.words}",
                    say_value(one.value(counts)),
                    say_value(one.default),
                    one.means,
                ),
            )


def say_value(value: object) -> str:
    """A value as a person reads it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value) or "none"
