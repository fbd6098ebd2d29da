"""The mouse on pages one reads: text is selected by dragging, and ctrl+c copies it."""

import pytest
from textual.app import App, ComposeResult

from tests.tui.app_for import app_for, at_home, person, shows, vault_of
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
        styles = {segment.text: segment.style for segment in sheet.render_line(1)}
        assert styles["second"] != styles[" [line]"]
