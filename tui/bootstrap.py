"""Puts a run together: vault, drafts, clock, ids and content. The only file that names `data`."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from coaching.errors import Refused, VaultTrouble
from data.clock import ShiftedClock, SystemClock
from data.places import default_vault
from data.vault import FileVault
from tui.world import Clock, Opening, World

if TYPE_CHECKING:
    from coaching.coach import Coach
    from coaching.guide import Content
    from coaching.overview import Overview
    from data.settings_file import Read

VAULT_VARIABLE = "TROTH_VAULT"
FIRST_YEAR, LAST_YEAR = 1970, 2150


class Records:
    """The records of a run and its clock. The heavy parts are made on first use."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        """Work on the vault in this folder, which need not be there yet."""
        self.clock = clock
        self._vault = FileVault.at(folder)
        self._coach: Coach | None = None
        self._making = Lock()

    @property
    def folder(self) -> Path:
        """Where the records are, or would be."""
        return self._vault.places.root

    def today(self) -> date:
        """The day it is for the user."""
        return self.clock.now().date()

    @cached_property
    def settings(self) -> "Read":
        """The user's settings, with what is wrong in their file."""
        from data.settings_file import read_settings, settings_path

        return read_settings(settings_path())

    def check(self) -> None:
        """`VaultTrouble` where there are no records yet, or they cannot be used."""
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
        return self._vault.overview()

    @property
    def coach(self) -> "Coach":
        """The one coach over these records, and so the one history; any thread may ask."""
        with self._making:
            if self._coach is None:
                self._coach = self._make_coach()
            return self._coach

    def close(self) -> None:
        """Let go of the vault, with its overview ready for the next start."""
        self._vault.close()

    def world(self, opening: Opening, mark: str = "") -> World:
        """What the screens get of these records."""
        return World(
            clock=self.clock,
            overview=self.overview,
            stamp=self._vault.stamp,
            close=self.close,
            make_coach=self._warm_coach,
            make_alone=self._alone,
            load_content=_content,
            write_page=_write_page,
            load_settings=lambda: self.settings,
            report_crash=self._report_crash,
            mark=mark,
            place=str(self.folder),
            opening=opening,
        )

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
        coach = self.coach
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


def clock_at(now: str | None) -> Clock:
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


def _content() -> "Content":
    from data.content_loader import load_content

    return load_content()


def _write_page(path: str, text: str) -> Path:
    from data.pages import write_page

    return write_page(path, text)
