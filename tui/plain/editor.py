"""A long text of the plain way in the user's own editor, where a file may hold it for a while."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from coaching.errors import TrothError
from tui.own_editor import SEALED, UNKEPT, editor_words, run_editor

if TYPE_CHECKING:
    from tui.plain.desk import Desk


def edit_text(desk: Desk, text: str) -> str:
    """Wait until the editor is left, and give its text; no file of it stays.

    Raises:
        TrothError: the text may be in no file, or there is no editor that starts.
    """
    sealing = desk.world.sealing
    if desk.unkept:
        raise TrothError(UNKEPT)
    if sealing is not None and sealing.sealed:
        raise TrothError(SEALED)
    words = editor_words(os.environ)
    loose = desk.world.set_out(text)
    try:
        run_editor([*words, str(loose.path)])
    except TrothError:
        loose.remove()
        raise
    written = loose.read()
    loose.remove()
    return written.removesuffix("\n")
