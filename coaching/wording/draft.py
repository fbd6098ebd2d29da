"""Takes a draft apart: whose words they are, its sentences, their clauses. Places stay the same.

Every step keeps the length of the text, so that a find can be quoted from the draft as typed.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from re import Match

Span = tuple[int, int]
"""A part of a text, from its first character to the one after its last."""

MASK = "~"
BLANK = " ~\n"
LIKE = str.maketrans(
    dict.fromkeys("\u2018\u2019\u02bc\u0060\u00b4", "'")
    | dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb", '"')
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015", "-")
    | dict.fromkeys("\t\u00a0\u2009\u202f", " ")
)
FULL_LINE = 45
LONGEST_SENTENCE = 500

THREAD_LINE = re.compile(r"^[ \t]*>.*$", re.MULTILINE)
THREAD_HEAD = re.compile(
    r"^[ \t]*(?:on\b[^\n]{4,120}\bwrote:|am\b[^\n]{4,120}\bschrieb[^\n]*:)[ \t]*$", re.MULTILINE
)
THREAD_REST = re.compile(
    r"^[ \t]*(?:-{2,}\s*(?:original|forwarded) message\s*-{2,}"
    r"|_{10,}[ \t]*$|from:[^\n]*\n(?:[^\n]*\n)?[ \t]*(?:sent|to|date|subject):)",
    re.MULTILINE,
)
DOUBLE_QUOTED = re.compile(r'"[^"\n]{1,600}"')
SINGLE_QUOTED = re.compile(r"(?<![\w'])'(?=\S)(?:[^'\n]|(?<=\w)'(?=\w)){2,300}'(?!\w)")

SALUTATION = re.compile(r"\A\s*(?:dear|hi|hello|hey)\b[^,.!?:;\n]{1,40}(?=[,!\n])")

BULLET = r"[ \t]*(?:[-*•+]|\d{1,2}[.)])[ \t]"
SOFT_BREAK = re.compile(rf"(?<=[^\n.!?:])\n(?!{BULLET})(?=[ \t]*\S)")
END = re.compile(r"[.!?…]+(?=[\s\"')\]]|$)|\n+")
SHORTENED = re.compile(
    r"\b(?:mr|mrs|ms|dr|prof|st|no|vs|approx|e\.g|i\.e|etc|a\.m|p\.m|(?<!')[a-hj-tvwyz])\.$"
)
LIST_NUMBER = re.compile(r"(?:^|\n)\s*\d{1,2}\.$")
CLAUSE_END = re.compile(
    r"[;:()]|,|\s-+\s|\s(?=(?:and|but|so|because|although|though|which|while|whereas|however)\b)"
)
REPORTED = re.compile(
    r"(?<!sorry )(?<!sorry that )\b(?:(?!i\b|we\b|who\b)\w+)(?: all| also| even)?"
    r"(?:'ve| have|'d| had)? (?:says?|said|told (?:me|us|him|her|them)|thinks?|thought|claims?"
    r"|claimed|believes?|wrote|wrote to say|(?:seems?|appears?) to think)(?: to \w+)?(?: that)? "
    r"(?:it|that|i|i'm|i'd|he|he's|he'd|she|she's|she'd|they|you)\b[^,;:\n]*"
    r"|\bi (?:said|told (?:him|her|them|\w+))(?: to (?:him|her|them))?(?: that)? "
    r"(?:i (?:was|am) sorry|he|she|they)\b[^,;:\n]*"
)
HYPOTHETICAL = re.compile(
    r"\b(?<!as )(if(?: \w+)?)\b(?<!if only)[^,;:()\n]*?(?=,|;|:|\(|\)|$| - | then\b| i'?ll\b"
    r"| i will\b| i shall\b| please\b| (?:let|tell|ask|call) me\b)"
)


@dataclass(frozen=True)
class Sentence:
    """One sentence of a draft, lower-case, with what somebody else said blotted out."""

    start: int
    text: str

    @cached_property
    def told(self) -> str:
        """The sentence without what others are said to say or think."""
        return REPORTED.sub(_blot, self.text)

    @cached_property
    def own(self) -> str:
        """The sentence without what others say, and without what is only supposed."""
        return HYPOTHETICAL.sub(_after_if, self.told)

    def clauses_of(self, start: int, end: int) -> Span:
        """The clauses that hold this part, from the first of them to the last."""
        first = max((a for a, _ in self.clauses if a <= start), default=0)
        last = min((b for _, b in self.clauses if b >= end), default=len(self.text))
        return first, last

    @cached_property
    def clauses(self) -> tuple[Span, ...]:
        """Its clauses, each by its place in the sentence."""
        ends = [match.start() for match in CLAUSE_END.finditer(self.text)]
        starts = [match.end() for match in CLAUSE_END.finditer(self.text)]
        return tuple(zip([0, *starts], [*ends, len(self.text)], strict=True))


def sentences(draft: str) -> tuple[Sentence, ...]:
    """The sentences of the user's own words, in their order."""
    text = own_words(draft)
    return tuple(_sentence(text, span) for span in _spans(text) if text[slice(*span)].strip(BLANK))


def _sentence(text: str, span: Span) -> Sentence:
    """The sentence without the blanks before it."""
    part = text[slice(*span)]
    return Sentence(span[1] - len(part.lstrip()), part.strip())


def own_words(draft: str) -> str:
    """The draft, lower-case and as long; pasted mail, quoted speech and greeting blotted out."""
    text = plain(draft)
    for quoted in (DOUBLE_QUOTED, SINGLE_QUOTED):
        text = quoted.sub(_blot, text)
    text = SALUTATION.sub(_blot, text)
    return SOFT_BREAK.sub(_joined(text), text)


def plain(draft: str) -> str:
    """The draft in simple characters and lower-case, without the mail it answers."""
    text = "".join(c.lower() if len(c.lower()) == 1 else c for c in draft.translate(LIKE))
    rest = THREAD_REST.search(text)
    if rest is not None:
        text = text[: rest.start()] + _blot_text(text[rest.start() :])
    head = THREAD_HEAD.search(text)
    if head is not None:
        after = text[head.end() :]
        pasted = text[head.start() :] if not THREAD_LINE.search(after) else head[0]
        text = text[: head.start()] + _blot_text(pasted) + text[head.start() + len(pasted) :]
    return THREAD_LINE.sub(_blot, text)


def _spans(text: str) -> Iterator[Span]:
    start = 0
    for match in END.finditer(text):
        before = text[max(start, match.end() - 12) : match.end()]
        if SHORTENED.search(before) or LIST_NUMBER.search(before):
            continue
        yield from _pieces(text, start, match.end())
        start = match.end()
    yield from _pieces(text, start, len(text))


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    """A span in parts that can be read quickly, cut between words where there are any."""
    while end - start > LONGEST_SENTENCE:
        blank = text.rfind(" ", start + 1, start + LONGEST_SENTENCE)
        cut = blank if blank > start else start + LONGEST_SENTENCE
        yield start, cut
        start = cut
    yield start, end


def _joined(text: str) -> Callable[[Match[str]], str]:
    def join(match: Match[str]) -> str:
        line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        return " " if len(line) >= FULL_LINE else "\n"

    return join


def _after_if(match: Match[str]) -> str:
    return match[1] + MASK * (len(match[0]) - len(match[1]))


def _blot(match: Match[str]) -> str:
    return _blot_text(match[0])


def _blot_text(text: str) -> str:
    return re.sub(r"[^\n]", MASK, text)
