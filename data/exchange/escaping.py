"""Texts of others inside Markdown: shown as they are, never read as headings, links or code."""

import re

_NEEDED = frozenset("\\`*_[]<>#|~$&!")
_LINE_START = re.compile(r"^(\s*)([-+=>:#]|\d+[.)])")
_ADDRESS = re.compile(r"(?<=\w)(://|@)|(?<=www)\.", re.IGNORECASE)
LONG = 400
SHORT_CODES = 0xFFFF


def one_line(text: str) -> str:
    """A short text within a line: what Markdown would read as a sign gets a backslash."""
    line = " ".join(text.split())
    return _harmless(line)


def paragraph(text: str) -> str:
    """A text of several lines: quoted line by line, or fenced where it is long."""
    if len(text) > LONG:
        return fenced(text)
    return "\n".join(f"> {_harmless(line)}".rstrip() for line in text.split("\n"))


def fenced(text: str) -> str:
    """The text between fences longer than any in it."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}text\n{text}\n{fence}"


def yaml_text(text: str) -> str:
    """The text as a YAML value in double quotes, which every reader of YAML takes as text."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    escaped = escaped.replace("\t", "\\t")
    return '"' + "".join(map(_yaml_character, escaped)) + '"'


def _yaml_character(character: str) -> str:
    """YAML allows few invisible characters as they are."""
    if character.isprintable() or character in "\u200c\u200d":
        return character
    code = ord(character)
    return f"\\U{code:08x}" if code > SHORT_CODES else f"\\u{code:04x}"


def _harmless(line: str) -> str:
    marked = "".join(f"\\{one}" if one in _NEEDED else one for one in line)
    marked = _ADDRESS.sub(lambda found: "\\" + found.group(), marked)
    return _LINE_START.sub(_escape_start, marked)


def _escape_start(found: re.Match[str]) -> str:
    blank, mark = found.groups()
    return f"{blank}{mark[:-1]}\\{mark[-1]}"
