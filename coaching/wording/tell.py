"""Words for what the check read: calm, in the user's own words, never a verdict."""

from collections.abc import Iterator
from dataclasses import dataclass

from coaching.text import tame
from coaching.wording.content import WordingContent
from coaching.wording.reading import Reading

LONGEST_QUOTE = 160


@dataclass(frozen=True)
class ToldPart:
    """A part of an apology: what it does, the user's words for it or "", and its question."""

    label: str
    quote: str
    ask: str


@dataclass(frozen=True)
class ToldFlag:
    """The user's words that may take something back, why, and one question."""

    quote: str
    why: str
    ask: str


@dataclass(frozen=True)
class Told:
    """What a user is told; `instead` stands alone where the draft could not be read."""

    parts: tuple[ToldPart, ...] = ()
    flags: tuple[ToldFlag, ...] = ()
    notes: tuple[str, ...] = ()
    instead: str = ""


def tell(reading: Reading, words: WordingContent) -> Told:
    """The words for a reading."""
    match reading.verdict:
        case "too_short":
            return Told(instead=words.said.too_short)
        case "not_english":
            return Told(instead=words.said.not_english)
        case _:
            return Told(
                parts=tuple(_parts(reading, words)),
                flags=tuple(_flags(reading, words)),
                notes=tuple(words.note(note) for note in reading.notes),
            )


def _parts(reading: Reading, words: WordingContent) -> Iterator[ToldPart]:
    for part in words.components:
        if part.wanted or part.id in reading.quotes:
            yield ToldPart(part.label, _quoted(reading.quotes.get(part.id, "")), part.ask)


def _flags(reading: Reading, words: WordingContent) -> Iterator[ToldFlag]:
    known = {flag.id: flag for flag in words.flags}
    for seen in reading.flags:
        flag = known[seen.id]
        yield ToldFlag(_quoted(seen.quote), flag.why, flag.ask)


def _quoted(words: str) -> str:
    """The words on one line between quotation marks; "" for none."""
    line = " ".join(tame(words).split())
    if not line:
        return ""
    return f'"{line}"' if len(line) <= LONGEST_QUOTE else f'"{line[:LONGEST_QUOTE].rstrip()}…"'
