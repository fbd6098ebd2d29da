"""Says in plain words what the YAML reader stumbles over, and finds text cut off by a #."""

import re
from collections.abc import Iterator
from dataclasses import replace

import yaml

from data.yaml_source import Problem, YamlSource

CONTROL = "holds a control character; leave it out"
QUOTES = "put the text between quotes"
OPEN_QUOTE = "the text between quotes that begins here goes on too far; close it with a quote"
REMARK = "everything after # is a remark in YAML; put the text between quotes"
INDENT = "does not fit the lines around it; use the same number of blanks for what belongs together"
BESIDE_A_QUOTE = (
    "more text stands after the closing quote; put all of it between one pair of quotes"
)
PLAIN: tuple[tuple[str, str], ...] = (
    ("mapping values are not allowed", f"holds a colon and a blank; {QUOTES}, or mend the blanks"),
    (
        "block sequence entries are not allowed",
        f"a dash cannot stand here; {QUOTES} or mend blanks",
    ),
    ("sequence entries are not allowed", f"a dash cannot stand here; {QUOTES} or mend blanks"),
    ("cannot start any token", f"begins with a sign or a tab; use blanks, not tabs, or {QUOTES}"),
    ("found a tab character", "holds a tab; use blanks, not tabs"),
    ("did not find expected key", f"{INDENT}, or {QUOTES}"),
    ("expected <block end>", f"{INDENT}, or {QUOTES}"),
    ("did not find expected '-' indicator", f"{INDENT}; each entry of a list begins with a dash"),
    ("did not find expected ',' or", "a list in brackets lacks its comma or closing bracket"),
    ("expected ',' or", "a list in brackets lacks its comma or closing bracket"),
    ("could not find expected ':'", "lacks a colon and a blank after the name; look above it too"),
    ("while scanning a simple key", "lacks a colon and a blank after the name; look above it too"),
    ("unknown escape character", "in double quotes \\ is special; use single quotes"),
    ("unexpected end of stream", OPEN_QUOTE),
    ("another document", "--- begins a second file; leave it out"),
    ("alphabetic or numeric", f"begins with & or *, which mean something in YAML; {QUOTES}"),
    ("undefined alias", f"begins with *, which means something in YAML; {QUOTES}"),
    (
        "could not determine a constructor",
        f"begins with a sign that means something in YAML; {QUOTES}",
    ),
    ("control characters are not allowed", CONTROL),
    ("did not find expected", f"cannot be read here; {QUOTES}, and look at the line above"),
)
NOT_YAML = f"cannot be read; {QUOTES}, and look at the line above"
KNOWN = ("is not UTF-8 text", "is empty", "cannot be read", "an alias", "stands twice")
STEERING = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
AFTER = re.compile(r"[ \t]+#(.?)")


def in_plain_words(problem: Problem, text: str) -> Problem:
    """The same problem with what to do; one of the reader's becomes one a writer understands."""
    if problem.message.startswith(KNOWN):
        return problem
    if found := STEERING.search(text):
        before = text[: found.start()]
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        return replace(problem, line=line, column=column, message=CONTROL)
    if opened := _open_quote(text, problem.line):
        line, column = opened
        return replace(problem, line=line, column=column, message=OPEN_QUOTE)
    said = (plain for raw, plain in PLAIN if raw in problem.message)
    return replace(problem, message=next(said, NOT_YAML))


def cut_off(source: YamlSource, text: str) -> Iterator[Problem]:
    """Each text without quotes that goes on after a #: the rest of it would be lost.

    A remark after one word (`minutes: 25  # the least`) is taken for the remark it is.
    """
    lines = text.splitlines()
    for node in _scalars(source.root):
        end = node.end_mark
        if node.style in {"'", '"', "|", ">"} or end is None or end.line >= len(lines):
            continue
        found = AFTER.match(lines[end.line], end.column)
        if found and node.value and (" " in node.value or found[1].strip()):
            yield Problem(source.file, end.line + 1, found.start() + 1, "text", REMARK)


def _scalars(root: yaml.Node | None) -> Iterator[yaml.ScalarNode]:
    todo = [root] if root else []
    while todo:
        node = todo.pop()
        if isinstance(node, yaml.ScalarNode):
            yield node
        elif isinstance(node, yaml.MappingNode):
            todo.extend(part for pair in node.value for part in pair)
        elif isinstance(node, yaml.SequenceNode):
            todo.extend(node.value)


def _open_quote(text: str, line: int) -> tuple[int, int] | None:
    """Where a text between quotes began that ends in another line, just before the mistake."""
    last: tuple[int, int] | None = None
    try:
        for token in yaml.scan(text, Loader=yaml.SafeLoader):
            if not isinstance(token, yaml.ScalarToken) or token.plain:
                continue
            start, end = token.start_mark, token.end_mark
            runs_on = start.line < end.line and end.line + 1 == line
            last = (start.line + 1, start.column + 1) if runs_on else last
    except yaml.MarkedYAMLError as error:
        mark = error.context_mark
        unfinished = "quoted scalar" in (error.context or "") and "end of stream" in str(error)
        if mark is not None and unfinished:
            return mark.line + 1, mark.column + 1
    except yaml.YAMLError:
        return None
    return last
