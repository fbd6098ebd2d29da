"""What the screens get from outside: records, clock, content, and how this run began."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Literal, Protocol

from coaching.errors import VaultTrouble
from coaching.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from coaching.coach import Coach
    from coaching.exchange import Page, Parcel, Wish
    from coaching.greeting import Greeting
    from coaching.guide import Content
    from coaching.importing.plan import FileRead
    from coaching.keeping import Keeping
    from coaching.moments import DateStyle, Wall
    from coaching.overview import Overview
    from coaching.ports import Clock, Sealing
    from coaching.thresholds import Thresholds
    from coaching.wording import WordingContent


class SettingsRead(Protocol):
    """The user's settings, and a sentence for each entry that does not count."""

    @property
    def settings(self) -> Settings:
        """What counts."""

    @property
    def problems(self) -> tuple[str, ...]:
        """What does not."""

    @property
    def places(self) -> Mapping[tuple[str, str], str]:
        """File and line of each entry that counts, by section and name."""


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

    @property
    def alone(self) -> bool:
        """Whether this is a hurdle of which nothing is kept: no records are opened for it."""
        return self.screen == "hurdle" and not self.workbook_id and not self.keep


@dataclass(frozen=True)
class Defaults:
    """The settings of somebody who set nothing."""

    settings: Settings = field(default_factory=Settings)
    problems: tuple[str, ...] = ()
    places: Mapping[tuple[str, str], str] = field(default_factory=dict)


class SettingsFile(Protocol):
    """The user's settings and the file they are written in."""

    @property
    def place(self) -> str:
        """The path of the file, there or not."""

    @property
    def read(self) -> SettingsRead:
        """What counts now; the first look reads the file."""

    def change(self, section: str, name: str, value: object | None) -> SettingsRead:
        """Write one setting by section and name; None is its default.

        `TrothError` where it is no setting or no value for it, or cannot be written.
        """


class NoSettings:
    """In the place of a settings file where there can be none: the defaults."""

    place = ""
    read: SettingsRead = Defaults()

    def change(self, section: str, name: str, _: object | None) -> SettingsRead:
        """Refused."""
        raise VaultTrouble(f"There is no file here in which [{section}] {name} could stand.")


class WriteOut(Protocol):
    """Writes what leaves to a file, or several files into a folder; gives the full path."""

    def __call__(self, path: str, pages: Sequence[Page], *, folder: bool) -> Path:
        """Never over a file that is there; `TrothError` where it cannot be written."""


class Loose(Protocol):
    """A text in a file of its own, for an editor."""

    @property
    def path(self) -> Path:
        """The file."""

    def read(self) -> str:
        """The text as the editor left it; `VaultTrouble` where that is none for a field."""

    def remove(self) -> None:
        """Remove the file."""


def _nothing_to_pack(_: Wish) -> Parcel:
    raise VaultTrouble("There are no records here that could be taken out.")


def _nowhere(path: str, pages: Sequence[Page], *, folder: bool) -> Path:
    raise VaultTrouble(f"{len(pages)} files cannot be written to {path} from here.")


def _nothing_to_read(path: str) -> FileRead:
    raise VaultTrouble(f"{path} cannot be brought in here.")


def _no_keeping() -> Keeping | None:
    return None


def _no_wording() -> WordingContent:
    raise VaultTrouble("The wording check is not here, so nobody reads along.")


def _no_greeting() -> Greeting:
    raise VaultTrouble("The first question is not here. Troth opens at home.")


def _no_loose_text(_: str) -> Loose:
    raise VaultTrouble("No editor can be opened here. Write the text here.")


def _no_report(_: str) -> Path | None:
    return None


@dataclass
class World:
    """Everything a run stands on. The heavy parts are made on first use, after the first frame.

    `overview` reads the facts without pydantic, tinydb or content, and `stamp` gives a cheap value
    that differs after any window has saved. `make_alone` gives a coach that keeps nothing.
    `close` empties the trash. `write_page` puts a text into a new file, never over another, and
    gives its path; `VaultTrouble` where it cannot. `pack` makes what leaves by a wish, without
    writing it; `write_out` writes that. `set_out` puts a text where an editor can change it;
    `VaultTrouble` where it cannot. `report_crash` keeps where the program failed.
    `sealing` is the seal over the records, `make_keeping` gives the care for their files; None
    where they cannot have one.
    `own` is the file of the user's settings.
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
    pack: Callable[[Wish], Parcel] = _nothing_to_pack
    write_out: WriteOut = _nowhere
    read_in: Callable[[str], FileRead] = _nothing_to_read
    load_greeting: Callable[[], Greeting] = _no_greeting
    load_wording: Callable[[], WordingContent] = _no_wording
    set_out: Callable[[str], Loose] = _no_loose_text
    report_crash: Callable[[str], Path | None] = _no_report
    own: SettingsFile = field(default_factory=NoSettings)
    sealing: Sealing | None = None
    make_keeping: Callable[[], Keeping | None] = _no_keeping
    mark: str = ""
    place: str = ""
    opening: Opening = field(default_factory=Opening)

    @cached_property
    def coach(self) -> Coach:
        """The coach over the user's records."""
        return self.make_coach()

    @property
    def settings(self) -> Settings:
        """What the user has set; a change of it counts from the next look on."""
        return self.own.read.settings

    @property
    def limits(self) -> Thresholds:
        """The thresholds in force."""
        return self.settings.thresholds

    def read_when(self, text: str, zone: str = "", *, past: bool = False) -> Wall:
        """A date typed freely, read against the present moment, by the user's settings.

        In the user's own zone unless another is named. `Refused` where it cannot be read.
        """
        from coaching.when import read_when

        where = zone or self.clock.zone()
        return read_when(text, self.clock.now(), where, style=self.date_style, past=past)

    @property
    def date_style(self) -> DateStyle:
        """How the user writes dates in numbers, and when a week begins."""
        return self.settings.dates.style

    @cached_property
    def keeping(self) -> Keeping | None:
        """The care for the records' files; None where there are none."""
        return self.make_keeping()

    @cached_property
    def content(self) -> Content:
        """The shipped coaching content; `ContentProblem` where a file is wrong."""
        return self.load_content()

    @cached_property
    def wording(self) -> WordingContent:
        """What the wording check knows; `ContentProblem` where its file is wrong."""
        return self.load_wording()
