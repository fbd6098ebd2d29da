"""What someone outside needs to know: a few fields, each may stay empty."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coaching.hurdle.form_answers import fields_of
from coaching.hurdle.forms import parts_of
from tui.hurdle.pages.base import Page
from tui.hurdle.pages.part_fields import PARTS, answered, part_field

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual.widget import Widget


class ToTellPage(Page):
    """Tried, wanted, not wanted, urgent, papers, how to be reached, what is kept back."""

    DEFAULT_CSS = """
    ToTellPage LongField TextArea { height: 4; }
    """

    def widgets(self) -> Iterable[Widget]:
        """One field for each part."""
        return map(part_field, parts_of("to_tell", self.session.sitting))

    def answer(self) -> Mapping[str, Any] | None:
        """What was typed; None where all of it is empty."""
        return fields_of("to_tell", answered(self.query(PARTS)), self.session.sitting)
