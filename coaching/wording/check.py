"""Reads a draft: which parts of an apology are recognised in it, and what takes them back."""

import re
from collections.abc import Iterator, Mapping, Sequence

from coaching.wording.content import Flag, NoteId, WordingContent
from coaching.wording.draft import LONGEST_SENTENCE, Sentence, Span, plain, sentences
from coaching.wording.frames import all_outside, frames_of
from coaching.wording.names import ComponentId, FlagId
from coaching.wording.patterns import Finder, Frame
from coaching.wording.reading import FoundFlag, Reading, verdict_of
from coaching.wording.weighing import Ruled, split_up, weighed

WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
LATIN = re.compile(r"[a-z\u00e0-\u024f]")
LETTER = re.compile(r"[^\W\d_]")
MARGIN = " \t\n~-–—*•,;:()"
AND = re.compile(r"^and ", re.IGNORECASE)
DATED = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:to(?:day|night|morrow|morning)|noon|already)\b"
    r"|\bthis (?:week|morning|afternoon|evening)\b|\bnext \w+|\bnow\b|\bend of\b|\d"
    r"|\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b"
    r"|\b(?:i've|i have|has|have been|went|wrote|attached)\b"
)
MOST_CHARACTERS = 12_000
FIRST, LAST = (-1, -1), (MOST_CHARACTERS + LONGEST_SENTENCE, 0)
CUT: NoteId = "only_the_beginning"


def check(text: str, words: WordingContent) -> Reading:
    """What is recognised in this draft. Judges English wording only, and no sincerity."""
    said = WORD.findall(plain(text))
    if not _latin(text) or (len(said) >= words.fewest_words and not _english(said, words)):
        return Reading("not_english")
    if len(said) < words.fewest_words:
        return Reading("too_short")
    parts = sentences(text)
    begun = [part for part in parts if part.start < MOST_CHARACTERS]
    return _read(text, begun, words, whole=len(begun) == len(parts))


def _read(text: str, parts: Sequence[Sentence], words: WordingContent, *, whole: bool) -> Reading:
    frames = frames_of(text, parts, words)
    found, flags = _by_rules(parts, words, frames)
    if words.trained is not None:
        spans = {str(name): span for name, span in (*found.items(), *flags.items())}
        known, flags = split_up(weighed(parts, Ruled(spans, frames), words.trained))
        found = {**_certain(parts, found, words), **known}
    quotes = {name: _quote(text, span) for name, span in found.items()}
    seen = tuple(_seen(flag, text, flags) for flag in words.flags if flag.id in flags)
    return Reading(
        verdict=verdict_of(quotes, [flag.severity for flag in seen]),
        quotes=quotes,
        flags=seen,
        notes=(*_notes(found, quotes), *(() if whole else (CUT,))),
    )


def _certain(
    parts: Sequence[Sentence], found: Mapping[ComponentId, Span], words: WordingContent
) -> dict[ComponentId, Span]:
    """What the rules found where one of its unmistakable patterns stands in the draft."""
    return {
        name: found[name]
        for name, pattern in words.certain.items()
        if name in found and any(pattern.search(part.own) for part in parts)
    }


def _by_rules(
    parts: Sequence[Sentence], words: WordingContent, frames: Sequence[Frame]
) -> tuple[dict[ComponentId, Span], dict[FlagId, Span]]:
    own = [(part, part.own) for part in parts]
    found: dict[ComponentId, Span] = {}
    for component in words.components:
        span = _first(words.finders[component.id], own, frames)
        if span is not None:
            found[component.id] = span
    return found, _standing(dict(_flags(parts, words, frames)), found, frames, words)


def _first(
    finder: Finder, texts: Sequence[tuple[Sentence, str]], frames: Sequence[Frame]
) -> Span | None:
    """The first find in the sentences, each read in the way given."""
    for (part, text), frame in zip(texts, frames, strict=True):
        span = finder.first(part, text, frame)
        if span is not None:
            return span
    return None


def _flags(
    parts: Sequence[Sentence], words: WordingContent, frames: Sequence[Frame]
) -> Iterator[tuple[FlagId, Span]]:
    told = [(part, part.told) for part in parts]
    for flag in words.flags:
        span = _first(words.finders[flag.id], told, frames)
        if span is not None:
            yield flag.id, span


def _standing(
    flags: dict[FlagId, Span],
    found: Mapping[ComponentId, Span],
    frames: Sequence[Frame],
    words: WordingContent,
) -> dict[FlagId, Span]:
    """The flags that the rest of the draft bears out.

    A named act is not vague. A lone light flag in a draft that touches on nothing says nothing.
    Reasons without owning stand as an excuse.
    """
    high = {flag.id for flag in words.flags if flag.severity == "high"}
    standing = dict(flags)
    if "specific_act" in found:
        standing.pop("vague_offence", None)
    if all_outside(frames) and len(standing) == 1:
        standing = {name: span for name, span in standing.items() if name in high}
    if "explanation" in found and "responsibility" not in found:
        standing.setdefault("excuse_stack", found["explanation"])
    return standing


def _seen(flag: Flag, text: str, spans: Mapping[FlagId, Span]) -> FoundFlag:
    return FoundFlag(flag.id, flag.severity, _quote(text, spans[flag.id]))


def _notes(
    found: Mapping[ComponentId, Span], quotes: Mapping[ComponentId, str]
) -> Iterator[NoteId]:
    """How the parts stand together. Source: Frantz and Bennigson 2005 for the order."""
    if "responsibility" in found and "specific_act" not in found:
        yield "own_what"
    if found.get("explanation", LAST) < found.get("responsibility", FIRST):
        yield "own_first"
    if "repair" in found and not DATED.search(quotes["repair"].casefold()):
        yield "add_when"
    if "forgiveness_request" in found:
        yield "pressure"


def _quote(text: str, span: Span) -> str:
    """The user's own words at this place, without what hangs on at either end."""
    return AND.sub("", text[slice(*span)].strip(MARGIN))


def _latin(text: str) -> bool:
    letters = LETTER.findall(text)
    latin = LATIN.findall(text.casefold())
    return not letters or len(latin) * 2 > len(letters)


def _english(said: Sequence[str], words: WordingContent) -> bool:
    """Whether enough of the words are small words that only English has."""
    known = sum(word in words.english for word in said)
    return known * 100 >= words.english_share * len(said)
