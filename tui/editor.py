"""Writes a long text in the user's own editor: $VISUAL or $EDITOR, over this screen."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from textual.app import SuspendNotSupported

from coaching.errors import TrothError
from tui.driver import is_over_another
from tui.own_editor import SEALED, UNKEPT, editor_words, run_editor
from tui.widgets.editors import TooLong

if TYPE_CHECKING:
    from textual.screen import Screen

    from tui.app import TrothApp
    from tui.widgets.editors import LongText
    from tui.world import Loose

OVER = "An editor would bring up what this terminal showed before. Write the text here."
NO_TERMINAL = "An editor cannot open over this window. Write the text here."


@runtime_checkable
class KeepsDrafts(Protocol):
    """A screen that knows under which key the text typed in it is kept; "" where it is not."""

    @property
    def draft_key(self) -> str:
        """The key of the draft."""

    def note_typed(self) -> None:
        """Keep what is typed soon."""


def edit(area: LongText, app: TrothApp) -> None:
    """Wait until the editor is left and take its text; say why where that cannot be.

    Troth waits as a whole, so that nothing is drawn over the editor and a signal to end Troth
    counts once the text is back.
    """
    try:
        _check(app, area.screen)
        words = editor_words(os.environ)
        app.drafts.keep_all()
        loose = app.world.set_out(area.text)
        try:
            with app.suspend():
                run_editor([*words, str(loose.path)])
        except (SuspendNotSupported, TrothError):
            loose.remove()
            raise
        app.lock.touch()
        _take_back(area, loose)
    except SuspendNotSupported:
        app.say(NO_TERMINAL)
    except TrothError as error:
        app.show_error(error)


def _take_back(area: LongText, loose: Loose) -> None:
    """Take what the editor left, and remove the file; what does not fit stays in it."""
    try:
        text = loose.read()
    except TrothError as error:
        area.post_message(TooLong(area, error.sentence))
    else:
        take(area, text)
        if isinstance(area.screen, KeepsDrafts):
            area.screen.note_typed()
        area.app.drafts.keep_all()
        loose.remove()


def take(area: LongText, text: str) -> None:
    """Put the editor's text in the place of the field's, as one step of its undo.

    The line end that editors write at the end of a file is none of the user's.
    """
    if not area.text.endswith("\n"):
        text = text.removesuffix("\n")
    if text != area.text:
        area.replace(text, (0, 0), area.document.end, maintain_selection_offset=False)


def _check(app: TrothApp, screen: Screen[object]) -> None:
    """Refuse to write a text into a plain file that is in none so far, or to give up a screen.

    Editors leave the screen at their end, and over another Troth, such as a play, nobody shall see
    what stood there before.
    """
    if app.lock.sealed:
        raise TrothError(SEALED)
    if app.world.opening.alone or not isinstance(screen, KeepsDrafts) or not screen.draft_key:
        raise TrothError(UNKEPT)
    if is_over_another(app):
        raise TrothError(OVER)
