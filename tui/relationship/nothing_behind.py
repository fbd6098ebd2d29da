"""What is said where no record stands behind a line, and the deed that records the first one."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from coaching.strategies.says import NOTHING
from tui.relationship import deeds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coaching.record.workbook import Workbook
    from coaching.strategies.says import Fact, StrategyPage
    from coaching.thresholds import Thresholds
    from tui.relationship.deeds import Deed

NOT_YET = "No record stands behind this yet."
RECORD_IT = "To record one, press enter."
WHY_HERE = {
    "contacts": (
        "They are yours, not this relationship's. They stand here so that you know whom to turn "
        "to if something between you two gets stuck."
    ),
}
"""By the rule of a fact: why records that are not of this relationship stand on its page."""

WOULD_STAND: dict[str, str] = {
    "share_experience": "Stories that one of you told would stand here.",
    "identify_source": "Hurdles would stand here, open ones and those worked through.",
    "transparency": (
        "Your words for your part in a hurdle would stand here, and what was done to put things "
        "right."
    ),
    "adapt": "Reviews, goals and other formats you tried would stand here.",
    "respect": "Who set each agenda would stand here, and topics with who decides in them.",
}
"""By the strategy of which nothing at all is recorded: what would be."""

FIRST: dict[str, str] = {
    "agreement": "agreement",
    "recent": "checkin",
    "promises": "promise",
    "feedback": "feedback",
    "contacts": "contacts",
    "celebrations": "celebrate",
    "next_date": "checkin",
    "share_experience": "story",
    "identify_source": "hurdle",
    "transparency": "hurdle",
    "adapt": "goals",
    "respect": "topic",
}
"""By rule, or by strategy where nothing is recorded: the deed that records the first one."""

ENOUGH = "It takes {} to say more."
MORE_FROM: dict[str, str] = {
    "recent": "{few_checkins} check-ins held, moved, missed or cancelled",
    "promises": "{few_promises} promises, kept or not kept,",
    "habits": "{few_habits} check-ins with a listening habit",
    "celebrations": "{few_checkins} check-ins held",
    "agendas": "{few_agendas} check-ins of which it is known who set the agenda",
}
"""By the rule of a fact that is too early: how many are needed, from the thresholds in force."""


def why_so_little(
    fact: Fact, page: StrategyPage, limits: Thresholds, deed: Deed | None
) -> Iterator[str]:
    """Why a fact says so little: no record, or too few; for records of elsewhere why they stand."""
    if fact.behind and fact.rule in WHY_HERE:
        yield WHY_HERE[fact.rule]
    if fact.state == "too_early" and fact.rule in MORE_FROM:
        yield ENOUGH.format(MORE_FROM[fact.rule].format(**asdict(limits)))
    if not fact.behind:
        yield NOT_YET
        if fact.rule == NOTHING and page.id in WOULD_STAND:
            yield WOULD_STAND[page.id]
        if deed is not None:
            yield RECORD_IT


def first_deed(fact: Fact, page: StrategyPage, workbook: Workbook) -> Deed | None:
    """What records the first one; None where records stand behind, or it has ended."""
    if fact.behind:
        return None
    first = FIRST.get(page.id if fact.rule == NOTHING else fact.rule)
    found = deeds.deed(first) if first else None
    ended = workbook.relationship.state == "ended"
    return None if found and ended and not found.ends else found
