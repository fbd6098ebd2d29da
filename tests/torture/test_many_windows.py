"""Two windows and the command line save at the same time: all is there, undo is each one's own."""

import os
import re
from pathlib import Path
from threading import Thread

import pytest

if os.name == "nt":
    pytest.skip("there are no such terminals here", allow_module_level=True)

from tests.terminal.place import Place
from tests.terminal.terminal import Terminal
from tests.torture.promising import begin_promise, numbers_kept, said_saved, type_promise
from tests.tui.app_for import person

pytestmark = pytest.mark.pty
READY = "? all keys"
PEOPLE = ("Amara", "Ben")
WINDOW, COMMAND_LINE = 10_000, 20_000


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """A machine whose user mentors Amara and Ben."""
    made = Place(tmp_path)
    made.keep(person("Amara"), person("Ben"))
    return made


def promise_in(terminal: Terminal, numbers: range) -> None:
    """Make these promises, each after the one before was shown as saved."""
    for number in numbers:
        type_promise(terminal, number)
        terminal.wait_for(said_saved(number))


def promise_by_command(place: Place, numbers: range) -> None:
    """The same on the command line, to both people in turn."""
    for number in numbers:
        whom = PEOPLE[number % len(PEOPLE)]
        said, complained = begin_promise(place, number, whom).communicate()
        assert (complained, said_saved(number) in said) == ("", True)


def take_back(terminal: Terminal, numbers: range) -> None:
    """Undo these, the newest first, each after the one before was shown as undone."""
    for number in reversed(numbers):
        terminal.press("u")
        terminal.wait_for(re.compile(rf"Undone: Promise to \w+: number {number},"))


def write_together(place: Place, each_window: int, commands: int, undone: int) -> None:
    """Let them all write at once; then each window takes its last ones back, and only those."""
    one, other = range(each_window), range(WINDOW, WINDOW + each_window)
    third = range(COMMAND_LINE, COMMAND_LINE + commands)
    with place.open() as first, place.open() as second:
        for terminal, name in ((first, "Amara"), (second, "Ben")):
            terminal.wait_for(READY)
            terminal.press(*("1", "home", "down")[: 2 + PEOPLE.index(name)])
            terminal.wait_for(f"▌{name}")
        at_once(
            Thread(target=promise_in, args=(first, one)),
            Thread(target=promise_in, args=(second, other)),
            Thread(target=promise_by_command, args=(place, third)),
        )
        assert sorted(everything(place)) == [*one, *other, *third]
        at_once(
            Thread(target=take_back, args=(first, one[-undone:])),
            Thread(target=take_back, args=(second, other[-undone:])),
        )
        left = [*one[:-undone], *other[:-undone], *third]
        assert sorted(everything(place)) == left


def everything(place: Place) -> list[int]:
    """Every number promised to anybody."""
    return [number for numbers in numbers_kept(place.vault).values() for number in numbers]


def at_once(*threads: Thread) -> None:
    """Run these side by side to their ends."""
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_two_windows_and_the_command_line_lose_nothing(place: Place) -> None:
    write_together(place, each_window=2, commands=1, undone=1)


@pytest.mark.torture
def test_a_thousand_saves_of_three_writers_lose_nothing(place: Place) -> None:
    write_together(place, each_window=400, commands=200, undone=20)
