"""The safety question on plain lines, and the calm card after a yes. Nothing of it is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coaching.hurdle import door
from coaching.hurdle.safety import calm_card
from tui.plain.question import Back, Option, choice, choice_by_first_words, joined

if TYPE_CHECKING:
    from coaching.guide import About, SafetyItem
    from coaching.record.contact import SupportContact
    from tui.plain.desk import Desk

PLACE = "Safety question"
ABOUTS: tuple[About, ...] = ("me", "something_i_may_have_done", "someone_else")


@dataclass(frozen=True)
class Passed:
    """How the door was passed: `care` after a yes, with the kinds of people whose work it is."""

    care: bool
    routes: tuple[str, ...] = ()


def ask_safety(desk: Desk, contacts: Sequence[SupportContact], *, under_18: bool) -> Passed | None:
    """Ask, in full once a run, later in one line. None where the user leaves the hurdle here."""
    desk.safety_heard = True
    walk = _Walk(desk, contacts, under_18)
    at = door.opening(asked_before=desk.safety_asked)
    while at not in ("passed", "passed_with_care", "left"):
        at = walk.after(at)
    if at == "left":
        return None
    desk.safety_asked = at == "passed"
    if walk.item is None or walk.item.answer == "none":
        desk.say(desk.content.safety.door.after_none_plain)
        return Passed(care=False)
    return Passed(at == "passed_with_care", walk.item.words_for(walk.about).kinds)


@dataclass
class _Walk:
    """One time through the door: what was answered so far."""

    desk: Desk
    contacts: Sequence[SupportContact]
    under_18: bool
    item: SafetyItem | None = None
    about: About = "someone_else"

    def after(self, at: door.At) -> door.At:
        """Ask at this page; the page that follows the answer. Back leads to the whole question."""
        if at == "still":
            return door.after_still(none=self._still_none())
        if at == "door" or self.item is None:
            self.desk.safety_asked = False
            self.item, self.about = self._asked(), "someone_else"
            return door.after_door(self.item.answer)
        try:
            if at == "about":
                self.about = self._whom()
                return "card"
            return door.after_card(self._card(self.item), self.item.answer)
        except Back:
            return "door"

    def _still_none(self) -> bool:
        words = self.desk.content.safety.door
        options = [Option(True, words.still_none), Option(False, words.list_again)]
        return self.desk.prompt.need(choice(words.later, options).placed(PLACE))

    def _asked(self) -> SafetyItem:
        safety = self.desk.content.safety
        options = [Option(item, item.text) for item in safety.items]
        question = choice_by_first_words(safety.door.question, options).telling(safety.door.help)
        return self.desk.prompt.need(question.placed(PLACE))

    def _whom(self) -> About:
        about = self.desk.content.safety.about
        labels: dict[str, str] = {one.id: one.label for one in about.choices}
        options = [Option(one, labels[one]) for one in ABOUTS]
        return self.desk.prompt.need(choice(about.question, options).placed(PLACE))

    def _card(self, item: SafetyItem) -> str:
        desk = self.desk
        for part in calm_card(
            desk.content,
            item,
            self.about,
            self.contacts,
            today=desk.today,
            under_18=self.under_18,
            limits=desk.world.limits,
        ):
            desk.say("", *([joined(part.title)] if part.title else []), *part.lines)
        choices = desk.content.safety.card.choices
        ways = [Option(one.id, one.label, one.help or "") for one in choices]
        return desk.prompt.need(choice("How do you want to go on?", ways).placed("Calm card"))
