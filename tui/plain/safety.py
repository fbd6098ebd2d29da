"""The safety question on plain lines, and the calm card after a yes. Nothing of it is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coaching.hurdle.safety import calm_card
from tui.plain.question import Back, Option, choice, joined

if TYPE_CHECKING:
    from coaching.guide import About, SafetyItem
    from coaching.record.contact import SupportContact
    from tui.plain.desk import Desk

PLACE = "Before step 1 of 3"
AFTER_NONE = "Thank you. If that changes, type outside at any question to ask someone outside."
ABOUTS: tuple[About, ...] = ("me", "something_i_may_have_done", "someone_else")


@dataclass(frozen=True)
class Passed:
    """How the door was passed: `care` after a yes, with the kinds of people whose work it is."""

    care: bool
    routes: tuple[str, ...] = ()


def ask_safety(desk: Desk, contacts: Sequence[SupportContact], *, under_18: bool) -> Passed | None:
    """Ask, in full once a run, later in one line. None where the user leaves the hurdle here."""
    still = desk.safety_asked and _still_none(desk)
    while not still:
        desk.safety_asked = False
        item = _asked(desk)
        if item.answer == "none":
            break
        try:
            about = _about(desk, item)
            chosen = _card(desk, item, about, contacts, under_18=under_18)
        except Back:
            continue
        if chosen == "leave":
            return None
        if chosen == "go_on":
            care = item.answer == "yes"
            desk.safety_asked = not care
            return Passed(care, item.words_for(about).kinds)
    desk.safety_asked = True
    desk.say(AFTER_NONE)
    return Passed(care=False)


def _still_none(desk: Desk) -> bool:
    options = [Option(True, "Still none"), Option(False, "Hear the list again")]
    question = choice(desk.content.safety.door.later, options)
    return desk.prompt.need(question.placed(PLACE))


def _asked(desk: Desk) -> SafetyItem:
    safety = desk.content.safety
    options = [Option(item, item.text) for item in safety.items]
    question = choice(safety.door.question, options).telling(safety.door.help)
    return desk.prompt.need(question.placed(PLACE))


def _about(desk: Desk, item: SafetyItem) -> About:
    """Whom it is about; asked only after a yes."""
    if item.answer != "yes":
        return "someone_else"
    about = desk.content.safety.about
    labels: dict[str, str] = {one.id: one.label for one in about.choices}
    options = [Option(one, labels[one]) for one in ABOUTS]
    return desk.prompt.need(choice(about.question, options).placed(PLACE))


def _card(
    desk: Desk,
    item: SafetyItem,
    about: About,
    contacts: Sequence[SupportContact],
    *,
    under_18: bool,
) -> str:
    for part in calm_card(desk.content, item, about, contacts, today=desk.today, under_18=under_18):
        desk.say("", *([joined(part.title)] if part.title else []), *part.lines)
    choices = desk.content.safety.card.choices
    ways = [Option(one.id, one.label, one.help or "") for one in choices]
    return desk.prompt.need(choice("How do you want to go on?", ways).placed("Calm card"))
