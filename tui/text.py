"""Text that people wrote, made safe to show: never read as markup."""

from textual.content import Content


def plain(text: str, style: str = "") -> Content:
    """Text exactly as written, in one style; brackets and dollar signs mean nothing in it."""
    return Content.styled(text, style) if style else Content(text)


def words(*parts: str | tuple[str, str]) -> Content:
    """Several pieces of text in a row, each plain or with a style, none read as markup."""
    return Content.assemble(*parts)


def first_name(name: str) -> str:
    """What a person is called where room is short: the first word of the name."""
    return name.split(maxsplit=1)[0]
