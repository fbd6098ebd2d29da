"""What reaches the terminal: names that try to command it, small windows, no colours."""

import re
from pathlib import Path

import pytest

from tests.terminal.place import Place
from tests.terminal.terminal import Terminal

pytestmark = pytest.mark.pty
READY = "? all keys"
SEQUENCES = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\]22;[a-z]+\x07)")  # 22: the mouse pointer
UNFINISHED = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*)?$")  # reading may stop inside a sequence
COLOUR = re.compile(rb"\x1b\[(?:[0-9;]*;)?(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])[;m]")
BIDI = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
MILD = "[/x] Ev"
# A terminal takes escape characters out of what is pasted; a file may hold anything.
PASTED = MILD + "\u202e\u2066\x9b31mil [b]$primary"
HOSTILE = MILD + "\x1b]0;pwned\x07\x1b[35;1mil\u202e\u2066\x9b31m [b]$primary"


def assert_tame(terminal: Terminal) -> None:
    """The program's own sequences, and no other, are in the bytes; no text can turn around."""
    terminal.read_all()
    rest = UNFINISHED.sub(b"", SEQUENCES.sub(b"", bytes(terminal.raw)))
    assert b"\x1b" not in rest, rest[rest.index(b"\x1b") - 40 :][:80]
    assert b"\x07" not in rest
    assert b"\x1b[35;1m" not in terminal.raw
    text = rest.decode(errors="ignore")
    assert not BIDI.search(text)
    assert "\x9b" not in text


def test_a_pasted_name_cannot_command_the_terminal(place: Place) -> None:
    with place.open() as terminal:
        terminal.wait_for("What brings you here?")
        terminal.press("1")
        terminal.wait_for("One person on each line")
        terminal.paste(f"{PASTED}, every 2w")
        terminal.wait_for("every 2 weeks")
        terminal.press("enter")
        terminal.wait_for("1 active")
        terminal.press("p")
        terminal.wait_for("What, in a few words")
        terminal.paste(PASTED)
        terminal.wait_for("$primary")
        terminal.press("enter")
        terminal.type("fri")
        terminal.press("enter")
        terminal.wait_for("you owe: [/x] Ev")
        assert_tame(terminal)


def test_a_name_in_a_file_from_elsewhere_cannot_command_the_terminal(with_ben: Place) -> None:
    (workbook,) = (with_ben.vault / "workbooks").glob("*.json")
    spoil(workbook)
    with with_ben.open() as terminal:
        terminal.wait_for(READY)
        terminal.press("1", "enter")
        terminal.wait_for("esc back")
        assert_tame(terminal)
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0


def spoil(workbook: Path) -> None:
    """Write a hostile name where the name was, as another program could."""
    escaped = "".join(
        char if char.isascii() and char.isprintable() else f"\\u{ord(char):04x}" for char in HOSTILE
    )
    text = workbook.read_text("utf-8")
    assert '"name":"Ben"' in text
    workbook.write_text(text.replace('"name":"Ben"', f'"name":"{escaped}"'), "utf-8")


def test_a_window_of_40_by_10_is_enough_to_make_a_promise(with_ben: Place) -> None:
    with with_ben.open(size=(40, 10)) as terminal:
        terminal.wait_for("Ben")
        terminal.press("p")
        terminal.wait_for("What, in a few words")
        terminal.type("the reading list")
        terminal.press("enter")
        terminal.type("fri")
        terminal.wait_for("fri")
        terminal.press("enter")
        terminal.wait_for("Promise to Ben")
        terminal.resize(120, 36)
        terminal.wait_for("you owe: the reading list")
    assert "the reading list" in with_ben.says("show", "Ben")


def test_no_colours_where_the_user_wants_none(with_ben: Place) -> None:
    with with_ben.open(NO_COLOR="1") as terminal:
        terminal.wait_for(READY)
        terminal.press("1")
        terminal.wait_for("▌Ben")
        assert not COLOUR.search(bytes(terminal.raw).replace(b"39;49", b""))
