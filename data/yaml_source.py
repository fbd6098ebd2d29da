"""One strictly read YAML file: its value, and the place of each part of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import yaml

Loader: type[yaml.SafeLoader | yaml.CSafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The fast reader where libyaml is there, else the same reader in Python."""

BOOLEAN = "tag:yaml.org,2002:bool"
INTEGER = "tag:yaml.org,2002:int"
NULL = "tag:yaml.org,2002:null"
WHOLE_FILE = "file"


class Mark(Protocol):
    """A place in a file as the YAML reader counts: from 0."""

    @property
    def line(self) -> int:
        """Lines before it."""

    @property
    def column(self) -> int:
        """Characters before it in its line."""


@dataclass(frozen=True)
class Problem:
    """One thing to mend in a file; line and column count from 1."""

    file: str
    line: int
    column: int
    where: str
    message: str

    def __str__(self) -> str:
        """As an editor understands it: file:line:column: field: message."""
        return f"{self.file}:{self.line}:{self.column}: {self.where}: {self.message}"


@dataclass
class YamlSource:
    """A file read with tuples for lists; only true, false and whole numbers are not text."""

    file: str
    root: yaml.Node | None = None
    value: object = None
    problems: list[Problem] = field(default_factory=list)

    def problem(self, path: Sequence[str | int], message: str) -> Problem:
        """A problem at this path, placed at the nearest part that is there."""
        node = self.root
        mark: Mark | None = node.start_mark if node else None
        for step in path:
            found = _child(node, step)
            if found is None:
                break
            mark, node = found
        return _problem(self.file, mark, path_words(self.file, path), message)


def path_words(file: str, path: Sequence[str | int]) -> str:
    """A path as words: areas[2].label; a list that is the whole file goes by the file's name."""
    words = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    if words.startswith("["):
        return Path(file).stem + words
    return words.removeprefix(".") or WHOLE_FILE


def read_yaml(path: Path, name: str = "") -> YamlSource:
    """Read a file; what is wrong with it stands in `problems`, and nothing is raised.

    `name` is what the file is called in them, where that is not its plain name.
    """
    source = YamlSource(name or path.name)
    try:
        text = path.read_text(encoding="utf-8")
        source.problems.extend(_aliases(source.file, text))
        if not source.problems:
            source.root = yaml.compose(text, Loader=Loader)
    except OSError as error:
        message = f"cannot be read: {error.strerror}"
        source.problems.append(_problem(source.file, None, WHOLE_FILE, message))
    except UnicodeDecodeError:
        source.problems.append(_problem(source.file, None, WHOLE_FILE, "is not UTF-8 text"))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        message = getattr(error, "problem", None) or "is not YAML"
        source.problems.append(_problem(source.file, mark, WHOLE_FILE, message))
    if source.root is not None:
        source.value = _value(source, source.root, ())
    elif not source.problems:
        source.problems.append(_problem(source.file, None, WHOLE_FILE, "is empty"))
    return source


def _aliases(file: str, text: str) -> Iterator[Problem]:
    """Every `*alias`: content says what it means in its own place."""
    if "*" not in text:
        return
    for event in yaml.parse(text, Loader=Loader):
        if isinstance(event, yaml.AliasEvent):
            message = "an alias is not allowed; write the text out"
            yield _problem(file, event.start_mark, f"*{event.anchor}", message)


def _value(source: YamlSource, node: yaml.Node, path: tuple[str | int, ...]) -> object:
    if isinstance(node, yaml.MappingNode):
        return _mapping(source, node, path)
    if isinstance(node, yaml.SequenceNode):
        return tuple(_value(source, item, (*path, n)) for n, item in enumerate(node.value))
    if node.tag == INTEGER and node.value.isdecimal():
        return int(node.value)
    if node.tag == NULL:
        return None
    if node.tag == BOOLEAN and node.value in {"true", "false"}:
        return bool(node.value == "true")
    return node.value


def _mapping(
    source: YamlSource, node: yaml.MappingNode, path: tuple[str | int, ...]
) -> dict[str, object]:
    values: dict[str, object] = {}
    for key_node, value_node in node.value:
        key = str(key_node.value)
        if key in values:
            message = "stands twice; keep one"
            words = path_words(source.file, (*path, key))
            source.problems.append(_problem(source.file, key_node.start_mark, words, message))
        values[key] = _value(source, value_node, (*path, key))
    return values


def _child(node: yaml.Node | None, step: str | int) -> tuple[Mark, yaml.Node] | None:
    """The mark to show and the node of one step down, or None where it is not there."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == step:
                return key.start_mark, value
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step].start_mark, node.value[step]
    return None


def _problem(file: str, mark: Mark | None, where: str, message: str) -> Problem:
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    return Problem(file, line, column, where, message)
