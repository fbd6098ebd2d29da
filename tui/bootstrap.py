"""Puts a run together: vault, drafts, clock, ids and content. The only file that names `data`."""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime
from functools import cached_property, partial
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, BinaryIO

from coaching.errors import Refused, VaultTrouble
from coaching.say import say_times_by
from data.clock import ShiftedClock, SystemClock
from data.greeting import load_greeting
from data.places import default_vault
from data.vault import FileVault
from tui.world import Loose, Opening, World

if TYPE_CHECKING:
    from coaching.coach import Coach
    from coaching.exchange import Page, Parcel, Wish
    from coaching.guide import Content
    from coaching.importing.plan import FileRead
    from coaching.keeping import Keeping
    from coaching.overview import Overview
    from coaching.ports import Clock, Sealing
    from coaching.settings import Settings
    from coaching.wording import WordingContent
    from data.own_settings import OwnSettings
    from data.scenario_loader import ScenarioLibrary
    from data.scenario_store import PlayStore

VAULT_VARIABLE = "TROTH_VAULT"
FIRST_YEAR, LAST_YEAR = 1970, 2150


class Records:
    """The records of a run, its clock, and the user's. The heavy parts are made on first use."""

    def __init__(self, folder: Path, clock: "Clock") -> None:
        """Work on the vault in this folder, which need not be there yet."""
        self.clock = clock
        self._vault = FileVault.at(folder)
        self._vault.care.how_many = lambda: self.settings.backups
        self._coach: Coach | None = None
        self._making = Lock()
        say_times_by(lambda: self.settings.dates.twelve)

    @property
    def folder(self) -> Path:
        """Where the records are, or would be."""
        return self._vault.places.root

    def today(self) -> date:
        """The day it is for the user."""
        return self.clock.now().date()

    @cached_property
    def own(self) -> "OwnSettings":
        """The user's settings file."""
        return own_settings()

    @property
    def settings(self) -> "Settings":
        """What the user has set."""
        return self.own.read.settings

    @property
    def sealing(self) -> "Sealing":
        """The seal over these records, on them or not."""
        return self._vault

    @property
    def locked(self) -> bool:
        """Whether they are sealed, and the user would have to be asked for the passphrase."""
        if not self._vault.locked:
            return False
        from tui.cli.passphrase import FILE, named

        return not named(FILE)

    def unlock(self) -> None:
        """Open sealed records with the passphrase of a file, or of the user at the terminal."""
        if self._vault.locked:
            from tui.cli.passphrase import unlock

            unlock(self._vault)

    @property
    def keeping(self) -> "Keeping":
        """The care for the files of these records: backups, choices, the doctor."""
        from data.keeper import Keeper

        return Keeper(self._vault)

    def happened(self) -> "Sequence[str]":
        """What was done to the files, or could not be done, in this run: sentences for the user."""
        read = vars(self.own).get("read") if "own" in vars(self) else None
        return (*self._vault.care.happened(), *(read.problems if read else ()))

    def real_today(self) -> date:
        """The machine's own day, whatever the record's clock says."""
        return datetime.now().astimezone().date()

    def check(self) -> None:
        """`VaultTrouble` where there are no records yet, or they cannot be used or unlocked."""
        self.check_there()
        self.unlock()

    @property
    def there(self) -> bool:
        """Whether there are records in the folder, even if about nobody."""
        return self._vault.exists()

    def check_there(self) -> None:
        """`VaultTrouble` where there are no records yet, or they cannot be used; sealed is fine."""
        if not self._vault.exists():
            raise VaultTrouble(
                f"There are no records in {self.folder} yet. "
                "Begin with troth add NAME --i-am mentor, or with troth alone."
            )
        self._vault.check()

    def check_usable(self) -> None:
        """`VaultTrouble` where there are records that cannot be used; none at all is fine."""
        if self._vault.exists():
            self._vault.check()

    def overview(self) -> "Overview":
        """The facts of everyone, without loading what only changes need."""
        self.unlock()
        return self._vault.overview()

    @property
    def coach(self) -> "Coach":
        """The one coach over these records, which are unlocked; any thread may ask."""
        self.unlock()
        return self._one_coach()

    def _one_coach(self) -> "Coach":
        with self._making:
            if self._coach is None:
                self._coach = self._make_coach()
            return self._coach

    def content(self) -> "Content":
        """The shipped coaching content."""
        from data.content_loader import load_content

        return load_content()

    def close(self) -> None:
        """Let go of the vault, with its overview ready for the next start."""
        self._vault.close()

    def world(self, opening: Opening, mark: str = "") -> World:
        """What the screens get of these records."""
        return World(
            clock=self.clock,
            overview=_nobody if opening.alone else self._vault.overview,
            stamp=(lambda: None) if opening.alone else self._vault.stamp,
            close=self.close,
            make_coach=self._warm_coach,
            make_alone=self._alone,
            load_content=self.content,
            load_greeting=load_greeting,
            load_wording=load_wording,
            write_page=_write_page,
            pack=self.pack,
            write_out=self.write_out,
            read_in=self.read_in,
            set_out=_set_out,
            own=self.own,
            report_crash=self._report_crash,
            sealing=self._vault,
            make_keeping=lambda: self.keeping,
            mark=mark,
            place=str(self.folder),
            opening=opening,
        )

    def pack(self, wish: "Wish") -> "Parcel":
        """What leaves by this wish; nothing is written."""
        from data.exchange.out import pack

        return pack(self._vault, wish, self.clock.now(), self._last_change)

    def write_out(
        self, path: str, pages: "Sequence[Page]", *, folder: bool, force: bool = False
    ) -> Path:
        """Write what leaves to a file or folder, which is given back in full."""
        from data.exchange.writing import write_parcel

        return write_parcel(path, pages, vault=self.folder, folder=folder, force=force)

    def read_in(self, path: str) -> "FileRead":
        """What a file holds that may come in; nothing is changed."""
        from data.exchange.read_in import read_in
        from data.exchange.source import read_source

        return read_in(read_source(path), self.clock.now(), self.clock.zone())

    def read_stream(self, name: str, stream: "BinaryIO") -> "FileRead":
        """As `read_in`, of what another program hands over."""
        from data.exchange.read_in import read_in
        from data.exchange.source import read_all

        return read_in(read_all(name, stream), self.clock.now(), self.clock.zone())

    def _last_change(self, workbook_id: str) -> datetime | None:
        from data.files import signature_of

        signature = signature_of(self._vault.places.workbook(workbook_id))
        return datetime.fromtimestamp(signature.mtime_ns / 1e9, UTC) if signature else None

    def _report_crash(self, text: str) -> Path | None:
        from data.crash_report import write_crash_report

        return write_crash_report(self._vault.places, text)

    def _make_coach(self) -> "Coach":
        from coaching.coach import Coach
        from data.drafts import FileDrafts
        from data.ids import NewIds

        return Coach(self._vault, FileDrafts(self._vault.places), self.clock, NewIds())

    def _warm_coach(self) -> "Coach":
        """The coach, with what the first change needs, after removing what dead windows left."""
        coach = self._one_coach()
        self._vault.warm()
        with suppress(VaultTrouble):
            self._vault.tidy()
        return coach

    def _alone(self) -> "Coach":
        """A coach that keeps nothing."""
        from coaching.coach import Coach
        from data.ids import NewIds
        from data.memory_vault import MemoryDrafts, MemoryVault

        return Coach(MemoryVault(), MemoryDrafts(), self.clock, NewIds())


