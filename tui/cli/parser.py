"""Reads the words after `troth`: the verbs, their options and their help."""

import argparse
from collections.abc import Sequence
from typing import Any, NoReturn

from coaching.errors import Refused
from tui import __version__

DESCRIPTION = (
    "Troth keeps track of trust in mentoring: check-ins, promises, and what gets in the way."
)
EXAMPLES = """\
examples:
  troth                                          open Troth
  troth add Ben --i-am mentor --every 2w         add someone you mentor
  troth log Ben --held today                     you have just met
  troth log Ben --moved thu --to "fri 3pm" --by me
  troth promise Ben "introduction to Priya" --by fri
  troth keep Ben introduction                    done
  troth due --within 7d                          what comes in the next week
  troth due --short                              counts for a status bar
  troth hurdle                                   think something through alone

NAME can be a part of a name, WHAT a part of a promise's words.
WHEN is a day, or a day with a time: today, "tue 3pm", "24 nov", 2026-11-24, +2w.
Records are kept in one folder; --vault or the variable TROTH_VAULT names another.
"""
VERB_EXAMPLES = {
    "due": "troth due --within 14d",
    "show": "troth show Ben",
    "add": "troth add Ben --i-am mentor --every 2w",
    "log": 'troth log Ben --held "tue 3pm"',
    "promise": 'troth promise Ben "introduction to Priya" --by "24 nov"',
    "keep": 'troth keep Ben "introduction"',
    "renew": 'troth renew Ben "introduction" --by "1 dec"',
    "hurdle": "troth hurdle Ben",
    "demo": "troth demo",
}
WITH_VALUE = ("--vault", "--now")
USAGES = {
    "due": "troth due [--within 14d] [--json | --short [--names]]",
    "show": "troth show NAME",
    "add": "troth add NAME --i-am mentor|mentee [--every 2w]",
    "log": """troth log NAME --held WHEN
       troth log NAME --missed|--cancelled WHEN [--by me|them]
       troth log NAME --moved WHEN --to WHEN [--by me|them]""",
    "promise": "troth promise NAME WHAT --by WHEN [--from me|them]",
    "keep": "troth keep NAME WHAT [--on WHEN] [--from me|them]",
    "renew": "troth renew NAME WHAT --by WHEN [--from me|them]",
    "hurdle": "troth hurdle [NAME] [--as mentor|mentee] [--keep]",
    "demo": "troth demo",
}
NAME_HELP = "the person's name, or a part of it"

Verbs = Any  # argparse gives its sub-command type no public name


class _Wrong(Exception):
    """What argparse has to say about the words."""


class _Parser(argparse.ArgumentParser):
    """A parser that raises what it has to say, in place of printing it and leaving."""

    def error(self, message: str) -> NoReturn:
        raise _Wrong(message)


def read_words(words: Sequence[str]) -> argparse.Namespace:
    """The options and verb in these words; `verb` is None where there is none.

    Raises:
        Refused: they are no use of Troth; the sentence gives an example.
        SystemExit: help or the version was asked for and printed.
    """
    verb = _verb_in(words)
    _check_verb(verb)
    try:
        return _troth().parse_args(words)
    except _Wrong as wrong:
        raise Refused(f"{_plain(str(wrong))} {_way_out(verb)}") from wrong


def _check_verb(verb: str | None) -> None:
    if verb is None or verb in VERB_EXAMPLES:
        return
    from coaching.text import nearest, quote

    near = nearest(verb, VERB_EXAMPLES)
    guess = f"Did you mean troth {near}? " if near else ""
    raise Refused(f"Troth has no command {quote(verb)}. {guess}troth --help lists them all.")


def _verb_in(words: Sequence[str]) -> str | None:
    rest = iter(words)
    for word in rest:
        if word in WITH_VALUE:
            next(rest, None)
        elif not word.startswith("-"):
            return word
    return None


def _troth() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="troth",
        description=DESCRIPTION,
        epilog=EXAMPLES,
        usage="troth [--vault DIR] [--now MOMENT] [COMMAND ...]",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    _add_everywhere(parser, None)
    verbs = parser.add_subparsers(dest="verb", metavar="COMMAND", title="commands", prog="troth")
    _add_reading_verbs(verbs)
    _add_log(verbs)
    _add_promise_verbs(verbs)
    _add_app_verbs(verbs)
    return parser


def _add_everywhere(parser: argparse.ArgumentParser, default: str | None) -> None:
    """The options taken before and after the verb."""
    parser.add_argument(
        "--vault", metavar="DIR", default=default, help="the folder with your records"
    )
    parser.add_argument(
        "--now",
        metavar="MOMENT",
        default=default,
        help="work as if it were this moment, such as 2026-11-22T09:00",
    )
    parser.add_argument(
        "--version", action="version", version=f"troth {__version__}", help="print the version"
    )


