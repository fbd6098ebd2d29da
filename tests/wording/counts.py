"""Counts how the wording check reads labelled drafts: what is there, found, missed and wrong."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from coaching.wording import Reading
from coaching.wording.names import ComponentId
from coaching.wording.reading import verdict_of
from tests.wording.drafts import Draft

Check = Callable[[str], Reading]


@dataclass
class Counts:
    """How often a kind of wording was there and found, missed, or found and not there."""

    right: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)

    def line(self) -> str:
        """Found of those there, right of those found."""
        right, missed, wrong = (c.total() for c in (self.right, self.missed, self.wrong))
        return f"found {right} of {right + missed} there; right {right} of {right + wrong} found"


@dataclass
class Result:
    """The counts of one set, and each disagreement in words."""

    components: Counts = field(default_factory=Counts)
    flags: Counts = field(default_factory=Counts)
    verdicts: int = 0
    drafts: int = 0
    disagreements: list[str] = field(default_factory=list)


def measure(drafts: Iterable[Draft], check: Check) -> Result:
    """Read every draft and count."""
    result = Result()
    for draft in drafts:
        reading = check(draft.text)
        result.drafts += 1
        result.verdicts += reading.verdict == labelled_verdict(draft)
        parts = {str(name): quote for name, quote in reading.quotes.items()}
        flags = {str(flag.id): flag.quote for flag in reading.flags}
        _count(result.components, draft.has, parts)
        _count(result.flags, draft.flags, flags)
        found = parts | flags
        result.disagreements.extend(_told(draft, found, reading))
    return result


def labelled_verdict(draft: Draft) -> str:
    """The verdict that follows from the labels."""
    if draft.expect:
        return draft.expect
    high = {"conditional_if", "you_feel_shift", "but_negation", "blame_shift", "demand_closure"}
    found: list[ComponentId] = list(draft.has)  # type: ignore[arg-type]  # labels are checked by a test
    return verdict_of(found, ["high"] if high & set(draft.flags) else [])


def _count(counts: Counts, there: dict[str, str], found: dict[str, str]) -> None:
    for name in {*there, *found}:
        kind = "right" if name in there and name in found else "missed"
        kind = "wrong" if name not in there else kind
        getattr(counts, kind)[name] += 1


def _told(draft: Draft, found: dict[str, str], reading: Reading) -> Iterator[str]:
    there = {**draft.has, **draft.flags}
    for name in sorted(there.keys() - found.keys()):
        yield f"{draft.id} missed {name}: {there[name]}"
    for name in sorted(found.keys() - there.keys()):
        yield f"{draft.id} wrong  {name}: {found[name]}"
    if draft.expect and draft.expect != reading.verdict:
        yield f"{draft.id} is {reading.verdict}, not {draft.expect}"
