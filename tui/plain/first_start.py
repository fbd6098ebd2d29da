"""The first start on plain lines: what brings the user here."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui.plain.add import add_person
from tui.plain.desk import NOTHING_CHANGED
from tui.plain.hurdle import hurdle_alone
from tui.plain.question import Back, Option, choice

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.plain.desk import Desk

LOOK_AROUND = "look_around"
WORKSHOP = "End Troth with leave, then type: troth workshop"


def first_start(desk: Desk) -> None:
    """Ask until somebody is there, or the user wants to look around; no name has to be given."""
    welcome = desk.content.start.welcome
    desk.say("", welcome.opening, welcome.yours, welcome.not_a_substitute)
    options = [Option(one.id, one.label, one.help or "") for one in welcome.choices]
    options.append(Option(LOOK_AROUND, "Look around first"))
    question = choice(welcome.question, options, rest=True).placed("First start")
    deeds: dict[str, Callable[[], None]] = {
        "mentor": partial(add_person, desk, "mentor"),
        "mentee": partial(add_person, desk, "mentee"),
        "hurdle_alone": partial(hurdle_alone, desk),
        "workshops": partial(desk.say, WORKSHOP),
    }
    with desk.prompt.at("First start"):
        while not desk.facts().people:
            try:
                chosen = desk.prompt.need(question)
                if chosen == LOOK_AROUND:
                    return
                deeds[chosen]()
            except Back:
                desk.say(NOTHING_CHANGED)