def open_records(vault: str | None, now: str | None) -> Records:
    """The records in the folder named, else in TROTH_VAULT, else in the usual place.

    Raises:
        Refused: the folder's name is empty, or `now` is no moment.
    """
    if vault is not None and not vault.strip():
        raise Refused("--vault names no folder. Write it like --vault ~/troth")
    named = vault or os.environ.get(VAULT_VARIABLE)
    folder = Path(named) if named else default_vault()
    return Records(folder, clock_at(now))


def own_settings() -> "OwnSettings":
    """The user's settings file; no records are touched."""
    from data.own_settings import OwnSettings

    return OwnSettings()


def scenario_library() -> "ScenarioLibrary":
    """The workshop cases; no records are touched."""
    from data.scenario_loader import ScenarioLibrary

    return ScenarioLibrary()


def quick_title(which: str) -> str:
    """The title of a case for the first frame; nothing of it is checked yet."""
    from data.scenario_titles import quick_title as find

    return find(which)


def quick_titles() -> Mapping[str, str]:
    """The number of each case that comes with Troth, and its title; nothing is checked yet."""
    from data.scenario_titles import quick_titles as find

    return find()


def play_store() -> "PlayStore":
    """The runs of workshop cases that this user has begun; no records are touched."""
    from data.scenario_store import play_store as store

    return store()


