"""The options of `troth check-draft`."""

from __future__ import annotations

TYPE_CHECKING = False  # as typing's own, whose import would take a third of `troth --version`
if TYPE_CHECKING:
    from argparse import ArgumentParser


def check_draft(parser: ArgumentParser) -> None:
    """Which draft, and in which form to tell."""
    parser.add_argument(
        "file",
        metavar="FILE",
        nargs="?",
        help="a text file; - or nothing reads what is piped in",
    )
    parser.add_argument("--json", action="store_true", help="an object for other programs")
