"""Text that people wrote, made safe to show: never read as markup."""

from textual.content import Content


def plain(text: str, style: str = "") -> Content:
    """Text exactly as written, in one style; brackets and dollar signs mean nothing in it."""
    return Content.styled(text, style) if style else Content(text)


def words(*parts: str | tuple[str, str]) -> Content:
    """Several pieces of text in a row, each plain or with a style, none read as markup."""
    return Content.assemble(*parts)
