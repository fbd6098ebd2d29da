"""One page of a play as text for a projector: few words a line, as much air as the room allows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content

from coaching.scenario.hands import say_hands
from coaching.scenario.layout import CHOICE_WIDTH, PAGE_WIDTH, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coaching.scenario.deck import Page
    from coaching.scenario.play import Play

MUTED, STRONG, HEAD = "$text-muted", "bold", "bold $text-accent"
BAR, MARK, DOT = "█", "▌", "●"
MOST_BAR = 32
AIR = ((1, 3), (0, 2), (0, 1), (0, 0))
"""Empty lines between the lines of a text, and between texts; the first that fits is taken."""
CLOSE = frozenset({"question", "vote", "reveal", "stands", "cast"})
"""Pages whose lines belong together: a choice with its hands, a name with its sentence."""
SECOND_WINDOW = "For your notes, in a second terminal:"
NOTES_COMMAND = "troth scenario notes"
HIDDEN = "Eyes open. space shows the hands."
NOT_COUNTED = "No hands were counted. space shows the choices again."

Text = list[Content]


@dataclass(frozen=True)
class Shown:
    """What a page shows beside its words: digits typed, the choice marked, counted choices."""

    typed: str = ""
    mark: str = ""
    taken: str = ""
    counted: frozenset[str] = frozenset()
    hello: str = ""


def page_text(play: Play, shown: Shown, width: int, height: int) -> Content:
    """The page, wrapped for a width and spaced for a height, in cells."""
    texts = list(_texts(play, shown, _room(width)))
    return _fitted(texts, height, close=play.page.kind in CLOSE)


def first_text(title: str, lines: Sequence[str], width: int, height: int) -> Content:
    """The test page before anything of the case is loaded but its title."""
    return _fitted(list(_test(title, lines, "", _room(width))), height)


def waiting_text(title: str, line: str, width: int, height: int) -> Content:
    """What is seen until the page of a run that was left is there."""
    room = _room(width)
    texts = [_text(title, room, HEAD)] if title else []
    return _fitted([*texts, _text(line, room, MUTED)], height)


def _room(width: int) -> int:
    return min(PAGE_WIDTH, max(10, width))


def _fitted(texts: Sequence[Text], height: int, *, close: bool = False) -> Content:
    lines: Text = []
    for between_lines, between_texts in AIR[close:]:
        lines = list(_spaced(texts, between_lines, between_texts))
        if len(lines) <= height:
            break
    return Content("\n").join(lines)


def _spaced(texts: Sequence[Text], between_lines: int, between_texts: int) -> Iterator[Content]:
    for number, text in enumerate(texts):
        yield from (Content("") for _ in range(between_texts if number else 0))
        for place, line in enumerate(text):
            yield from (Content("") for _ in range(between_lines if place else 0))
            yield line


def _texts(play: Play, shown: Shown, width: int) -> Iterator[Text]:
    page = play.page
    match page.kind:
        case "test":
            yield from _test(page.title, page.lines, shown.hello, width)
        case "vote":
            yield from _vote(play, shown, width)
        case "question":
            yield _text(page.title, width, HEAD)
            for number, line in enumerate(page.lines, start=1):
                yield _numbered(number, line, width)
        case "reveal":
            yield _text(page.title, width, HEAD)
            yield from _reveal(play, shown, width)
        case _:
            yield from _plain(page, width)


def _test(title: str, lines: Sequence[str], hello: str, width: int) -> Iterator[Text]:
    yield _text(title, width, HEAD)
    yield from (_text(line, width, STRONG) for line in lines)
    yield [*_text(SECOND_WINDOW, width, MUTED), *_text(NOTES_COMMAND, width, MUTED)]
    if hello:
        yield _text(hello, width, MUTED)


def _plain(page: Page, width: int) -> Iterator[Text]:
    head = _text(page.title, width, HEAD)
    yield [Content.styled(page.day, MUTED), *head] if page.day else head
    for line in page.lines:
        if page.kind in {"stands", "cast"}:
            yield _labelled(line, width)
        else:
            yield _text(line, width)


def _vote(play: Play, shown: Shown, width: int) -> Iterator[Text]:
    page = play.page
    yield _text(f"{play.house.eyes_closed} {page.number}.", width, HEAD)
    yield _numbered(page.number, page.lines[0], width)
    if shown.typed:
        yield [
            Content.assemble((f"{DOT} " * len(shown.typed), STRONG), ("  enter keeps it", MUTED))
        ]
    elif page.choice in shown.counted:
        yield [Content.styled("Counted. Type again to change it.", MUTED)]
    else:
        yield [Content.styled("Type how many.", MUTED)]


def _reveal(play: Play, shown: Shown, width: int) -> Iterator[Text]:
    counts = play.counts()
    if counts is None:
        for number, choice in enumerate(play.choices(), start=1):
            yield _numbered(number, choice.text, width)
        yield _text(HIDDEN if shown.counted else NOT_COUNTED, width, MUTED)
        return
    most = max(counts.values(), default=0)
    for number, choice in enumerate(play.choices(), start=1):
        lines = _numbered(number, choice.text, width, marked=choice.id == shown.mark)
        if counts:
            said = say_hands(counts, choice.id)
            lines.append(_bar(counts.get(choice.id, 0), most, said, width))
        if choice.id == shown.taken:
            lines.append(Content.styled("   taken", MUTED))
        yield lines


def _bar(hands: int, most: int, said: str, width: int) -> Content:
    room = min(MOST_BAR, max(4, width - 14))
    length = max(1, round(hands * room / most)) if hands else 0
    bar = f"{BAR * length} " if hands else ""
    return Content.assemble(("   " + bar, "$text-accent"), (said, STRONG))


def _numbered(number: int, text: str, width: int, *, marked: bool = False) -> Text:
    first, *rest = wrapped(text, min(CHOICE_WIDTH, width - 4)) or [""]
    before = f"{MARK}{number} " if marked else f" {number} "
    style = STRONG if marked else ""
    lines = [Content.assemble((before, HEAD), (first, style))]
    edge = MARK if marked else " "
    return lines + [Content.assemble((f"{edge}  ", HEAD), (line, style)) for line in rest]


def _labelled(text: str, width: int) -> Text:
    label, _, rest = text.partition(": ")
    lines = wrapped(rest, width)
    return [Content.styled(label[:1].upper() + label[1:], STRONG), *(Content(one) for one in lines)]


def _text(text: str, width: int, style: str = "") -> Text:
    return [Content.styled(line, style) for line in wrapped(text, width)] or [Content("")]
