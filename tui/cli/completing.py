"""What may stand next on a command line that is being typed: commands, options, names, cases."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from tui.cli.grammar import NEW, Command, Word, commands, everywhere

_PATHS = {"FILE": "file", "NAME|FILE": "file", "DIR": "folder", "FOLDER": "folder"}
_BETWEEN = "="


class Next(NamedTuple):
    """A word that may stand next, and what it is for."""

    word: str
    about: str = ""


class Known(Protocol):
    """What the records and the shipped cases offer; empty where they are not to be told."""

    def people(self) -> Iterable[str]:
        """The names of everyone."""

    def promises(self, name: str) -> Iterable[str]:
        """The words of open promises with those whom this name fits."""

    def cases(self) -> Iterable[Next]:
        """The workshop cases."""


@dataclass
class _Typed:
    """The finished words, sorted: the command, its arguments, options used, one that waits.

    `is_lost` is whether there is no such command.
    """

    command: Command | None = None
    arguments: tuple[str, ...] = ()
    used: tuple[str, ...] = ()
    waiting: Word | None = None
    is_lost: bool = False

    @property
    def options(self) -> tuple[Word, ...]:
        """All options that this command knows."""
        return (*(self.command.options if self.command else ()), *everywhere())


def next_words(before: Sequence[str], typed: str, known: Known) -> list[Next]:
    """What fits behind these finished words (the first is `troth`) and begins as `typed` does.

    A `Next` without a word asks the shell for its own: `about` is "file" or "folder".
    """
    line = _sort([word for word in before[1:] if word != _BETWEEN])
    typed = "" if typed == _BETWEEN else typed
    flag, is_joined, value = typed.partition(_BETWEEN)
    option = _option(line, flag) if is_joined else None
    if option is not None:
        fitting = _fitting(_values(line, option, known), value)
        return [Next(f"{flag}={one.word}", one.about) if one.word else one for one in fitting]
    return list(_fitting(_candidates(line, typed, known), typed))


def _candidates(line: _Typed, typed: str, known: Known) -> Iterator[Next]:
    if line.is_lost:
        return
    if line.waiting is not None:
        yield from _values(line, line.waiting, known)
        return
    if line.command is None and not typed.startswith("-"):
        yield from (Next(one.verb.name, one.verb.does) for one in commands())
        return
    place = len(line.arguments)
    arguments = line.command.arguments if line.command else ()
    if place < len(arguments) and not typed.startswith("-"):
        yield from _values(line, arguments[place], known)
        return
    for option in line.options:
        if not set(option.flags) & set(line.used):
            yield Next(option.flags[-1], option.does)


def _values(line: _Typed, word: Word, known: Known) -> Iterator[Next]:
    yield from map(Next, word.choices)
    verb = line.command.verb.name if line.command else ""
    if (verb, word.value) not in NEW:
        if word.value == "NAME":
            yield from map(Next, known.people())
        elif word.value == "WHAT":
            yield from map(Next, known.promises(line.arguments[0]))
    if word.value == "NAME|FILE":
        yield from known.cases()
    if word.value in _PATHS:
        yield Next("", _PATHS[word.value])


def _fitting(found: Iterable[Next], typed: str) -> Iterator[Next]:
    wanted = typed.casefold()
    for one in dict.fromkeys(found):
        if not one.word or one.word.casefold().startswith(wanted):
            yield one


def _sort(words: Iterable[str]) -> _Typed:
    line = _Typed()
    for word in words:
        if line.waiting is not None:
            line.waiting = None
        elif word.startswith("-") and len(word) > 1:
            flag, is_joined, _ = word.partition(_BETWEEN)
            option = _option(line, flag)
            line.used += option.flags if option else ()
            line.waiting = option if option and option.value and not is_joined else None
        elif line.command is None:
            line.command = next((one for one in commands() if one.verb.name == word), None)
            line.is_lost = line.command is None
        else:
            line.arguments += (word,)
    return line


def _option(line: _Typed, flag: str) -> Word | None:
    return next((one for one in line.options if flag in one.flags), None)
