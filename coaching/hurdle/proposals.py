"""What the wizard proposes until the user says otherwise: whose deed, ideas for it, days ahead."""

from coaching.guide import KnownHurdle
from coaching.record.base import Side
from coaching.record.hurdle import Hurdle
from coaching.thresholds import DEED_DAYS, LOOK_AGAIN_DAYS

TOMORROW_DAYS = 1


def deed_whose(hurdle: Hurdle) -> Side:
    """Whose deed it is: as chosen; else it follows from who has something to own."""
    return hurdle.deed_whose or ("them" if hurdle.side == "them" else "me")


def deed_ideas(hurdle: Hurdle, known: KnownHurdle | None) -> tuple[str, ...]:
    """Ideas for the deed of whoever does it; none without a kind of hurdle."""
    if known is None:
        return ()
    ideas = known.deed_ideas
    return ideas.ask_of_them if deed_whose(hurdle) == "them" else ideas.mine


def days_ahead(hurdle: Hurdle, known: KnownHurdle | None, question: str) -> int:
    """In how many days the date of this question is proposed (house defaults)."""
    if question == "deed":
        return DEED_DAYS
    if question == "change":
        return known.follow_up_days if known else LOOK_AGAIN_DAYS
    return TOMORROW_DAYS if hurdle.how == "wait_a_day" else LOOK_AGAIN_DAYS
