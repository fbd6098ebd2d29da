"""Runs the plain face in this process: answers in, lines out, records to look at afterwards."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from itertools import count
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

from coaching.coach import Coach
from coaching.ports import Vault
from coaching.record.relationship import Role
from coaching.record.workbook import MINE, Workbook
from coaching.text import tame
from coaching.verbs.relationships import new_workbook
from coaching.when import read_every, read_when
from data.clock import FixedClock
from data.content_loader import load_content
from data.memory_vault import MemoryDrafts, MemoryVault
from data.wording_loader import load_wording
from tui.plain.desk import Desk
from tui.plain.prompt import Prompt
from tui.plain.question import Ended, Left
from tui.world import Opening, World

ZONE = "Europe/London"
NOW = datetime(2026, 11, 24, 9, 14, tzinfo=ZoneInfo(ZONE))
new_ids = count(1)
shared_content = cache(load_content)
shared_wording = cache(load_wording)


def new_id() -> str:
    """An id that no other record of this test run has."""
    return str(UUID(int=next(new_ids), version=4))


def person(name: str = "Ben Lindqvist", *, i_am: Role = "mentor", next_one: str = "") -> Workbook:
    """Records about one person, begun today."""
    return new_workbook(
        workbook_id=new_id(),
        checkin_id=new_id(),
        name=name,
        i_am=i_am,
        today=NOW.date(),
        zone=ZONE,
        every=read_every("every 2w"),
        next_one=read_when(next_one, NOW, ZONE) if next_one else None,
    )


@dataclass
class Scripted:
    """Lines that are typed one after the other, and everything that was said between them."""

    answers: list[str]
    said: list[str] = field(default_factory=list)

    def write(self, line: str) -> None:
        self.said.append(line)

    def read(self, before: str, *, several: bool) -> str:
        del several
        if not self.answers:
            raise EOFError
        typed = self.answers.pop(0)
        self.said.append(f"{before}{tame(typed)}")
        return typed


@dataclass
class Pages:
    """Where pages for a file go in a test."""

    written: dict[str, str] = field(default_factory=dict)

    def write(self, path: str, text: str) -> Path:
        """Remember the page."""
        self.written[path] = text
        return Path(path)


@dataclass
class Plain:
    """A run on plain lines over records in memory; `ended` is "left", "ended" or "half"."""

    vault: Vault
    lines: Scripted
    desk: Desk
    pages: Pages
    ended: str = ""

    @property
    def text(self) -> str:
        """All that was said."""
        return "\n".join(self.lines.said)

    def last(self, count: int = 12) -> str:
        """The end of what was said."""
        return "\n".join(self.lines.said[-count:])

    def named(self, name: str) -> Workbook:
        """The records about somebody, as a fresh window reads them."""
        (found,) = [one for one in self.vault.overview().people if one.name == name]
        return self.vault.open(found.id)

    @property
    def mine(self) -> Workbook:
        """The user's own records."""
        return self.vault.open(MINE)


def plain(
    *answers: str,
    vault: Vault | None = None,
    opening: Opening | None = None,
    now: datetime = NOW,
    unused: Sequence[str] = (),
    lines: type[Scripted] = Scripted,
) -> Plain:
    """Run the plain face on these answers until they end or the user leaves.

    Every answer has to be asked for, but for `unused` ones at the end.
    """
    records = vault if vault is not None else MemoryVault()
    clock, drafts, pages = FixedClock(now, ZONE), MemoryDrafts(), Pages()
    world = World(
        clock=clock,
        overview=records.overview,
        stamp=records.stamp,
        close=records.close,
        make_coach=lambda: Coach(records, drafts, clock, new_id),
        make_alone=lambda: Coach(MemoryVault(), MemoryDrafts(), clock, new_id),
        load_content=shared_content,
        write_page=pages.write,
        load_wording=shared_wording,
        opening=opening or Opening(),
    )
    typed = lines(list(answers))
    run = Plain(records, typed, Desk(world, Prompt(typed), lambda: None), pages)
    run.ended = _run(run.desk)
    assert typed.answers == list(unused), f"not asked for: {typed.answers}\n{run.text}"
    return run


def _run(desk: Desk) -> str:
    from tui.plain.run import begin

    try:
        begin(desk, can_clear=True)
    except Left:
        return "left"
    except Ended as ended:
        return "half" if ended.half else "ended"
    return "done"
