"""The form that deletes a relationship: it asks for the name, and says what can bring it back."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from coaching.errors import Refused
from coaching.new_people import is_known
from coaching.record.relationship import Relationship
from coaching.say import say_count
from tui.widgets.fields import Field
from tui.widgets.form import Form

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.widget import Widget

    from coaching.record.workbook import Workbook


class DeleteRelationship(Form[bool]):
    """Gives True where everything about the person went to the trash."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,ctrl+s", "save", "delete", id="delete.do", tooltip="Delete it"),
    ]

    def __init__(self, workbook: Workbook) -> None:
        """Delete this workbook."""
        super().__init__()
        self.workbook = workbook

    @property
    def _who(self) -> str:
        return self.workbook.relationship.name

    def title_text(self) -> str:
        """What is deleted."""
        return f"Delete {self._who}"

    def fields(self) -> Iterator[Widget]:
        """What happens, and the name."""
        kept = sum(
            len(rows) for table, rows in self.workbook.tables.items() if table != Relationship.table
        )
        yield Static(
            Content(
                f"{self._who} and {say_count(kept, 'record')} go to the trash. u brings everything "
                "back while this window is open; when you leave Troth the trash is emptied."
            ),
            classes="hint",
        )
        yield Static("")
        yield Field("name", f"To delete, type: {self._who}")

    async def save(self) -> bool:
        """Move everything to the trash, where the name was typed."""
        typed = self.field("name").text
        if not is_known(typed, [self._who]):
            raise Refused("That is not the name, so nothing is deleted.", field="name")
        said = f"{self._who}: deleted."
        coach = self.app.world.coach
        await self.app.carry_out(lambda: coach.discard(self.workbook.id, said))
        self.app.say(said)
        return True
