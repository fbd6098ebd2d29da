"""Reads the YAML of a case with care: a file that cannot be one is refused before it is read."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import yaml
from pydantic_core import ErrorDetails

from coaching.scenario.problems import CaseProblem
from coaching.text import quote, tame
from data.content_loader import PLAIN_MESSAGES
from data.scenario_plain import cut_off, in_plain_words
from data.yaml_source import Loader, Problem, YamlSource, read_yaml

MOST_BYTES = 400_000
MOST_DEPTH = 20
LONGEST_FIELD = 80
LONGEST_MESSAGE = 300

MESSAGES = PLAIN_MESSAGES | {
    "too_short": "has too few entries",
    "too_long": "has too many entries",
    "greater_than_equal": "is too small",
    "less_than_equal": "is too large",
    "date_from_datetime_parsing": "must be a day like 2026-11-24",
    "datetime_from_date_parsing": "must be a moment like 2026-11-24 09:14",
}


def read_case_source(path: Path) -> YamlSource:
    """The file's YAML, with the path as it was given in front of each problem.

    Raises:
        CaseProblem: it is no file, too large, nested too deep, or no YAML.
    """
    hostile = [
        Problem(str(path), line, column, "file", message) for line, column, message in _odd(path)
    ]
    if hostile:
        raise case_problem(path, hostile)
    source = read_yaml(path, name=str(path))
    if source.problems:
        text = path.read_bytes().decode("utf-8", "replace")
        source.problems = [in_plain_words(problem, text) for problem in source.problems]
    else:
        source.problems.extend(cut_off(source, path.read_text(encoding="utf-8")))
    source.problems.extend(_unseen(source))
    if source.problems:
        raise case_problem(path, source.problems)
    return source


def case_problem(path: Path, problems: list[Problem]) -> CaseProblem:
    """All that is to mend in a file, in the order of its lines."""
    ordered = sorted(problems, key=lambda one: (one.line, one.column, one.where))
    return CaseProblem(str(path), tuple(_one_line(problem) for problem in ordered))


def _one_line(problem: Problem) -> str:
    where = " ".join(tame(problem.where).split())
    short = where if len(where) <= LONGEST_FIELD else f"{where[:LONGEST_FIELD]}…"
    message = " ".join(tame(problem.message).split())[:LONGEST_MESSAGE]
    return str(replace(problem, where=short, message=message))


def placed(source: YamlSource, detail: ErrorDetails) -> Problem:
    """What the model has to say about a value, at the value's place."""
    plain = detail["msg"].removeprefix("Value error, ")
    message = MESSAGES.get(detail["type"], plain)
    if detail["type"] == "literal_error":
        message = f"must be {detail['ctx']['expected']}"
    return source.problem(detail["loc"], message)


def _unseen(source: YamlSource) -> Iterator[Problem]:
    """Every text with characters that steer a terminal in place of being shown."""
    todo = [source.root] if source.root else []
    while todo:
        node = todo.pop()
        if isinstance(node, yaml.ScalarNode):
            if tame(node.value) != node.value:
                mark = node.start_mark
                where = (mark.line + 1, mark.column + 1) if mark else (1, 1)
                message = "holds a control character; leave it out"
                yield Problem(source.file, *where, quote(node.value), message)
        elif isinstance(node, yaml.MappingNode):
            todo.extend(part for pair in node.value for part in pair)
        elif isinstance(node, yaml.SequenceNode):
            todo.extend(node.value)


def _odd(path: Path) -> Iterator[tuple[int, int, str]]:
    """What makes a file not worth reading, with line and column."""
    try:
        if not path.is_file():
            yield 1, 1, "is not a file" if path.exists() else "is not there"
            return
        size = path.stat().st_size
        if size > MOST_BYTES:
            yield 1, 1, f"has {size:,} bytes; a case has at most {MOST_BYTES:,}"
            return
        text = path.read_bytes()
    except OSError as error:
        yield 1, 1, f"cannot be read: {error.strerror}"
        return
    yield from _too_deep(text)


def _too_deep(text: bytes) -> Iterator[tuple[int, int, str]]:
    depth = 0
    try:
        for event in yaml.parse(text, Loader=Loader):
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            if depth > MOST_DEPTH:
                mark = event.start_mark
                line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
                yield line, column, "is nested too deep to be a case"
                return
    except yaml.YAMLError:
        return
