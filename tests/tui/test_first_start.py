"""The first start: four answers, nothing made on disk, never asked again once there is someone."""

import shutil
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from coaching.errors import VaultTrouble
from coaching.greeting import Greeting
from coaching.overview import Overview
from data.content_loader import ContentProblem
from data.greeting import START, load_greeting
from data.memory_vault import MemoryVault
from data.vault import FileVault
from tests.tui.app_for import (
    NOW,
    HeardApp,
    app_for,
    person,
    seen,
    shared_content,
    shows,
    told,
    until,
    vault_of,
    write,
)
from tui.guide.show_workshop import NO_TERMINAL
from tui.home.screen import HomeScreen
from tui.hurdle.screen import HurdleScreen
from tui.relationship.new import NewRelationships
from tui.setup.first_start import Answer, FirstStart
from tui.widgets.choice import Choice


async def asked(pilot: Pilot[None], app: HeardApp) -> None:
    """Wait for the question."""
    await until(pilot, lambda: isinstance(app.screen, FirstStart) and app.focused)


async def test_it_asks_what_brings_the_user_and_says_what_troth_is_not() -> None:
    app = app_for()
    app.world.place = "/srv/records/troth"
    async with app.run_test() as pilot:
        await asked(pilot, app)
        shown = " ".join(seen(app).split())
        assert "What brings you here?" in shown
        assert "Good that you are here." in shown
        for number, words in enumerate(
            ("I mentor people", "I have a mentor", "Something is wrong", "I run workshops"), start=1
        ):
            assert f"{number} {words}" in shown
        assert "Troth is not a substitute for professional help." in shown
        assert "They would be kept in /srv/records/troth." in shown
        assert "ctrl+q leaves at once" in shown


async def test_nothing_of_an_empty_home_is_seen_before_the_question() -> None:
    app, asking = app_for(), threading.Event()
    greet = app.world.load_greeting

    def slowly() -> Greeting:
        asking.wait()
        return greet()

    app.world.load_greeting = slowly
    async with app.run_test() as pilot:
        await until(pilot, lambda: len(app.screen_stack) > 1)
        home = "\n".join(strip.text for strip in app.screen_stack[0]._compositor.render_strips())
        assert home.split() == ["Troth", "Tue", "24", "Nov", "2026,", "09:14"]
        asking.set()
        await asked(pilot, app)
        await pilot.press("escape")
        await shows(pilot, "Nobody here yet.")
        assert app.focused is app.screen.query_one("#relationships")


def test_the_first_question_is_the_one_of_the_checked_content(tmp_path: Path) -> None:
    quick, checked = load_greeting(), shared_content().start.welcome
    assert (quick.question, quick.opening) == (checked.question, checked.opening)
    assert (quick.yours, quick.not_a_substitute) == (checked.yours, checked.not_a_substitute)
    assert [(way.id, way.label, way.help) for way in quick.ways] == [
        (one.id, one.label, one.help or "") for one in checked.choices
    ]
    for name in shared_content().__class__.model_fields:
        shutil.copy(START.with_name(f"{name}.yaml"), tmp_path)
    (tmp_path / START.name).write_text("welcome:\n  question: What\n", "utf-8")
    with pytest.raises(ContentProblem, match=r"start\.yaml:1:1: welcome\.opening: is missing"):
        load_greeting(tmp_path / START.name)


async def test_the_home_folder_is_written_short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/users/ana")
    app = app_for()
    app.world.place = str(Path("/users/ana/records"))
    async with app.run_test() as pilot:
        await asked(pilot, app)
        assert "They would be kept in ~/records." in " ".join(seen(app).split())


@pytest.mark.parametrize(("key", "side"), [("1", "mentor"), ("2", "mentee")])
async def test_both_sides_begin_with_one_name(key: str, side: str) -> None:
    app = app_for()
    async with app.run_test() as pilot:
        await asked(pilot, app)
        await pilot.press(key)
        await until(pilot, lambda: isinstance(app.screen, NewRelationships) and app.focused)
        assert app.screen.query_one(Choice).value == side
        await write(pilot, "Ben")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, HomeScreen))
        assert told(app).named("Ben").relationship.i_am == side


