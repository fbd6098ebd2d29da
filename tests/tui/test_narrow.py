"""Any list can be narrowed to the lines with some words, says so, and shows all again."""

from tests.tui.app_for import app_for, at_home, on_top, paste, person, seen, shows, until, vault_of
from tui.guide.contacts import ContactsScreen
from tui.home.screen import HomeScreen
from tui.relationship.new import NewRelationships
from tui.widgets.narrow import Narrow
from tui.widgets.narrowed_rows import fitting
from tui.widgets.rows import Row, Rows


def test_every_word_has_to_stand_somewhere_in_the_row() -> None:
    rows = (Row("a", ("Ben", "your mentee"), ("an introduction",)), Row("b", ("Bea", "mentor")))
    assert fitting(rows, "  BE ") == rows
    assert fitting(rows, "intro ben") == rows[:1]
    assert fitting(rows, "zoe") == ()


async def test_a_list_is_narrowed_says_so_and_keeps_its_cursor() -> None:
    app = app_for(vault_of(*map(person, ("Ada", "Ben", "Bea", "Zoe"))))
    async with at_home(app) as pilot:
        rows = app.screen.query_one("#relationships", Rows)
        await pilot.press("1", "down", "ampersand")
        await on_top(pilot, Narrow)
        await paste(pilot, "be")
        await until(pilot, lambda: len(rows.rows) == 2)
        await pilot.press("enter")
        await on_top(pilot, HomeScreen)
        await shows(pilot, "Only lines with: be   2 of 4   & esc shows all")
        assert [str(row.cells[0]) for row in rows.rows] == ["Bea", "Ben"]
        await pilot.press("greater_than_sign")
        assert app.focused is rows
        assert rows.rows[rows.cursor].cells[0] == "Ben"
        await pilot.click(rows, offset=(3, 3))
        assert rows.rows[rows.cursor].cells[0] == "Bea"

        await pilot.press("ampersand")
        await paste(pilot, "nobody")
        await until(pilot, lambda: rows.rows == ())
        await pilot.press("enter")
        await shows(pilot, "No line has these words.")
        await pilot.press("ampersand", "escape")
        await until(pilot, lambda: len(rows.rows) == 4)
        assert "Only lines" not in seen(app)

        rows.narrow("zoe")
        await pilot.press("n")
        await on_top(pilot, NewRelationships)
        await paste(pilot, "Efua")
        await pilot.press("enter")
        await on_top(pilot, HomeScreen)
        await until(pilot, lambda: len(rows.rows) == 5)
        assert rows.rows[rows.cursor].cells[0] == "Efua"


async def test_where_a_screen_finds_nothing_else_its_key_narrows_the_list() -> None:
    app = app_for(vault_of(person("Ben")))
    async with at_home(app) as pilot:
        await pilot.press("s")
        await on_top(pilot, ContactsScreen)
        await pilot.press("slash")
        await on_top(pilot, Narrow)
        await pilot.press("escape", "escape", "colon")
        await until(pilot, lambda: type(app.screen).__name__ == "Palette")
        await pilot.press("escape", "q")
        await until(pilot, lambda: app.return_code == 0)
