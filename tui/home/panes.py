"""The three panes of home: their columns, and the facts turned into rows."""

from textual.content import Content

from coaching.home import CheckinRow, HomeView, HurdleRow
from tui.widgets.rows import Column, Row, Rows

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
    Column("Next", 11),
    Column("Worth knowing", 16, grow=4, drop=1),
)
CHECKINS = (
    Column("", 9, style="$text-muted"),
    Column("", 12),
    Column("", 8, grow=1),
    Column("", 10, grow=5, drop=1),
    Column("", 18, drop=2, style="$text-muted"),
)
CHECKINS_BESIDE = (
    Column("", 9, style="$text-muted"),
    Column("", 12),
    Column("", 8, grow=1),
)
"""Beside the relationships in a window of middling width: what it is about stands under it."""
UNDER = 3
HURDLES = (
    Column("", 9, grow=1),
    Column("", 48),
    Column("", 16, grow=1, drop=1, style="$text-muted"),
)
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
    pane.border_subtitle = Content("next 14 days, and each next one")
    return pane


def hurdles_pane() -> Rows:
    """Pane 3: two lines for each hurdle."""
    pane = Rows(HURDLES, empty=NO_HURDLES, id="hurdles")
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
    cells = (heading, row.when, _first_name(row.who))
    if not beside:
        return Row(checkin_key(row), (*cells, row.about, row.hint))
    said = Content("  ").join(
        part for part in (Content(row.about), Content.styled(row.hint, "$text-muted")) if part
    )
    return Row(checkin_key(row), cells, (Content(" " * UNDER) + said,))


def checkin_key(row: CheckinRow) -> str:
    """The key of a line of pane 2."""
    return f"{row.workbook_id} {row.checkin_id}".strip()


def hurdle_rows(view: HomeView) -> list[Row]:
    """Pane 3: the three boxes, and what comes next under them."""
    return [
        Row(
            f"{row.workbook_id} {row.hurdle_id}",
            (_first_name(row.who), _rail(row), f"since {row.since}"),
            (Content.styled(f"{'':11}Next: {row.next_one}", "$text-muted"),),
        )
        for row in view.hurdles
    ]


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


def _first_name(name: str) -> str:
    return name.split(" ", 1)[0]
