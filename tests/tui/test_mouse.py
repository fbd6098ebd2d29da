"""The mouse on pages one reads: text is selected by dragging, and ctrl+c copies it."""

import pytest
from textual.app import App, ComposeResult

from tests.tui.app_for import app_for, at_home, on_top, person, shows, until, vault_of
from tui.relationship.screen import RelationshipScreen
from tui.widgets.rows import Rows
from tui.widgets.sheet import Sheet


async def test_what_is_selected_with_the_mouse_is_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    app = app_for(vault_of(person("Ben")))
    async with at_home(app, (120, 36)) as pilot:
        sent: list[str] = []
        await pilot.press("g", "3", "down")
        await shows(pilot, "Crossed wires")
        await pilot.pause()
        monkeypatch.setattr(app._driver, "write", sent.append)
        title = app.screen.query_one("#reader Static")
        await pilot.mouse_down(title, offset=(0, 0))
        await pilot.hover(title, offset=(7, 0))
        await pilot.mouse_up(title, offset=(7, 0))
        await pilot.press("ctrl+c")
        assert app.clipboard
        assert app.clipboard in "Crossed wires"
        assert any(text.startswith("\x1b]52;c;") for text in sent)
        assert app.heard[-1] == "Copied."


class Read(App[None]):
    """A sheet and no more."""

    def compose(self) -> ComposeResult:
        yield Sheet()

    def on_mount(self) -> None:
        self.query_one(Sheet).show("first line\nsecond [line]\nthird")


async def test_lines_of_a_sheet_are_selected_and_marked() -> None:
    app = Read()
    async with app.run_test(size=(30, 8)) as pilot:
        sheet = app.query_one(Sheet)
        await pilot.mouse_down(sheet, offset=(2 + len("first "), 1))
        await pilot.hover(sheet, offset=(1 + len("second"), 2))
        await pilot.mouse_up(sheet, offset=(1 + len("second"), 2))
        await pilot.pause()
        assert app.screen.get_selected_text() == "line\nsecond"
        styles = {one.text: one.style for one in sheet.render_line(1) if one.style}
        assert styles["second"].bgcolor != styles[" [line]"].bgcolor
        assert styles["second"].color == styles[" [line]"].color


async def test_lines_of_a_list_are_selected_and_a_click_still_moves_and_opens() -> None:
    people = [person(name) for name in ("Ben", "Zoë 李", "Amara")]
    app = app_for(vault_of(*people))
    async with at_home(app) as pilot:
        rows = app.screen.query_one("#relationships", Rows)
        await pilot.mouse_down(rows, offset=(2, 3))
        await pilot.hover(rows, offset=(5, 4))
        await pilot.mouse_up(rows, offset=(5, 4))
        await pilot.pause()
        first, second = (app.screen.get_selected_text() or "").split("\n")
        assert first.split()[:2] == ["Ben", "mentee"]
        assert second == "Zoë"
        styles = {one.text: one.style for one in rows.render_line(3) if one.style}
        assert styles[" Zoë "].bgcolor != styles["李           "].bgcolor
        assert styles[" Zoë "].color == styles["李           "].color
        assert rows.cursor == 0

        await pilot.click(rows, offset=(4, 4))
        await until(pilot, lambda: rows.cursor == 2)
        assert app.screen.get_selected_text() is None
        await pilot.click(rows, offset=(4, 4), times=2)
        await on_top(pilot, RelationshipScreen)
        assert not app.screen.selections
