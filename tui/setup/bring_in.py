"""Bringing a file in: the form that asks which, and the path as terminals and shells write it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING
from urllib.parse import unquote

from coaching.errors import Refused, TrothError
from tui.setup.import_review import ImportReview
from tui.widgets.fields import Field
from tui.widgets.form import Form

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.widget import Widget

    from coaching.importing.plan import FileRead
    from tui.app import TrothApp

UNDER = "Troth's own JSON, a list of people (CSV), or a calendar (ics). You look at it first."
LOCAL = ("file://localhost/", "file:///")
QUOTES = "'\""


def bring_in(app: TrothApp) -> None:
    """Ask which file, then show what would come in."""

    def review(file: FileRead | None) -> None:
        if file is not None:
            app.push_screen(ImportReview(file))

    app.push_screen(WhichFile(), review)


def typed_path(text: str) -> str:
    """The path in what was typed, pasted or dropped: without quotes, escapes and file://."""
    path = text.strip()
    for head in LOCAL:
        if path.startswith(head):
            return "/" + unquote(path.removeprefix(head))
    if len(path) > 1 and path[0] == path[-1] and path[0] in QUOTES:
        return path[1:-1]
    for escaped in ("\\ ", "\\(", "\\)", "\\'", "\\&"):
        path = path.replace(escaped, escaped[1:])
    return path


class WhichFile(Form["FileRead"]):
    """Gives what the file holds; nothing is changed by reading it."""

    def title_text(self) -> str:
        """What is asked."""
        return "Bring in a file"

    def fields(self) -> Iterator[Widget]:
        """The path."""
        yield Field("path", "Which file", under=UNDER, example="~/people.csv")

    async def save(self) -> FileRead:
        """Read it."""
        path = typed_path(self.field("path").text)
        if not path:
            raise Refused("Write where the file is, for example ~/people.csv", field="path")
        try:
            return await asyncio.to_thread(self.app.world.read_in, path)
        except Refused:
            raise
        except TrothError as error:
            raise Refused(error.sentence, field="path") from error
