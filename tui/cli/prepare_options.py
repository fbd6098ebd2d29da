"""The options of `troth prepare`."""

from __future__ import annotations

from tui.cli.options import NAME_HELP

TYPE_CHECKING = False  # as typing's own, whose import would take a third of `troth --version`
if TYPE_CHECKING:
    from argparse import ArgumentParser

KINDS = ("first", "regular", "short", "review", "repair", "closing")


def prepare(parser: ArgumentParser) -> None:
    """With whom, and for which kind of check-in."""
    parser.add_argument("name", metavar="NAME", help=NAME_HELP)
    parser.add_argument(
        "--kind",
        metavar="KIND",
        choices=KINDS,
        help="another kind of check-in: first, regular, short, review, repair or closing",
    )
