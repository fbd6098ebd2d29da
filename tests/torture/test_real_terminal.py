"""Random keys and sizes in a real terminal, then an end: it lives, and gives it back."""

import contextlib
import os
import random
import shutil
import signal
from datetime import datetime
from pathlib import Path

import pytest

from tests.torture.keys import WAYS, random_keys
from tests.torture.records import kept
from tests.torture.test_pastes import HUGE

if os.name == "nt":
    pytest.skip("there are no such terminals here", allow_module_level=True)

from tests.terminal.place import Place
from tests.terminal.terminal import NotSeen, Terminal

pytestmark = [pytest.mark.pty, pytest.mark.torture]
READY = "? all keys"
SCREENS = ("relationships", "a hurdle begun", "one relationship", "a promise", "find")
KEYS, SIZES, AT_ONCE = 500, 50, 10
ANSWER_S, PATIENCE_S, TRIES = 0.05, 5.0, 6
ENDS = ("SIGTERM", "SIGHUP", "ctrl+q")


@pytest.fixture
def place(story: tuple[Path, datetime], tmp_path: Path) -> Place:
    """A machine with the records of the demo."""
    made = Place(tmp_path)
    shutil.copytree(story[0], made.vault)
    return made


def assert_alive(place: Place, terminal: Terminal) -> None:
    """The program runs and has noted no mistake of its own."""
    terminal.read_all()
    assert not place.crash(), place.crash()
    assert not terminal.closed, terminal.display.text


def end(place: Place, terminal: Terminal, way: str) -> None:
    """End the program this way; the terminal must be as it was."""
    code = ended_by(terminal, way)
    assert not place.crash(), place.crash()
    assert code == (128 + signal.Signals[way] if way.startswith("SIG") else 0)
    assert terminal.not_given_back() == set()


def ended_by(terminal: Terminal, way: str) -> int:
    """Its exit code; ctrl+q again where the guide has opened the demo over it."""
    if way.startswith("SIG"):
        terminal.kill(signal.Signals[way])
    for _ in range(TRIES):
        if not way.startswith("SIG"):
            terminal.press(way)
        with contextlib.suppress(NotSeen):
            return terminal.wait_exit(PATIENCE_S)
        terminal.press("ctrl+q")
    raise NotSeen(f"still running; on screen:\n{terminal.display.text}")


@pytest.mark.parametrize("seed", range(1, 6))
@pytest.mark.parametrize("screen", SCREENS)
def test_random_keys(place: Place, screen: str, seed: int) -> None:
    before = kept(place.vault)
    with place.open() as terminal:
        terminal.wait_for(READY)
        terminal.press(*WAYS[screen])
        keys = random_keys(KEYS, seed)
        for first in range(0, KEYS, AT_ONCE):
            terminal.press(*keys[first : first + AT_ONCE])
            terminal.read(ANSWER_S)
            assert_alive(place, terminal)
        end(place, terminal, ENDS[seed % len(ENDS)])
    assert set(before) <= set(kept(place.vault))


@pytest.mark.parametrize("way", ENDS)
def test_random_sizes(place: Place, way: str) -> None:
    chance = random.Random(way)
    with place.open() as terminal:
        terminal.wait_for(READY)
        terminal.press("1", "down", "down")
        terminal.wait_for("▌Chiara")
        for _ in range(SIZES):
            terminal.resize(chance.randint(20, 200), chance.randint(5, 60))
            terminal.read(ANSWER_S)
            assert_alive(place, terminal)
        terminal.resize(80, 24)
        terminal.wait_for("▌Chiara")
        end(place, terminal, way)


def test_a_huge_paste_is_kept_as_a_draft(place: Place) -> None:
    with place.open() as terminal:
        terminal.wait_for(READY)
        terminal.press(*WAYS["a person: note"])
        terminal.wait_for("ctrl+s")
        terminal.paste(HUGE)
        terminal.wait_for("draft kept")
        assert HUGE.strip() in place.drafts()
        end(place, terminal, "ctrl+q")
