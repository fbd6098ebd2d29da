"""The pages about the commands say what the program says now, and shells and man read them."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.command_pages import DOCS, VARIABLES, pages
from tests.source_files import LAYERS, files
from tui.cli.grammar import commands
from tui.cli.main import main

VARIABLE = re.compile(r"\bTROTH_[A-Z_]+\b")


@pytest.mark.parametrize("path", pages(), ids=lambda path: path.name)
def test_a_page_is_as_the_table_of_commands_makes_it(path: Path) -> None:
    assert path.read_text("utf-8") == pages()[path], "run make commands, and look at the change"


def test_the_page_tells_all_that_the_help_of_each_command_tells(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "1000")
    page = " ".join((DOCS / "commands.md").read_text("utf-8").replace("\\|", "|").split())
    for command in commands():
        assert main([command.verb.name, "--help"]) == 0
        printed = " ".join(capsys.readouterr().out.split())
        for word in command.words:
            assert word.does in printed
            assert all(flag in printed for flag in word.flags)
            assert f"| `{word.written}` | {word.does} |" in page
        assert command.verb.example in page
        assert all(" ".join(one.split()) in page for one in command.verb.usage.splitlines())


# A program that Troth opens over itself is told so.
SAID_TO_ITS_OWN_CHILD = {"TROTH_OVER_ANOTHER"}


def test_every_variable_that_troth_reads_is_told() -> None:
    sources = files(".py", folders=LAYERS)
    read = {name for path in sources for name in VARIABLE.findall(path.read_text("utf-8"))}
    assert read - set(VARIABLES) - SAID_TO_ITS_OWN_CHILD == set()


def test_man_reads_the_page_without_a_complaint() -> None:
    if shutil.which("groff") is None:
        pytest.skip("groff is not on this machine")
    page = DOCS / "troth.1"
    ran = subprocess.run(
        ["groff", "-ww", "-man", "-Tutf8", page], capture_output=True, text=True, check=False
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "--within 14d" in re.sub("\x1b\\[[0-9;]*m|.\b", "", ran.stdout)
