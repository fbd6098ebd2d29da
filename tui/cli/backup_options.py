"""The options of the commands that look after the files: backup and doctor."""

from __future__ import annotations

TYPE_CHECKING = False  # as typing's own, whose import would take a third of `troth --version`
if TYPE_CHECKING:
    from argparse import ArgumentParser


def backup(parser: ArgumentParser) -> None:
    """Which deed, which backup, and for whom."""
    parser.add_argument(
        "deed", metavar="list|restore", choices=("list", "restore"), help="what to do"
    )
    parser.add_argument(
        "name", metavar="WHEN", nargs="?", help="with restore: the backup's name or day"
    )
    parser.add_argument("--only", metavar="NAME", help="put back one person, or mine")
    parser.add_argument("--yes", action="store_true", help="do not ask before it is put back")


def doctor(parser: ArgumentParser) -> None:
    """Whether to mend, and in which form to tell."""
    parser.add_argument("--repair", action="store_true", help="mend what needs no choice of yours")
    parser.add_argument("--json", action="store_true", help="a list of objects for other programs")
