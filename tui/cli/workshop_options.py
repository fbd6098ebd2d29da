"""The options of `troth workshop`: what is not said here is asked."""

from __future__ import annotations

TYPE_CHECKING = False  # as typing's own, whose import would take a third of `troth --version`
if TYPE_CHECKING:
    from argparse import ArgumentParser

MINUTES = (25, 50, 90)
ROOMS = ("mentors", "mentees", "both")


def workshop(parser: ArgumentParser) -> None:
    """How long, who is there, about what, and where the papers go."""
    parser.add_argument("--minutes", type=int, choices=MINUTES, help="25, 50 or 90")
    parser.add_argument("--who", choices=ROOMS, help="who is in the room")
    parser.add_argument("--topic", help="promises, words, lines, honesty, growing, danger or any")
    parser.add_argument("--case", metavar="NAME|FILE", help="a case you have chosen already")
    parser.add_argument("--to", metavar="FOLDER", help="where the papers go")
