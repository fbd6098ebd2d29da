"""Runs the plain face in this process: answers in, lines out, records to look at afterwards."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from coaching.ports import Drafts, Vault
from coaching.record.workbook import MINE, Workbook
from coaching.text import tame
from data.memory_vault import MemoryDrafts, MemoryVault
from tests.tui.app_for import NOW, world_over
from tui.plain.desk import Desk
from tui.plain.prompt import Prompt
from tui.plain.question import Ended, Left
from tui.world import Opening


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
    drafts: Drafts | None = None,
) -> Plain:
    """Run the plain face on these answers until they end or the user leaves.

    Every answer has to be asked for, but for `unused` ones at the end.
    """
    records = vault if vault is not None else MemoryVault()
    pages = Pages()
    world = replace(
        world_over(records, drafts or MemoryDrafts(), now, opening=opening), write_page=pages.write
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
