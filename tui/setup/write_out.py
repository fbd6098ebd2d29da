"""The form that asks where what leaves shall go, and writes it there."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from tui.widgets.fields import Field
from tui.widgets.form import Form

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.widget import Widget

    from coaching.exchange import Parcel

NEW_FILE = "a new file, readable only by your account; never over another"
NEW_FOLDER = "a folder; it is made if it is not there, and nothing in it is written over"


class WriteOut(Form[str]):
    """Gives the full path of what was written."""

    def __init__(self, parcel: Parcel, *, several: bool) -> None:
        """Write this parcel, exactly as it was shown."""
        super().__init__()
        self.parcel, self._several = parcel, several

    def title_text(self) -> str:
        """What is written."""
        return "Write this to a folder" if self._several else "Write this to a file"

    def fields(self) -> Iterator[Widget]:
        """The path."""
        day = self.app.now.date().isoformat()
        name = self.parcel.pages[0].name if self.parcel.pages else "troth"
        stem, _, suffix = name.rpartition(".")
        proposed = f"~/troth-{day}" if self._several else f"~/{stem}-{day}.{suffix}"
        under = NEW_FOLDER if self._several else NEW_FILE
        yield Field("path", "Where", value=proposed, under=under)

    async def save(self) -> str:
        """Write it."""
        write = self.app.world.write_out
        path = await asyncio.to_thread(
            write, self.field("path").text, self.parcel.pages, folder=self._several
        )
        self.app.say(f"Written to {path}. Whoever has it can read it.")
        return str(path)
