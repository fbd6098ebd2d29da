"""The options of `troth scenario`."""

from __future__ import annotations

TYPE_CHECKING = False  # as typing's own, whose import would take a third of `troth --version`
if TYPE_CHECKING:
    from argparse import ArgumentParser

MINUTES = (25, 50, 90)
ACTIONS = ("list", "show", "check", "new", "schema", "play", "notes", "records")


def scenario(parser: ArgumentParser) -> None:
    """What to do, and with which case."""
    parser.add_argument("action", metavar="ACTION", choices=ACTIONS, help=", ".join(ACTIONS))
    parser.add_argument(
        "which", metavar="NAME|FILE", nargs="?", help="a case such as sc03, or a file of your own"
    )
    parser.add_argument("--json", action="store_true", help="with list: for other programs")
    parser.add_argument("--resume", action="store_true", help="with play: go on where it was left")
    parser.add_argument(
        "--minutes", type=int, choices=MINUTES, help="with play: 25, 50 or 90 minutes"
    )
