"""Writes docs/commands.md and docs/troth.1 from the table of commands: `make commands`."""

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from tui import __version__
from tui.cli.grammar import Command, Word, commands, everywhere
from tui.cli.parser import DESCRIPTION, EXAMPLES

DOCS = Path(__file__).parent.parent / "docs"
MADE = "Made by `make commands` from the table of commands; change that, not this."
OPENS = (
    "`troth` alone opens the screens. The commands are for the shell: they start fast, print plain "
    "lines, and say in one line what went wrong."
)
VARIABLES = {
    "TROTH_VAULT": "the folder with your records; --vault goes before it",
    "TROTH_PASSPHRASE_FILE": "a file whose first line opens sealed records without asking",
    "TROTH_NEW_PASSPHRASE_FILE": "the same for the new passphrase of troth passphrase",
    "TROTH_PLAIN": "plain lines and questions in place of screens, as with --plain; 1 is yes",
    "TROTH_PLAYS": "the folder of workshop plays that were begun",
    "VISUAL, EDITOR": "the editor that ctrl+o opens for a long text; VISUAL goes first",
    "NO_COLOR": "where it is set, nothing is coloured",
    "XDG_DATA_HOME, XDG_CONFIG_HOME": "where records and settings go on Linux",
}
ENDS = {
    "0": "done",
    "1": "it could not be done; one line on standard error says why and what to do",
    "2": "the words after troth were no use of it; the line gives an example",
    "130": "stopped by ctrl+c",
    "141": "nobody read the output any more",
}


def markdown() -> str:
    """The page with every command."""
    names = (f"[{one.verb.name}](#troth-{one.verb.name})" for one in commands())
    lines = [
        "# Every command",
        f"<!-- {MADE} -->",
        f"{DESCRIPTION} {OPENS}",
        " · ".join(names),
        "```\n" + EXAMPLES.rstrip() + "\n```",
        "## Before and after every command",
        _table(everywhere()),
        *(part for command in commands() for part in _section(command)),
        "## How a command ends",
        _rows("exit code", ENDS.items()),
        "## Variables",
        _rows("variable", VARIABLES.items()),
    ]
    return "\n\n".join(line for line in lines if line) + "\n"


def _section(command: Command) -> Iterator[str]:
    verb = command.verb
    yield f"## troth {verb.name}"
    yield f"{_sentence(verb.does)}"
    yield "```\n" + "\n".join(line.strip() for line in verb.usage.splitlines()) + "\n```"
    yield _table(command.words)
    yield f"Example: `{verb.example}`"


def _table(words: Sequence[Word]) -> str:
    return _rows("word", ((word.written, word.does) for word in words)) if words else ""


def _rows(title: str, rows: Iterable[tuple[str, str]]) -> str:
    cells = (f"| `{_cell(name)}` | {_cell(does)} |" for name, does in rows)
    return "\n".join((f"| {title} | |", "|---|---|", *cells))


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _sentence(does: str) -> str:
    return f"{does[0].upper()}{does[1:]}."


def manual() -> str:
    """The page for `man troth`."""
    lines = [
        '.\\" ' + MADE.replace("`", ""),
        f'.TH TROTH 1 "" "Troth {__version__}" "User Commands"',
        ".SH NAME",
        _roff("troth - keeps track of trust in mentoring"),
        ".SH SYNOPSIS",
        _roff("troth [--vault DIR] [--now MOMENT] [COMMAND ...]"),
        ".SH DESCRIPTION",
        _roff(f"{DESCRIPTION} Without a command it opens the screens; there ? shows every key."),
        *_listed((word.written, word.does) for word in everywhere()),
        ".SH COMMANDS",
        *(line for command in commands() for line in _manual_of(command)),
        ".SH EXAMPLES",
        *_as_typed(_indented_examples()),
        ".SH EXIT STATUS",
        *_listed(ENDS.items()),
        ".SH ENVIRONMENT",
        *_listed(VARIABLES.items()),
    ]
    return "\n".join(lines) + "\n"


def _manual_of(command: Command) -> Iterator[str]:
    verb = command.verb
    yield f".SS {_roff(f'troth {verb.name}')}"
    yield _roff(_sentence(verb.does))
    yield from _as_typed(line.strip() for line in verb.usage.splitlines())
    yield from _listed((word.written, word.does) for word in command.words)


def _indented_examples() -> list[str]:
    return [line for line in EXAMPLES.splitlines() if line.startswith("  ")]


def _listed(rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    for name, does in rows:
        yield from (".TP", f".B {_roff(name)}", _roff(does))


def _as_typed(lines: Iterable[str]) -> Iterator[str]:
    yield from (".PP", ".nf", *map(_roff, lines), ".fi")


def _roff(text: str) -> str:
    """Text as roff takes it: no line of it is an order, and a dash stays a dash."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-").replace('"', "\\(dq")
    return re.sub(r"^(?=[.'])", r"\\&", escaped)


def pages() -> dict[Path, str]:
    """Both pages, by where they lie."""
    return {DOCS / "commands.md": markdown(), DOCS / "troth.1": manual()}


def main() -> int:
    """Write the pages that are not as they should be."""
    for path, text in pages().items():
        path.write_text(text, "utf-8", newline="\n")
        print(path.name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
