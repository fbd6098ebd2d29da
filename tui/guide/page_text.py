"""A page of the guide as lines of one width; what goes on under a mark is indented."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from coaching.library.page import ARROW, BULLET

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coaching.library.page import GuidePage

WIDEST = 78
NARROWEST = 20


def page_lines(page: GuidePage, width: int) -> list[Content]:
    """The whole page, wrapped to this width, never wider than is comfortable to read."""
    width = max(NARROWEST, min(width, WIDEST))
    return [line for piece in _pieces(page) for line in _wrapped(piece, width)]


def _pieces(page: GuidePage) -> Iterator[Content]:
    yield Content.styled(page.title, "bold")
    if page.line:
        yield Content.styled(page.line, "$text-muted")
    for part in page.parts:
        yield Content("")
        if part.title:
            yield Content.styled(part.title, "bold $text-accent")
        yield from map(Content, part.lines)


def _wrapped(content: Content, width: int) -> list[Content]:
    mark = next((one for one in (ARROW, BULLET) if content.plain.startswith(one)), "")
    if not mark:
        return content.wrap(width)
    first, *rest = content[len(mark) :].wrap(width - len(mark))
    return [Content(mark) + first, *(Content(" " * len(mark)) + line for line in rest)]
