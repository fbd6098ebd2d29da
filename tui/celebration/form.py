"""The form that notes one act worth celebrating, or changes it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from textual import on
from textual.content import Content
from textual.widgets import Input, Static

from coaching.errors import Refused
from coaching.say import say_day
from coaching.verbs import celebrations
from tui.widgets.choice import Choice
from tui.widgets.day_form import DayForm
from tui.widgets.fields import Field

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.widget import Widget

    from coaching.guide.forms import CelebrationWords
    from coaching.ports import Verb
    from coaching.record.celebration import Celebration
    from coaching.record.workbook import Workbook

CONSENTS = (("not_asked", "not asked yet"), ("yes", "yes"), ("no", "rather not"))


class CelebrationForm(DayForm):
    """The act first; all the rest may stay empty."""

    def __init__(
        self, workbook: Workbook, words: CelebrationWords, entry: Celebration | None = None
    ) -> None:
        """A new one with this person, or one that is there."""
        super().__init__(workbook, f"celebration-{workbook.id}-{entry.id if entry else 'new'}")
        self.words = words
        self.entry = entry

    def title_text(self) -> str:
        """With whom."""
        return f"Something good, {self.who} and you"

    def fields(self) -> Iterator[Widget]:
        """Act, effort, effect, whose, when, what kind, who hears of it."""
        old = self.entry
        both = f"us two: it may go on a page you make for {self.who}, and on your home"
        yield Field("act", "One act: who did what", value=old.act if old else "", under=both)
        yield Field("effort", "The effort in it", value=old.effort if old else "")
        yield Field("effect", "What it led to", value=old.effect if old else "")
        yield Static("Whose is it?", classes="field-label")
        theirs = "them" if self.workbook.relationship.i_am == "mentor" else "me"
        whose = [("them", self.who), ("me", "mine"), ("both", "both of us")]
        yield Choice(whose, old.whose if old else theirs, id="whose")
        yield self.day_field("When?", say_day(old.on) if old else "today")
        yield Static("What kind of thing?", classes="field-label")
        causes = [(one.id, one.label) for one in self.words.causes]
        yield Choice(causes, old.cause if old else "other", stacked=True, id="cause")
        others = "may stay empty; somebody besides the two of you"
        yield Field("hears", "Who else hears of it", value=old.hears if old else "", under=others)
        yield Static("May it be told? Ask whose it is.", classes="field-label", id="may-it")
        yield Choice(CONSENTS, old.consent if old else None, id="consent")
        avoid = " ".join(self.words.avoid)
        yield Static(Content(f"What spoils it: {avoid}"), classes="hint")

    def on_mount(self) -> None:
        """Ask for consent only where somebody else is to hear of it."""
        super().on_mount()
        self._ask_consent()

    @on(Input.Changed)
    def _ask_consent(self) -> None:
        others = bool(self.field("hears").text.strip())
        for part in ("#may-it", "#consent"):
            self.query_one(part).display = others

    def verb(self) -> Verb:
        """Keep it, or change the one that is there."""
        fields: dict[str, Any] = {
            name: self.field(name).text for name in ("act", "effort", "effect", "hears")
        }
        if not fields["act"].strip():
            raise Refused("Say in a few words who did what.", "act")
        fields |= {name: self.query_one(f"#{name}", Choice).value for name in ("whose", "cause")}
        asked = bool(fields["hears"].strip())
        fields["consent"] = self.query_one("#consent", Choice).value if asked else "not_asked"
        fields["on"] = self.day()
        if self.entry:
            return partial(celebrations.change, celebration_id=self.entry.id, **fields)
        new_id = self.app.world.coach.new_id()
        return partial(celebrations.celebrate, celebration_id=new_id, **fields)
