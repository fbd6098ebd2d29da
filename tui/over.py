"""Opens another program over Troth's screen; what the terminal showed before stays hidden."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

from tui.driver import OVER_ANOTHER, covering

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from textual.app import App


def run_over(
    app: App[None],
    command: Sequence[str],
    line: str,
    *,
    env: Mapping[str, str] = os.environ,
    screens: bool = True,
    after: Callable[[int], None] = lambda _: None,
) -> int:
    """Run a program in this terminal to its end; returns its exit code.

    `line` is shown until it draws. With `screens` the program has screens of its own, and what
    is typed before it reads keys is neither shown nor kept; else it asks its questions line by
    line. `after` is done with its exit code before Troth's screen comes back.

    Raises:
        SuspendNotSupported: this window is no terminal.
        OSError: the program did not start.
    """
    cover = covering(app)
    if cover is not None:
        cover.covers, cover.silent = f"{line}\r\n", screens
    inside = {**env, OVER_ANOTHER: "1"}
    ran: int | OSError
    try:
        with app.suspend():
            try:
                ran = subprocess.run(command, check=False, env=inside).returncode
                after(ran)
            except OSError as error:
                ran = error
    finally:
        if cover is not None:
            cover.covers, cover.silent = "", False
    if isinstance(ran, OSError):
        raise ran
    return ran
