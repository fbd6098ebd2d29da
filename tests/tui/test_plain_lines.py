"""Lines out of a terminal or a file: pastes, arrow keys, cut lines, and lines that nobody read."""

import io
import os
import pty
from collections.abc import Iterator
from typing import TextIO

import pytest

from tui.plain.keyboard import LONGEST_LINE, without_sequences
from tui.plain.lines import MAY_BE_CUT, StandardLines


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """What somebody types with: the other end of the terminal that input is now."""
    keys, seen = pty.openpty()
    with os.fdopen(seen) as given:
        monkeypatch.setattr("sys.stdin", given)
        yield keys
    os.close(keys)


def test_a_paste_without_a_last_newline_is_one_text(terminal: int) -> None:
    lines = StandardLines()
    os.write(terminal, b"first\nsecond\nthird")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tui.plain.keyboard.PASTED_WITHIN_S", 0.3)
        typed = _with_enter_later(lines, terminal)
    assert typed == "first\nsecond\nthird"


def _with_enter_later(lines: StandardLines, terminal: int) -> str:
    """Read; Enter comes only once the lines that were whole have been taken."""
    read, taken = lines._line, []

    def one(before: str) -> str:
        taken.append(before)
        if len(taken) == 3:
            os.write(terminal, b"\n")
        return read(before)

    lines._line = one  # type: ignore[method-assign]  # presses Enter in place of somebody
    return lines.read("Answer: ", several=True)


def test_a_field_of_one_line_takes_one_line_of_a_paste(terminal: int) -> None:
    lines = StandardLines()
    os.write(terminal, b"one\ntwo\n")
    assert [lines.read("", several=False), lines.read("", several=False)] == ["one", "two"]


def test_a_line_that_the_terminal_cut_is_said_and_the_rest_may_follow(
    terminal: int, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = StandardLines()
    os.write(terminal, b"x" * (LONGEST_LINE + 50) + b"\n")
    os.write(terminal, b" and the rest\n")
    typed = lines.read("Answer: ", several=True)
    assert typed == "x" * LONGEST_LINE + " and the rest"
    assert MAY_BE_CUT in capsys.readouterr().out
    assert "4,095 letters" in MAY_BE_CUT


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("He \x1b[D\x1b[1;5Ccame\x1bOA", "He came"),
        ("\x1bHe came", "He came"),
        ("\x1b[31mHe\x1b[0m came\x1b[3~", "He came"),
        ("\x1b]0;title\x07He came", "He came"),
        ("\x1b[200~He came\x1b[201~", "He came"),
    ],
)
def test_keys_that_write_nothing_leave_nothing_in_an_answer(typed: str, text: str) -> None:
    assert without_sequences(typed) == text


def test_an_answer_out_of_a_file_has_no_sequences(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("\x1b[31mHe came\x1b[A\n"))
    assert StandardLines().read("", several=True) == "He came"


@pytest.mark.parametrize(
    ("given", "left"),
    [("a\n", None), ("a\n\n \n", None), ("a\nb\n", (2, 2)), ("a\n\nb\nc\n\n", (2, 4))],
)
def test_lines_that_nobody_asked_for_are_counted(
    given: str, left: tuple[int, int] | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(given))
    lines = StandardLines()
    lines.read("", several=False)
    assert lines.left_over() == left


def test_a_pipe_that_waits_has_no_lines_left_and_one_that_ended_has(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    out, into = os.pipe()
    given: TextIO
    with os.fdopen(out) as given:
        monkeypatch.setattr("sys.stdin", given)
        lines = StandardLines()
        os.write(into, b"a\n")
        lines.read("", several=False)
        assert lines.left_over() is None
        os.write(into, b"b\nc\n")
        os.close(into)
        assert lines.left_over() == (2, 3)
