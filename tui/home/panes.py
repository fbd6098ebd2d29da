"""The three panes of home: their columns, and the facts turned into rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content

from coaching.home import CheckinRow, HomeView, HurdleRow
from coaching.say import first_name
from tui.widgets.row_lines import EDGE, GAP
from tui.widgets.rows import Column, Row, Rows

if TYPE_CHECKING:
    from textual.widget import Widget

NOBODY = (
    "Nobody here yet. n adds a person: a name is enough, or one line such as "
    "“Ben every 2w, next tue 3pm”."
)
NO_DATES = "No dates yet. c plans a check-in, or logs one that was held."
NO_HURDLES = "No hurdle is open. When something strains the trust between you, h starts here."
NO_DATES_YET = "The next dates stand here, once somebody is added with n."
NO_HURDLES_YET = "Here stands what strains the trust between two people, while you work it through."

RELATIONSHIPS = (
    Column("Who", 13, grow=1),
    Column("Your…", 6, drop=4, style="$text-muted"),
    Column("Last met", 11, drop=3),
    Column("Next", 11, timed=True),
    Column("Worth knowing", 16, grow=4, drop=1),
)
CHECKINS = (
    Column("", 9, style="$text-muted"),
    Column("", 12, timed=True),
    Column("", 8, grow=1),
    Column("", 10, grow=5, drop=1),
    Column("", 18, drop=2, style="$text-muted"),
)
CHECKINS_BESIDE = (
    Column("", 9, style="$text-muted"),
    Column("", 12, timed=True),
    Column("", 8, grow=1),
)
"""Beside the relationships in a window of middling width: what it is about stands under it."""
UNDER = 3
TALL, LEAST_HEIGHT = 30, 8
LEAST_NAME = 6
HEAD_AND_FOOT, LEAST_UNDER = 5, 3
NAME, WIDE_NAME = 8, 20
ROOM_FOR_WIDE_NAME, ROOM_FOR_ONE_LINE = 100, 150
FRAME_AND_MARK = 3
BOXES = ("source", "repair", "support")


def relationships_pane() -> Rows:
    """Pane 1."""
    pane = Rows(RELATIONSHIPS, empty=NOBODY, id="relationships")
    pane.border_title = Content("1 Active relationships")
    return pane


def checkins_pane() -> Rows:
    """Pane 2."""
    pane = Rows(CHECKINS, empty=NO_DATES, id="checkins")
    pane.border_title = Content("2 Upcoming check-ins")
    return pane


def hurdles_pane() -> Rows:
    """Pane 3: two lines for each hurdle."""
    pane = Rows((), empty=NO_HURDLES, id="hurdles")
    pane.border_title = Content("3 Trust hurdles")
    return pane


def relationship_rows(view: HomeView) -> list[Row]:
    """Pane 1, one line for each active relationship."""
    return [
        Row(
            row.workbook_id,
            (row.who, row.your, row.last_met, row.next_one, row.worth_knowing),
        )
        for row in view.relationships
    ]


def show_checkins(pane: Rows, view: HomeView, *, beside: bool, empty: str) -> None:
    """Fill pane 2; `beside` the first pane without room for all columns, rows take two lines."""
    pane.columns = CHECKINS_BESIDE if beside else CHECKINS
    rows, group = [], ""
    for row in view.checkins:
        heading = "" if row.group == group else row.group
        group = row.group
        rows.append(_checkin(row, heading, beside=beside))
    pane.show(rows, empty=empty)


def _checkin(row: CheckinRow, heading: str, *, beside: bool) -> Row:
    """A group's name stands on its first line only."""
    cells = (heading, row.when, first_name(row.who))
    if not beside:
        return Row(checkin_key(row), (*cells, row.about, row.hint))
    said = Content("  ").join(
        part for part in (Content(row.about), Content.styled(row.hint, "$text-muted")) if part
    )
    return Row(checkin_key(row), cells, (Content(" " * UNDER) + said,))


def checkin_key(row: CheckinRow) -> str:
    """The key of a line of pane 2."""
    return f"{row.workbook_id} {row.checkin_id}".strip()


def show_hurdles(pane: Rows, view: HomeView, width: int, *, empty: str) -> None:
    """Fill pane 3 in a window so wide: what comes next beside the boxes, or under them."""
    cells = [(first_name(row.who), _rail(row), f"since {row.since}") for row in view.hurdles]
    boxes = max((boxes.cell_length for _, boxes, _ in cells), default=0)
    since = max((len(since) for _, _, since in cells), default=0)
    free = width - FRAME_AND_MARK - EDGE - boxes - since - 2 * GAP
    is_wide, in_one_line = width >= ROOM_FOR_WIDE_NAME, width >= ROOM_FOR_ONE_LINE
    name = WIDE_NAME if is_wide else max(LEAST_NAME, min(NAME, free))
    pane.columns = (
        Column("", name),
        Column("", boxes, grow=int(not is_wide)),
        Column("", since, drop=1, style="$text-muted"),
        *([Column("", 20, grow=1)] if in_one_line else ()),
    )
    pane.show(list(_hurdle_rows(view, cells, 0 if in_one_line else name + GAP)), empty=empty)


def begin_where_left(pane: Rows, view: HomeView) -> None:
    """Put the cursor of pane 3 on the first hurdle left in the middle, until the user is there."""
    left = next((row for row in view.hurdles if row.left), None)
    if left is not None and not pane.has_focus:
        pane.go_to(f"{left.workbook_id} {left.hurdle_id}")


def _hurdle_rows(
    view: HomeView, cells: Sequence[tuple[str | Content, ...]], under: int
) -> Iterator[Row]:
    """What comes next stands so many cells in under the boxes; with 0 it is one cell more."""
    for row, first in zip(view.hurdles, cells, strict=True):
        key, coming = f"{row.workbook_id} {row.hurdle_id}", row.left or f"Next: {row.next_one}"
        if under:
            yield Row(key, first, (Content.styled(f"{'':{under}}{coming}", "$text-muted"),))
        else:
            yield Row(key, (*first, coming))


def _rail(row: HurdleRow) -> Content:
    parts: list[Content] = []
    for number, box in enumerate(BOXES, start=1):
        if box == row.step:
            parts.append(Content.styled(f"{number} {box.upper()}, here", "bold"))
        elif box in row.done:
            parts.append(Content(f"{number} {box.capitalize()} done"))
        else:
            parts.append(Content.styled(f"{number} {box.capitalize()}", "$text-muted"))
    return Content(" ── ").join(parts)


def fit(both: Widget, upper: tuple[Rows, Rows], height: int, *, beside: bool) -> None:
    """In a tall window the two upper panes are as high as their rows need, and no higher."""
    tall = height >= TALL
    needed = [max(LEAST_HEIGHT, pane.whole_height) for pane in upper]
    both.styles.max_height = max(needed) if tall and beside else None
    for pane, most in zip(upper, needed, strict=True):
        pane.styles.max_height = most if tall and not beside else None


def height_of(first: Rows, beside: Rows, under: Rows) -> int:
    """The lines of home with all rows of these panes, the first two beside each other."""
    upper = max(LEAST_HEIGHT, first.whole_height, beside.whole_height)
    return HEAD_AND_FOOT + upper + max(LEAST_UNDER, under.whole_height)


def as_many(sentences: Sequence[str], width: int) -> str:
    """The first sentence, and each further one that fits whole beside it."""
    shown = sentences[0] if sentences else ""
    for sentence in sentences[1:]:
        longer = f"{shown}  {sentence}"
        if cell_len(longer) > width:
            break
        shown = longer
    return shown
