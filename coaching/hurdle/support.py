"""The ladder to help from outside: which rung fits what the user tells, and why.

What is told here is never kept: fear and the wish for help stay with the user. Only the rung that
the user chooses becomes part of the hurdle.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, get_args

from coaching.guide import Content, Kind, SupportKind
from coaching.record.hurdle import Hurdle
from coaching.record.outside import RungId
from coaching.record.promise import Promise
from coaching.record.reply import Reply
from coaching.record.workbook import Workbook

Reason = Literal[
    "wants_help",
    "unsure",
    "stuck",
    "two_repairs",
    "unanswered",
    "afraid",
    "again_with_care",
    "pending",
]
"""What speaks for asking someone; each is for the user to say (content base, 4.1)."""

RUNGS: tuple[RungId, ...] = get_args(RungId)
HIGHEST_BY_COUNTING: RungId = "neutral_adviser"
"""An office, care and help right now are chosen for what they are for, never reached by counts."""

AT_LEAST: Mapping[Reason, RungId] = MappingProxyType(
    {
        "wants_help": "thinking_partner",
        "unsure": "thinking_partner",
        "stuck": "third_person",
        "two_repairs": "third_person",
        "unanswered": "third_person",
        "afraid": "neutral_adviser",
        "again_with_care": "neutral_adviser",
        "pending": "neutral_adviser",
    }
)
MOVES_UP: frozenset[Reason] = frozenset({"two_repairs", "unanswered", "again_with_care"})
"""With these the rung tried before was not enough, so the next one is looked at."""

KIND_AT_LEAST: Mapping[Kind, RungId] = MappingProxyType(
    {"repairable_with_care": "third_person", "hard": "third_person"}
)
TALKS: frozenset[RungId] = frozenset({"the_two", "third_person"})
"""The rungs on which the two sit together."""

RED_FLAG: frozenset[RungId] = frozenset({"formal_office", "trained_care", "right_now"})
"""Where a yes at the safety door leads directly (content base, 4.1, jump rule)."""

FAILED_REPAIRS = 2
UNANSWERED = 3


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The rung that fits; None where several do.

    `not_now` are rungs that are not offered: no joint talk while there is fear or harm.
    """

    rung: RungId | None
    not_now: frozenset[RungId] = frozenset()


def suggested(
    reasons: Collection[Reason],
    *,
    kind: Kind | None = None,
    tried: RungId | Literal[""] = "",
    care: bool = False,
) -> Suggestion:
    """Which rung fits. `tried` is the one chosen before; `care` follows a yes at the door.

    Source: content base, 4.1. With `care` no single rung is named: the three of `RED_FLAG` are.
    """
    if care:
        return Suggestion(None, TALKS)
    lowest = KIND_AT_LEAST.get(kind, RUNGS[0]) if kind else RUNGS[0]
    found = (lowest, *(_rung_for(one, tried) for one in reasons))
    not_now = TALKS if "afraid" in reasons else frozenset[RungId]()
    return Suggestion(max(found, key=RUNGS.index), not_now)


def _rung_for(reason: Reason, tried: RungId | Literal[""]) -> RungId:
    least = RUNGS.index(AT_LEAST[reason])
    if reason in MOVES_UP and tried:
        most = max(RUNGS.index(HIGHEST_BY_COUNTING), RUNGS.index(tried))
        least = max(least, min(RUNGS.index(tried) + 1, most))
    return RUNGS[least]


def offered(*, care: bool, afraid: bool) -> tuple[RungId, ...]:
    """The rungs to choose from, those made for it first after a yes at the door."""
    left = [rung for rung in RUNGS if not ((care or afraid) and rung in TALKS)]
    return tuple(sorted(left, key=lambda rung: rung not in RED_FLAG) if care else left)


def reasons_in_record(workbook: Workbook, hurdle: Hurdle, kind: Kind | None) -> frozenset[Reason]:
    """What the record itself says for asking someone; the user may take each of them back."""
    promises = [one for one in workbook.all(Promise) if one.hurdle == hurdle.id]
    failed = sum(one.state == "broken" for one in promises)
    asked = (
        1 + len(one.asked) for one in workbook.all(Reply) if one.owes == "them" and one.is_open
    )
    again = kind == "repairable_with_care" and any(
        one.closest == hurdle.closest and one.closed is not None and one.id != hurdle.id
        for one in workbook.all(Hurdle)
    )
    found: dict[Reason, bool] = {
        "stuck": 0 < failed < FAILED_REPAIRS,
        "two_repairs": failed >= FAILED_REPAIRS,
        "unanswered": max(asked, default=0) >= UNANSWERED,
        "again_with_care": again,
        "pending": hurdle.pending == "yes",
        "unsure": hurdle.closest == "not_sure",
    }
    return frozenset(reason for reason, is_so in found.items() if is_so)


def people_for(
    content: Content, hurdle: Hurdle, *, care: bool = False, routes: Sequence[str] = ()
) -> tuple[SupportKind, ...]:
    """Every kind of person, those who fit first: by the door, by the chosen rung, by the hurdle.

    After a yes at the door (`care`) those whose work it is (`routes`) come first, and whoever
    usually brings two people to one table last.
    """
    rung = content.support.rung(hurdle.rung)
    first = (*routes, *(rung.kinds if rung else ())) if care or rung else ()
    usual = content.people_first("" if care else hurdle.closest)
    rank = {kind_id: place for place, kind_id in reversed(tuple(enumerate(first)))}
    talk = content.support.rung("third_person")
    tables = frozenset(talk.kinds) if talk and care else frozenset()
    last = len(first)
    return tuple(sorted(usual, key=lambda one: (rank.get(one.id, last), one.id in tables)))
