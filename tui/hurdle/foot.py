"""The line under a page of the wizard: where this is, and whether more stands below."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

MORE = "↓ more"
GAP = 2


class Foot(Widget):
    """One line; the sign for more is never cut."""

    text: reactive[str] = reactive("")
    more: reactive[bool] = reactive(False)

    def render(self) -> Content:
        """The place on the left, the sign on the right."""
        if not self.more:
            return Content(self.text)
        room = max(0, self.content_size.width - len(MORE) - GAP)
        left = Content(self.text).truncate(room, ellipsis=True, pad=True)
        return Content.assemble(left, " " * GAP, (MORE, "$text-accent"))
