"""A case before a room in a real terminal, over a vault full of words that must never be seen."""

import signal
import sys
from pathlib import Path

import pytest

from tests.terminal.place import Place
from tests.terminal.terminal import Terminal
from tests.tui.app_for import person

MARKER = "Zyqqmark"
OPENED = "opened.txt"
SIZES = [(80, 24), pytest.param((120, 36), marks=pytest.mark.torture)]
PAGES_TO_FIRST_CHOICE = 9

pytestmark = pytest.mark.pty


@pytest.fixture
def marked(place: Place) -> Place:
    """A machine whose own records are full of a word."""
    (place.folder / "xdg_runtime_dir").mkdir(mode=0o700)
    place.keep(person(f"{MARKER} Ben"), person(f"{MARKER} Amara"))
    return place


def watched(place: Place, *words: str, size: tuple[int, int] = (80, 24)) -> Terminal:
    """Troth with these words, each file it opens written down."""
    command = (sys.executable, "-m", "tests.terminal.watched", *words)
    environment = place.environment | {"TROTH_TEST_OPENED": str(place.folder / OPENED)}
    return Terminal(command, size, environment, place.folder)


def to_hands(room: Terminal) -> None:
    """To the first choice, and 12, 4 and 0 hands for its answers."""
    room.wait_for("Can the back row read this?")
    room.press(*["space"] * PAGES_TO_FIRST_CHOICE)
    room.wait_for("What does Aroha answer?")
    room.press("space")
    for number, typed in enumerate(("12", "4", "0"), start=1):
        room.wait_for(f"Hands up for {number}.")
        room.type(typed)
        room.wait_for("enter keeps it")
        room.press("enter")
    room.wait_for("space shows the hands")
    assert "12 hands" not in room.screen


def to_the_end(room: Terminal) -> None:
    """Take the first answer wherever a choice comes, until the close."""
    for _ in range(200):
        if "Thank you. The case is made up" in room.screen:
            return
        before = room.screen
        asked = "Take one" in before
        room.press(*(("1", "enter") if asked else ("space",)))
        room.wait_until(lambda was=before: room.display.text != was, "the page stays", 20)  # type: ignore[misc]  # mypy guesses no type for it
    raise AssertionError(room.screen)


def assert_nothing_of_the_users(place: Place, *terminals: Terminal) -> None:
    """No marker on any screen or in any file, and the records were never opened."""
    for terminal in terminals:
        terminal.read_all()
        assert MARKER.encode() not in terminal.raw
    for file in place.folder.rglob("*"):
        if file.is_file() and not file.is_relative_to(place.vault):
            assert MARKER.encode() not in file.read_bytes(), file
    opened = (place.folder / OPENED).read_text()
    assert "workshop.yaml" in opened
    assert str(place.vault) not in opened


@pytest.mark.parametrize("size", SIZES)
def test_a_play_that_is_killed_goes_on_with_its_hands_and_ends_in_papers(
    marked: Place, size: tuple[int, int]
) -> None:
    papers = marked.folder / "papers"
    with watched(marked, "scenario", "play", "sc03", size=size) as first:
        to_hands(first)
        first.kill(signal.SIGKILL)
        first.wait_exit()
    with watched(marked, "scenario", "play", "--resume", size=size) as room:
        room.wait_for("space shows the hands")
        room.press("space")
        room.wait_for("12 hands")
        room.press("enter")
        room.wait_for("Thursday becomes Friday")
        to_the_end(room)
        room.press("w")
        room.wait_for("Papers to take along")
        room.press("ctrl+u")
        room.type(str(papers))
        room.press("enter")
        room.wait_for("Written to")
        room.press("ctrl+q")
        assert (room.wait_exit(), room.not_given_back()) == (0, set())
    assert "(12 hands)" in (papers / "transcript.md").read_text()
    assert "How strong:" in (papers / "hand-out.md").read_text()
    assert_nothing_of_the_users(marked, first, room)
    assert_private(marked.folder / "xdg_runtime_dir")


def assert_private(folder: Path) -> None:
    """Only the owner reads what is kept of a run."""
    files = [file for file in folder.rglob("*") if file.is_file()]
    assert len(files) >= 2
    assert {file.stat().st_mode & 0o777 for file in files} == {0o600}


def test_from_home_a_workshop_opens_over_it_and_comes_back(place: Place) -> None:
    with place.open() as terminal:
        terminal.wait_for("What brings you here?")
        terminal.press("4")
        terminal.wait_for("How long do you have?")
        for answer, then in (("1", "Who is in"), ("2", "be about"), ("2", "Which case?")):
            terminal.type(answer)
            terminal.press("enter")
            terminal.wait_for(then)
        terminal.press("enter")
        terminal.wait_for("Begin now?")
        terminal.press("enter")
        terminal.wait_for("Can the back row read this?")
        terminal.press("ctrl+q")
        terminal.wait_for("enter goes back to Troth")
        terminal.press("enter")
        terminal.wait_for("What brings you here?")
        terminal.press("ctrl+q")
        assert (terminal.wait_exit(), terminal.not_given_back()) == (0, set())
    assert (place.folder / "troth-workshop-sc03" / "facilitator.html").exists()
    assert not place.vault.exists()
