"""Gets a passphrase for the command line: from the file the user names, else at the terminal."""

import os
import sys
from collections.abc import Callable
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING

from coaching.errors import Refused, TrothError, VaultTrouble, WrongPassphrase
from tui.cli.output import complain

if TYPE_CHECKING:
    from coaching.ports import Sealing

FILE = "TROTH_PASSPHRASE_FILE"
NEW_FILE = "TROTH_NEW_PASSPHRASE_FILE"
TRIES = 5
MOST_BYTES = 4096


def unlock(sealing: "Sealing") -> None:
    """Open locked records; asks up to `TRIES` times. Raises `VaultTrouble` where it cannot."""
    opening(sealing)


def opening(sealing: "Sealing") -> str:
    """Open the records, locked or not, and give the passphrase that did; asks as `unlock`."""

    def attempt() -> str:
        given = present()
        sealing.unlock(given)
        return given

    return _again(attempt, WrongPassphrase, FILE)


def present() -> str:
    """The passphrase that opens the records now."""
    return from_file(FILE) if named(FILE) else _ask("Passphrase of your records: ")


def new(variable: str) -> str:
    """A passphrase to seal with from now on: the file's, or asked twice.

    A weak one, or two that differ, are asked for again up to `TRIES` times at a terminal. Raises
    `Refused` where it comes to none.
    """
    return _again(lambda: _new(variable), Refused, variable)


def _again(attempt: Callable[[], str], refusal: type[TrothError], variable: str) -> str:
    """What the attempt gives in the end; somebody at the keyboard may try again, a file not."""
    tried = 1
    while True:
        try:
            return attempt()
        except refusal as refused:
            if named(variable) or tried == TRIES:
                raise
            complain(refused.sentence)
            tried += 1


def _new(variable: str) -> str:
    from coaching.passphrase import judge

    chosen = from_file(variable) if named(variable) else _ask("New passphrase: ")
    weakness = judge(chosen)
    if weakness is not None:
        raise Refused(weakness)
    if not named(variable) and _ask("The same once more: ") != chosen:
        raise Refused("The two are not the same, so nothing was changed. Type it anew.")
    return chosen


def named(variable: str) -> bool:
    """Whether the variable names a file."""
    return bool(os.environ.get(variable))


def from_file(variable: str) -> str:
    """The first line of the file that the variable names."""
    path = Path(os.environ[variable])
    try:
        with path.open("rb") as file:
            line = file.read(MOST_BYTES).partition(b"\n")[0].removesuffix(b"\r")
        return line.decode()
    except (OSError, UnicodeDecodeError) as error:
        raise VaultTrouble(
            f"{variable} names {path}, which cannot be read. "
            "Name a text file with the passphrase in its first line."
        ) from error


def at_terminal() -> bool:
    """Whether there is somebody to ask."""
    return any(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr))


def _ask(prompt: str) -> str:
    if not at_terminal():
        raise VaultTrouble(
            "Your records are sealed, and there is no terminal to ask for the passphrase. "
            f"Name a file that holds it in {FILE}."
        )
    try:
        return getpass(prompt)
    except EOFError as error:
        raise VaultTrouble("No passphrase was given. Nothing was changed.") from error
