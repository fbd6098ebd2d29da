"""Builds the app over records in memory and a clock that stands still, and reads its screen."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache, partial
from itertools import count
from pathlib import Path
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from textual import events
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input, TextArea

from coaching.coach import Coach
from coaching.ports import Drafts, NewId, Vault
from coaching.record.relationship import Role
from coaching.record.workbook import Workbook
from coaching.verbs.relationships import new_workbook
from coaching.when import read_every, read_when
from data.clock import FixedClock
from data.content_loader import load_content
from data.exchange.out import pack
from data.exchange.writing import write_parcel
from data.greeting import load_greeting
from data.memory_vault import MemoryDrafts, MemoryVault
from data.wording_loader import load_wording
from tui.app import TrothApp
from tui.home.screen import HomeScreen
from tui.world import NoSettings, Opening, SettingsFile, World

ZONE = "Europe/London"
NOW = datetime(2026, 11, 24, 9, 14, tzinfo=ZoneInfo(ZONE))
TRIES = 500
FEW_KEYS = 3
new_ids = count(1000)
shared_content = cache(load_content)
shared_wording = cache(load_wording)


def new_id() -> str:
    """An id that no other record of this test run has."""
    return str(UUID(int=next(new_ids), version=4))


@dataclass(frozen=True)
class Told:
    """A running app's window to its records: look again as a fresh start would."""

    vault: Vault
    drafts: Drafts

    def coach(self) -> Coach:
        """Another window over the same records."""
        return Coach(self.vault, self.drafts, FixedClock(NOW, ZONE), new_id)

    def named(self, name: str) -> Workbook:
        """The records about the one person with this name."""
        (found,) = [one for one in self.vault.overview().people if one.name == name]
        return self.vault.open(found.id)

    def names(self) -> list[str]:
        """Everyone's name, sorted."""
        return sorted(one.name for one in self.vault.overview().people)


def no_page(path: str, _: str) -> Path:
    """Where a page would go."""
    return Path(path)


class HeardApp(TrothApp):
    """Troth, which remembers every sentence it told the user."""

    def __init__(self, world: World) -> None:
        super().__init__(world)
        self.heard: list[str] = []

    def notify(self, message: str, **options: Any) -> None:
        """Remember the sentence, then show it."""
        self.heard.append(message)
        super().notify(message, **options)


def world_over(
    records: Vault,
    drafts: Drafts,
    now: datetime,
    *,
    ids: NewId = new_id,
    opening: Opening | None = None,
) -> World:
    """These records at this moment, in London; no page of it is written anywhere."""
    clock = FixedClock(now, ZONE)
    return World(
        clock=clock,
        overview=records.overview,
        stamp=records.stamp,
        close=records.close,
        make_coach=lambda: Coach(records, drafts, clock, ids),
        make_alone=lambda: Coach(MemoryVault(), MemoryDrafts(), clock, ids),
        load_content=shared_content,
        load_greeting=load_greeting,
        load_wording=shared_wording,
        write_page=no_page,
        opening=opening or Opening(),
    )


def app_for(
    vault: Vault | None = None,
    now: datetime = NOW,
    *,
    drafts: Drafts | None = None,
    opening: Opening | None = None,
    ids: NewId = new_id,
    own: SettingsFile | None = None,
) -> HeardApp:
    """Troth over these records, at this moment, in London."""
    records = vault if vault is not None else MemoryVault()
    kept = drafts if drafts is not None else MemoryDrafts()
    world = world_over(records, kept, now, ids=ids, opening=opening)
    return HeardApp(
        replace(
            world,
            pack=lambda wish: pack(records, wish, world.clock.now(), lambda _: None),
            write_out=partial(write_parcel, vault=Path("/no/records/here"), force=False),
            own=own or NoSettings(),
        )
    )


def told(app: TrothApp) -> Told:
    """The records of a running app."""
    return Told(app.world.coach.vault, app.world.coach.drafts)


def person(
    name: str = "Ben Lindqvist",
    *,
    i_am: Role = "mentor",
    every: str = "every 2w",
    next_one: str = "",
    now: datetime = NOW,
) -> Workbook:
    """Records about one person, begun today."""
    return new_workbook(
        workbook_id=new_id(),
        checkin_id=new_id(),
        name=name,
        i_am=i_am,
        today=now.date(),
        zone=ZONE,
        every=read_every(every) if every else None,
        next_one=read_when(next_one, now, ZONE) if next_one else None,
    )


def vault_of(*workbooks: Workbook) -> MemoryVault:
    """Records in memory about these people."""
    return MemoryVault(workbooks)


def seen(app: TrothApp) -> str:
    """What the screen on top shows, as text."""
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)


@asynccontextmanager
async def at_home(app: HeardApp, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[None]]:
    """Run the app until home is shown, and end it well; its last screen can be drawn."""
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: isinstance(app.screen, HomeScreen) and app.focused)
        await pilot.pause()
        yield pilot
        if app.is_running and app.screen_stack:
            seen(app)


async def write(pilot: Pilot[None], text: str) -> None:
    """Type a text: into a field the first key as a key, and the rest at once."""
    await pilot.pause()
    in_field = isinstance(pilot.app.focused, Input | TextArea)
    by_key = text[:1] if in_field and len(text) > FEW_KEYS else text
    await pilot.press(*by_key)
    if len(by_key) < len(text):
        await paste(pilot, text[1:])


async def paste(pilot: Pilot[None], text: str) -> None:
    """Paste a text where the cursor is."""
    pilot.app.post_message(events.Paste(text))
    await pilot.pause()
    await pilot.pause()


async def shows(pilot: Pilot[None], text: str) -> None:
    """Wait until the screen shows this text."""
    await until(pilot, lambda: text in seen(pilot.app))  # type: ignore[arg-type]  # the app is ours


async def on_top(pilot: Pilot[None], screen: type[Screen[Any]]) -> None:
    """Wait until a screen of this kind is on top."""
    await until(pilot, lambda: isinstance(pilot.app.screen, screen))


async def until(pilot: Pilot[Any], true: Callable[[], object]) -> None:
    """Wait until something is so; fails when it never becomes so."""
    for _ in range(TRIES):
        if true():
            return
        await pilot.pause()
    raise AssertionError(f"never so; the screen shows:\n{seen(pilot.app)}")  # type: ignore[arg-type]  # the app is ours
