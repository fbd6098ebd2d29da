"""Said, heard, meant: the user's own column first, then the other's as they told it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, cast

from textual import on
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from coaching.hurdle import listen
from coaching.record.base import Side
from coaching.record.repair import HeardBack, Listened
from tui.hurdle.pages.base import Page
from tui.widgets.choice import Choice
from tui.widgets.fields import Field

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

ONLY_ME = "only me"
BACK: Mapping[str, tuple[Side, ...]] = MappingProxyType(
    {"": (), "me": ("me",), "them": ("them",), "both": ("me", "them")}
)


class ListenPage(Page):
    """Whose words they were, what was said, what the user meant or heard, what it did."""

    def widgets(self) -> Iterable[Widget]:
        """The user's own column."""
        session, words = self.session, self.session.content.repair.listen
        kept = session.answers.listen
        proposed: Side = "them" if session.answers.side == "them" else "me"
        self._speaker = self._at_first = kept.speaker if kept else proposed
        who = Choice([("me", "I did"), ("them", f"{session.name} did")], self._speaker, id="who")
        yield Container(Static("Who spoke", classes="field-label"), who, classes="asked")
        yield Field(
            "said",
            "The words",
            value=kept.said if kept else "",
            under=f"{ONLY_ME}. As you remember them; unsure stays empty.",
        )
        mine = kept.mine if kept else ""
        yield Field("mine", self._took(), value=mine, under=ONLY_ME)
        effect = f"{ONLY_ME}. {words.effect}"
        yield Field("effect", "It did", value=kept.effect if kept else "", under=effect)
        yield Static(Content(words.unknown), classes="help")

    def answer(self) -> Mapping[str, Any] | None:
        """The column; nothing written and nobody chosen leaves it open."""
        texts = {field.field: field.text.strip() for field in self.query(Field)}
        if not any(texts.values()) and self._speaker == self._at_first:
            return None
        return {"listen": Listened(speaker=self._speaker, **texts)}

    def _took(self) -> str:
        return "You meant" if self._speaker == "me" else "You heard"

    @on(Choice.Changed, "#who")
    def _who_spoke(self, event: Choice.Changed) -> None:
        self._speaker = cast("Side", event.value)
        label = self.query_one("#field-mine .field-label", Static)
        label.update(Content(self._took()))


class HeardBackPage(Page):
    """The other's column, only as told or written by them; one sentence both can sign."""

    DEFAULT_CSS = """
    HeardBackPage .recap { display: none; }
    HeardBackPage .column {
        height: auto; color: $text-muted; margin-bottom: 1;
        text-wrap: nowrap; text-overflow: ellipsis;
    }
    """

    def widgets(self) -> Iterable[Widget]:
        """What they told, where the two stand now, and who could say it back."""
        session, words = self.session, self.session.content.repair.listen
        mine, kept = session.answers.listen, session.answers.heard_back or HeardBack()
        if listen.told_differently(mine, session.answers.heard_back):
            yield Static(Content(words.differs), classes="note")
        name = session.name
        yield Static(Content("\n".join(self._own_column())), classes="column")
        yield Field("said", "They recall", value=kept.said, under=f"{ONLY_ME}. As {name} told it.")
        took = "They heard" if mine is None or mine.speaker == "me" else "They meant"
        under = f"{ONLY_ME}. Only what {name} said or wrote; else empty."
        yield Field("theirs", took, value=kept.theirs, under=under)
        us_two = session.say(session.content.wizard.readers.us_two)
        yield Field("now", "Now", value=kept.now, under=f"us two. {us_two}")
        back = next((key for key, sides in BACK.items() if sides == kept.said_back), "")
        answers = [("", "not yet"), ("me", "I could"), ("them", f"{name} could"), ("both", "both")]
        choice = Choice(answers, back, id="back")
        yield Container(Static("Said back", classes="field-label"), choice, classes="asked")
        cleared = words.cleared if listen.cleared_up(kept) else words.not_cleared
        yield Static(Content(cleared), classes="help")

    def _own_column(self) -> Iterable[str]:
        """What the user wrote for themselves, a line each."""
        mine = self.session.answers.listen
        if mine is None:
            return
        took = "You meant" if mine.speaker == "me" else "You heard"
        for label, text in (("You recall", mine.said), (took, mine.mine), ("It did", mine.effect)):
            if text:
                yield f"{label:<11} “{' '.join(text.split())}”"

    def answer(self) -> Mapping[str, Any] | None:
        """Their column; nothing written leaves it open."""
        texts: dict[str, Any] = {field.field: field.text.strip() for field in self.query(Field)}
        said_back = BACK[self.query_one("#back", Choice).value]
        if not any(texts.values()) and not said_back:
            return None
        return {"heard_back": HeardBack(**texts, said_back=said_back)}
