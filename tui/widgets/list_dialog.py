"""A dialog that is one list: a title in the border, rows, keys."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget

from tui.still_open import HearsWhileOpen
from tui.widgets.keyline import KeyLine
from tui.widgets.rows import Column, Row, Rows

if TYPE_CHECKING:
    from tui.app import TrothApp

T = TypeVar("T")


class ListDialog(HearsWhileOpen, ModalScreen[T]):
    """Choose a row. A subclass gives `heading`, `entries` and `chosen`; escape leaves."""

    app: TrothApp
    DEFAULT_CSS = """
    ListDialog { align: center middle; }
    ListDialog > Vertical {
        width: 76; max-width: 100%; height: auto; max-height: 100%;
        border: round $border; background: $surface;
    }
    ListDialog Rows { height: auto; max-height: 14; }
    ListDialog .above { padding: 0 1; margin-bottom: 1; }
    ListDialog KeyLine { dock: none; }
    """
    COLUMNS: ClassVar[Sequence[Column]] = (
        Column("", 24, grow=2),
        Column("", 26, grow=1, style="$text-muted"),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "back", id="list.back", tooltip="Back, nothing changed"),
    ]

    def heading(self) -> str:
        """The title."""
        raise NotImplementedError

    def entries(self) -> Sequence[Row]:
        """The rows to choose from."""
        raise NotImplementedError

    async def chosen(self, key: str) -> None:
        """Do what belongs to a row."""
        raise NotImplementedError

    def above(self) -> Iterable[Widget]:
        """What stands over the list."""
        return ()

    def compose(self) -> ComposeResult:
        """Title, what stands above, list, keys."""
        with Vertical(id="box"):
            yield from self.above()
            yield Rows(self.COLUMNS)
            yield KeyLine()

    def on_mount(self) -> None:
        """Show the rows; the keys go there."""
        self.show()
        self.query_one(Rows).focus()

    def show(self, *, empty: str | None = None) -> None:
        """Put the title and the rows on screen, as they are now."""
        self.query_one("#box", Vertical).border_title = Content(self.heading())
        self.query_one(Rows).show(self.entries(), empty=empty)

    @on(Rows.Chosen)
    async def _row_chosen(self, event: Rows.Chosen) -> None:
        await self.chosen(event.key)

    def action_leave(self) -> None:
        """Back, with nothing chosen."""
        self.dismiss(None)
