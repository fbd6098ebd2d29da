"""What the wording check read in a draft: parts and flags in the user's own words, a verdict."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Literal

from coaching.wording.content import NoteId, Severity
from coaching.wording.names import ComponentId, FlagId

Verdict = Literal["full", "core_plus", "core_no_regret", "non_apology", "too_short", "not_english"]
"""For other programs only; no screen and no printed line ever shows it."""


@dataclass(frozen=True)
class FoundFlag:
    """A wording that takes back, and the user's words it was seen in."""

    id: FlagId
    severity: Severity
    quote: str


@dataclass(frozen=True)
class Reading:
    """What was recognised; `quotes` holds the user's words for each component that was."""

    verdict: Verdict
    quotes: Mapping[ComponentId, str] = field(default_factory=dict)
    flags: tuple[FoundFlag, ...] = ()
    notes: tuple[NoteId, ...] = ()


def verdict_of(found: Collection[ComponentId], severities: Collection[Severity]) -> Verdict:
    """What the parts found amount to. Source: Lewicki, Polin and Lount 2016, as an order only."""
    if not {"responsibility", "repair"} <= set(found) or "high" in severities:
        return "non_apology"
    if {"regret", "explanation", "repentance"} <= set(found):
        return "full"
    return "core_plus" if "regret" in found else "core_no_regret"
