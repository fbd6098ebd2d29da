"""The yardstick: a program of the same toolkit with a header, a footer and a list, no more."""

import sys

from textual.app import App, ComposeResult
from textual.widgets import DataTable, Footer, Header

ROWS = 20


class Bare(App[None]):
    """Nothing but what the toolkit gives."""

    TITLE = "Bare"

    def __init__(self, rows: int) -> None:
        super().__init__()
        self.rows = rows

    def compose(self) -> ComposeResult:
        yield Header()
        yield DataTable[str](cursor_type="row")
        yield Footer()

    def on_mount(self) -> None:
        table = self.query_one(DataTable)
        table.add_columns("Who", "Your", "Last met", "Next")
        table.add_rows(
            (f"Person {number}", "mentee", f"{number} days ago", "Thu 10:00")
            for number in range(1, self.rows + 1)
        )
        table.focus()


if __name__ == "__main__":
    Bare(int(sys.argv[1]) if len(sys.argv) > 1 else ROWS).run()
