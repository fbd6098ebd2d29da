"""Draws what the running program shows as an SVG picture: the same screen, the same bytes."""

from __future__ import annotations

import re
from html import escape
from itertools import chain
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from rich.terminal_theme import DEFAULT_TERMINAL_THEME

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.color import Color
    from textual.app import App

FONTS = "'DejaVu Sans Mono', Menlo, Consolas, 'Liberation Mono', monospace"
CELL = 9
LINE = 18
SIZE = 14.949
"""At this size a letter of the first font is exactly one cell wide."""
BASE = 14
EDGE = 12
FAINT = 0.5

FRAME = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" \
height="{height}" role="img">
<title>{label}</title>
<rect width="{width}" height="{height}" rx="8" fill="{ground}"/>
<g transform="translate({edge} {edge})" font-family="{fonts}" font-size="{size}" \
xml:space="preserve">
{body}
</g>
</svg>
"""

SHEET = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" \
height="{height}" role="img">
<title>{label}</title>
{body}</svg>
"""
SIZE_OF = re.compile(r'(?:width|height)="(\d+)"')


def picture(app: App[None], label: str) -> str:
    """The screen on top, over what shows behind it; `label` says it to who cannot see it."""
    lines = segment_lines(app)
    ground = _hex(Style(bgcolor=app.screen.background_colors[1].rich_color).bgcolor, False)
    body = [mark for y, line in enumerate(lines) for mark in _marks(line, y, ground)]
    return FRAME.format(
        width=pixels(app.size)[0],
        height=pixels(app.size)[1],
        label=escape(label),
        ground=ground,
        edge=EDGE,
        fonts=FONTS,
        size=SIZE,
        body="\n".join(body),
    )


def pixels(size: tuple[int, int]) -> tuple[int, int]:
    """Width and height of a picture of a window of so many columns and lines."""
    return size[0] * CELL + 2 * EDGE, size[1] * LINE + 2 * EDGE


def side_by_side(pictures: list[tuple[int, int, str]], label: str) -> str:
    """Several pictures on one sheet, each with its left and upper edge on it."""
    inner, width, height = [], 0, 0
    for x, y, drawn in pictures:
        root, _, body = drawn.partition(">\n")
        across, down = (int(found) for found in SIZE_OF.findall(root)[-2:])
        width, height = max(width, x + across), max(height, y + down)
        title, _, rest = body.partition("\n")
        assert title.startswith("<title>")
        inner.append(f'<svg x="{x}" y="{y}" width="{across}" height="{down}">\n{rest}')
    return SHEET.format(width=width, height=height, label=escape(label), body="".join(inner))


def segment_lines(app: App[None]) -> list[list[Segment]]:
    """The lines on screen as pieces of one style each."""
    update = app.screen._compositor.render_update(
        full=True, screen_stack=app._background_screens, simplify=True
    )
    strips = getattr(update, "strips", [])
    return [list(Segment.simplify(chain.from_iterable(line))) for line in strips]


def colours(style: Style | None) -> tuple[str, str]:
    """The colour of the text and of its ground, as a terminal shows them."""
    style = style or Style()
    text, ground = _hex(style.color, True), _hex(style.bgcolor, False)
    if style.reverse:
        text, ground = ground, text
    return (_between(text, ground) if style.dim else text), ground


def _marks(line: list[Segment], y: int, ground: str) -> Iterator[str]:
    x = 0
    for text, style, _ in line:
        width = cell_len(text) * CELL
        colour, behind = colours(style)
        if behind != ground:
            yield f'<rect x="{x}" y="{y * LINE}" width="{width}" height="{LINE}" fill="{behind}"/>'
        if text.strip():
            yield (
                f'<text x="{x}" y="{y * LINE + BASE}" textLength="{width}" fill="{colour}"'
                f"{_manner(style)}>{escape(text, quote=False)}</text>"
            )
        x += width


def _manner(style: Style | None) -> str:
    bold = ' font-weight="bold"' if style and style.bold else ""
    italic = ' font-style="italic"' if style and style.italic else ""
    under = ' text-decoration="underline"' if style and style.underline else ""
    return bold + italic + under


def _hex(colour: Color | None, is_text: bool) -> str:
    if colour is None:
        theme = DEFAULT_TERMINAL_THEME
        return (theme.foreground_color if is_text else theme.background_color).hex
    return colour.get_truecolor(DEFAULT_TERMINAL_THEME, foreground=is_text).hex


def _between(text: str, ground: str) -> str:
    pairs = zip(*(bytes.fromhex(colour[1:]) for colour in (text, ground)), strict=True)
    return "#" + bytes(round(a + (b - a) * FAINT) for a, b in pairs).hex()
