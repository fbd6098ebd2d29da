"""Opens the dialog of a practice over home, as a key on a person's page does."""

from collections.abc import Callable
from typing import Any

from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input, TextArea

from coaching.record.workbook import Workbook
from tests.tui.app_for import HeardApp, on_top, told, until
from tui.app import TrothApp

BEN = "Ben Lindqvist"


def records_of(app: HeardApp) -> Workbook:
    """What is kept about Ben, as a fresh start would read it."""
    return told(app).named(BEN)


async def opened(
    pilot: Pilot[None], opener: Callable[[TrothApp, Workbook], None], dialog: type[Screen[Any]]
) -> None:
    """Open a practice with Ben, and wait for its dialog."""
    app = pilot.app
    assert isinstance(app, HeardApp)
    opener(app, records_of(app))
    await on_top(pilot, dialog)
    await until(pilot, lambda: app.focused)


def fill(app: HeardApp, field: str, text: str) -> None:
    """Put a text into a field of the form on top, as a paste would."""
    editor = app.screen.query_one(f"#field-{field}").query_one("Input, TextArea")
    if isinstance(editor, TextArea):
        editor.load_text(text)
    elif isinstance(editor, Input):
        editor.value = text
