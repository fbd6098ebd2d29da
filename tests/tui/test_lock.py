"""Sealed records on screen: nothing of anybody while locked, and what was typed is still there."""

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from coaching.errors import Locked, WrongPassphrase
from coaching.overview import Overview
from coaching.ports import Changed, Progress, Verb
from data.memory_vault import MemoryVault
from tests.tui.app_for import (
    HeardApp,
    app_for,
    at_home,
    on_top,
    person,
    seen,
    shows,
    told,
    until,
    vault_of,
    write,
)
from tui.lock.forms import SealForm
from tui.lock.keeper import LockKeeper
from tui.lock.screen import LockScreen
from tui.lock.work import Working
from tui.world import Opening

RIGHT = "maple kettle orbit thirteen"


@dataclass
class Seal:
    """A seal in memory: it can be open or locked, and sealing goes on as far as it is let."""

    vault: MemoryVault
    sealed: bool = True
    locked: bool = False
    passphrase: str = RIGHT
    steps: int = 2
    go_on: Event = field(default_factory=Event)

    def overview(self) -> Overview:
        """The facts, where it is open."""
        if self.locked:
            raise Locked("Your records are sealed and locked.")
        return self.vault.overview()

    def unlock(self, passphrase: str) -> None:
        """Open it."""
        if passphrase != self.passphrase:
            raise WrongPassphrase("This is not the passphrase of these records.")
        self.locked = False

    def lock(self) -> None:
        """Lock it."""
        self.locked = True

    def seal(self, passphrase: str, progress: Progress) -> bool:
        """Seal, step by step."""
        for step in range(self.steps):
            if not progress(step, self.steps):
                return False
            self.go_on.wait()
        self.passphrase, self.sealed = passphrase, True
        return True

    def unseal(self, progress: Progress) -> bool:
        """Take it off."""
        self.sealed = not progress(1, 1)
        return True

    def change_passphrase(self, old: str, new: str) -> None:
        """Another passphrase."""
        self.unlock(old)
        self.passphrase = new


def sealed_app(*, locked: bool = False, sealed: bool = True) -> tuple[HeardApp, Seal]:
    """Troth over sealed records about Ben."""
    vault = vault_of(person("Ben Lindqvist"))
    seal = Seal(vault, sealed=sealed, locked=locked)
    app = app_for(vault)
    app.world.sealing = seal
    app.world.overview = seal.overview
    return app, seal


def passing(app: HeardApp) -> Callable[[float], None]:
    """Lets real seconds pass for the lock."""
    clock = [0.0]
    app.lock = LockKeeper(app, lambda: clock[0])

    def passes(seconds: float) -> None:
        clock[0] += seconds

    return passes


async def hears(pilot: Pilot[None], app: HeardApp, sentence: str) -> None:
    """Wait until the user is told this."""
    await until(pilot, lambda: any(sentence in said for said in app.heard))


