"""The form that writes down a doubt, a fear or a hope, and what to do with it."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, cast

from textual import on
from textual.content import Content
from textual.widgets import Static

from coaching.errors import Refused, TrothError
from coaching.record.contact import SupportContact
from coaching.say import first_name, say_list
from coaching.verbs import doubts
from tui.widgets.choice import Choice
from tui.widgets.fields import Field, LongField
from tui.widgets.form import Form

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.widget import Widget

    from coaching.guide.forms import DoubtWords
    from coaching.guide.parts import Choice as Answer
    from coaching.record.doubt import Doubt, DoubtKind, Then
    from coaching.record.workbook import Workbook

ONLY_ME = "only me: it stands on no page for {name}, and not on home"
OUTSIDE: Then = "tell_someone_else"
FEW_NAMES = 3


class DoubtForm(Form[None]):
    """One doubt, fear or hope about the relationship; for the user alone."""

    DEFAULT_CSS = """
    DoubtForm TextArea { height: 5; }
    DoubtForm.-short TextArea { height: 3; }
    """

    def __init__(self, workbook: Workbook, words: DoubtWords, doubt: Doubt | None = None) -> None:
        """A new one in this workbook, or one that is there."""
        super().__init__()
        self.workbook = workbook
        self.words = words
        self.doubt = doubt
        self.draft_key = f"doubt-{workbook.id}-{doubt.id if doubt else 'new'}"

    @property
    def _who(self) -> str:
        return first_name(self.workbook.relationship.name)

    def title_text(self) -> str:
        """Say it or keep it, and with whom."""
        return f"Say it or keep it, with {self._who}"

    def fields(self) -> Iterator[Widget]:
        """What it is, its words, what then."""
        old, words = self.doubt, self.words
        yield Choice(_answers(words.kinds), old.kind if old else None, id="kind")
        yield LongField(
            "text",
            "In a line or two",
            value=old.text if old else "",
            under=ONLY_ME.replace("{name}", self._who),
        )
        yield Static("And then?", classes="field-label", id="and-then")
        yield Choice(
            [(one.id, f"{one.label}. {one.help}") for one in words.then],
            old.then if old else "not_yet",
            stacked=True,
            id="then",
        )
        yield Field("who", "Who", value=old.who if old else "", under=self._outside())

    def _outside(self) -> str:
        names: list[str] = []
        with suppress(TrothError):
            mine = self.app.world.coach.open(self.app.facts.mine.id)
            names = [one.name for one in mine.all(SupportContact)][:FEW_NAMES]
        yours = f"; your people outside: {say_list(names)}" if names else ""
        return f"only me{yours}"

    def on_mount(self) -> None:
        """Begin with the words; what it is is one shift+tab away."""
        super().on_mount()
        if self.doubt and not self.doubt.is_open:
            for part in ("#and-then", "#then"):
                self.query_one(part).display = False
        self._ask_who()
        self.field("text").query_one("TextArea").focus()

    @on(Choice.Changed, "#then")
    def _ask_who(self) -> None:
        self.field("who").display = self._then == OUTSIDE and self.query_one("#then").display

    @property
    def _then(self) -> str:
        return self.query_one("#then", Choice).value

    async def save(self) -> None:
        """Keep it."""
        text = self.field("text").text
        if not text.strip():
            raise Refused("Write a word or two.", field="text")
        coach = self.app.world.coach
        verb = partial(
            doubts.write,
            doubt_id=self.doubt.id if self.doubt else coach.new_id(),
            kind=cast("DoubtKind", self.query_one("#kind", Choice).value),
            text=text,
            today=self.app.now.date(),
            then=cast("Then", self._then),
            who=self.field("who").text if self._then == OUTSIDE else "",
        )
        changed = await self.app.carry_out(lambda: coach.do(self.workbook.id, verb))
        self.app.say(changed.said)


class Outside(Form[None]):
    """Whom the user would rather tell."""

    def __init__(self, workbook_id: str, doubt: Doubt) -> None:
        """About this doubt, fear or hope."""
        super().__init__()
        self.workbook_id = workbook_id
        self.doubt = doubt
        self.draft_key = f"doubt-outside-{doubt.id}"

    def title_text(self) -> str:
        """What is asked."""
        return "Tell someone else"

    def fields(self) -> Iterator[Widget]:
        """A name or a kind of person."""
        yield Field("who", "Who", value=self.doubt.who, under="only me", example="a friend, Ana")
        yield Static(Content("People outside you named stand under s on home."), classes="hint")

    async def save(self) -> None:
        """Keep the choice."""
        coach = self.app.world.coach
        who = self.field("who").text
        verb = partial(doubts.decide, doubt_id=self.doubt.id, then=OUTSIDE, who=who)
        changed = await self.app.carry_out(lambda: coach.do(self.workbook_id, verb))
        self.app.say(changed.said)


def _answers(choices: Sequence[Answer]) -> list[tuple[str, str]]:
    return [(one.id, one.label) for one in choices]
