"""The safety door as a pure state machine: which page follows which answer, and who goes on how.

Rule of the domain: after a yes only the user's own choice leads on, and then with care: no label,
no words to own, no joint talk. Nothing of it is kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import date

    from coaching.record.hurdle import Hurdle

At = Literal["door", "still", "about", "card", "passed", "passed_with_care", "left"]
Answer = Literal["yes", "rather_not_say", "none"]


def heard_today(hurdle: Hurdle | None, today: date) -> bool:
    """Whether the whole question was heard today for this hurdle, with no yes to it.

    A hurdle begins behind the door, and after a yes none is named (house rule), so that the record
    alone tells it; nothing of the answer is kept.
    """
    return hurdle is not None and hurdle.opened == today and bool(hurdle.closest)


def opening(*, asked_before: bool) -> At:
    """The whole question once a sitting, later one line."""
    return "still" if asked_before else "door"


def after_door(answer: Answer) -> At:
    """From the whole question: on, to whom it is about, or straight to the card."""
    if answer == "none":
        return "passed"
    return "card" if answer == "rather_not_say" else "about"


def after_still(*, none: bool) -> At:
    """From the one line: on, or to the whole question."""
    return "passed" if none else "door"


def after_card(choice: str, answer: Answer) -> At:
    """From the calm card: back to the question, on by choice (after a yes with care), or away."""
    if choice == "not_meant":
        return "door"
    if choice == "go_on":
        return "passed_with_care" if answer == "yes" else "passed"
    return "left"
