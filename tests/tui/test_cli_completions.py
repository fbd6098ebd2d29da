"""`troth completions`: what may stand next on a line, and the scripts in their own shells."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from tests.source_files import ROOT
from tests.tui.command_line import CommandLine
from tui.cli.completing import Next, next_words
from tui.cli.grammar import everywhere
from tui.cli.verbs import VERBS

EVERYWHERE = {word.flags[-1] for word in everywhere()}


class Two:
    """Two people, a promise, two cases."""

    def people(self) -> Iterable[str]:
        return ["Amara O'Kafor", "Ben Lindqvist"]

    def promises(self, name: str) -> Iterable[str]:
        return ["introduction to Priya"] if name == "Ben" else []

    def cases(self) -> Iterable[Next]:
        return [Next("sc01", "The maybe"), Next("sc02", "Two maps")]


def after(line: str) -> list[str]:
    """What may stand at the end of this line, its last word unfinished; files in brackets."""
    *before, typed = line.split(" ")
    return [one.word or f"({one.about})" for one in next_words(before, typed, Two())]


def test_a_command_comes_first_and_says_what_it_is_for() -> None:
    assert after("troth ") == list(VERBS)
    assert after("troth sc") == ["scenario"]
    assert next_words(["troth"], "sho", Two()) == [Next("show", VERBS["show"].does)]
    assert after("troth zzz ") == after("troth show Ben x") == []


def test_options_are_those_of_the_command_and_are_offered_once() -> None:
    assert set(after("troth -")) == EVERYWHERE >= {"--vault", "--now", "--version", "--help"}
    assert set(after("troth due --")) == {"--within", "--json", "--short", "--names"} | EVERYWHERE
    assert "--json" not in after("troth due --json -")
    assert set(after("troth show Ben ")) == EVERYWHERE


def test_a_value_is_offered_behind_its_option_before_or_after_an_equals_sign() -> None:
    formats = ["json", "markdown", "ics", "csv"]
    assert after("troth export --format ") == formats
    assert after("troth export --format = m") == ["markdown"]  # as bash cuts the line
    assert after("troth export --format =") == formats
    assert after("troth export --format=m") == ["--format=markdown"]
    assert after("troth due --within ") == []
    assert after("troth --vault ") == ["(folder)"]
    assert after("troth --vault x sho") == ["show"]


def test_names_stand_where_somebody_recorded_is_meant() -> None:
    assert after("troth show b") == ["Ben Lindqvist"]
    assert after("troth --now x show ") == ["Amara O'Kafor", "Ben Lindqvist"]
    assert after("troth backup restore x --only a") == ["Amara O'Kafor"]
    assert after("troth keep Ben ") == ["introduction to Priya"]
    assert after("troth keep Amara ") == []
    assert after("troth add ") == after("troth promise Ben ") == []  # these are new


def test_cases_and_files_stand_where_they_are_meant() -> None:
    assert after("troth scenario pl") == ["play"]
    assert after("troth scenario play sc02") == ["sc02", "(file)"]
    assert after("troth import ") == ["(file)"]


@pytest.fixture
def ben(troth: CommandLine, monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    """Records about Ben with a promise, where a shell finds them."""
    troth("add", "Ben Lindqvist", "--i-am", "mentor")
    troth("promise", "Ben", "introduction to Priya", "--by", "fri")
    monkeypatch.setenv("TROTH_VAULT", str(troth.vault))
    return troth


def test_the_answer_names_people_and_cases_with_what_they_are(ben: CommandLine) -> None:
    assert ben.bare("completions", "--line=troth\nshow\n").out == "Ben Lindqvist\n"
    assert ben.bare("completions", "--line=troth\nkeep\nBen\n").out == "introduction to Priya\n"
    assert (
        "sc03\tThe third reschedule\n\tfile\n"
        in ben.bare("completions", "--line=troth\nscenario\nshow\nsc03").out
    )
    assert "--json\t" in ben.bare("completions", "--line=troth\ndue\n--").out


def test_no_name_is_told_of_sealed_records_of_others_and_of_none(
    ben: CommandLine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    show = "--line=troth\n--vault\nother\nshow\n"
    assert ben.bare("completions", show).out == ""
    secret = tmp_path / "secret"
    secret.write_text("a passphrase of some words")
    monkeypatch.setenv("TROTH_PASSPHRASE_FILE", str(secret))
    assert ben.bare("seal", "--yes").code == 0
    ran = ben.bare("completions", "--line=troth\nshow\n")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    monkeypatch.setenv("TROTH_VAULT", str(tmp_path / "nothing"))
    assert ben.bare("completions", "--line=troth\nshow\n").out == ""
    assert not (tmp_path / "nothing").exists()


def test_without_a_shell_it_asks_for_one(troth: CommandLine) -> None:
    assert "Write bash, zsh or fish" in troth.bare("completions").complaint
    assert troth.bare("completions", "fish").out.startswith("# Finishes the words of troth")


Shell = Callable[[str, str], str]


@pytest.fixture
def shell(ben: CommandLine, tmp_path: Path) -> Shell:
    """Runs a program of a shell in which `troth` is found, and gives what it prints."""
    folder = tmp_path / "bin"
    folder.mkdir()
    command = folder / "troth"
    command.write_text(f'#!/bin/sh\nexec {sys.executable} -m tui "$@"\n')
    command.chmod(0o755)
    path = f"{folder}{os.pathsep}{os.environ['PATH']}"
    env = os.environ | {"PATH": path, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}

    def run(name: str, program: str) -> str:
        if shutil.which(name) is None:
            pytest.skip(f"{name} is not on this machine")
        words = {"zsh": ["zsh", "-f", "-c"]}.get(name, [name, "-c"])
        ran = subprocess.run([*words, program], env=env, capture_output=True, text=True, check=True)
        assert ran.stderr == ""
        return ran.stdout

    return run


BASH = r"""
source <(troth completions bash)
complete -p troth
after() {
    COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)); _troth
    printf '<%s>' "${COMPREPLY[@]}"; echo
}
after troth show b
after troth keep "'Ben Lindqvist'" "'int"
after troth check-draft README
_troth_quoted "'" "O'Kafor"; _troth_quoted '"' '$(x) "q"'
"""


def test_bash_finishes_names_and_quotes_them(shell: Shell) -> None:
    assert shell("bash", f"cd {ROOT}{BASH}").splitlines() == [
        "complete -F _troth troth",
        r"<Ben\ Lindqvist>",
        "<introduction to Priya>",
        "<README.md>",
        r"""O'\''Kafor\$(x) \"q\"""",
    ]


def test_fish_finishes_names_and_options(shell: Shell) -> None:
    program = """
    troth completions fish | source
    complete -C'troth show b'
    complete -C'troth export --format=m'
    """
    assert shell("fish", program).splitlines() == ["Ben Lindqvist", "--format=markdown"]


def test_zsh_takes_the_script(shell: Shell) -> None:
    program = """
    autoload -Uz compinit && compinit -D -u
    source <(troth completions zsh)
    print $_comps[troth]
    """
    assert shell("zsh", program) == "_troth\n"
