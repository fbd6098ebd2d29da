"""`troth settings`: where the settings are, what counts, and which lines of them do not."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from coaching.settings import KEYS, sections, value_of
from coaching.settings_words import HEADINGS, say_meaning, toml_of
from tui.bootstrap import own_settings
from tui.cli.output import aligned, complain, say

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from coaching.settings import Settings

DONE, WRONG_LINES = 0, 1
YOURS = "yours"


def run_settings(options: argparse.Namespace) -> int:
    """Print the place and every value; exit code 1 where a line of the file does not count."""
    own = own_settings()
    if options.init:
        own.begin()
        say(f"Written: {own.place}. Every line in it is a remark until you take its mark away.")
        return DONE
    there = "" if Path(own.place).exists() else " (not there yet; --init writes it)"
    say(f"{own.place}{there}", *_told(own.read.settings))
    for problem in own.read.problems:
        complain(problem)
    return WRONG_LINES if own.read.problems else DONE


def _told(settings: Settings) -> Iterator[str]:
    for section, known in sections().items():
        yield from ("", f"[{section}]  {HEADINGS[section]}")
        rows = [_row(settings, section, name, default) for name, default in known.items()]
        yield from aligned(rows)
    yield from ("", f"[{KEYS}]  {HEADINGS[KEYS]}")
    own = [(f'"{deed}"', f"= {toml_of(key)}") for deed, key in sorted(settings.keys.items())]
    yield from aligned(own) if own else ["none"]


def _row(settings: Settings, section: str, name: str, default: object) -> tuple[str, ...]:
    value = value_of(settings, section, name)
    means = say_meaning(section, name)
    if value != default:
        means = f"{YOURS}, the default is {toml_of(default)}: {means}"
    return name, f"= {toml_of(value)}", f"# {means}"
