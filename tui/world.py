"""What the screens get from outside: records, clock, content, and how this run began."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Literal, Protocol

from coaching.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from coaching.coach import Coach
    from coaching.guide import Content
    from coaching.overview import Overview


class SettingsRead(Protocol):
    """The user's settings, and a sentence for each entry that does not count."""

    @property
    def settings(self) -> Settings:
        """What counts."""

    @property
    def problems(self) -> tuple[str, ...]:
        """What does not."""


class Clock(Protocol):
    """The record's clock and the user's zone."""

    def now(self) -> datetime:
        """The present moment, aware, in the user's zone."""

    def zone(self) -> str:
        """The IANA name of the user's zone."""


@dataclass(frozen=True)
class Opening:
    """The screen a run begins with: home, or a hurdle with someone or alone.

    `workbook_id` is "" for a hurdle alone; `i_am` is the user's side where it was said;
    `keep` is whether a hurdle alone is kept from its first answer on.
    """

    screen: Literal["home", "hurdle"] = "home"
    workbook_id: str = ""
    i_am: Literal["mentor", "mentee"] | None = None
    keep: bool = False


@dataclass(frozen=True)
class Defaults:
    """The settings of somebody who set nothing."""

    settings: Settings = field(default_factory=Settings)
    problems: tuple[str, ...] = ()


def _no_report(_: str) -> Path | None:
    return None


@dataclass
class World:
    """Everything a run stands on. The heavy parts are made on first use, after the first frame.

    `overview` reads the facts without pydantic, tinydb or content, and `stamp` gives a cheap value
    that differs after any window has saved. `make_alone` gives a coach that keeps nothing.
    `close` empties the trash. `write_page` puts a text into a new file, never over another, and
    gives its path; `VaultTrouble` where it cannot. `report_crash` keeps where the program failed.
    `mark` is shown on every screen of a run on made-up records. `place` is where the records are,
    or would be.
    """

    clock: Clock
    overview: Callable[[], Overview]
    stamp: Callable[[], object]
    close: Callable[[], None]
    make_coach: Callable[[], Coach]
    make_alone: Callable[[], Coach]
    load_content: Callable[[], Content]
    write_page: Callable[[str, str], Path]
    report_crash: Callable[[str], Path | None] = _no_report
    load_settings: Callable[[], SettingsRead] = Defaults
    mark: str = ""
    place: str = ""
    opening: Opening = field(default_factory=Opening)

    @cached_property
    def coach(self) -> Coach:
        """The coach over the user's records."""
        return self.make_coach()

    @cached_property
    def settings(self) -> Settings:
        """What the user has set."""
        return self.load_settings().settings

    @cached_property
    def content(self) -> Content:
        """The shipped coaching content; `ContentProblem` where a file is wrong."""
        return self.load_content()
