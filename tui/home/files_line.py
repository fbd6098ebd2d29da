"""The line under home's head that tells what happened to the files themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coaching.overview import Overview

MOST_LINES = 2
LABEL = Content.styled("Records  ", "bold $text-error")


def about_files(facts: Overview, unreadable: int) -> list[str]:
    """Every sentence about the files: what cannot be read first, then what was done."""
    told = [*(one.sentence for one in facts.troubles), *facts.notices]
    if unreadable:
        told.append(
            f"{unreadable} records cannot be read; they are kept as they are. "
            "Which ones, says: troth doctor"
        )
    return told


class FilesLine(Widget):
    """The first of these sentences as far as two lines go; nothing where there is none."""

    DEFAULT_CSS = "FilesLine { height: auto; padding: 0 1; }"

    told: reactive[tuple[str, ...]] = reactive((), layout=True)

    def __init__(self) -> None:
        """Nothing is told, and nothing hidden."""
        super().__init__()
        self._hidden: set[str] = set()

    def tell(self, sentences: Sequence[str]) -> None:
        """Show these, but for those hidden in this window."""
        self.told = tuple(one for one in sentences if one not in self._hidden)

    def hide(self, sentences: Sequence[str]) -> None:
        """Do not show these any more while this window is open."""
        self._hidden.update(sentences)
        self.tell(self.told)

    def watch_told(self) -> None:
        """Take no room without a sentence."""
        self.display = bool(self.told)

    def on_click(self) -> None:
        """A click shows all of it."""
        self.call_later(self.app.run_action, "files", self.screen)

    def render(self) -> Content:
        """What happened, and the key that says more."""
        return Content("\n").join(_lines(self.told, max(1, self.size.width)))

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """As many lines as it takes."""
        del container, viewport
        return len(_lines(self.told, max(1, width)))


def _lines(told: Sequence[str], width: int) -> list[Content]:
    if not told:
        return []
    first, whole, _ = told[0].partition(". ")
    more = _more(len(told))
    lines = (LABEL + Content(first + whole.strip())).wrap(width)
    shown = lines[:MOST_LINES]
    room = max(0, width - more.cell_length)
    if len(lines) > MOST_LINES or (len(shown) == MOST_LINES and shown[-1].cell_length > room):
        rest = Content(" ").join(lines[MOST_LINES - 1 :])
        shown[-1] = rest.truncate(room, ellipsis=True)
    elif shown[-1].cell_length > room:
        return [*shown, more]
    shown[-1] += more
    return shown


def _more(count: int) -> Content:
    """The key that says more, and of how many things where there are several."""
    several = f" (1 of {count})" if count > 1 else ""
    return Content.assemble("  ", ("!", "bold $text-accent"), f" more{several}")
