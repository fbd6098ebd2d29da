"""The page on practices is true: each row has its keys, and a test that reads the records again."""

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
READS = re.compile(r"told\(|records_of\(|walk\.(?:hurdle|workbook)\(|\.open\(")
KEEP_NOTHING = ("26", "27")
ROWS = [match.groups() for match in ROW.finditer(PAGE.read_text("utf-8"))]
PLACES = {
    "home": {key for binding in BINDINGS for key in getattr(binding, "key", "").split(",")},
    "page": {deed.key for deed in DEEDS},
}


@cache
def functions_in(name: str) -> dict[str, str]:
    """The functions of a file in tests/tui, with their source."""
    text = (ROOT / "tests" / "tui" / f"{name}.py").read_text("utf-8")
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    found = [node for node in ast.walk(ast.parse(text)) if isinstance(node, kinds)]
    return {node.name: ast.get_source_segment(text, node) or "" for node in found}


def reads_again(name: str, test: str) -> bool:
    """Whether a test, or a function of its file that it calls, opens the records anew."""
    functions = functions_in(name)
    called = [text for one, text in functions.items() if f"{one}(" in functions[test]]
    return any(READS.search(text) for text in called)


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
    assert found[2] in functions_in(found[1])
    assert row[0] in KEEP_NOTHING or reads_again(found[1], found[2])
