"""Turns the Markdown of Troth's own papers into a page of HTML that prints well."""

import re
from collections.abc import Iterator
from html import escape

STYLE = """\
@page { margin: 2cm; }
body { max-width: 42rem; margin: 2rem auto; padding: 0 1rem; color: #1d2224;
  font: 1rem/1.5 Georgia, "DejaVu Serif", serif; }
h1, h2, h3 { line-height: 1.2; break-after: avoid; font-family: system-ui, sans-serif; }
h2 { margin-top: 2rem; border-bottom: 1px solid #9aa; }
li, p { break-inside: avoid; orphans: 3; widows: 3; }
li.box { list-style: none; margin-left: -1.2em; }
li.box::before { content: "\\2610\\a0\\a0"; }
hr { border: 0; border-bottom: 1px solid #677; margin: 2.2rem 0 1rem; }
@media print { body { margin: 0; max-width: none; font-size: 11pt; } }"""
DEEPEST = 3
ITEM = re.compile(r"( *)(-|\d+\.) (\[ \] )?(.*)")
LINE_TO_WRITE = re.compile(r"(?:\\_)+")
STRONG = re.compile(r"\*\*(.+?)\*\*")


def as_html(markdown: str, language: str = "en") -> str:
    """The page: headings, paragraphs, lists and lists within them; all else is plain text."""
    title = next((line[2:] for line in markdown.splitlines() if line.startswith("# ")), "Troth")
    body = "\n".join(_blocks(markdown.splitlines()))
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>{escape(title)}</title>\n<style>\n{STYLE}\n</style>\n</head>\n"
        f"<body>\n{body}\n</body>\n</html>\n"
    )


def _blocks(lines: list[str]) -> Iterator[str]:
    open_lists: list[tuple[int, str]] = []
    paragraph: list[str] = []
    for line in (*lines, ""):
        item = ITEM.fullmatch(line)
        if (item or not line.strip() or line.startswith("#")) and paragraph:
            yield f"<p>{' '.join(paragraph)}</p>"
            paragraph = []
        if item:
            yield from _item(item, open_lists)
        elif line.strip():
            yield from _close(open_lists, 0)
            if block := _single(line):
                yield block
            else:
                paragraph.append(_inline(line))
    yield from _close(open_lists, 0)


def _single(line: str) -> str:
    """A heading or a line to write on; "" where it is text."""
    if LINE_TO_WRITE.fullmatch(line):
        return "<hr>"
    marks = len(line) - len(line.lstrip("#"))
    if 1 <= marks <= DEEPEST and line[marks : marks + 1] == " ":
        return f"<h{marks}>{_inline(line[marks + 1 :])}</h{marks}>"
    return ""


def _item(item: re.Match[str], open_lists: list[tuple[int, str]]) -> Iterator[str]:
    indent, kind = len(item[1]), "ul" if item[2] == "-" else "ol"
    yield from _close(open_lists, indent + 1)
    if open_lists and open_lists[-1] == (indent, kind):
        yield "</li>"
    else:
        yield from _close(open_lists, indent)
        open_lists.append((indent, kind))
        start = "" if kind == "ul" else f' start="{item[2][:-1]}"'
        yield f"<{kind}{start}>"
    box = ' class="box"' if item[3] else ""
    yield f"<li{box}>{_inline(item[4])}"


def _close(open_lists: list[tuple[int, str]], least: int) -> Iterator[str]:
    """Close the lists that are indented by at least so many blanks."""
    while open_lists and open_lists[-1][0] >= least:
        yield f"</li></{open_lists.pop()[1]}>"


def _inline(text: str) -> str:
    return STRONG.sub(r"<strong>\1</strong>", escape(text))
