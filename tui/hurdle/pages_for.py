"""Which page shows which question."""

from tui.hurdle.pages import choices, dates, texts
from tui.hurdle.pages.base import Page
from tui.hurdle.pages.plan import PlanPage
from tui.hurdle.session import HurdleSession

PAGES: dict[str, type[Page]] = {
    "what_happened": texts.TextPage,
    "effect": texts.TextPage,
    "area": choices.AreaPage,
    "closest": choices.ClosestPage,
    "pending": choices.ChoicePage,
    "how": choices.HowPage,
    "look_again": dates.LookAgainPage,
    "side": choices.SidePage,
    "words": texts.WordsPage,
    "deed": dates.DeedPage,
    "change": dates.ChangePage,
    "who": choices.WhoPage,
    "first_sentence": texts.FirstSentencePage,
    "plan": PlanPage,
}


def page(session: HurdleSession) -> Page:
    """The page for the question where the session stands."""
    return PAGES[session.question](session)
