"""The options of each command of the day's work; others have theirs beside their deed."""

from __future__ import annotations

TYPE_CHECKING = False  # as typing's own, whose import would take a third of `troth --version`
if TYPE_CHECKING:
    from argparse import ArgumentParser

NAME_HELP = "the person's name, or a part of it"
PART_HELP = "the promise, or a part of its words"


def none(_: ArgumentParser) -> None:
    """No options of its own."""


def due(parser: ArgumentParser) -> None:
    """How far to look, and in which form to tell."""
    parser.add_argument("--within", metavar="14d", default="14d", help="how far to look: 7d, 2w")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="a list of objects for other programs")
    form.add_argument("--short", action="store_true", help="only counts, in one line")
    parser.add_argument("--names", action="store_true", help="with --short: also say who")


def show(parser: ArgumentParser) -> None:
    """Whom."""
    parser.add_argument("name", metavar="NAME", help=NAME_HELP)


def add(parser: ArgumentParser) -> None:
    """Whom, the user's side, and how often they mean to meet."""
    parser.add_argument("name", metavar="NAME", help="the person's name")
    parser.add_argument(
        "--i-am",
        metavar="ROLE",
        choices=("mentor", "mentee"),
        required=True,
        help="which of the two you are: mentor or mentee",
    )
    parser.add_argument("--every", metavar="2w", help="how often you mean to meet")


def log(parser: ArgumentParser) -> None:
    """Whom, what came of it, and by whom."""
    parser.add_argument("name", metavar="NAME", help=NAME_HELP)
    outcome = parser.add_mutually_exclusive_group(required=True)
    outcome.add_argument("--held", metavar="WHEN", help="you met; it need not have been planned")
    outcome.add_argument("--missed", metavar="WHEN", help="it was planned and did not happen")
    outcome.add_argument("--cancelled", metavar="WHEN", help="one of you called it off")
    outcome.add_argument("--moved", metavar="WHEN", help="it got another date: say --to")
    parser.add_argument("--to", metavar="WHEN", help="with --moved: the new date")
    parser.add_argument("--by", choices=("me", "them"), help="who missed, cancelled or moved it")


def promise(parser: ArgumentParser) -> None:
    """To or from whom, what, and by when."""
    _which_promise(parser, "what is promised")
    parser.add_argument("--by", metavar="WHEN", required=True, help="the day it is due")
    parser.set_defaults(whose="me")


def keep(parser: ArgumentParser) -> None:
    """Which promise, and when it was done."""
    _which_promise(parser, PART_HELP)
    parser.add_argument("--on", metavar="WHEN", help="the day it was done; today if left out")


def renew(parser: ArgumentParser) -> None:
    """Which promise, and its new day."""
    _which_promise(parser, PART_HELP)
    parser.add_argument("--by", metavar="WHEN", required=True, help="the new day")


def hurdle(parser: ArgumentParser) -> None:
    """With whom, on which side, and whether it is kept."""
    parser.add_argument(
        "name", metavar="NAME", nargs="?", help="with whom; without a name nothing is kept"
    )
    parser.add_argument(
        "--as",
        metavar="ROLE",
        dest="i_am",
        choices=("mentor", "mentee"),
        help="your side: mentor or mentee",
    )
    parser.add_argument("--keep", action="store_true", help="keep it though there is no name")


def _which_promise(parser: ArgumentParser, what: str) -> None:
    parser.add_argument("name", metavar="NAME", help=NAME_HELP)
    parser.add_argument("what", metavar="WHAT", help=what)
    parser.add_argument("--from", dest="whose", choices=("me", "them"), help="who promised it")
