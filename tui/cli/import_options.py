"""The options of `troth import`."""

from __future__ import annotations

TYPE_CHECKING = False  # as typing's own, whose import would take a third of `troth --version`
if TYPE_CHECKING:
    from argparse import ArgumentParser


def bring_in(parser: ArgumentParser) -> None:
    """Which file, and what becomes of those whose name is here already."""
    parser.add_argument("file", metavar="FILE", help="the file, or - for standard input")
    parser.add_argument(
        "--dry-run", action="store_true", help="only say what would come in; change nothing"
    )
    parser.add_argument(
        "--as",
        metavar="ROLE",
        dest="i_am",
        choices=("mentor", "mentee"),
        help="for a list of people: your side where the list does not say it",
    )
    same = parser.add_mutually_exclusive_group()
    same.add_argument(
        "--merge",
        dest="namesakes",
        action="store_const",
        const="merge",
        help="somebody has this name here: add to that person",
    )
    same.add_argument(
        "--apart",
        dest="namesakes",
        action="store_const",
        const="apart",
        help="somebody has this name here: add another person, with a mark",
    )
    parser.add_argument(
        "--theirs",
        action="store_true",
        help="a record is here in another form: take the one of the file",
    )
    parser.set_defaults(namesakes="leave")
