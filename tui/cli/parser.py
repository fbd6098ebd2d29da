"""Reads the words after `troth`, and prints help where it is asked for."""

import argparse
from collections.abc import Sequence
from typing import Any, NoReturn

from coaching.errors import Refused
from tui import __version__
from tui.cli.verbs import VERBS, Verb

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
WITH_VALUE = ("--vault", "--now")

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
    if verb is None or verb in VERBS:
        return
    from coaching.text import nearest, quote

    near = nearest(verb, VERBS)
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
    add_everywhere(parser, None)
    verbs = parser.add_subparsers(
        dest="verb", metavar="one of these:", title="commands", prog="troth"
    )
    for verb in VERBS.values():
        _add_verb(verbs, verb)
    return parser


def add_everywhere(parser: argparse.ArgumentParser, default: str | None) -> None:
    """Add the options that are taken before and after the verb."""
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
        "--plain",
        action="store_true",
        default=default,
        help="plain lines and questions in place of screens; TROTH_PLAIN=1 does it too",
    )
    parser.add_argument(
        "--version", action="version", version=f"troth {__version__}", help="print the version"
    )


def _add_verb(verbs: Verbs, verb: Verb) -> None:
    parser: argparse.ArgumentParser = verbs.add_parser(
        verb.name,
        help=verb.does,
        description=f"{verb.does[0].upper()}{verb.does[1:]}.",
        usage=verb.usage,
        epilog=f"example: {verb.example}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    add_everywhere(parser, argparse.SUPPRESS)
    verb.add_options(parser)


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
    return f"Example: {VERBS[verb].example} (more: troth {verb} --help)"
