"""Which page shows which question."""

from tui.hurdle.pages import (
    choices,
    closest,
    dates,
    repair_lines,
    repair_listen,
    repair_own,
    repair_talk,
    source,
    support_ask,
    support_ladder,
    support_share,
    support_tell,
    texts,
)
from tui.hurdle.pages.base import Page
from tui.hurdle.pages.plan import PlanPage
from tui.hurdle.session import HurdleSession

PAGES: dict[str, type[Page]] = {
    "what_happened": texts.TextPage,
    "effect": texts.TextPage,
    "area": choices.AreaPage,
    "closest": closest.ClosestPage,
    "not_known": texts.TextPage,
    "signs": source.SignsPage,
    "told_apart": source.ToldApartPage,
    "their_account": source.AccountPage,
    "pending": choices.ChoicePage,
    "cost": texts.TextPage,
    "how": choices.HowPage,
    "look_again": dates.LookAgainPage,
    "side": choices.SidePage,
    "words": texts.WordsPage,
    "deed": dates.DeedPage,
    "change": dates.ChangePage,
    "who": choices.WhoPage,
    "first_sentence": texts.FirstSentencePage,
    "listen": repair_listen.ListenPage,
    "own_parts": repair_own.OwnPartsPage,
    "impact_note": repair_own.ImpactPage,
    "expected": repair_lines.ExpectedPage,
    "commitments": repair_lines.CommitmentsPage,
    "when_and_how": repair_talk.WhenAndHowPage,
    "heard_back": repair_listen.HeardBackPage,
    "answer_back": repair_talk.AnswerBackPage,
    "rung": support_ladder.RungPage,
    "to_tell": support_tell.ToTellPage,
    "share": support_share.SharePage,
    "how_to_ask": support_ask.HowToAskPage,
    "came_of_it": support_ask.CameOfItPage,
    "plan": PlanPage,
}


def page(session: HurdleSession) -> Page:
    """The page for the question where the session stands."""
    return PAGES[session.question](session)
