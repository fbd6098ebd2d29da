"""`troth workshop`: three questions, three cases, papers; and `scenario play` before the screen."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tui.command_line import CommandLine
from tui.cli import workshop
from tui.cli.wrapping import at_words

PAPERS = ["facilitator.html", "facilitator.md", "hand-out.html", "hand-out.md"]


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """Where the papers go."""
    return tmp_path / "papers"


def answering(monkeypatch: pytest.MonkeyPatch, *answers: str) -> None:
    """Somebody sits at the terminal and types these lines, then nothing more."""
    lines: Iterator[str] = iter(answers)

    def typed(_: str) -> str:
        line = next(lines, None)
        if line is None:
            raise EOFError
        return line

    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr(workshop.ask, "__defaults__", (typed,))


def test_three_answers_offer_three_cases_and_write_their_papers(
    troth: CommandLine, monkeypatch: pytest.MonkeyPatch, papers: Path
) -> None:
    answering(monkeypatch, "2", "2", "2", "1")
    ran = troth.bare("workshop", "--to", str(papers))
    assert (ran.code, ran.err) == (0, "")
    assert "  1  The third reschedule (sc03, the mentee's chair)" in ran.out
    assert "troth scenario play sc03 --minutes 50" in ran.out
    assert "troth scenario notes" in ran.out
    assert sorted(path.name for path in papers.iterdir()) == PAPERS


def test_a_fourth_answer_shows_all_cases(
    troth: CommandLine, monkeypatch: pytest.MonkeyPatch, papers: Path
) -> None:
    answering(monkeypatch, "1", "1", "1", "4", "14")
    ran = troth.bare("workshop", "--to", str(papers))
    assert (ran.code, ran.err) == (0, "")
    assert "  4  Show all 14" in ran.out
    listed = ran.out.partition("Which of all?\n")[2].splitlines()[:14]
    assert listed[2] == "  3  sc03  The third reschedule    25 min  Promises slip"
    assert all(line.split()[1].startswith("sc") and len(line) < 80 for line in listed)
    assert "troth scenario play sc14 " in ran.out


def test_lines_are_wrapped_at_words_and_never_in_them() -> None:
    text = "   Some words that\n  go on"
    assert at_words(text, 0) == text
    assert at_words(text, 12) == "   Some\n   words\n   that\n  go on"
    assert at_words("4  Some words", 9, hang=3) == "4  Some\n   words"


def test_what_is_no_number_is_asked_again_and_q_leaves_with_nothing_written(
    troth: CommandLine, monkeypatch: pytest.MonkeyPatch, papers: Path
) -> None:
    answering(monkeypatch, "9", "abc", "", "q")
    ran = troth.bare("workshop", "--to", str(papers))
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.count("Type a number from 1 to 3, or q.") == 2
    assert ran.out.endswith("Left. Nothing was written.\n")
    assert not papers.exists()


def test_danger_is_offered_only_where_it_is_asked_for(
    troth: CommandLine, monkeypatch: pytest.MonkeyPatch, papers: Path
) -> None:
    for topic, red in (("any", False), ("danger", True)):
        answering(monkeypatch, "q")
        ran = troth.bare("workshop", "--minutes", "90", "--who", "both", "--topic", topic)
        assert ("(sc13, " in ran.out) is red
        assert ("(sc02, " in ran.out) is not red


def test_all_said_nothing_is_asked(troth: CommandLine, papers: Path) -> None:
    ran = troth.bare("workshop", "--minutes", "25", "--case", "sc14", "--to", str(papers))
    assert (ran.code, ran.err) == (0, "")
    assert "Say before: " in ran.out
    sheet = (papers / "facilitator.md").read_text()
    assert "If the group says" in sheet
    told = (papers / "hand-out.html").read_text()
    assert "My next step" in told
    assert "If the group says" not in told
    again = troth.bare("workshop", "--minutes", "25", "--case", "sc14", "--to", str(papers))
    assert "is there already. Name another folder." in again.complaint


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("workshop",), "asks at a terminal"),
        (("workshop", "--topic", "x\x1b[31m"), "There is no topic"),
        (("workshop", "--vault", "x", "--minutes", "25", "--case", "sc03"), "opens no"),
        (("scenario", "play"), "Say which case"),
        (("scenario", "play", "sc03"), "need a terminal"),
        (("scenario", "play", "--resume", "--minutes", "25"), "--minutes is for a new play"),
        (("scenario", "list", "--resume"), "go with play only"),
    ],
)
def test_wrong_use_is_one_sentence(
    troth: CommandLine, words: tuple[str, ...], complaint: str
) -> None:
    ran = troth.bare(*words)
    assert complaint in ran.complaint
    assert ran.code == 2
