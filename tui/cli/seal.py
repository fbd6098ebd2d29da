"""`troth seal`, `troth unseal` and `troth passphrase`: the passphrase over all records."""

import argparse
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING

from coaching.errors import Refused, VaultTrouble
from tui.bootstrap import Records
from tui.cli import passphrase
from tui.cli.output import complain, say

if TYPE_CHECKING:
    from coaching.ports import Progress

INTERRUPTED = 130
ABOUT = (
    "Everything in your records is written anew, so that only your passphrase opens it: people, "
    "drafts, trash and backups. Nobody can recover a lost passphrase, Troth's makers neither: "
    "write it down and keep it where you keep your passport. Copies made before, elsewhere or by "
    "the disk itself, stay as they are."
)
TAKEN_BACK = "You stopped it, and everything is as it was."
MAKES_KEY = "Making a key from your passphrase. This is slow on purpose: a second or two …"
BEGINS = "Opening every file …"
NOT_SEALED = "Your records are not sealed. To seal them: troth seal"


def run_seal(options: argparse.Namespace, records: Records) -> int:
    """Seal all records, after saying what that means."""
    records.check_there()
    if records.sealing.sealed:
        raise VaultTrouble("Your records are sealed already. To change how: troth passphrase")
    if not options.yes:
        _confirm()
    chosen = passphrase.new(passphrase.FILE)
    _at_once(MAKES_KEY)
    with _told("Sealing") as progress:
        done = records.sealing.seal(chosen, progress)
    return _end(done, "Your records are sealed. Keep the passphrase safe: nobody can recover it.")


def run_unseal(options: argparse.Namespace, records: Records) -> int:
    """Write all records in clear again."""
    del options
    records.check_there()
    if not records.sealing.sealed:
        raise VaultTrouble(NOT_SEALED)
    records.unlock()
    _at_once(BEGINS)
    with _told("Unsealing") as progress:
        done = records.sealing.unseal(progress)
    return _end(done, "Your records are in plain files again; whoever has the files can read them.")


def run_passphrase(options: argparse.Namespace, records: Records) -> int:
    """Put the records under another passphrase."""
    del options
    records.check_there()
    if not records.sealing.sealed:
        raise VaultTrouble(NOT_SEALED)
    old = passphrase.opening(records.sealing)
    new = passphrase.new(passphrase.NEW_FILE)
    _at_once(MAKES_KEY)
    records.sealing.change_passphrase(old, new)
    say("The new passphrase opens your records from now on. Older copies open with the old one.")
    return 0


def _confirm() -> None:
    """Go on only at a typed yes."""
    if not passphrase.at_terminal() or sys.stdin is None or not sys.stdin.isatty():
        raise Refused("Troth asks before it seals, and there is no terminal. Say troth seal --yes")
    complain(ABOUT)
    print("Type yes to go on: ", end="", file=sys.stderr, flush=True)
    if sys.stdin.readline().strip().casefold() != "yes":
        raise VaultTrouble("Nothing was changed.")


def _at_once(sentence: str) -> None:
    """Tell somebody who is there that the work has begun."""
    if _somebody_sees():
        complain(sentence)


def _somebody_sees() -> bool:
    return sys.stderr is not None and sys.stderr.isatty()


def _end(done: bool, sentence: str) -> int:
    if not done:
        complain(TAKEN_BACK)
        return INTERRUPTED
    say(sentence)
    return 0


@contextmanager
def _told(what: str) -> "Iterator[Progress]":
    """Shows how far it is, where somebody is there to see; ctrl+c has it taken back."""
    shown = _somebody_sees()
    with _asked_to_stop() as stopped:

        def progress(done: int, of: int) -> bool:
            if shown:
                print(f"\r{what}: {done} of {of} files", end="", file=sys.stderr, flush=True)
            return not stopped()

        try:
            yield progress
        finally:
            if shown:
                print(file=sys.stderr)


@contextmanager
def _asked_to_stop() -> Iterator[Callable[[], bool]]:
    """Whether ctrl+c was pressed since; it does not end the process meanwhile."""
    pressed: list[int] = []

    def note(number: int, frame: FrameType | None) -> None:
        del frame
        pressed.append(number)

    before = signal.signal(signal.SIGINT, note)
    try:
        yield lambda: bool(pressed)
    finally:
        signal.signal(signal.SIGINT, before)
