"""The house rules that the linter cannot check: sizes, first lines, reasons, names."""

import ast
import re
import tokenize
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.source_files import LAYERS, ROOT, files, where

LONGEST_FILE = 400
LONGEST_FUNCTION = 50
LONGEST_APP_FILE = 250

PYTHON = files(".py")
STYLES = files(".tcss")
CONTENT = files(".yaml")
FIRST_LINE = {".py": ('"""', 'r"""'), ".tcss": ("/*",), ".yaml": ("#",)}

SILENCER = re.compile(
    r"#\s*(?:noqa(?::\s*[A-Z]+\d+(?:[,\s]+[A-Z]+\d+)*)?|type:\s*ignore(?:\[[^\]]*\])?"
    r"|(?:pragma|fmt|ruff|mypy):\s*\w+(?: cover| branch)?)"
)
FEWEST_WORDS_OF_A_REASON = 3
# Places on one developer's machine, and where packages come from.
NOT_FOR_OTHERS = re.compile(
    r"/(?:work|root|home/\w+|Users/\w+)/|py[p]i\.org|python[h]osted|registry\.n[p]m"
)


def lines(path: Path) -> list[str]:
    """The lines of a file."""
    return path.read_text("utf-8").splitlines()


@cache
def tree(path: Path) -> ast.Module:
    """The parsed file."""
    return ast.parse(path.read_text("utf-8"))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function of a file, nested ones too; there are none inside an expression."""
    left: list[ast.AST] = [tree(path)]
    while left:
        node = left.pop()
        left += [inner for inner in ast.iter_child_nodes(node) if not isinstance(inner, ast.expr)]
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """How many lines a function takes, from its `def` to its end."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def makes_an_app(node: ast.AST) -> bool:
    """Whether the node is a class made from Textual's App."""
    return isinstance(node, ast.ClassDef) and any(
        re.match(r"(?:textual\.app\.)?App\b", ast.unparse(base)) for base in node.bases
    )


def has_no_reason(comment: str) -> bool:
    """Whether a comment silences a check and says nothing more."""
    words_left = re.findall(r"\w+", SILENCER.sub("", comment))
    return bool(SILENCER.search(comment)) and len(words_left) < FEWEST_WORDS_OF_A_REASON


def comments(path: Path) -> Iterator[tokenize.TokenInfo]:
    """The comments of a Python file that may silence something."""
    if not SILENCER.search(path.read_text("utf-8")):
        return
    with tokenize.open(path) as source:
        for token in tokenize.generate_tokens(source.readline):
            if token.type == tokenize.COMMENT:
                yield token


def test_no_file_is_too_long_to_read() -> None:
    too_long = [where(path) for path in PYTHON + STYLES if len(lines(path)) > LONGEST_FILE]
    assert too_long == []


def test_no_function_is_too_long_to_read() -> None:
    too_long = [
        f"{where(path, node.lineno)} {node.name}: {length(node)} lines"
        for path in PYTHON
        for node in functions(path)
        if length(node) > LONGEST_FUNCTION
    ]
    assert too_long == []


def test_the_app_class_only_holds_things_together() -> None:
    too_long = [
        where(path)
        for path in files(".py", folders=LAYERS)
        if len(lines(path)) > LONGEST_APP_FILE and any(map(makes_an_app, ast.walk(tree(path))))
    ]
    assert too_long == []


def test_the_first_line_of_every_file_says_what_it_does() -> None:
    silent = [
        where(path)
        for path in PYTHON + STYLES + CONTENT
        if not path.read_text("utf-8").startswith(FIRST_LINE[path.suffix])
    ]
    assert silent == []


def test_every_silenced_check_says_why() -> None:
    unexplained = [
        f"{where(path, token.start[0])} {token.string}"
        for path in PYTHON
        for token in comments(path)
        if has_no_reason(token.string)
    ]
    assert unexplained == []


@pytest.mark.parametrize(
    ("comment", "unexplained"),
    [
        ("# noqa: PLR0913", True),
        ("# noqa", True),
        ("# type: ignore[attr-defined, no-any-return]", True),
        ("# pragma: no cover", True),
        ("# noqa: PLR0913, D102 - a form has nine fields", False),
        ("# type: ignore[attr-defined]  # the stubs are older than the code", False),
        ("# an ordinary comment", False),
    ],
)
def test_a_reason_is_more_than_the_code_of_the_check(comment: str, unexplained: bool) -> None:
    assert has_no_reason(comment) is unexplained


def test_no_file_names_a_place_only_its_writer_has() -> None:
    papers = [
        path
        for path in ROOT.iterdir()
        if path.suffix in {".md", ".toml", ".txt"} or path.name == "Makefile"
    ]
    named = [
        where(path, number)
        for path in PYTHON + STYLES + CONTENT + papers
        for number, line in enumerate(lines(path), start=1)
        if NOT_FOR_OTHERS.search(line)
    ]
    assert named == []
