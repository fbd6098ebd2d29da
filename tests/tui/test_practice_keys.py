"""Each practice is two keys from home, stands under `?`, and its records open from the page."""

import pytest
from textual.screen import Screen

from coaching.record.celebration import Celebration
from coaching.record.doubt import Doubt
from coaching.record.feedback import Feedback
from coaching.record.pulse import Pulse
from coaching.record.story import Telling
from coaching.record.topic import Topic
from coaching.record.trial import Trial
from tests.tui.app_for import (
    NOW,
    app_for,
    at_home,
    on_top,
    person,
    shows,
    vault_of,
)
from tests.tui.practice import BEN, records_of
from tui.celebration.desk import Celebrations, OneCelebration
from tui.doubt.desk import Doubts, OneDoubt
from tui.feedback.desk import FeedbackDesk, OneFeedback
from tui.independence.desk import Independence
from tui.independence.one_topic import OneTopic
from tui.pulse.desk import OnePulse, Pulses
from tui.relationship.deeds import deed, open_record
from tui.relationship.screen import RelationshipScreen
from tui.story.desk import OneTelling, Stories
from tui.trial.desk import OneTrial, Trials

TODAY = NOW.date()
DEEDS: dict[str, tuple[type[Screen[None]], str]] = {
    "doubt": (Doubts, "Say it or keep it: a doubt"),
    "feedback": (FeedbackDesk, "Feedback: prepare it"),
    "celebrate": (Celebrations, "Well done: note something good"),
    "story": (Stories, "Stories of your own"),
    "topic": (Independence, "Who decides: a topic"),
    "pulse": (Pulses, "A pulse: three statements"),
    "format": (Trials, "Try another format"),
}


@pytest.mark.parametrize("name", DEEDS)
async def test_a_practice_is_a_key_on_a_persons_page_and_escape_is_one_step_back(name: str) -> None:
    dialog, words = DEEDS[name]
    app = app_for(vault_of(person(BEN)))
    async with at_home(app, (80, 60)) as pilot:
        await pilot.press("1", "enter")
        await on_top(pilot, RelationshipScreen)
        await pilot.press("question_mark")
        await shows(pilot, words[:30])
        await pilot.press("escape", deed(name).key)
        await on_top(pilot, dialog)
        await pilot.press("escape")
        await on_top(pilot, RelationshipScreen)


async def test_enter_on_a_record_of_a_practice_opens_it() -> None:
    ben = person(BEN).put(
        Doubt(id="a", on=TODAY, kind="hope", text="a new field"),
        Feedback(id="b", direction="given", on=TODAY, behaviour="it was late"),
        Celebration(id="c", act="the first talk", whose="them", on=TODAY),
        Telling(id="d", title="the lost grant", by="me", told=TODAY),
        Topic(id="e", name="choosing tools", level=3, since=TODAY),
        Pulse(id="f", on=TODAY, first="me"),
        Trial(id="g", what="a walk", since=TODAY, until=TODAY),
    )
    opens: dict[str, tuple[type[Screen[None]], str]] = {
        "doubt a": (OneDoubt, "a new field"),
        "feedback b": (OneFeedback, "it was late"),
        "celebration c": (OneCelebration, "the first talk"),
        "story d": (OneTelling, "the lost grant"),
        "topic e": (OneTopic, "choosing tools"),
        "pulse f": (OnePulse, "You answer next"),
        "trial g": (OneTrial, "a walk"),
    }
    app = app_for(vault_of(ben))
    async with at_home(app) as pilot:
        for key, (dialog, words) in opens.items():
            open_record(app, records_of(app), key)
            await on_top(pilot, dialog)
            await shows(pilot, words)
            await pilot.press("escape")
            open_record(app, records_of(app), f"{key.split(' ')[0]} gone")
            await pilot.pause()
            assert not isinstance(app.screen, dialog)
