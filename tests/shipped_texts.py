"""Collects every text that Troth ships: the words of its content files and of its own sentences."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import yaml

from data.yaml_source import Loader
from tests.source_files import ROOT, files, where

CONTENT = ROOT / "data" / "content"
QUOTED = frozenset({"usual", "avoid", "departs"})
"""Fields which tell of ways of speaking that Troth departs from, or warns of."""

LOOKED_FOR = frozenset({"words", "vocabulary", "english_words", "sources", "cues"})
"""Fields which hold words that are looked for, and names of studies."""

PATTERN = re.compile(r"\\|\(\?|<\w+>|\w\|\w")
"""What only a pattern of the wording check has in it."""

CODE = re.compile(r"[a-z_.]+:[a-z_]+$|^[#./$\\(\[]|[{};]\s*$|^\W*$|\\[bdws]|\(\?")
FEWEST_WORDS = 2


class Said(NamedTuple):
    """A text and where it stands."""

    where: str
    text: str


def content_texts() -> Iterator[Said]:
    """Every text of the content files, but for patterns and for what is quoted.

    The cases are read by tests/data/test_scenarios.py: people in them may say what Troth never
    would.
    """
    for path in sorted(CONTENT.glob("*.yaml")):
        if path.name != "new_scenario.yaml":
            node = yaml.compose(path.read_text("utf-8"), Loader=Loader)
            yield from _in_node(node, path)


def _in_node(node: yaml.Node | None, path: Path) -> Iterator[Said]:
    if isinstance(node, yaml.ScalarNode) and not PATTERN.search(node.value):
        yield Said(where(path, node.start_mark.line + 1), node.value)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _in_node(item, path)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value not in QUOTED | LOOKED_FOR:
                yield from _in_node(value, path)


def program_texts() -> Iterator[Said]:
    """Every sentence written in the program's own files; docstrings and code are none."""
    for path in files(".py", folders=("coaching", "data", "tui")):
        tree = ast.parse(path.read_text("utf-8"))
        hidden = set(map(id, _not_said(tree)))
        for node in ast.walk(tree):
            if id(node) not in hidden:
                text = _text(node)
                if text and _is_prose(text):
                    yield Said(where(path, getattr(node, "lineno", 1)), text)


def _not_said(tree: ast.Module) -> Iterator[ast.AST]:
    """Docstrings, styles, patterns, and the pieces of a text that is read as a whole."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield node.value
        elif isinstance(node, ast.Assign) and _is_style(node):
            yield from ast.walk(node.value)
        elif isinstance(node, ast.Call) and ast.unparse(node.func).startswith("re."):
            yield from (part for argument in node.args for part in ast.walk(argument))
        elif isinstance(node, ast.JoinedStr):
            yield from node.values


def _is_style(node: ast.Assign) -> bool:
    return any(isinstance(one, ast.Name) and one.id.endswith("CSS") for one in node.targets)


def _text(node: ast.AST) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        parts = (one.value if isinstance(one, ast.Constant) else "…" for one in node.values)
        return "".join(map(str, parts))
    return ""


def _is_prose(text: str) -> bool:
    words = re.findall(r"[A-Za-z']{2,}", text)
    return len(words) >= FEWEST_WORDS and " " in text and not CODE.search(text)