async def test_a_start_on_sealed_records_shows_nobody_until_they_are_opened() -> None:
    app, _ = sealed_app(locked=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await on_top(pilot, LockScreen)
        assert "Ben" not in seen(app)
        await write(pilot, RIGHT)
        assert RIGHT not in seen(app)
        await pilot.press("enter")
        await shows(pilot, "Ben Lindqvist")
        assert "What brings you here?" not in seen(app)


async def test_a_wrong_passphrase_is_said_beside_the_field_and_tried_again() -> None:
    app, _ = sealed_app(locked=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await on_top(pilot, LockScreen)
        await write(pilot, "wrong")
        await pilot.press("enter")
        await shows(pilot, "This is not the passphrase of these records.")
        assert app.screen.query_one(Input).value == ""
        await write(pilot, RIGHT)
        await pilot.press("enter")
        await shows(pilot, "Ben Lindqvist")


async def test_l_locks_and_what_was_done_before_cannot_be_undone_after() -> None:
    app, seal = sealed_app()
    async with at_home(app) as pilot:
        await pilot.press("p")
        await shows(pilot, "A promise, Ben and you")
        await write(pilot, "an introduction")
        await pilot.press("enter", *"fri", "enter")
        await shows(pilot, "you owe: an intro")
        await pilot.press("L")
        await on_top(pilot, LockScreen)
        assert seal.locked
        assert "Ben" not in seen(app)
        assert "introduction" not in seen(app)
        await write(pilot, RIGHT)
        await pilot.press("enter")
        await shows(pilot, "you owe: an intro")
        await pilot.press("u")
        await hears(pilot, app, "Nothing to undo")


async def test_idle_minutes_lock_and_a_form_half_filled_is_there_afterwards() -> None:
    app, seal = sealed_app()
    passes = passing(app)
    async with at_home(app) as pilot:
        await pilot.press("p")
        await shows(pilot, "A promise, Ben and you")
        await write(pilot, "an intro")
        passes(9 * 60)
        await app.outside.look()
        assert not seal.locked
        await write(pilot, "duction")
        passes(9 * 60)
        await app.outside.look()
        assert not seal.locked
        passes(61)
        await app.outside.look()
        await on_top(pilot, LockScreen)
        assert "introduction" not in seen(app)
        assert told(app).drafts.keys() != ()
        await write(pilot, RIGHT)
        await pilot.press("enter")
        await shows(pilot, "an introduction")


async def test_another_window_that_seals_locks_this_one() -> None:
    app, seal = sealed_app(sealed=False)
    async with at_home(app) as pilot:
        seal.sealed = seal.locked = True
        await app.outside.look()
        await on_top(pilot, LockScreen)
        assert "Ben" not in seen(app)


async def test_under_the_lock_no_key_reaches_the_records() -> None:
    app, _ = sealed_app(locked=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await on_top(pilot, LockScreen)
        await pilot.press("tab", "ctrl+p", "u", "U", "question_mark", "escape", "n", "slash")
        await pilot.pause()
        assert isinstance(app.screen, LockScreen)


async def test_without_a_seal_there_is_nothing_to_lock() -> None:
    app, seal = sealed_app(sealed=False)
    async with at_home(app) as pilot:
        await pilot.press("L")
        await pilot.pause()
        assert not seal.locked
        assert "Ben" in seen(app)


async def fill(pilot: Pilot[None], first: str, second: str) -> None:
    """Type a new passphrase twice and go on."""
    await write(pilot, first)
    await pilot.press("enter")
    await write(pilot, second)
    await pilot.press("enter")


async def seal_by_palette(pilot: Pilot[None]) -> None:
    """Open the form that seals."""
    await pilot.press("ctrl+p")
    await write(pilot, "seal your")
    await shows(pilot, "Seal your records with")
    await pilot.press("enter")
    await on_top(pilot, SealForm)


async def test_sealing_refuses_a_weak_passphrase_and_two_that_differ() -> None:
    app, seal = sealed_app(sealed=False)
    async with at_home(app) as pilot:
        await seal_by_palette(pilot)
        assert "Nobody can recover a lost passphrase" in seen(app)
        await fill(pilot, "short", "short")
        await until(pilot, lambda: "! " in seen(app))
        assert not seal.sealed
        app.screen.query(Input).first().value = RIGHT
        app.screen.query(Input).last().value = RIGHT + "!"
        await pilot.press("ctrl+s")
        await shows(pilot, "The two are not the same.")
        assert not seal.sealed


async def test_sealing_shows_how_far_it_is_and_ends_with_sealed_records() -> None:
    app, seal = sealed_app(sealed=False)
    async with at_home(app) as pilot:
        await seal_by_palette(pilot)
        await fill(pilot, RIGHT, RIGHT)
        await on_top(pilot, Working)
        assert "Sealing your records" in seen(app)
        seal.go_on.set()
        await until(pilot, lambda: seal.sealed)
        await hears(pilot, app, "Your records are sealed.")
        assert "Ben" in seen(app)


async def test_escape_takes_sealing_back() -> None:
    app, seal = sealed_app(sealed=False)
    async with at_home(app) as pilot:
        await seal_by_palette(pilot)
        await fill(pilot, RIGHT, RIGHT)
        await on_top(pilot, Working)
        await pilot.press("escape")
        seal.go_on.set()
        await hears(pilot, app, "Nothing is sealed")
        assert not seal.sealed


async def test_the_passphrase_is_changed_only_with_the_old_one() -> None:
    app, seal = sealed_app()
    async with at_home(app) as pilot:
        await pilot.press("ctrl+p")
        await write(pilot, "change your pass")
        await shows(pilot, "Change your passphrase")
        await pilot.press("enter")
        await shows(pilot, "Your passphrase now")
        new = "violin gravel lantern otter"
        for box, text in zip(app.screen.query(Input), ("wrong", new, new), strict=True):
            box.value = text
        await pilot.press("ctrl+s")
        await shows(pilot, "This is not the passphrase")
        app.screen.query(Input).first().value = RIGHT
        await pilot.press("ctrl+s")
        await hears(pilot, app, "Your passphrase is changed.")
        assert seal.passphrase == new


async def test_a_hurdle_alone_asks_for_no_passphrase_because_it_opens_no_records() -> None:
    vault = vault_of(person("Ben Lindqvist"))
    app = app_for(vault, opening=Opening("hurdle"))
    app.world.sealing = Seal(vault, locked=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await shows(pilot, "Something is wrong")
        await app.outside.look()
        await pilot.pause()
        assert "Something is wrong" in seen(app)


async def test_what_another_window_sealed_a_moment_ago_asks_for_the_passphrase_on_saving(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app, seal = sealed_app(sealed=False)
    async with at_home(app) as pilot:
        await pilot.press("p")
        await shows(pilot, "A promise, Ben and you")
        await write(pilot, "an introduction")
        await pilot.press("enter", *"fri")

        def locked(_: str, __: Verb) -> Changed:
            seal.sealed = seal.locked = True
            raise Locked("Your records were sealed in another window.")

        monkeypatch.setattr(app.world.coach, "do", locked)
        await pilot.press("enter")
        await on_top(pilot, LockScreen)
        await write(pilot, RIGHT)
        await pilot.press("enter")
        await shows(pilot, "an introduction")


async def test_a_passphrase_typed_ahead_reaches_only_its_field() -> None:
    app, _ = sealed_app(locked=True)
    async with app.run_test(size=(80, 24)) as pilot:
        for key in ("n", *RIGHT.replace(" ", "_")):
            app.post_message(events.Key(key, " " if key == "_" else key))
        await on_top(pilot, LockScreen)
        await until(pilot, lambda: len(app.screen.query_one(Input).value) == len(RIGHT) + 1)
        assert told(app).drafts.keys() == ()


@pytest.mark.parametrize("way", [("h",), ("h", "i"), ("1", "enter"), ("s",), ("g",), ("slash",)])
async def test_every_screen_is_there_again_after_the_lock(way: tuple[str, ...]) -> None:
    app, seal = sealed_app()
    async with at_home(app) as pilot:
        for key in way:
            await pilot.press(key)
            await app.workers.wait_for_complete()
            await pilot.pause()
        opened = app.screen
        await app.lock.lock()
        await on_top(pilot, LockScreen)
        await pilot.pause()
        assert seal.locked
        await write(pilot, RIGHT)
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is opened)
        for _ in range(4):
            await pilot.press("escape")
        await shows(pilot, "Ben Lindqvist")
