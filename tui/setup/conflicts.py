"""The form that chooses between two copies of somebody's pages; nothing is lost by choosing."""

from __future__ import annotations

import asyncio
from datetime import date
from typing import TYPE_CHECKING, Literal, cast

from textual.content import Content
from textual.widgets import Static

from coaching.errors import TrothError
from coaching.say import say_count, say_day, say_day_and_time
from tui.widgets.choice import Choice
from tui.widgets.form import Form

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.widget import Widget

    from coaching.keeping import Conflict, Copy, Keep, Keeping, Wording
    from tui.app import TrothApp

BOTH_KEPT = (
    "A program that synchronises folders left a second copy. Whatever you choose, both copies as "
    "they are now are kept in a backup."
)
KEEP = (
    ("both", "the records of both"),
    ("this", "only the one open now"),
    ("other", "only the other one"),
)
MOST_SHOWN = 20
WINS = (("this", "as in the one open now"), ("other", "as in the other one"))


async def choose_copies(app: TrothApp, keeping: Keeping) -> None:
    """Ask about every pair of copies there is, one after the other."""
    try:
        found = await asyncio.to_thread(keeping.conflicts)
    except TrothError as error:
        app.show_error(error)
        return
    if not found:
        app.say("There are no two copies of anything.")
        return
    app.push_screen(TwoCopies(keeping, found))


class TwoCopies(Form[bool]):
    """Says which copy is which, and goes on with one or both. Gives True where one was chosen."""

    DEFAULT_CSS = """
    TwoCopies .copy { margin-bottom: 1; }
    """

    def __init__(self, keeping: Keeping, conflicts: Sequence[Conflict]) -> None:
        """Ask about the first of these, then about the next."""
        super().__init__()
        self._keeping = keeping
        self._conflict, *self._others = conflicts

    def title_text(self) -> str:
        """Whose pages."""
        whose = f"{self._conflict.name}'s" if self._conflict.name else "your own"
        more = f", and {len(self._others)} more" if self._others else ""
        return f"Two copies of {whose} pages{more}"

    def fields(self) -> Iterator[Widget]:
        """Which is which, and the choice."""
        conflict = self._conflict
        yield Static(Content(BOTH_KEPT), classes="hint copy")
        yield Static(_told("Open now", conflict.this), classes="copy")
        yield Static(_told("The other", conflict.other), classes="copy")
        if conflict.wordings and _comparable(conflict):
            yield Static(_differing(conflict.wordings), classes="copy")
        yield Static(Content("Go on with"), classes="field-label")
        yield Choice(_ways(conflict), id="keep")
        if conflict.differing and _comparable(conflict):
            differ = say_count(conflict.differing, "record")
            yield Static(Content(f"{differ} in both, not the same: take"), classes="field-label")
            yield Choice(WINS, id="wins")

    async def save(self) -> bool:
        """Carry the choice out, then ask about the next copies."""
        keep = cast("Keep", self.query_one("#keep", Choice).value)
        wins: Literal["this", "other"] = "this"
        for choice in self.query("#wins").results(Choice):
            wins = "other" if choice.value == "other" else "this"
        conflict, keeping = self._conflict, self._keeping
        settled = await self.app.carry_out(lambda: keeping.settle(conflict, keep, wins))
        later = f" To have the other copy after all: {settled.command}" if settled.command else ""
        self.app.say(f"Chosen. Both copies as they were lie in {settled.place}.{later}")
        if self._others:
            self.app.call_later(self.app.push_screen, TwoCopies(keeping, self._others))
        return True


def _comparable(conflict: Conflict) -> bool:
    return conflict.this.readable and conflict.other.readable


def say_iso(day: str) -> str:
    """A day written like 2026-11-24, in full."""
    return say_day(date.fromisoformat(day))


def _ways(conflict: Conflict) -> tuple[tuple[str, str], ...]:
    """What can be chosen; first what loses nothing, then what can be read."""
    if _comparable(conflict):
        return KEEP
    return KEEP[1:] if conflict.this.readable else KEEP[:0:-1]


def _differing(wordings: Sequence[Wording]) -> Content:
    """The records that both have in another form, as each copy has them."""
    lines: list[Content] = [Content.styled("Not the same in both:", "bold")]
    for one in wordings[:MOST_SHOWN]:
        lines += [
            Content(f"{one.noun}"),
            Content(f"  open now   {one.this}"),
            Content(f"  the other  {one.other}"),
        ]
    if len(wordings) > MOST_SHOWN:
        lines.append(Content(f"and {len(wordings) - MOST_SHOWN} more"))
    return Content("\n").join(lines)


def _told(which: str, copy: Copy) -> Content:
    changed = f"changed {say_day_and_time(copy.changed)}"
    inside = "it cannot be read"
    if copy.readable:
        newest = f", newest entry {say_iso(copy.newest)}" if copy.newest else ""
        inside = f"{say_count(copy.records, 'record')}, {copy.alone} only in this one{newest}"
    return Content.assemble((f"{which}: ", "bold"), f"{changed}; {inside}\n{copy.file}")
