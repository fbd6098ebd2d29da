"""Guided tagging: the user's own sentences, and what the shape of a marked one asks about."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from coaching.guide.repair import OwnWords, ShapeId
from coaching.record.repair import OwnPart, TaggedSentence
from coaching.wording import WordingContent
from coaching.wording.check import DATED
from coaching.wording.draft import plain, sentences
from coaching.wording.one_sentence import flags_in, names_an_act

FIRST_PERSON = re.compile(r"\b(?:i|me|my|mine|myself|we|us|our|ours)\b")
PARTS: tuple[OwnPart, ...] = ("owns", "names", "regrets", "explains", "repairs", "changes")
SHAPES: Mapping[OwnPart, tuple[ShapeId, ...]] = MappingProxyType(
    {
        "owns": ("first_person",),
        "names": ("first_person", "act"),
        "regrets": ("first_person",),
        "explains": (),
        "repairs": ("first_person", "date"),
        "changes": ("first_person",),
    }
)
"""What is looked at in a sentence, by what its writer says it does. Source: content base, 3.3."""


@dataclass(frozen=True, slots=True)
class ShapeAsk:
    """One question about a marked sentence, why it is asked, and the user's words it is about.

    Where the shape of the whole sentence asks, `quote` and `why` are "".
    """

    ask: str
    quote: str = ""
    why: str = ""


def own_sentences(words: str) -> tuple[str, ...]:
    """The user's sentences as they wrote them, each once, in their order."""
    found = (words[one.start : one.start + len(one.text)].strip() for one in sentences(words))
    return tuple(dict.fromkeys(" ".join(one.split()) for one in found if one))


def still_there(tagged: Sequence[TaggedSentence], words: str) -> tuple[TaggedSentence, ...]:
    """The marks on sentences that the words still have."""
    known = own_sentences(words)
    return tuple(one for one in tagged if one.sentence in known)


def toggled(
    tagged: Sequence[TaggedSentence], sentence: str, part: OwnPart
) -> tuple[TaggedSentence, ...]:
    """The marks with this part put on a sentence, or taken off it again."""
    parts = {one.sentence: one.parts for one in tagged}
    had = parts.get(sentence, ())
    marked = set(had) ^ {part}
    parts[sentence] = tuple(one for one in PARTS if one in marked)
    return tuple(TaggedSentence(sentence=s, parts=p) for s, p in parts.items() if p)


def parts_of(tagged: Sequence[TaggedSentence], sentence: str) -> tuple[OwnPart, ...]:
    """What a sentence is marked to do."""
    return next((one.parts for one in tagged if one.sentence == sentence), ())


def not_marked(tagged: Sequence[TaggedSentence]) -> tuple[OwnPart, ...]:
    """The parts that no sentence is marked for; only the user can say whether they are there."""
    marked = {part for one in tagged for part in one.parts}
    return tuple(part for part in PARTS if part not in marked)


def shape(
    sentence: str, parts: Sequence[OwnPart], own: OwnWords, words: WordingContent
) -> tuple[ShapeAsk, ...]:
    """What to ask about a marked sentence: never whether it is meant, only how it is put."""
    return tuple(dict.fromkeys(_asks(sentence, parts, own, words))) if parts else ()


def flagged(sentence: str, words: WordingContent) -> tuple[ShapeAsk, ...]:
    """What a wording in it that may take something back asks, marked or not."""
    asked = {flag.id: flag for flag in words.flags}
    found = flags_in(sentence, words)
    return tuple(ShapeAsk(asked[one.id].ask, one.quote, asked[one.id].why) for one in found)


def asks_about(text: str, words: WordingContent) -> bool:
    """Whether there is a question about one of these words, as "if" or "but" in an apology."""
    return any(flags_in(one, words) for one in own_sentences(text))


def _asks(
    sentence: str, parts: Sequence[OwnPart], own: OwnWords, words: WordingContent
) -> Iterator[ShapeAsk]:
    yield from flagged(sentence, words)
    for wanted in dict.fromkeys(one for part in parts for one in SHAPES[part]):
        if not _has(wanted, sentence, words):
            yield ShapeAsk(own.ask(wanted))


def _has(wanted: ShapeId, sentence: str, words: WordingContent) -> bool:
    match wanted:
        case "first_person":
            return FIRST_PERSON.search(plain(sentence)) is not None
        case "act":
            return names_an_act(sentence, words)
        case "date":
            return DATED.search(plain(sentence)) is not None
