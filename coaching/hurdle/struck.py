"""What a recorded fact says for the order of candidates, so that a struck one says nothing."""

from collections.abc import Collection, Mapping
from types import MappingProxyType

from coaching.guide import Signal
from coaching.hurdle.recorded import RecordedFact

SAYS: Mapping[str, tuple[Signal, ...]] = MappingProxyType(
    {
        "not_held_me": ("moved_or_cancelled_by_me",),
        "not_held_them": ("moved_or_cancelled_by_them",),
        "late_me": ("late_promises",),
        "late_them": ("late_promises",),
        "last_met": ("gap_over_longest", "long_since_last"),
    }
)
"""The signals that stand on a fact, by the fact's id."""

TOGETHER: Mapping[Signal, tuple[str, ...]] = MappingProxyType(
    {
        "moved_or_cancelled_by_both": ("not_held_me", "not_held_them"),
        "late_promises_both": ("late_me", "late_them"),
    }
)
"""The signals that need two facts."""


def heard(
    signals: Collection[Signal], facts: Collection[RecordedFact], struck: Collection[str]
) -> frozenset[Signal]:
    """The signals that still count once the struck facts are left out."""
    kept = {one for fact in facts if fact.id not in struck for one in SAYS.get(fact.id, ())}
    gone = {one for fact in struck for one in SAYS.get(fact, ())} - kept
    gone |= {one for one, needs in TOGETHER.items() if not set(needs).isdisjoint(struck)}
    return frozenset(signals) - gone


def sentences(signals: Collection[Signal], facts: Collection[RecordedFact]) -> Mapping[Signal, str]:
    """The sentence behind each signal that a fact stands for."""
    return {one: fact.words for fact in facts for one in SAYS.get(fact.id, ()) if one in signals}
