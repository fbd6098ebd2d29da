"""A field for a passphrase: what is typed shows as dots and is never kept as a draft."""

from __future__ import annotations

from textual.widgets import Input

from tui.widgets.editors import ShortText
from tui.widgets.fields import Field

LONGEST = 1000


class HiddenText(ShortText):
    """One line that shows dots."""

    limit = LONGEST


class PassphraseField(Field):
    """A labelled passphrase."""

    def editor(self) -> ShortText:
        """Dots in place of what is typed."""
        editor = HiddenText()
        editor.password = True
        return editor

    def empty(self) -> None:
        """Forget what was typed; what is said under the field stays."""
        with self.prevent(Input.Changed):
            self.text = ""
