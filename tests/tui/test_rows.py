"""A list drawn by line: columns of exact width for any text, mouse, wheel, and pages of it."""

from hypothesis import given
from hypothesis import strategies as some
from rich.cells import cell_len
from textual import events
from textual.app import App, ComposeResult
from textual.content import Content
from textual.pilot import Pilot
from textual.style import Style

from tui.widgets.row_lines import cell_pieces, column_widths, row_pieces, strip_of
from tui.widgets.rows import Column, Row, Rows

COLUMNS = (Column("Who", 6, grow=1), Column("What", 4, grow=2), Column("When", 5, drop=1))
MANY = 10_000
TEXTS = some.text(some.sampled_from("ab \u00e9\u0301日本🙂\u202e\u00ad[/x]$…“"), max_size=12)


def words_of(pieces: object) -> str:
    """The text of some pieces."""
    return "".join(text for text, _ in pieces)  # type: ignore[attr-defined]  # pieces are pairs


@given(TEXTS, some.integers(0, 12), some.booleans())
def test_a_cell_is_as_wide_as_its_column_whatever_is_written(
    text: str, width: int, styled: bool
) -> None:
    cell = Content.styled(text, "bold") if styled else text
    assert cell_len(words_of(cell_pieces(cell, "", width))) == width


@given(some.lists(TEXTS, min_size=3, max_size=3), some.integers(1, 60))
def test_a_line_is_as_wide_as_the_list(cells: list[str], width: int) -> None:
    strip = strip_of(row_pieces(COLUMNS, cells, width), Style(), width)
    assert strip.cell_length == width == cell_len(strip.text)


def test_what_does_not_fit_ends_with_a_mark_and_no_word_is_markup() -> None:
    (first, _), *_ = cell_pieces("a long name", "", 6)
    assert first == "a lon…"
    assert words_of(cell_pieces("[bold]x[/bold]", "", 16)) == "[bold]x[/bold]  "


def test_a_last_column_of_fixed_width_keeps_off_the_edge_where_it_can() -> None:
    fixed = (Column("", 5), Column("", 5))
    assert words_of(row_pieces(fixed, ("one", "two"), 13)) == "one    two  "
    assert column_widths(COLUMNS, 12) == [6, 4, 0]


class Listed(App[None]):
    """A long list, and what was opened in it."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    def compose(self) -> ComposeResult:
        yield Rows(COLUMNS)

    def on_mount(self) -> None:
        rows = self.query_one(Rows)
        rows.show([Row(str(at), (f"row {at}", "thing", "today")) for at in range(MANY)])
        rows.focus()

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        self.opened.append(event.key)


async def wheel(pilot: Pilot[None], rows: Rows, *, down: bool) -> None:
    """Turn the wheel once over the list."""
    kind = events.MouseScrollDown if down else events.MouseScrollUp
    rows.post_message(kind(rows, 5, 5, 0, 1, 0, False, False, False, 5, 5))
    await pilot.pause()


async def test_a_click_selects_two_open_and_the_wheel_scrolls() -> None:
    app = Listed()
    async with app.run_test(size=(40, 12)) as pilot:
        rows = app.query_one(Rows)
        await pilot.click(Rows, offset=(3, 4))
        assert (rows.key, app.opened) == ("3", [])
        await pilot.click(Rows, offset=(3, 6), times=2)
        await pilot.pause()
        assert (rows.key, app.opened) == ("5", ["5"])
        await wheel(pilot, rows, down=True)
        assert rows.scroll_offset.y > 0
        assert rows.key == "5"
        await pilot.click(Rows, offset=(3, 0))
        assert rows.key == "5"
        await wheel(pilot, rows, down=False)
        assert rows.scroll_offset.y == 0


async def test_pages_go_through_a_very_long_list() -> None:
    app = Listed()
    async with app.run_test(size=(40, 12)) as pilot:
        rows = app.query_one(Rows)
        await pilot.press("pagedown", "pagedown")
        assert rows.key == "20"
        await pilot.press("end")
        assert rows.key == str(MANY - 1)
        bar = rows.vertical_scrollbar.render_lines(rows.vertical_scrollbar.size.region)
        assert len(bar) == rows.vertical_scrollbar.size.height
        assert bar[0] is bar[1]
        assert bar[-1] is not bar[0]


def test_a_list_that_is_on_no_screen_any_more_offers_no_filter() -> None:
    assert Rows(COLUMNS).check_action("narrow_here", ()) is False
