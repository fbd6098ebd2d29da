"""One sentence that its writer says owns something: what takes it back, whether an act is named."""

from collections.abc import Iterator

from coaching.wording.content import WordingContent
from coaching.wording.draft import Span, sentences
from coaching.wording.patterns import Finder, Frame
from coaching.wording.reading import FoundFlag


def flags_in(sentence: str, words: WordingContent) -> tuple[FoundFlag, ...]:
    """The wordings in it that may take something back, each with the words it was seen in."""
    return tuple(_flags(sentence, words))


def names_an_act(sentence: str, words: WordingContent) -> bool:
    """Whether an act of the writer is recognised in it."""
    return _find(words.finders["specific_act"], sentence, told=False) is not None


def _flags(sentence: str, words: WordingContent) -> Iterator[FoundFlag]:
    for flag in words.flags:
        span = _find(words.finders[flag.id], sentence, told=True)
        if span is not None:
            quote = " ".join(sentence[slice(*span)].split()).strip(" ,;:")
            yield FoundFlag(flag.id, flag.severity, quote)


def _find(finder: Finder, sentence: str, *, told: bool) -> Span | None:
    for part in sentences(sentence):
        span = finder.first(part, part.told if told else part.own, Frame.OWNED)
        if span is not None:
            return span
    return None