async def test_escape_out_of_the_first_name_asks_again() -> None:
    app = app_for()
    async with app.run_test() as pilot:
        await asked(pilot, app)
        await pilot.press("1")
        await until(pilot, lambda: isinstance(app.screen, NewRelationships))
        await pilot.press("escape")
        await asked(pilot, app)


@pytest.fixture
def nowhere(tmp_path: Path) -> Iterator[Path]:
    """A place in which nothing is made."""
    yield tmp_path / "vault"
    assert list(tmp_path.iterdir()) == []


async def test_something_wrong_opens_a_hurdle_of_which_nothing_is_kept(nowhere: Path) -> None:
    vault = FileVault.at(nowhere)
    app = app_for(vault)
    async with app.run_test() as pilot:
        await asked(pilot, app)
        await pilot.press("3")
        await until(pilot, lambda: not isinstance(app.screen, FirstStart))
        assert "kept" in seen(app)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, HurdleScreen))
    assert not vault.exists()


async def test_workshops_are_a_program_of_their_own_and_the_question_stays() -> None:
    app = app_for()
    async with app.run_test() as pilot:
        await asked(pilot, app)
        await pilot.press("4")
        await until(pilot, lambda: app.heard == [NO_TERMINAL])
        assert "What brings you here?" in seen(app)


async def test_arrows_and_enter_choose_too() -> None:
    app = app_for()
    async with app.run_test() as pilot:
        await asked(pilot, app)
        await pilot.press("down", "j", "down", "up", "down", "enter")
        await until(pilot, lambda: app.heard == [NO_TERMINAL])


async def test_a_click_chooses() -> None:
    app = app_for()
    async with app.run_test() as pilot:
        await asked(pilot, app)
        await pilot.click("#answer-2")
        await until(pilot, lambda: isinstance(app.screen, NewRelationships))


async def test_escape_goes_home_where_empty_panes_teach_the_next_key() -> None:
    app = app_for()
    async with app.run_test() as pilot:
        await asked(pilot, app)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, HomeScreen))
        assert "Nobody here yet. n adds a person" in seen(app)


async def test_it_is_not_asked_when_there_is_someone() -> None:
    app = app_for(vault_of(person("Zoe")))
    async with app.run_test() as pilot:
        await until(pilot, lambda: "Zoe" in seen(app))
        await app.workers.wait_for_complete()
        assert isinstance(app.screen, HomeScreen)


async def test_it_is_not_asked_when_the_records_cannot_be_read() -> None:
    app = app_for()

    def broken() -> Overview:
        raise VaultTrouble("The records cannot be read.")

    app.world = replace(app.world, overview=broken)
    async with app.run_test() as pilot:
        await until(pilot, lambda: "The records cannot be read." in seen(app))
        await app.workers.wait_for_complete()
        assert isinstance(app.screen, HomeScreen)


async def test_it_gives_way_when_another_window_adds_someone() -> None:
    vault = MemoryVault()
    app = app_for(vault)
    async with app.run_test() as pilot:
        await asked(pilot, app)
        vault.create([person("Zoe", now=NOW)])
        await app.refresh_facts()
        await until(pilot, lambda: isinstance(app.screen, HomeScreen))
        assert "Zoe" in seen(app)


async def test_every_answer_can_be_reached_in_a_very_small_window() -> None:
    app = app_for()
    async with app.run_test(size=(40, 10)) as pilot:
        await asked(pilot, app)
        for number, words in enumerate(("I mentor", "I have a", "Something", "I run"), start=1):
            assert isinstance(app.focused, Answer)
            assert app.focused.number == number
            await pilot.pause()
            await pilot.pause()
            assert words in seen(app)
            await pilot.press("down")
        await pilot.press("pagedown", "pagedown", "pagedown")
        await until(pilot, lambda: "not a substitute" in seen(app))
