"""How much fits on one page of a projector: few words a line, at 80x24 as at 200x60."""

from coaching.cells import cells

PAGE_WIDTH = 48
PAGE_LINES = 8
CHOICE_WIDTH = 44
CHOICE_LINES = 2
QUESTION_LINES = 2
PERSON_LINES = 3
TITLE_CELLS = 40


def wrapped(text: str, width: int = PAGE_WIDTH) -> list[str]:
    """The text in lines of at most `width` cells; a longer word stands alone on its line."""
    lines: list[str] = []
    for word in text.split():
        if lines and cells(lines[-1]) + 1 + cells(word) <= width:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    return lines


def too_long(text: str, lines: int = PAGE_LINES, width: int = PAGE_WIDTH) -> str | None:
    """What to say of a text that does not fit; None where it does."""
    taken = wrapped(text, width)
    if len(taken) <= lines and all(cells(line) <= width for line in taken):
        return None
    return (
        f"is too long for a projector: {len(taken)} lines of {width} letters, "
        f"and {lines} fit; split it or shorten it"
    )
