"""Starts the user's own editor, $VISUAL or $EDITOR, and waits for its end."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
from contextlib import contextmanager
from typing import TYPE_CHECKING

from coaching.errors import TrothError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

VARIABLES = ("VISUAL", "EDITOR")
SEALED = "Your records are sealed, and an editor would put this text into a plain file. Write here."
UNKEPT = "Nothing of this text is kept, and an editor would put it into a file. Write it here."
NOT_SET = "No editor is set. For example, in your shell: export EDITOR=nano"


def editor_words(environment: Mapping[str, str]) -> list[str]:
    """The words that start the user's editor. `TrothError` where none is set as it should be."""
    for name in VARIABLES:
        value = environment.get(name, "").strip()
        if not value:
            continue
        try:
            return shlex.split(value, posix=os.name != "nt")
        except ValueError as error:
            raise TrothError(f"${name} has a quotation mark without its other half.") from error
    raise TrothError(NOT_SET)


def run_editor(words: Sequence[str]) -> None:
    """Run the editor to its end, whatever that is. `TrothError` where it does not start."""
    try:
        process = subprocess.Popen(words)
    except OSError as error:
        raise TrothError(
            f"The editor {words[0]} did not start ({error.strerror or error}). "
            "Name another one in $VISUAL or $EDITOR."
        ) from error
    with _ctrl_c_is_the_editors():
        process.wait()


@contextmanager
def _ctrl_c_is_the_editors() -> Iterator[None]:
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
