"""A workshop in real terminals: notes beside the player, the cast's records over it, a kill."""

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.terminal.place import Place
from tests.terminal.terminal import Terminal
from tests.tui.app_for import person
from tui.driver import LEAVE_SCREEN

pytestmark = pytest.mark.pty
MARKER = "Zebramarke"
EDITOR = r"""#!/bin/sh
printf '\033[?1049h'
printf 'from outside' > "$1"
printf '\033[?1049l'
"""
WAITS = "No play is running yet."
TEST_PAGE = "Can the back row read this?"
CLOSED = "The player is closed"


@pytest.fixture
def room(place: Place) -> Place:
    """A machine with real records of somebody whose name must never show."""
    place.keep(person(MARKER))
    place.environment["TROTH_PLAYS"] = str(place.folder / "plays")
    return place


def far_from_the_vault(place: Place, terminal: Terminal) -> bool:
    """Whether neither the program nor a child has a real record open, nor has shown one."""
    opened = open_files(terminal.pid) if Path("/proc/self/task").exists() else ()
    near = any(str(place.vault) in path for path in opened)
    return not near and MARKER.encode() not in bytes(terminal.raw)


def open_files(pid: int) -> Iterator[str]:
    """The paths that a process and its children have open, where the system tells."""
    for link in Path(f"/proc/{pid}/fd").iterdir():
        try:
            yield str(link.readlink())
        except OSError:
            continue
    for child in Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split():
        yield from open_files(int(child))


def files_outside(place: Place) -> Iterator[bytes]:
    """What stands in every file of the machine, but for the records themselves."""
    for path in place.folder.rglob("*"):
        if path.is_file() and place.vault not in path.parents:
            yield path.read_bytes()


def test_notes_follow_the_player_through_a_kill_and_its_return(room: Place) -> None:
    with room.open("scenario", "notes") as notes:
        notes.wait_for(WAITS)
        with room.open("scenario", "play", "sc03") as player:
            player.wait_for(TEST_PAGE)
            notes.wait_for("Ask for a quiet count")
            player.press("space")
            notes.wait_for("25 min left")
            player.press("space", "space", "space", "space")
            notes.wait_for("The beginning: In September")
            player.kill(signal.SIGKILL)
            notes.wait_for(CLOSED)
        with room.open("scenario", "play", "--resume") as player:
            player.wait_for("Samuel")
            notes.wait_gone(CLOSED)
            notes.kill(signal.SIGKILL)
            player.press("space", "space", "space", "space")
            with room.open("scenario", "notes") as again:
                again.wait_for("Read his mail warmly")
                assert far_from_the_vault(room, again)
                again.press("ctrl+q")
                assert (again.wait_exit(), again.not_given_back()) == (0, set())
            player.press("ctrl+q")
            assert player.wait_exit() == 0


def editor_in(folder: Path) -> str:
    """A program that leaves the screen at its end, as editors do."""
    script = folder / "editor"
    script.write_text(EDITOR)
    script.chmod(0o755)
    return str(script)


def test_the_cast_opens_over_the_play_and_no_real_record_is_near(room: Place) -> None:
    with room.open("scenario", "play", "sc03", EDITOR=editor_in(room.folder)) as player:
        player.wait_for(TEST_PAGE)
        player.press("o")
        player.wait_for("before the room? enter")
        player.press("enter")
        player.wait_for("Opening the records of the case")
        player.type("qwerty")
        player.wait_for("scenario: Aroha's records")
        player.wait_for("Samuel Boateng")
        player.wait_for("3 Nov 2026")
        if Path("/proc/self/task").exists():
            assert any("troth-demo-" in path for path in open_files(player.pid))
        through_the_records(player)
        assert far_from_the_vault(room, player)
        player.press("escape")
        player.wait_for(TEST_PAGE)
        assert LEAVE_SCREEN.encode() not in bytes(player.raw)
        assert b"qwerty" not in bytes(player.raw)
        player.press("ctrl+q")
        assert (player.wait_exit(), player.not_given_back()) == (0, set())
        assert MARKER.encode() not in bytes(player.raw)
    assert not any(MARKER.encode() in content for content in files_outside(room))


def through_the_records(player: Terminal) -> None:
    """Through the panes, a relationship, a note and the wizard; no key gives the screen up."""
    player.press("ctrl+z", "1", "enter")
    player.wait_for("Is it still wanted")
    player.press("t")
    player.wait_for("What do you want to keep?")
    player.press("ctrl+o")
    player.wait_for("An editor would bring up")
    player.press("escape")
    player.wait_gone("What do you want to keep?")
    player.press("escape")
    player.wait_for("1 Active relationships")
    player.press("h")
    player.wait_for("Does any of this apply")
    player.press("escape")
    player.wait_for("1 Active relationships")
