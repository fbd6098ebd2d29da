"""The page on practices is true: each statement has its row, its keys and a test that is there."""

import ast
import re
from functools import cache

import pytest

from tests.source_files import ROOT
from tui.home.bindings import BINDINGS
from tui.relationship.deeds import DEEDS

PAGE = ROOT / "docs" / "practices.md"
STATEMENTS = 27
ROW = re.compile(r"^\| (\d+) \|(.*)\|(.*)\|(.*)\|(.*)\|$", re.MULTILINE)
KEYS = re.compile(r"(home|page) ((?:`[^`]+`(?:, )?)+)")
TEST = re.compile(r"`(test_\w+)::(test_\w+)`")
ROWS = [match.groups() for match in ROW.finditer(PAGE.read_text("utf-8"))]
PLACES = {
    "home": {key for binding in BINDINGS for key in getattr(binding, "key", "").split(",")},
    "page": {deed.key for deed in DEEDS},
}


@cache
def names_in(name: str) -> set[str]:
    """The names of the tests of a file in tests/tui."""
    tree = ast.parse((ROOT / "tests" / "tui" / f"{name}.py").read_text("utf-8"))
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return {node.name for node in ast.walk(tree) if isinstance(node, kinds)}


def test_each_statement_has_its_row() -> None:
    assert [int(number) for number, *_ in ROWS] == list(range(1, STATEMENTS + 1))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row[0]))
def test_the_keys_of_a_row_work_where_it_says(row: tuple[str, ...]) -> None:
    named = KEYS.findall(row[3])
    assert named
    for place, keys in named:
        assert set(re.findall(r"`([^`]+)`", keys)) <= PLACES[place], (place, keys)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row[0]))
def test_the_test_of_a_row_is_there(row: tuple[str, ...]) -> None:
    found = TEST.search(row[4])
    assert found
    assert found[2] in names_in(found[1])
