"""`--plain` and TROTH_PLAIN on the command line: files and pipes, a terminal, sealed records."""

import io
import os
import re
from pathlib import Path

import pytest

from coaching.hurdle import deeper, steps
from coaching.record.hurdle import Hurdle
from coaching.record.promise import Promise
from tests.plain_page import PAGE, page
from tests.source_files import modules
from tests.terminal.place import Place
from tests.test_layers import SCREENS, brought_in
from tests.tui.app_for import person
from tests.tui.command_line import CommandLine, Ran
from tests.tui.test_plain_deeper import AS_MENTEE, AS_MENTOR
from tests.tui.test_plain_hurdle import NINE_ANSWERS, STORY
from tui.cli import passphrase
from tui.plain.question import WORDS

GOOD = "lamp orbit velvet gravel"
MARK = "Zebramarke"
LEFT = "\x1b[D"
LINE_EDITING = re.compile(rb"\x1b\[(?:\?2004[hl]|\d*[@PKAC])")
"""What a terminal gets while a line is edited: a paste is to be marked, letters move aside."""


@pytest.fixture
def typed(troth: CommandLine, monkeypatch: pytest.MonkeyPatch) -> "Typed":
    """The command line, with answers in a file."""
    for name in ("XDG_STATE_HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(troth.vault.parent / name.lower()))
    return Typed(troth, monkeypatch)


class Typed:
    """Runs `troth` with answers out of a file, one on each line."""

    def __init__(self, troth: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
        self.troth, self._monkeypatch = troth, monkeypatch

    def __call__(self, *words: str, answers: tuple[str, ...] = ()) -> Ran:
        """Run these words; the answers are all there is to read."""
        text = "".join(f"{answer}\n" for answer in answers)
        self._monkeypatch.setattr("sys.stdin", io.StringIO(text))
        return self.troth(*words)


def test_a_whole_hurdle_comes_out_of_a_file_with_nine_answers(typed: Typed) -> None:
    typed.troth("add", "Ben", "--i-am", "mentor")
    ran = typed("hurdle", "Ben", "--plain", answers=NINE_ANSWERS)
    (hurdle,) = typed.troth.workbook("Ben").all(Hurdle)
    assert (ran.code, ran.err) == (0, "")
    assert steps.first_open(hurdle) == steps.PLAN
    assert "Answer: Promises slip\n" in ran.out
    assert "\x1b" not in ran.out
    assert ran.out.endswith("What was said to be kept is kept.\n")


@pytest.mark.parametrize(("i_am", "answers"), [("mentor", AS_MENTOR), ("mentee", AS_MENTEE)])
def test_the_whole_deeper_way_comes_out_of_a_file_from_both_views(
    typed: Typed, i_am: str, answers: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(typed.troth.vault.parent))
    typed.troth("add", "Ben", "--i-am", i_am)
    ran = typed("hurdle", "Ben", "--plain", answers=answers)
    (hurdle,) = typed.troth.workbook("Ben").all(Hurdle)
    assert (ran.code, ran.err) == (0, "")
    assert "is none of these" not in ran.out
    assert steps.first_open(hurdle) == steps.PLAN
    assert not [one for stage in steps.STAGES for one in deeper.open_ones(hurdle, stage)]
    assert hurdle.expected[0].expected.startswith("!an answer")
    assert hurdle.closest == {"mentor": "broken_promises"}.get(i_am, "confidentiality_breach")


def test_input_that_ends_half_way_keeps_what_was_answered_and_says_so(typed: Typed) -> None:
    typed.troth("add", "Ben", "--i-am", "mentor")
    ran = typed("--plain", "hurdle", "Ben", answers=NINE_ANSWERS[:2])
    assert ran.code == 1
    assert "no more input in the middle of a question" in ran.out
    (hurdle,) = typed.troth.workbook("Ben").all(Hurdle)
    assert hurdle.what_happened == STORY[0]


def test_alone_it_says_at_the_end_whether_anything_was_kept(typed: Typed) -> None:
    story = ("9", "\x1b[31mHe did not come.")
    ran = typed("hurdle", "--as", "mentee", "--plain", answers=story)
    assert (ran.code, ran.out.endswith("Nothing was kept.\n")) == (1, True)
    assert "\x1b" not in ran.out
    assert not typed.troth.vault.exists()
    ran = typed("hurdle", "--as", "mentee", "--plain", answers=(*story, "save", "Yes"))
    assert ran.out.endswith("What was said to be kept is kept.\n")
    assert typed.troth.records.there


def test_lines_that_nobody_asked_for_are_told_and_end_as_wrong_use(typed: Typed) -> None:
    kept_nothing = "Nothing was kept."
    alone = typed("hurdle", "--as", "mentor", "--plain", answers=(*NINE_ANSWERS[:3], "leave", "x"))
    assert alone.code == 2
    assert "Of the input, line 5 did not count" in alone.out
    assert alone.out.endswith(
        f"look for the first that does not fit its question.\n{kept_nothing}\n"
    )
    typed.troth("add", "Ben", "--i-am", "mentor")
    one_too_many = (*NINE_ANSWERS, "Done", "Talk", "", "Write", "")
    ran = typed("hurdle", "Ben", "--plain", answers=one_too_many)
    first = len(NINE_ANSWERS) + 2
    assert ran.code == 2
    assert f"lines {first} to {first + 2} did not count" in ran.out
    (hurdle,) = typed.troth.workbook("Ben").all(Hurdle)
    assert steps.first_open(hurdle) == steps.PLAN


def test_the_first_line_of_a_file_that_does_not_fit_ends_it_and_no_number_deletes(
    typed: Typed,
) -> None:
    typed.troth("add", "Ben", "--i-am", "mentor")
    missing = (*NINE_ANSWERS[:4], *NINE_ANSWERS[5:])
    ran = typed("hurdle", "Ben", "--plain", answers=missing)
    assert ran.code == 2
    assert 'Line 5, "Talk", does not fit its question: "Talk" is none of these.' in ran.out
    assert ran.out.endswith("What was said to be kept is kept.\n")
    assert "Answer: I do" not in ran.out
    (hurdle,) = typed.troth.workbook("Ben").all(Hurdle)
    assert hurdle.what_happened == STORY[0]
    empty = typed("hurdle", "--as", "mentor", "--plain", answers=("9", "", "", "He came."))
    assert (empty.code, "Line 2, an empty one, does not" in empty.out) == (2, True)
    menu = typed("hurdle", "--as", "mentor", "--plain", answers=(*NINE_ANSWERS, "", ""))
    assert menu.code == 0
    for last in (("9",), ("Delete this hurdle", "1")):
        ran = typed("hurdle", "Ben", "--plain", answers=("Begin a", *NINE_ANSWERS, *last))
        assert (ran.code, "is taken by its words: Delete" in ran.out) == (2, True)
        assert len(typed.troth.workbook("Ben").all(Hurdle)) > 1


def test_the_variable_does_the_same_and_home_ends_calmly(
    typed: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed.troth("add", "Ben", "--i-am", "mentor")
    monkeypatch.setenv("TROTH_PLAIN", "1")
    assert typed().code == 0
    ran = typed(answers=("leave",))
    assert (ran.code, "Nothing was cleared" in ran.out) == (0, True)
    notes = typed.troth.bare("scenario", "notes").complaint
    assert notes.startswith("The notes beside a play are a screen")
    monkeypatch.setenv("TROTH_PLAIN", "0")
    assert "troth --plain works without a terminal" in typed().complaint


def test_the_session_in_the_docs_is_what_the_program_says() -> None:
    """Where words have changed on purpose: `make plain`."""
    text = PAGE.read_text("utf-8")
    assert page(text) == text
    assert all(f"| {word} |" in text for word in WORDS)


def test_a_case_is_heard_without_a_terminal(typed: Typed, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("\n\nleave\n"))
    case = typed.troth.bare("scenario", "play", "sc03", "--plain")
    assert (case.code, case.err) == (0, "")
    assert "Page 3. " in case.out


def test_sealed_records_are_opened_by_the_passphrase_that_nobody_sees(
    typed: Typed, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    typed.troth("add", "Ben", "--i-am", "mentor")
    file = tmp_path / "passphrase"
    file.write_text(GOOD)
    monkeypatch.setenv(passphrase.FILE, str(file))
    assert typed.troth("seal", "--yes").code == 0
    monkeypatch.delenv(passphrase.FILE)
    said = ["wrong words here now", GOOD]
    monkeypatch.setattr(passphrase, "at_terminal", lambda: True)
    monkeypatch.setattr(passphrase, "getpass", lambda _: said.pop(0))
    ran = typed("--plain", answers=("People", "1", "Make a promise", "Mine", "Tea", "fri"))
    assert (ran.code, said) == (0, [])
    assert GOOD not in ran.out + ran.err
    monkeypatch.setenv(passphrase.FILE, str(file))
    assert [one.what for one in typed.troth.workbook("Ben").all(Promise)] == ["Tea"]


def test_the_plain_face_never_loads_the_screens() -> None:
    assert brought_in([*modules("tui.plain"), "tui.hurdle.session"], SCREENS) == {}


@pytest.mark.pty
def test_a_session_in_a_terminal_writes_lines_only_and_leave_clears_them(tmp_path: Path) -> None:
    place = Place(tmp_path)
    place.keep(person("Ben"))
    with place.open("--plain") as terminal:
        for question, answer in (
            ("Leave.", "People"),
            ("Who?", "Ben"),
            ("What would you like to do?", "Work through a new hurdle"),
            ("Does any of this apply", "None that I know of"),
            (
                "What happened?",
                "\x1b[200~He did not come.\nNor he write.\x1b[201~" + LEFT * 10 + " did",
            ),
            ("What did it do?", "Lost\nThe time."),
            ("Which of these is nearest?", f"lave{LEFT * 3}e"),
        ):
            terminal.wait_for(question)
            terminal.type(f"{answer}\n")
        terminal.wait_for("You have left Troth.")
        before, _, after = bytes(terminal.raw).partition(b"\x1b[H\x1b[2J\x1b[3J")
        assert terminal.wait_exit() == 0
    assert b"\x1b" not in LINE_EDITING.sub(b"", before)
    assert b"\x1b" not in LINE_EDITING.sub(b"", after)
    found = "".join(file.read_text("utf-8") for file in (place.vault / "workbooks").iterdir())
    assert r"He did not come.\nNor did he write." in found
    assert r"Lost\nThe time." in found


@pytest.mark.pty
def test_alone_in_a_terminal_nothing_is_on_the_disk_after_a_kill(tmp_path: Path) -> None:
    place = Place(tmp_path)
    with place.open("hurdle", "--as", "mentee", TROTH_PLAIN="1") as terminal:
        terminal.wait_for("Not hidden: your shell's history")
        terminal.wait_for("Does any of this apply")
        terminal.type("None that\n")
        terminal.wait_for("What happened?")
        terminal.type(f"{MARK} happened.\n")
        terminal.wait_for("What did it do?")
        terminal.type(f"{MARK} half typed")
        terminal.kill(9)
    left = [Path(root) / name for root, _, names in os.walk(tmp_path) for name in names]
    assert not place.vault.exists()
    assert [file for file in left if MARK in file.read_text("utf-8", errors="replace")] == []
