"""The commands and their options as plain values, for the pages and the shells that tell them."""

import argparse
from dataclasses import dataclass
from functools import cache

from tui.cli.parser import add_everywhere
from tui.cli.verbs import VERBS, Verb

NEW = frozenset({("add", "NAME"), ("promise", "WHAT")})
"""What is typed for the first time here, so that nothing recorded fits it."""


@dataclass(frozen=True)
class Word:
    """An option, or an argument that stands by its place: then it has no flags.

    `value` is what a page calls its value ("NAME"), "" where it takes none. `is_needed` is
    whether the command refuses to work without it.
    """

    flags: tuple[str, ...]
    value: str
    choices: tuple[str, ...]
    does: str
    is_needed: bool

    @property
    def written(self) -> str:
        """As a page writes it: "--within 14d", "-o FILE, --output FILE", "NAME"."""
        after = f" {self.value}" if self.value else ""
        return ", ".join(f"{flag}{after}" for flag in self.flags) or self.value


@dataclass(frozen=True)
class Command:
    """A command of `troth` with all that may stand after it, in the order of its help."""

    verb: Verb
    words: tuple[Word, ...]

    @property
    def arguments(self) -> tuple[Word, ...]:
        """What stands by its place."""
        return tuple(word for word in self.words if not word.flags)

    @property
    def options(self) -> tuple[Word, ...]:
        """What begins with a dash."""
        return tuple(word for word in self.words if word.flags)


@cache
def commands() -> tuple[Command, ...]:
    """All commands, in the order of `troth --help`."""
    return tuple(Command(verb, _words(verb)) for verb in VERBS.values())


@cache
def everywhere() -> tuple[Word, ...]:
    """The options taken before and after every command."""
    parser = argparse.ArgumentParser(add_help=False)
    add_everywhere(parser, None)
    return (*_read(parser), Word(("-h", "--help"), "", (), "print help", is_needed=False))


def _words(verb: Verb) -> tuple[Word, ...]:
    parser = argparse.ArgumentParser(add_help=False)
    verb.add_options(parser)
    return _read(parser)


def _read(parser: argparse.ArgumentParser) -> tuple[Word, ...]:
    actions = parser._actions  # noqa: SLF001 - argparse has no public list of its options
    return tuple(map(_word, (one for one in actions if one.help != argparse.SUPPRESS)))


def _word(action: argparse.Action) -> Word:
    choices = tuple(map(str, action.choices or ()))
    shown = action.metavar if isinstance(action.metavar, str) else "|".join(choices)
    by_place = not action.option_strings
    needed = action.nargs != "?" if by_place else action.required
    value = "" if action.nargs == 0 else shown or action.dest.upper()
    return Word(tuple(action.option_strings), value, choices, action.help or "", bool(needed))
