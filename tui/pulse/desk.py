"""Pulses with one person, and one round: who answers next, and what both see."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import work
from textual.content import Content

from coaching.guide.parts import fill
from coaching.record.pulse import ANSWERS, PULSE_LINES, Pulse
from coaching.say import say_short
from coaching.verbs import pulses
from tui.pulse.answers import Answers, Sent
from tui.pulse.hand_over import HandOver
from tui.pulse.show import NAMES, ShowLines
from tui.widgets.desk import Desk, Line, OneRecord, open_desk, paragraphs, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coaching.guide.forms import PulseWords
    from coaching.record.base import Side
    from coaching.record.workbook import Workbook
    from tui.app import TrothApp

KEPT = (
    "What you answer is kept in a file on this computer. Troth shows it to nobody unless you say "
    "so; whoever opens that file could read it."
)
BOTH = "both answered"


def open_pulses(app: TrothApp, workbook: Workbook) -> None:
    """Pulses with this person."""
    open_desk(app, lambda forms: Pulses(workbook, forms))


def open_pulse(app: TrothApp, workbook: Workbook, record_id: str) -> None:
    """One round; nothing where it is gone."""
    if workbook.find(Pulse, record_id):
        open_desk(app, lambda forms: OnePulse(workbook, forms, record_id))


class Pulses(Desk):
    """Begin a round alone or together, copy the questions, or choose a round."""

    def heading(self) -> str:
        """With whom."""
        return f"A pulse, {self.who} and you"

    def text(self) -> str:
        """What it is."""
        words = self.forms.pulse
        return f"{words.opening} {words.shown}"

    def lines(self) -> Iterator[Line]:
        """Three beginnings, then the rounds, the newest first."""
        yield Line("alone", "+ Answer it alone", "only for yourself", partial(self._begin, True))
        together = partial(self._begin, False)
        yield Line("both", f"+ Take it with {self.who}", "each answers apart", together)
        yield Line("copy", "+ Copy the questions", "to send them yourself", self._copy)
        for one in sorted(self.workbook.all(Pulse), key=lambda one: one.on, reverse=True):
            words = f"A pulse, {say_short(one.on, self.today)}"
            note = state(self.workbook, one, self.who)
            yield Line(one.id, words, note, partial(self._choose, one.id))

    async def _begin(self, alone: bool) -> None:
        pulse_id = self.app.world.coach.new_id()
        verb = partial(pulses.begin, pulse_id=pulse_id, today=self.today, alone=alone)
        changed = await self.app.do(self.workbook.id, verb)
        if changed is not None:
            self.workbook = changed.workbook
            self._choose(pulse_id)

    def _choose(self, pulse_id: str) -> None:
        self.open(OnePulse, self.workbook, self.forms, pulse_id)

    def _copy(self) -> None:
        self.app.copy_to_clipboard(questions(self.forms.pulse))
        self.app.say("The questions are copied, without any answer. Send them yourself.")


class OnePulse(OneRecord):
    """What both see of a round, and whose turn it is."""

    def record(self) -> Pulse | None:
        """As it is now."""
        return self.workbook.find(Pulse, self.record_id)

    def heading(self) -> str:
        """When, and for whom."""
        pulse = self.record()
        if pulse is None:
            return ""
        whom = "for you alone" if pulse.alone else f"{self.who} and you"
        return f"A pulse, {say_short(pulse.on, self.today)}, {whom}"

    def text(self) -> Content:
        """Alone: the user's own answers. Together: only what each chose to show."""
        pulse = self.record()
        if pulse is None:
            return Content("")
        if pulse.alone:
            return _alone(self.workbook, pulse)
        apart = fill(self.forms.pulse.apart, name=self.who)
        turn = state(self.workbook, pulse, self.who)
        if turn != BOTH:
            later = "What each of you chooses to show stands here once both have answered."
            return paragraphs(("", apart), ("", f"{sentence(turn)} {later}"))
        seen = pulses.shown_to_both(self.workbook, pulse.id)
        table = [(NAMES[one.line], f"you: {one.me}; {self.who}: {one.them}") for one in seen]
        return paragraphs(*table)

    def lines(self) -> Iterator[Line]:
        """Answer, show, hand over; or delete the round."""
        pulse = self.record()
        if pulse is None:
            return
        order: tuple[Side, Side] = ("me", "them") if pulse.first == "me" else ("them", "me")
        first_done = _answered(self.workbook, pulse, pulse.first)
        for side in order[: 2 if first_done and not pulse.alone else 1]:
            yield from self._mine(pulse) if side == "me" else self._theirs(pulse)
        delete = partial(pulses.delete, pulse_id=pulse.id)
        yield self.delete_line("pulse, with its answers,", delete)

    def _mine(self, pulse: Pulse) -> Iterator[Line]:
        done = _answered(self.workbook, pulse, "me")
        words = "Change your answers" if done else "Your answers"
        yield Line("me", words, "only you read them", partial(self._answer, pulse))
        if done and not pulse.alone:
            show = partial(self.open, ShowLines, self.workbook, self.forms, pulse.id, "me")
            yield Line("show", "Show any of yours?", "line by line", show)

    def _theirs(self, pulse: Pulse) -> Iterator[Line]:
        again = " again, from empty" if _answered(self.workbook, pulse, "them") else ""
        words = f"Hand over: {self.who} answers{again}"
        yield Line("them", words, "nothing of yours is seen", partial(self._hand_over, pulse))
        sent = partial(self._sent, pulse)
        yield Line("sent", f"Type in what {self.who} sent you", "where you are far apart", sent)

    def _answer(self, pulse: Pulse) -> None:
        self.open(Answers, self.workbook, self.forms.pulse, pulse, "me")

    def _sent(self, pulse: Pulse) -> None:
        self.open(Sent, self.workbook, self.forms.pulse, pulse, "them")

    @work(group="hand over", exclusive=True)
    async def _hand_over(self, pulse: Pulse) -> None:
        """The card, the answers, what to show, and the card back; any escape ends at the last."""
        words = self.forms.pulse
        card = HandOver(f"For {self.who}", f"{words.opening}\n\n{words.shown}\n\n{KEPT}")
        if not await self.app.push_screen_wait(card):
            return
        answers = Answers(self.workbook, self.forms.pulse, pulse, "them")
        if await self.app.push_screen_wait(answers):
            now = self.app.world.coach.open(self.workbook.id)
            await self.app.push_screen_wait(ShowLines(now, self.forms, pulse.id, "them"))
        back = "Done. Hand the keyboard back; enter goes on to what both of you see."
        await self.app.push_screen_wait(HandOver("Hand it back", back))


