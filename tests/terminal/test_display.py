"""The test terminal itself: it shows what a real one shows, and notices what is left on."""

import sys

import pytest

from tests.terminal.display import Display
from tests.terminal.keys import key_bytes
from tests.terminal.terminal import NotSeen, Terminal

TAKEN = b"\x1b[?1049h\x1b[?1003h\x1b[?25l\x1b[>25u"


def test_text_stands_where_it_was_put() -> None:
    display = Display(20, 3)
    display.feed(b"\x1b[2;3Hhello\x1b[1;1H\x1b[1mtop\x1b[0m")
    assert display.lines == ["top", "  hello", ""]


def test_a_sequence_in_two_pieces_is_one_sequence() -> None:
    display = Display(20, 2)
    for piece in (b"a\x1b", b"[2", b";1Hb\x1b[?10", b"49h"):
        display.feed(piece)
    assert display.lines == ["a", "b"]
    assert display.left_on() == {"alternate screen"}


def test_wide_and_joined_characters_hide_no_text_after_them() -> None:
    display = Display(40, 1)
    display.feed("日本 é 👩\u200d💻 end".encode())
    assert display.text.endswith(" end")
    assert display.text.startswith("日本 é")


def test_what_is_switched_on_is_told_until_it_is_put_back() -> None:
    display = Display(20, 2)
    display.feed(TAKEN)
    assert display.left_on() == {"alternate screen", "mouse moves", "cursor", "keyboard protocol"}
    display.feed(b"\x1b[<u\x1b[?1049l\x1b[?1003l\x1b[?25h")
    assert display.left_on() == set()


def test_a_terminal_says_that_it_can_hold_frames_back() -> None:
    assert Display(20, 2).feed(b"\x1b[?2026$p") == b"\x1b[?2026;2$y"


@pytest.mark.parametrize(
    ("key", "sent"),
    [
        ("enter", b"\r"),
        ("up", b"\x1b[A"),
        ("pagedown", b"\x1b[6~"),
        ("ctrl+q", b"\x11"),
        ("é", "é".encode()),
        ("escape", b"\x1b"),
    ],
)
def test_a_key_is_sent_as_terminals_send_it(key: str, sent: bytes) -> None:
    assert key_bytes(key) == sent


def test_a_key_that_no_terminal_has_is_refused() -> None:
    with pytest.raises(ValueError, match="no key is called"):
        key_bytes("any")


@pytest.mark.pty
def test_a_program_that_leaves_the_terminal_changed_is_found_out() -> None:
    careless = f"import sys, tty; tty.setraw(0); sys.stdout.buffer.write({TAKEN!r})"
    with Terminal([sys.executable, "-c", careless]) as terminal:
        assert terminal.wait_exit() == 0
        assert {"alternate screen", "echo and line editing"} <= terminal.not_given_back()


@pytest.mark.pty
def test_waiting_for_what_never_comes_tells_what_stood_there() -> None:
    with (
        Terminal([sys.executable, "-c", "print('something else')"]) as terminal,
        pytest.raises(NotSeen, match="something else"),
    ):
        terminal.wait_for("this")
