"""A paste of 100 kB into every field: taken whole or refused whole, and nothing breaks."""

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from tests.torture.bench import Bench, go, settled, strike
from tests.torture.keys import FORMS_BEHIND, WAYS, some_now
from tests.torture.records import assert_nothing_lost, kept, take_all_back
from tui.app import TrothApp

HUGE = "never mind " * 9_300
WITH_FIELDS = (
    "someone new",
    "an outcome",
    "a promise",
    "a hurdle begun",
    "find",
    "a new contact",
    "the guide",
    "put off",
    "commands",
    "a person: note",
    "a person: edit",
    "delete",
    "during a check-in: a line",
    *FORMS_BEHIND,
)
PLACES = {**WAYS, **FORMS_BEHIND, "during a check-in: a line": ("1", "b", "d", "a")}


def text_of(field: Input | TextArea) -> str:
    """What stands in a field."""
    return field.value if isinstance(field, Input) else field.text


def fields(pilot: Pilot[None]) -> list[Input | TextArea]:
    """The fields of the screen on top."""
    screen = pilot.app.screen
    return [*screen.query(Input), *screen.query(TextArea)]


@pytest.mark.parametrize("screen", some_now(WITH_FIELDS))
async def test_a_huge_paste_is_taken_whole_or_refused_whole(bench: Bench, screen: str) -> None:
    before = kept(bench.folder)
    async with bench.opened() as pilot:
        await go(pilot, PLACES[screen])
        assert fields(pilot)
        for field in fields(pilot):
            field.focus()
            await settled(pilot)
            had = text_of(field)
            pilot.app.post_message(events.Paste(HUGE))
            await settled(pilot)
            got = text_of(field)
            assert got == had or HUGE.strip() in got, f"{field}: {len(got)} characters"
        for key in ("enter", "ctrl+s", "escape"):
            await strike(pilot, key)
            await settled(pilot)
        app = pilot.app
        assert isinstance(app, TrothApp)
        await take_all_back(app)
        assert_nothing_lost(before, kept(bench.folder))
