"""The form in which one side answers a pulse; nothing of the other side is on the screen."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from textual.content import Content
from textual.widgets import Static

from coaching.record.pulse import PULSE_LINES
from coaching.say import first_name
from coaching.verbs import pulses
from coaching.verbs.together import together
from tui.widgets.choice import Choice
from tui.widgets.fields import LongField
from tui.widgets.form import Form

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.widget import Widget

    from coaching.guide.forms import PulseWords
    from coaching.ports import Verb
    from coaching.record.base import Side
    from coaching.record.pulse import Pulse, PulseAnswer
    from coaching.record.workbook import Workbook

PASS = ("", "pass")


class Answers(Form[bool]):
    """Three choices and a line. It covers the whole screen, so that the two can sit together.

    What the other side types is no draft and never comes back: only its author reads it.
    """

    DEFAULT_CSS = """
    Answers { background: $background; }
    Answers TextArea { height: 4; }
    """

    def __init__(self, workbook: Workbook, words: PulseWords, pulse: Pulse, side: Side) -> None:
        """One side's answers in this round."""
        super().__init__()
        self.workbook = workbook
        self.words = words
        self.pulse = pulse
        self.side = side
        self.draft_key = f"pulse-{pulse.id}" if side == "me" else ""

    @property
    def old(self) -> PulseAnswer | None:
        """What the user answered before; what the other answered is never put back."""
        mine = self.side == "me"
        return pulses.answer_of(self.workbook, self.pulse.id, "me") if mine else None

    def title_text(self) -> str:
        """Whose answers."""
        if self.side == "me":
            return "A pulse: your answers"
        return f"A pulse: {first_name(self.workbook.relationship.name)}, your answers"

    def fields(self) -> Iterator[Widget]:
        """The statements, then the question."""
        yield Static(Content(self.words.shown), classes="hint")
        yield Static("")
        answers = [PASS, *((one.id, one.label) for one in self.words.answers)]
        for line in self.words.lines:
            value = getattr(self.old, line.id) if self.old else ""
            if line.id == "open":
                yield LongField(
                    "open", line.text, value=value, under=f"{line.helper} Only you read it."
                )
            else:
                yield Static(Content.assemble(line.text, (f"  {line.helper}", "$text-muted")))
                yield Choice(answers, value, id=line.id)

    def given(self) -> dict[str, Any]:
        """The answers as they stand; a line that is passed is empty."""
        given = {one.id or "": one.value for one in self.query(Choice)}
        return given | {"open": self.field("open").text}

    def verb(self) -> Verb:
        """Answer for this side."""
        return partial(
            pulses.answer,
            answer_id=self.app.world.coach.new_id(),
            pulse_id=self.pulse.id,
            side=self.side,
            **self.given(),
        )

    async def save(self) -> bool:
        """Keep them; their author reads them, nobody else."""
        verb = self.verb()
        changed = await self.app.carry_out(lambda: self.app.world.coach.do(self.workbook.id, verb))
        self.app.say(changed.said)
        return True


class Sent(Answers):
    """What a distant other chose to show, typed in from what they sent."""

    DEFAULT_CSS = """
    Sent { background: $background 60%; }
    """

    def title_text(self) -> str:
        """Whose answers."""
        return f"What {first_name(self.workbook.relationship.name)} chose to show you"

    def verb(self) -> Verb:
        """Answer for them, and show all of it: they chose it."""
        shows = [
            partial(pulses.show, pulse_id=self.pulse.id, side=self.side, line=line)
            for line in PULSE_LINES
            if self.given()[line].strip()
        ]
        return together(super().verb(), *shows)