def _verb(verbs: Verbs, name: str, does: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = verbs.add_parser(
        name,
        help=does,
        description=f"{does[0].upper()}{does[1:]}.",
        usage=USAGES[name],
        epilog=f"example: {VERB_EXAMPLES[name]}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    _add_everywhere(parser, argparse.SUPPRESS)
    return parser


def _add_reading_verbs(verbs: Verbs) -> None:
    due = _verb(verbs, "due", "what is overdue, and what comes in the next days")
    due.add_argument("--within", metavar="14d", default="14d", help="how far to look: 7d, 2w")
    form = due.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="a list of objects for other programs")
    form.add_argument("--short", action="store_true", help="only counts, in one line")
    due.add_argument("--names", action="store_true", help="with --short: also say who")
    show = _verb(verbs, "show", "what is recorded about one person")
    show.add_argument("name", metavar="NAME", help=NAME_HELP)
    add = _verb(verbs, "add", "add someone; the first one begins your records")
    add.add_argument("name", metavar="NAME", help="the person's name")
    add.add_argument(
        "--i-am",
        metavar="ROLE",
        choices=("mentor", "mentee"),
        required=True,
        help="which of the two you are: mentor or mentee",
    )
    add.add_argument("--every", metavar="2w", help="how often you mean to meet")


def _add_log(verbs: Verbs) -> None:
    log = _verb(verbs, "log", "say how a check-in went")
    log.add_argument("name", metavar="NAME", help=NAME_HELP)
    outcome = log.add_mutually_exclusive_group(required=True)
    outcome.add_argument("--held", metavar="WHEN", help="you met; it need not have been planned")
    outcome.add_argument("--missed", metavar="WHEN", help="it was planned and did not happen")
    outcome.add_argument("--cancelled", metavar="WHEN", help="one of you called it off")
    outcome.add_argument("--moved", metavar="WHEN", help="it got another date: say --to")
    log.add_argument("--to", metavar="WHEN", help="with --moved: the new date")
    log.add_argument("--by", choices=("me", "them"), help="who missed, cancelled or moved it")


def _add_promise_verbs(verbs: Verbs) -> None:
    promise = _verb(verbs, "promise", "write down who will do what by when")
    keep = _verb(verbs, "keep", "say that a promise is done")
    renew = _verb(verbs, "renew", "agree a new date for a promise")
    for parser, what in (
        (promise, "what is promised"),
        (keep, "the promise, or a part of its words"),
        (renew, "the promise, or a part of its words"),
    ):
        parser.add_argument("name", metavar="NAME", help=NAME_HELP)
        parser.add_argument("what", metavar="WHAT", help=what)
        parser.add_argument("--from", dest="whose", choices=("me", "them"), help="who promised it")
    promise.add_argument("--by", metavar="WHEN", required=True, help="the day it is due")
    renew.add_argument("--by", metavar="WHEN", required=True, help="the new day")
    keep.add_argument("--on", metavar="WHEN", help="the day it was done; today if left out")
    promise.set_defaults(whose="me")


def _add_app_verbs(verbs: Verbs) -> None:
    hurdle = _verb(verbs, "hurdle", "work through something that went wrong")
    hurdle.add_argument(
        "name", metavar="NAME", nargs="?", help="with whom; without a name nothing is kept"
    )
    hurdle.add_argument(
        "--as",
        metavar="ROLE",
        dest="i_am",
        choices=("mentor", "mentee"),
        help="your side: mentor or mentee",
    )
    hurdle.add_argument("--keep", action="store_true", help="keep it though there is no name")
    _verb(verbs, "demo", "look around in made-up records; yours stay untouched")


def _plain(message: str) -> str:
    """What argparse says, as a sentence."""
    from coaching.text import tame

    line = " ".join(tame(message).split()).removeprefix("argument ")
    before, _, rest = line.partition(": ")
    if before == "unrecognized arguments":
        if rest.startswith("-"):
            return f"There is no option {rest} here."
        return f"This is too much: {rest}. Put quotes around words that belong together."
    if before == "the following arguments are required":
        return f"Something is missing: {rest}."
    if rest == "expected one argument":
        return f"{before} needs a value after it."
    if rest.startswith("not allowed with argument "):
        return f"{before} and {rest.rpartition(' ')[2]} do not go together."
    return f"{line[:1].upper()}{line[1:]}."


def _way_out(verb: str | None) -> str:
    if verb is None:
        return "See troth --help"
    return f"Example: {VERB_EXAMPLES[verb]} (more: troth {verb} --help)"
