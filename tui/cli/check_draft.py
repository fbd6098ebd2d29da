"""`troth check-draft`: what an apology in the making says, in its own words. Nothing is kept."""

import argparse
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

from coaching.errors import Refused, TrothError
from coaching.text import clean_long, quote
from coaching.wording import Reading, Told, WordingContent, check, tell
from tui.bootstrap import load_wording
from tui.cli.output import say

PIPED = "-"
WIDTH = 78
INDENT = "  "


def run_check_draft(options: argparse.Namespace) -> int:
    """Read a draft and print what was recognised in it."""
    text = clean_long(read_draft(options.file))
    words = load_wording()
    reading = check(text, words)
    if options.json:
        _say_json(reading, words)
    else:
        say(*lines(tell(reading, words), words))
    return 0


def read_draft(name: str | None) -> str:
    """The text of this file, or of what is piped in for `-` or no name.

    Raises:
        Refused: no file is named and nothing is piped in.
        TrothError: it cannot be read, or is no text.
    """
    if name is None and (sys.stdin is None or sys.stdin.isatty()):
        raise Refused("Which draft? Name a file, or pipe it in: troth check-draft draft.txt")
    piped = name is None or name == PIPED
    where = "What was piped in" if piped else f"The file {quote(name or '')}"
    try:
        raw = _piped() if piped else Path(name or "").read_bytes()
        return raw.decode("utf-8-sig") if isinstance(raw, bytes) else raw
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "it is no text in UTF-8"
        raise TrothError(f"{where} cannot be read: {reason}. Save it as plain text.") from error


def lines(told: Told, words: WordingContent) -> list[str]:
    """What is printed for people."""
    said = words.said
    if told.instead:
        return [*_wrapped(told.instead), "", *_wrapped(said.limits)]
    return [
        *_wrapped(said.ask_first),
        "",
        said.found,
        *_parts(told, said.not_recognised),
        "",
        *_flags(told, words),
        *_notes(told, said.notes),
        *_wrapped(said.limits),
    ]


def as_object(reading: Reading, words: WordingContent) -> dict[str, object]:
    """A reading for another program; the verdict is for machines and never shown to people."""
    return {
        "ask_first": words.said.ask_first,
        "components": {
            part.id: {"found": part.id in reading.quotes, "quote": reading.quotes.get(part.id)}
            for part in words.components
        },
        "flags": [{"id": flag.id, "quote": flag.quote} for flag in reading.flags],
        "verdict": reading.verdict,
    }


def _piped() -> str | bytes:
    if sys.stdin is None:
        return ""
    buffer = getattr(sys.stdin, "buffer", None)
    read: str | bytes = sys.stdin.read() if buffer is None else buffer.read()
    return read


def _say_json(reading: Reading, words: WordingContent) -> None:
    import json

    say(json.dumps(as_object(reading, words), indent=2))


def _parts(told: Told, not_recognised: str) -> Iterator[str]:
    width = max(len(part.label) for part in told.parts)
    for part in told.parts:
        beside = f"{INDENT}{part.label:{width}}  "
        yield from _wrapped(part.quote or not_recognised, beside, " " * len(beside))
        if not part.quote:
            yield from _wrapped(part.ask, " " * len(beside), " " * len(beside))


def _flags(told: Told, words: WordingContent) -> Iterator[str]:
    if not told.flags:
        yield from (words.said.no_flags, "")
        return
    yield words.said.some_flags
    for flag in told.flags:
        yield from _wrapped(flag.quote, INDENT, INDENT)
        yield from _wrapped(f"{flag.why} {flag.ask}", INDENT * 2, INDENT * 2)
    yield ""


def _notes(told: Told, title: str) -> Iterator[str]:
    if not told.notes:
        return
    yield title
    for note in told.notes:
        yield from _wrapped(note, INDENT, INDENT)
    yield ""


def _wrapped(text: str, first: str = "", rest: str = "") -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent=first, subsequent_indent=rest)
