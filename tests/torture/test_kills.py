"""Troth killed at any instant while it saves: what it had shown as saved is there."""

import os
import random
import signal
import subprocess
from pathlib import Path

import pytest

if os.name == "nt":
    pytest.skip("there are no such terminals here", allow_module_level=True)

from tests.terminal.place import Place
from tests.terminal.terminal import Terminal
from tests.torture.promising import begin_promise, numbers_kept, said_saved, type_promise
from tests.tui.app_for import person

READY = "? all keys"
LONGEST_S = 0.6
SEED = 11


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """A machine whose user mentors Ben."""
    made = Place(tmp_path)
    made.keep(person("Ben"))
    return made


def assert_kept(place: Place, shown: list[int], tried: int) -> list[int]:
    """All that was shown is there, and of what was not shown at most the one last tried."""
    kept = numbers_kept(place.vault)["Ben"]
    assert set(shown) <= set(kept)
    assert set(kept) - set(shown) <= {tried}
    return kept


def kill_the_command_line(place: Place, kills: int, chance: random.Random) -> None:
    """Kill `troth promise` at a random instant, again and again."""
    shown: list[int] = []
    for number in range(kills):
        process = begin_promise(place, number, "Ben")
        try:
            said, complained = process.communicate(timeout=chance.uniform(0, LONGEST_S))
            assert complained == ""
        except subprocess.TimeoutExpired:
            process.kill()
            said, _ = process.communicate()
        if said.endswith("\n"):
            shown.append(number)
        shown = assert_kept(place, shown, number)


def kill_the_window(place: Place, kills: int, chance: random.Random) -> None:
    """Kill the app a few promises on, at a random instant after the last key of one."""
    shown: list[int] = []
    number = 0
    for _ in range(kills):
        with place.open() as terminal:
            terminal.wait_for(READY)
            for _ in range(chance.randint(0, 2)):
                type_promise(terminal, number)
                terminal.wait_for(said_saved(number))
                shown.append(number)
                number += 1
            type_promise(terminal, number)
            terminal.listen(chance.uniform(0, 0.1))
            was_shown = said_saved(number) in terminal.screen
            die(terminal)
        if was_shown:
            shown.append(number)
        shown = assert_kept(place, shown, number)
        number += 1


def die(terminal: Terminal) -> None:
    """Kill the program as the system does when it must."""
    terminal.kill(signal.SIGKILL)
    assert terminal.wait_exit() == -signal.SIGKILL


def test_a_killed_command_loses_nothing_it_had_said(place: Place) -> None:
    kill_the_command_line(place, 3, random.Random(SEED))


@pytest.mark.pty
def test_a_killed_window_loses_nothing_it_had_shown(place: Place) -> None:
    kill_the_window(place, 1, random.Random(SEED))


@pytest.mark.torture
def test_many_killed_commands_lose_nothing_they_had_said(place: Place) -> None:
    kill_the_command_line(place, 500, random.Random(SEED))


@pytest.mark.pty
@pytest.mark.torture
def test_many_killed_windows_lose_nothing_they_had_shown(place: Place) -> None:
    kill_the_window(place, 300, random.Random(SEED))
