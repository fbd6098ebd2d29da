"""The options of the commands that seal."""

from __future__ import annotations

TYPE_CHECKING = False  # as typing's own, whose import would take a third of `troth --version`
if TYPE_CHECKING:
    from argparse import ArgumentParser


def seal(parser: ArgumentParser) -> None:
    """Whether to ask first."""
    parser.add_argument("--yes", action="store_true", help="do not ask before it begins")
