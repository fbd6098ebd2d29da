"""The options of `troth completions`."""

from __future__ import annotations

import argparse

TYPE_CHECKING = False  # as typing's own, whose import would take a third of `troth --version`
if TYPE_CHECKING:
    from argparse import ArgumentParser

SHELLS = ("bash", "zsh", "fish")


def completions(parser: ArgumentParser) -> None:
    """Which shell; what a shell asks back at each tab is not told in the help."""
    parser.add_argument(
        "shell", metavar="bash|zsh|fish", nargs="?", choices=SHELLS, help="the shell you use"
    )
    parser.add_argument("--line", help=argparse.SUPPRESS)
