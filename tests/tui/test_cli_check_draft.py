"""`troth check-draft`: from a file or a pipe, in calm words or as an object; nothing is kept."""

import io
import json
from pathlib import Path
from typing import get_args

import pytest

from coaching.wording import ComponentId, Verdict
from tests.tui.command_line import CommandLine, Ran, run_process

DRAFT = (
    "Ben, I cancelled our last two meetings on the day. That was my doing. I'm sorry, but you also "
    "changed the date twice. I will send you the introduction."
)


@pytest.fixture
def troth(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    return CommandLine(tmp_path / "vault", capsys)


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "letter.txt"
    path.write_text(DRAFT, "utf-8")
    return path


def piped(troth: CommandLine, monkeypatch: pytest.MonkeyPatch, text: str, *words: str) -> Ran:
    monkeypatch.setattr("sys.stdin", io.StringIO(text))
    return troth("check-draft", *words)


def test_it_tells_what_it_saw_and_asks_for_the_rest(troth: CommandLine, letter: Path) -> None:
    ran = troth("check-draft", str(letter))
    assert (ran.code, ran.err) == (0, "")
    told = " ".join(ran.out.split())
    assert told.startswith("Asked first, of everyone:")
    assert 'owns it "That was my doing."' in told
    assert "says what will be different I did not recognise this. Is it there?" in told
    assert '"but you also changed the date twice." This moves the cause to them' in told
    assert told.count("It cannot judge sincerity") == 1
    assert max(map(len, ran.out.splitlines())) < 80


def test_no_verdict_and_no_count_is_printed(troth: CommandLine, letter: Path) -> None:
    printed = troth("check-draft", str(letter)).out.casefold()
    for word in ("missing", "score", "%", "verdict", "non_apology", *get_args(Verdict)[:3]):
        assert word not in printed.split()


def test_as_an_object_it_has_the_agreed_shape(troth: CommandLine, letter: Path) -> None:
    told = json.loads(troth("check-draft", "--json", str(letter)).out)
    assert list(told) == ["ask_first", "components", "flags", "verdict"]
    assert set(told["components"]) == set(get_args(ComponentId))
    assert told["components"]["responsibility"]["found"] is True
    assert told["components"]["repentance"] == {"found": False, "quote": None}
    assert {"id": "blame_shift", "quote": "but you also changed the date twice."} in told["flags"]
    assert told["verdict"] == "non_apology"


@pytest.mark.parametrize("words", [(), ("-",)])
def test_what_is_piped_in_is_read(
    troth: CommandLine, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    assert "That was my doing" in piped(troth, monkeypatch, DRAFT, *words).out or "owns it" in (
        piped(troth, monkeypatch, DRAFT, *words).out
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "too short"),
        (
            "Mi dispiace molto di aver dimenticato il nostro incontro, è stata colpa mia.",
            "does not look like English",
        ),
    ],
)
def test_what_cannot_be_read_is_said_and_not_judged(
    troth: CommandLine, monkeypatch: pytest.MonkeyPatch, text: str, told: str
) -> None:
    ran = piped(troth, monkeypatch, text)
    assert ran.code == 0
    assert told in ran.out
    assert "recognise" not in ran.out


def test_control_characters_and_markup_come_out_tame(
    troth: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran = piped(troth, monkeypatch, DRAFT.replace("my doing", "\x1b[31m my fault \u202e[/x]"))
    assert "\x1b" not in ran.out
    assert "\u202e" not in ran.out


def test_without_a_draft_it_says_how(troth: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = io.StringIO()
    monkeypatch.setattr(terminal, "isatty", lambda: True)
    monkeypatch.setattr("sys.stdin", terminal)
    ran = troth("check-draft")
    assert ran.code == 2
    assert "troth check-draft draft.txt" in ran.complaint


@pytest.mark.parametrize("name", ["nowhere.txt", ".", "picture.png"])
def test_what_is_no_text_file_is_told_in_one_line(
    troth: CommandLine, tmp_path: Path, name: str
) -> None:
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\xff\xfe")
    ran = troth("check-draft", str(tmp_path / name))
    assert ran.code == 1
    assert "cannot be read" in ran.complaint


def test_no_record_is_opened_and_nothing_is_written(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    env = {"HOME": str(home), "XDG_DATA_HOME": str(home), "TROTH_VAULT": str(home / "vault")}
    ran = run_process("check-draft", "-", input=DRAFT, env=env, stdin=None)
    assert ran.returncode == 0
    assert list(home.iterdir()) == []
