"""`troth completions`: what a shell sources, and its answers while a line is being typed."""

import argparse
from collections.abc import Iterable
from contextlib import suppress
from functools import cached_property
from pathlib import Path

from coaching.errors import Refused, TrothError
from coaching.overview import Overview
from tui.bootstrap import open_records, quick_titles
from tui.cli.completing import Next, next_words
from tui.cli.names import fits_any
from tui.cli.output import say

SCRIPTS = Path(__file__).parent / "shells"
FILE_OF = {"bash": "troth.bash", "zsh": "_troth", "fish": "troth.fish"}


class Offered:
    """Names, promises and cases to offer. Sealed records offer nothing and are not opened.

    With --vault on the line no names are offered, lest those of one place stand in a command for
    another.
    """

    def __init__(self, vault: str | None, before: list[str]) -> None:
        """Of the records in this folder, for a line with these finished words."""
        self._vault = vault
        self._is_elsewhere = any(word.partition("=")[0] == "--vault" for word in before)

    @cached_property
    def _overview(self) -> Overview:
        if self._is_elsewhere:
            return Overview()
        records = open_records(self._vault, None)
        with suppress(TrothError):
            if records.there and not records.sealing.locked:
                return records.overview()
        return Overview()

    def people(self) -> Iterable[str]:
        """The names of everyone, in the order of the alphabet."""
        return sorted((person.name for person in self._overview.people), key=str.casefold)

    def promises(self, name: str) -> Iterable[str]:
        """The words of open promises with those whom this name fits."""
        for person in self._overview.people:
            if fits_any(Overview(people=(person,)), name):
                yield from (promise.what for promise in person.promises)

    def cases(self) -> Iterable[Next]:
        """The workshop cases that come with Troth."""
        return (Next(case, title) for case, title in quick_titles().items())


def run_completions(options: argparse.Namespace) -> int:
    """Print the script for a shell, or what fits on a line that is being typed.

    A shell hands over the line as its words, one below the other; the last one is not finished.
    """
    if options.line is not None:
        *before, typed = options.line.split("\n")
        found = next_words(before, typed, Offered(options.vault, before))
        say(*("\t".join(one).rstrip("\t") for one in found))
        return 0
    if options.shell is None:
        raise Refused("For which shell? Write bash, zsh or fish: troth completions bash")
    print((SCRIPTS / FILE_OF[options.shell]).read_text("utf-8"), end="")
    return 0
