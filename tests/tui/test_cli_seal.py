"""`troth seal`, `unseal` and `passphrase`, and every other command on sealed records."""

import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from data.vault_file import VaultFile
from tests.source_files import ROOT
from tests.tui.command_line import CommandLine, run_process
from tui.bootstrap import open_records
from tui.cli import passphrase, seal
from tui.cli.output import complain

GOOD, OTHER = "lamp orbit velvet gravel", "moss velvet lamp gravel"
MARK = "Zebramarke"


class Terminal:
    """Somebody at the keyboard: gives these answers, and keeps what was asked."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.answers: list[str] = []
        self.asked: list[str] = []
        monkeypatch.setattr(passphrase, "at_terminal", lambda: True)
        monkeypatch.setattr(passphrase, "getpass", self._answer)

    def will_say(self, *answers: str) -> None:
        """Give these answers, one after the other."""
        self.answers, self.asked = list(answers), []

    def _answer(self, prompt: str) -> str:
        self.asked.append(prompt)
        return self.answers.pop(0)


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Somebody at the keyboard."""
    return Terminal(monkeypatch)


@pytest.fixture
def given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file with the passphrase, named as scripts name it."""
    path = tmp_path / "passphrase"
    path.write_text(f"{GOOD}\nand a line that does not count\n")
    monkeypatch.setenv(passphrase.FILE, str(path))
    return path


@pytest.fixture
def ben(troth: CommandLine) -> CommandLine:
    """A vault with one relationship."""
    assert troth("add", f"Ben {MARK}", "--i-am", "mentor").code == 0
    assert troth("promise", "Ben", "introduction", "--by", "fri").code == 0
    return troth


@pytest.fixture
def sealed(ben: CommandLine, given: Path, monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    """The same, sealed; the passphrase is not said."""
    assert ben("seal", "--yes").code == 0
    monkeypatch.delenv(passphrase.FILE)
    assert given.exists()
    return ben


def test_sealing_and_unsealing_from_a_script(ben: CommandLine, given: Path) -> None:
    assert given.exists()
    assert ben("seal", "--yes").line.startswith("Your records are sealed. Keep the passphrase")
    assert not [path for path in files(ben) if MARK.encode() in path.read_bytes()]
    assert "introduction" in ben("due").line
    assert ben("keep", "Ben", "introduction").code == 0
    assert "sealed already" in ben("seal", "--yes").complaint
    assert "plain files again" in ben("unseal").line
    assert [path for path in files(ben) if MARK.encode() in path.read_bytes()]
    assert "not sealed" in ben("unseal").complaint
    assert "not sealed" in ben("passphrase").complaint


def test_before_it_seals_it_says_what_that_means_and_asks(ben: CommandLine, given: Path) -> None:
    assert given.exists()
    refused = ben("seal")
    assert refused.code == 2
    assert "troth seal --yes" in refused.complaint
    assert not open_records(str(ben.vault), None).sealing.sealed


def test_only_a_typed_yes_goes_on(
    ben: CommandLine, terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Keyboard:
        said = "no\n"

        def isatty(self) -> bool:
            return True

        def readline(self) -> str:
            return self.said

    monkeypatch.setattr("sys.stdin", Keyboard())
    told = ben("seal")
    assert told.code == 1
    assert "Nobody can recover a lost passphrase" in told.err
    assert terminal.asked == []
    Keyboard.said = "yes\n"
    terminal.will_say(GOOD, GOOD)
    assert ben("seal").code == 0
    assert len(terminal.asked) == 2
    terminal.will_say(GOOD)
    assert "introduction" in ben("due").out


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        (["short"], "That is short"),
        (["password1234"], "among the first"),
        ([GOOD, OTHER], "not the same"),
    ],
)
def test_a_weak_passphrase_or_two_different_ones_are_asked_for_again(
    ben: CommandLine, terminal: Terminal, answers: list[str], told: str
) -> None:
    terminal.will_say(*answers * passphrase.TRIES)
    ran = ben("seal", "--yes")
    assert ran.code == 2
    assert ran.err.count(told) == passphrase.TRIES
    assert terminal.answers == []
    assert not open_records(str(ben.vault), None).sealing.sealed
    terminal.will_say(*answers, GOOD, GOOD)
    assert ben("seal", "--yes").code == 0
    assert open_records(str(ben.vault), None).sealing.sealed


def test_a_passphrase_file_with_a_weak_one_is_told_once(ben: CommandLine, given: Path) -> None:
    given.write_text("short")
    assert "That is short" in ben("seal", "--yes").complaint


def test_sealing_says_at_once_that_it_has_begun(
    ben: CommandLine, given: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert given.exists()
    assert "Making a key" not in ben("seal", "--yes").err
    monkeypatch.setattr(seal, "_somebody_sees", lambda: True)
    assert ben("unseal").err.startswith("Opening every file …\n")
    assert ben("seal", "--yes").err.startswith("Making a key from your passphrase.")


def test_without_a_passphrase_every_command_says_how_to_give_it(sealed: CommandLine) -> None:
    for words in (
        ["due"],
        ["due", "--json"],
        ["show", "Ben"],
        ["add", "Amara", "--i-am", "mentee"],
        ["log", "Ben", "--held", "today"],
        ["promise", "Ben", "x", "--by", "fri"],
        ["keep", "Ben", "introduction"],
        ["unseal"],
        ["passphrase"],
    ):
        ran = sealed(*words)
        assert ran.code == 1, words
        assert passphrase.FILE in ran.complaint


def test_a_status_bar_is_told_that_it_is_locked_and_never_asked(
    sealed: CommandLine, terminal: Terminal, given: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert sealed("due", "--short").line == "locked"
    assert terminal.asked == []
    monkeypatch.setenv(passphrase.FILE, str(given))
    assert sealed("due", "--short").line == "1 upcoming"


def test_at_the_terminal_a_slip_of_the_fingers_is_asked_again(
    sealed: CommandLine, terminal: Terminal
) -> None:
    terminal.will_say("lamp orbit velvt gravel", GOOD)
    ran = sealed("due")
    assert ran.code == 0
    assert "introduction" in ran.out
    assert "does not open your records" in ran.err
    terminal.will_say("a", "b", "c", "d", "e")
    assert sealed("due").code == 1
    assert len(terminal.asked) == 5


def test_a_passphrase_file_that_is_wrong_or_not_there_is_told(
    sealed: CommandLine, given: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(passphrase.FILE, str(given))
    given.write_text(OTHER)
    assert "does not open" in sealed("due").complaint
    given.unlink()
    assert "cannot be read" in sealed("due").complaint
    given.write_bytes(b"\xff\xfe")
    assert "cannot be read" in sealed("due").complaint


def test_the_passphrase_is_changed(sealed: CommandLine, terminal: Terminal) -> None:
    terminal.will_say(*[OTHER] * passphrase.TRIES)
    assert "does not open" in sealed("passphrase").err
    terminal.will_say("a slip", GOOD, "short", OTHER, GOOD, OTHER, OTHER)
    ran = sealed("passphrase")
    assert "opens your records from now on" in ran.out
    told = [" ".join(line.split()[:3]) for line in ran.err.splitlines()]
    assert told == ["That passphrase does", "That is short.", "The two are"]
    terminal.will_say(OTHER)
    assert "introduction" in sealed("due").out


def test_ctrl_c_has_it_taken_back(
    ben: CommandLine, given: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert given.exists()
    begin = VaultFile.begin

    def pressed(*of: Any) -> None:
        signal.raise_signal(signal.SIGINT)
        begin(*of)

    monkeypatch.setattr(VaultFile, "begin", pressed)
    ran = ben("seal", "--yes")
    assert ran.code == 130
    assert "everything is as it was" in ran.err
    assert not [path for path in files(ben) if path.suffix == ".age"]
    assert "introduction" in ben("due").out


def test_there_is_nothing_to_seal_before_the_first_record(troth: CommandLine, given: Path) -> None:
    assert given.exists()
    for words in (["seal", "--yes"], ["unseal"], ["passphrase"]):
        assert "no records" in troth(*words).complaint
    assert not troth.vault.exists()


def test_clear_records_never_load_what_seals(ben: CommandLine) -> None:
    probe = (
        "import sys; from tui.cli.main import main; main(sys.argv[1:]); "
        "print(sorted({'pyrage', 'cryptography'} & set(sys.modules)))"
    )
    ran = run_program(probe, "--vault", str(ben.vault), "promise", "Ben", "more", "--by", "fri")
    assert ran.splitlines()[-1] == "[]"


def test_a_command_as_a_process_of_its_own(sealed: CommandLine, given: Path) -> None:
    where = ("--vault", str(sealed.vault))
    assert run_process(*where, "due").returncode == 1
    ran = run_process(*where, "due", env={passphrase.FILE: str(given)})
    assert "introduction" in ran.stdout


def files(troth: CommandLine) -> list[Path]:
    """Every file of the vault."""
    return [path for path in troth.vault.rglob("*") if path.is_file()]


def run_program(program: str, *words: str) -> str:
    """What a Python program prints in a process of its own."""
    run = subprocess.run(
        [sys.executable, "-c", program, *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return run.stdout


def test_at_a_terminal_a_long_sentence_is_broken_between_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    complain(seal.ABOUT)
    assert capsys.readouterr().err == f"{seal.ABOUT}\n"
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    complain(seal.ABOUT)
    told = capsys.readouterr().err.splitlines()
    assert max(map(len, told)) <= 80
    assert " ".join(told) == seal.ABOUT
