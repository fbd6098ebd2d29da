"""The signs a trained reader goes by in one sentence: its words, their groups and their order."""

import re
from collections.abc import Iterator, Mapping, Sequence

WORD = re.compile(r"[a-zà-ɏ]+(?:'[a-z]+)*|\d+(?:[.:]\d+)*|~+|[?!:;,()&]")
MASKED, NUMBER, DAY, START, END = "~", "#", "DAY", "^", "$"
LONG_STEM, WORDS_A_STEP, STEPS, PLACES = 5, 5, 6, 5
SKIP = 4

SMALL = frozenset(
    """
    i me my mine myself we us our you your yours yourself he she they them his her him their it its
    this that these those there here who what when where why how which whom whose
    am is are was were be been being do does did done has have had having
    will would shall should can could may might must ought
    not no never nothing nobody none neither nor without
    and or but so because if unless though although however since as than then while until whether
    a an the any some all every each both other another
    to of in on at for with from by about into over before after again up out off down back away
    through between under against
    sorry apologise apology apologies regret fault mistake blame wrong responsible responsibility
    forgive forgiveness pardon excuse feel felt know think thought meant mean
    just only very really too also still yet already now today tomorrow tonight yesterday
    please thank thanks promise let make made say said tell told ask asked
    one ever always next time soon maybe perhaps
    """.split()  # noqa: SIM905 - so many words are read best as lines of words
)
DAYS = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday weekend january february march april
    june july august september october november december noon midnight
    """.split()  # noqa: SIM905 - so many words are read best as lines of words
)
PAST = frozenset(
    """
    gave told said took made kept left let put read sent wrote spoke broke forgot went came did lost
    hid cut sat ran brought built chose drew drove fell flew held hit hurt laid led lent paid quit
    rang sold set shook shut slept spent stood stole swore taught threw wore won withdrew overslept
    misread misled mistook rewrote withheld dealt fed fought hung stuck tore woke began became got
    found heard thought felt knew saw met learnt caught froze grew
    """.split()  # noqa: SIM905 - so many words are read best as lines of words
)
WHOLE = {
    "won't": "will not",
    "wont": "will not",
    "can't": "can not",
    "cant": "can not",
    "cannot": "can not",
    "shan't": "shall not",
    "ain't": "is not",
    "dont": "do not",
    "didnt": "did not",
    "isnt": "is not",
    "wasnt": "was not",
    "couldnt": "could not",
    "shouldnt": "should not",
    "wouldnt": "would not",
    "havent": "have not",
    "im": "i am",
    "ive": "i have",
    "youre": "you are",
    "thats": "that is",
    "u": "you",
    "ur": "your",
    "gonna": "going to",
    "wanna": "want to",
    "soz": "sorry",
    "apologize": "apologise",
    "apologized": "apologised",
    "cos": "because",
    "cuz": "because",
    "coz": "because",
}
ENDINGS = {
    "n't": "not",
    "'ll": "will",
    "'ve": "have",
    "'d": "'d",
    "'m": "am",
    "'re": "are",
    "'s": "'s",
}
Groups = Mapping[str, tuple[str, str]]
"""The wide and the narrow group of a word, for the words that have one."""


def signs_of(sentence: str, groups: Groups) -> set[str]:
    """What is noted in a sentence in lower case; each sign says in its first letter what it is."""
    words = tuple(_words(sentence))
    return {
        *_of_words(words),
        *_of_groups(words, groups),
        *_of_order([START, *map(_kind, words), END]),
        *_of_small_words([word for word in words if word in SMALL]),
        f"length {min(STEPS, len(words) // WORDS_A_STEP)}",
    }


def signs_of_place(index: int, of: int, apart: bool) -> set[str]:
    """Where in its draft a sentence stands, and whether apart from what the draft owns."""
    edges = {"place first"} if index == 0 else set()
    if apart:
        edges.add("place apart")
    if index == of - 1:
        edges.add("place last")
    return edges | {f"place {min(PLACES - 1, PLACES * index // of)}"}


def _words(sentence: str) -> Iterator[str]:
    for word in WORD.findall(sentence):
        if word[0] == MASKED:
            yield MASKED
        elif word[0].isdigit():
            yield NUMBER
        elif word in WHOLE:
            yield from WHOLE[word].split()
        else:
            yield from _without_ending(word)


def _without_ending(word: str) -> Iterator[str]:
    for ending, meaning in ENDINGS.items():
        if word.endswith(ending) and len(word) > len(ending):
            yield word.removesuffix(ending)
            yield meaning
            return
    yield word


def _of_words(words: Sequence[str]) -> Iterator[str]:
    for word in words:
        yield f"w {word}"
        if len(word) > LONG_STEM and word not in SMALL:
            yield f"k {word[:LONG_STEM]}"
    for first, second in zip((START, *words), (*words, END), strict=True):
        yield f"b {first} {second}"


def _of_groups(words: Sequence[str], groups: Groups) -> Iterator[str]:
    """Words by their group, so that a word that was never read counts like its neighbours."""
    wide, narrow = (tuple(_in_group(word, groups, width) for word in words) for width in (0, 1))
    for group in (*wide, *narrow):
        yield f"g {group}"
    for first, second in zip((START, *wide), (*wide, END), strict=True):
        yield f"h {first} {second}"


def _of_order(kinds: Sequence[str]) -> Iterator[str]:
    for i in range(len(kinds) - 2):
        yield f"p {' '.join(kinds[i : i + 3])}"
        yield f"q {' '.join(kinds[i : i + 4])}"


def _of_small_words(small: Sequence[str]) -> Iterator[str]:
    """Pairs of small words near each other, whatever stands between them."""
    for i, first in enumerate(small):
        for second in small[i + 1 : i + SKIP]:
            yield f"s {first} {second}"


def _in_group(word: str, groups: Groups, width: int) -> str:
    if word in SMALL or not word[0].isalpha():
        return word
    if word in DAYS:
        return DAY
    return groups[word][width] if word in groups else _kind(word)


def _kind(word: str) -> str:
    """A small word itself, else what part of speech its form suggests."""
    if word in SMALL or not word[0].isalpha():
        return word
    if word in DAYS:
        return DAY
    if word in PAST or word.endswith("ed"):
        return "PAST"
    if word.endswith("ing"):
        return "ING"
    return "LY" if word.endswith("ly") else "WORD"