def state(workbook: Workbook, pulse: Pulse, name: str) -> str:
    """Whose turn it is, in a few words."""
    if pulse.alone:
        return "for you alone"
    sides: tuple[Side, Side] = ("me", "them") if pulse.first == "me" else ("them", "me")
    for side in sides:
        if not _answered(workbook, pulse, side):
            return "you answer next" if side == "me" else f"{name} answers next"
    return BOTH


def questions(words: PulseWords) -> str:
    """The questions as a text to send, with the answers to choose from and no answer given."""
    answers = " / ".join(one.label for one in words.answers)
    asked = (
        line.text if line.id == "open" else f"{line.text} ({answers}, or pass)"
        for line in words.lines
    )
    return "\n".join((f"{words.opening} {words.shown}", "", *asked))


def _answered(workbook: Workbook, pulse: Pulse, side: Side) -> bool:
    return pulses.answer_of(workbook, pulse.id, side) is not None


def _alone(workbook: Workbook, pulse: Pulse) -> Content:
    answer = pulses.answer_of(workbook, pulse.id, "me")
    if answer is None:
        return Content("Only you read your answers. Passing needs no reason.")
    given = {line: getattr(answer, line) for line in PULSE_LINES}
    said = {line: text if line == "open" else ANSWERS[text] for line, text in given.items()}
    return paragraphs(*((NAMES[line], text or "passed") for line, text in said.items()))
