"""Walks through the wizard as a user would: shows a page, gives an answer, goes on."""

from typing import Any

from textual import events
from textual.pilot import Pilot

from coaching.record.hurdle import Hurdle
from coaching.record.workbook import Workbook
from tests.tui.app_for import HeardApp, seen, told, until
from tui.hurdle.screen import HurdleScreen

WHAT = "I cancelled our last two meetings on the day."
EFFECT = "Ben had prepared both times."
WORDS = "Ben, I cancelled twice on the day. That was my doing."
DEED = "send the introduction to Priya"
CHANGE = "If a date slips, I say so the day before."


DOOR = "Does any of this apply"
STILL = "Still none of those things that you know of?"


class Walk:
    """One user at the wizard."""

    def __init__(self, app: HeardApp, pilot: Pilot[Any]) -> None:
        self.app, self.pilot = app, pilot

    async def sees(self, text: str) -> None:
        """Wait until this stands on screen."""
        await until(self.pilot, lambda: text in seen(self.app))

    async def keys(self, *keys: str) -> None:
        """Press keys."""
        await self.pilot.press(*keys)

    async def writes(self, text: str) -> None:
        """Paste a text and go on."""
        await self.pastes(text)
        await self.keys("tab")

    async def pastes(self, text: str) -> None:
        """Paste a text where the keys go, and wait until it stands there."""
        self.app.post_message(events.Paste(text))
        await self.sees(text.split("\n", maxsplit=1)[0][:40])

    async def begins(self) -> None:
        """Open a hurdle with the person under the cursor, with nothing to say at the door."""
        await self.keys("h")
        await self.passes_door()
        await self.sees("What happened?")

    async def passes_door(self) -> None:
        """Nothing to say at the door, be it the whole question or, the same day, one line."""
        await until(self.pilot, lambda: DOOR in seen(self.app) or STILL in seen(self.app))
        await self.keys("y" if STILL in seen(self.app) else "i")

    async def says_at_door(self, what: str, about: str) -> None:
        """Open a hurdle with the person under the cursor, and say at the door what it is about."""
        await self.keys("h")
        await self.sees("Does any of this apply")
        await self.keys(what)
        await self.sees("Is it about")
        await self.keys(about)

    async def comes_back(self) -> None:
        """Open again, from home, a hurdle that waits."""
        await self.keys("3", "enter")
        await self.passes_door()

    async def writes_story(self, what: str = WHAT, effect: str = EFFECT) -> None:
        """What happened, and its effect, whatever is asked next."""
        await self.writes(what)
        await self.sees("What did it do?")
        await self.writes(effect)

    async def tells(self, what: str = WHAT, effect: str = EFFECT) -> None:
        """What happened, and its effect."""
        await self.writes_story(what, effect)
        await self.sees("Which of these is nearest?")

    async def finds_source(self) -> None:
        """The three answers of step 1: promises slip."""
        await self.tells()
        await self.keys("1")
        await self.sees("Which comes closest?")
        await self.keys("1")

    async def has_to_own(self) -> None:
        """Talk, and the user has something to own: to the door before the words."""
        await self.sees("How do you want to go on?")
        await self.keys("1")
        await self.sees("Who has something to own here?")
        await self.keys("1")
        await self.sees("Still none of those things that you know of?")

    async def repairs(self) -> None:
        """The four answers of step 2, from the page that asks how to go on."""
        await self.has_to_own()
        await self.keys("y")
        await self.sees("Own it, in your words")
        await self.writes(WORDS)
        await self.sees("One deed, small, with a date")
        await self.pastes(DEED)
        await self.keys("ctrl+s")
        await self.sees("One change")
        await self.writes(CHANGE)
        await self.keys("tab")

    async def reaches_outside(self) -> None:
        """The two answers of step 3."""
        await self.sees("Who outside the two of you could help?")
        await self.keys("1")
        await self.sees("Your first sentence to them")
        await self.keys("tab")
        await self.sees("A plan for a hurdle")

    async def makes_plan(self) -> None:
        """From home to a whole plan with the person under the cursor."""
        await self.begins()
        await self.finds_source()
        await self.repairs()
        await self.reaches_outside()

    async def reaches_outside_alone(self) -> None:
        """From the first page of a hurdle alone, past step 2, to a plan."""
        await self.sees("Nothing is kept, unless you ask for it.")
        await self.keys("1")
        await self.passes_door()
        await self.tells()
        await self.keys("a")
        await self.reaches_outside()

    async def goes_home(self) -> None:
        """Back to home, one question at a time."""
        while isinstance(self.app.screen, HurdleScreen):
            await self.keys("escape")
            await self.pilot.pause()

    def workbook(self, name: str = "Ben Lindqvist") -> Workbook:
        """The records about a person, read again."""
        return told(self.app).named(name)

    def hurdle(self, name: str = "Ben Lindqvist") -> Hurdle:
        """The one hurdle with a person, read again."""
        (found,) = self.workbook(name).all(Hurdle)
        return found
