"""Where a practice is done: its keys, taken from the table of deeds and told on its page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coaching.library.page import plain
from coaching.library.strategies import PRACTICES
from tui.relationship.deeds import DEEDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coaching.library.page import GuidePage

DOES: dict[str, tuple[str, ...]] = {
    "boundaries": ("agreement",),
    "confidentiality": ("agreement",),
    "keep_meetings": ("checkin",),
    "respond": ("reply",),
    "promises": ("promise", "promises"),
    "attention": ("before",),
    "feedback": ("feedback",),
    "doubts": ("doubt",),
    "stories": ("story",),
    "said_heard_meant": ("hurdle",),
    "realign": ("hurdle",),
    "acknowledge": ("hurdle",),
    "joint_solutions": ("hurdle",),
    "support": ("contacts",),
    "reviews": ("review",),
    "formats": ("format",),
    "ask_for_feedback": ("feedback",),
    "check_ins": ("checkin", "edit"),
    "celebrate": ("celebrate",),
    "empathy": ("before",),
    "independence": ("topic",),
    "pulse": ("pulse",),
    "ending": ("end",),
}
"""The deeds on a person's page that carry out each practice, by their ids."""

ON_HOME = {"contacts": "s on home, or ctrl+p on any screen: people outside"}


def with_keys(page: GuidePage) -> GuidePage:
    """The page of a practice with where it is done; any other page as it is."""
    practice = page.key.removeprefix(f"{PRACTICES} ")
    where = tuple(_where(practice)) if page.chapter == PRACTICES else ()
    if not where:
        return page
    return replace(page, parts=(plain("Do it here", *where), *page.parts))


def _where(practice: str) -> Iterator[str]:
    for deed in DEEDS:
        if deed.id not in DOES.get(practice, ()):
            continue
        if deed.id in ON_HOME:
            yield ON_HOME[deed.id]
        elif deed.key:
            yield f"{deed.key} on a person's page: {deed.words[0].lower()}{deed.words[1:]}"