def write_papers(folder: str, texts: Mapping[str, str]) -> Path:
    """Write the papers of a workshop into a folder, none of them over another file."""
    from data.workshop_papers import write_papers as write

    return write(folder, texts)


def free_papers_folder(name: str) -> str:
    """A folder in the home folder that is not there yet, of this name or with a number."""
    from data.workshop_papers import free_folder

    return free_folder(name)


def scenario_schema() -> str:
    """The format of a workshop case as JSON Schema."""
    from data.scenario_loader import schema

    return schema()


def begin_scenario(path: Path) -> None:
    """Write a small case to change into one's own. Refused where the file is there."""
    from data.scenario_loader import write_new_case

    write_new_case(path)


@contextmanager
def demo_records(now: str | None) -> Iterator[Records]:
    """Made-up records in a temporary place, which is removed afterwards."""
    from data.demo_place import close_demo, open_demo

    clock = clock_at(now) if now is not None else None
    folder, its_now = open_demo()
    try:
        yield Records(folder, clock or ShiftedClock(its_now))
    finally:
        close_demo(folder)


@contextmanager
def cast_records(which: str, now: str | None) -> Iterator[tuple[Records, str]]:
    """What a case's person keeps in Troth, in a temporary place, and whose it is.

    `which` is a case as `troth scenario show` takes it, or the copy that a run keeps of its own.
    The clock begins at the case's own date, in its zone.
    """
    from data.cast import find_case, make_cast
    from data.demo_place import close_demo, open_demo

    case = find_case(which)
    folder, its_now = open_demo(make=partial(make_cast, case.records))
    start = its_now if now is None else read_now(now)
    try:
        yield Records(folder, ShiftedClock(start, case.records.zone)), case.records.whose
    finally:
        close_demo(folder)


def clock_at(now: str | None) -> "Clock":
    """The machine's clock, or one that begins at a moment like 2026-11-22T09:00."""
    return SystemClock() if now is None else ShiftedClock(read_now(now))


def read_now(text: str) -> datetime:
    """The moment in ISO 8601; without an offset it is local time. Refuses anything else."""
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        moment = None
    if moment is None or not FIRST_YEAR <= moment.year <= LAST_YEAR:
        from coaching.text import quote

        raise Refused(
            f"--now {quote(text)} is not a moment between {FIRST_YEAR} and {LAST_YEAR}. "
            "Write it like 2026-11-22T09:00"
        )
    return moment


def _nobody() -> "Overview":
    from coaching.overview import Overview

    return Overview()


def load_wording() -> "WordingContent":
    """What the wording check knows; large, so it is read on use and the caller keeps it."""
    from data.wording_loader import load_wording as load

    return load()


def _set_out(text: str) -> Loose:
    from data.loose_text import LooseText

    return LooseText(text)


def _write_page(path: str, text: str) -> Path:
    from data.pages import write_page

    return write_page(path, text)
