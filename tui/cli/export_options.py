"""The options of `troth export`."""

from __future__ import annotations

TYPE_CHECKING = False  # as typing's own, whose import would take a third of `troth --version`
if TYPE_CHECKING:
    from argparse import ArgumentParser

FORMATS = ("json", "markdown", "ics", "csv")


def export(parser: ArgumentParser) -> None:
    """Whom, in which format, for whom, and where to."""
    parser.add_argument("name", metavar="NAME", nargs="?", help="whom; everyone if left out")
    parser.add_argument(
        "--format",
        choices=FORMATS,
        required=True,
        help="json is whole, markdown to read, ics for calendars, csv for spreadsheets",
    )
    parser.add_argument(
        "--for",
        dest="reader",
        choices=("us-two", "me"),
        default="me",
        help="us-two leaves out everything that is only for you",
    )
    parser.add_argument("-o", "--output", metavar="FILE", help="a file, or a folder for several")
    parser.add_argument("--force", action="store_true", help="write over a file that is there")
    parser.add_argument(
        "--table", choices=("promises", "check-ins"), help="csv: which table; with -o both"
    )
    parser.add_argument(
        "--titles", choices=("full", "short"), help="ics: short tells no names and no words"
    )
    parser.add_argument("--alarm", metavar="1d", help="ics: remind that long before: 30m, 2h, 1d")
