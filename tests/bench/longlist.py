"""Troth's own list with very many rows and nothing else: what a page down in it costs."""

import sys

from textual.app import App, ComposeResult

from tui.widgets.rows import Column, Row, Rows

COLUMNS = (Column("Who", 14, grow=2), Column("Your", 8), Column("Last met", 12), Column("Next", 12))


class LongList(App[None]):
    """A list and no more."""

    def __init__(self, rows: int) -> None:
        super().__init__()
        self.rows = rows

    def compose(self) -> ComposeResult:
        yield Rows(COLUMNS)

    def on_mount(self) -> None:
        rows = self.query_one(Rows)
        rows.show(
            [
                Row(str(number), (f"Person {number}", "mentee", f"{number} days ago", "Thu 10:00"))
                for number in range(1, self.rows + 1)
            ]
        )
        rows.focus()


if __name__ == "__main__":
    LongList(int(sys.argv[1])).run()
