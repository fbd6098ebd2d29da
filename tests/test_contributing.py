"""The examples of CONTRIBUTING.md apply to the files as they are, and do what they say."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from data.content_loader import load_content
from tests.source_files import ROOT

BLOCK = re.compile(r"```diff\n(\S+)\n(.*?)```", re.DOTALL)
BEFORE = "before"
"""A line that says: the new lines stand before the one that is there."""


class Change(NamedTuple):
    """One file, the lines that are there, and those that take their place."""

    path: str
    old: str
    new: str


def changes() -> list[Change]:
    """Every change of the examples."""
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    return [_change(path, body.splitlines()) for path, body in BLOCK.findall(text)]


def _change(path: str, lines: list[str]) -> Change:
    there = [line[1:] for line in lines if line.startswith((" ", "-"))]
    stays = [line[1:] for line in lines if line.startswith(" ")]
    new = [line[1:] for line in lines if line.startswith("+")]
    after = [*new, *stays] if BEFORE in lines else [*stays, *new]
    return Change(path, "\n".join(there) + "\n", "\n".join(after) + "\n")


def applied(folder: Path) -> Path:
    """A copy of the sources with all examples applied."""
    for layer in ("coaching", "data", "tests", "tui"):
        unused = shutil.ignore_patterns("__pycache__", "bench", "torture", "terminal", "golden")
        shutil.copytree(ROOT / layer, folder / layer, ignore=unused)
    shutil.copy(ROOT / "pyproject.toml", folder)
    for change in changes():
        path = folder / change.path
        text = path.read_text("utf-8")
        assert text.count(change.old) == 1, (change.path, change.old)
        path.write_text(text.replace(change.old, change.new), "utf-8")
    return folder


def test_each_example_names_lines_that_are_there_and_the_content_still_loads(
    tmp_path: Path,
) -> None:
    copy = applied(tmp_path)
    content = load_content(copy / "data" / "content")
    assert content.questions.find("first_sign")
    assert content.agenda("short").minutes == load_content().agenda("short").minutes + 2
    assert any(one.id == "many_hurdles" for s in content.strategies for one in s.notices)


def test_with_the_examples_the_tests_of_the_strategies_pass(tmp_path: Path) -> None:
    copy = applied(tmp_path)
    words = (sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:randomly")
    ran = subprocess.run(
        (*words, "tests/coaching/test_strategies.py"),
        cwd=copy,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout[-2000:]
