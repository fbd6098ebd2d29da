"""Guided tagging of the user's own sentences; or, for a harmed side, an impact note."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static, TextArea

from coaching.errors import TrothError
from coaching.hurdle import own
from coaching.hurdle.form_answers import fields_of
from coaching.hurdle.forms import parts_of
from tui.hurdle.pages.base import Page
from tui.hurdle.pages.part_fields import PARTS, answered, part_field
from tui.widgets.fields import Field
from tui.widgets.rows import Column, Row, Rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual import events
    from textual.widget import Widget

    from coaching.hurdle.own import ShapeAsk
    from coaching.record.repair import TaggedSentence
    from coaching.wording import WordingContent
    from tui.app import TrothApp

COLUMNS = (Column("", 34, grow=3), Column("", 24, grow=1, style="$text-muted"))
PARTS_IN_A_LINE = 3
KEYS = "123456"
HOW = "Move to a sentence and press a number; w changes your words."


class OwnPartsPage(Page):
    """The user says which sentence does what; only the shape of that sentence is looked at."""

    app: TrothApp
    DEFAULT_CSS = """
    OwnPartsPage .recap { display: none; }
    OwnPartsPage #shape { margin-top: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("w", "words", "my words", id="hurdle.words", tooltip="Change the words you wrote"),
    ]

    @dataclass
    class Changing(Message):
        """The user wants to change the words."""

    _words: WordingContent | None = None

    def question_lines(self) -> Iterable[Widget]:
        """The question, and which keys mark a sentence."""
        question = self.session.worded()
        yield Static(Content(self.session.say(question.title)), classes="question")
        help_text = " ".join((HOW, *map(self.session.say, question.help)))
        yield Static(Content(help_text), classes="help")

    def widgets(self) -> Iterable[Widget]:
        """The six parts by their numbers, the sentences, what one of them asks."""
        words = self.session.content.repair.own
        keys = [f"{number} {part.label}" for number, part in enumerate(words.parts, 1)]
        lines = (keys[:PARTS_IN_A_LINE], keys[PARTS_IN_A_LINE:])
        legend = "\n".join("   ".join(f"{one:<22}" for one in line).rstrip() for line in lines)
        yield Static(Content(legend), classes="note")
        yield Rows(COLUMNS, id="sentences")
        yield Static(id="shape", classes="note")
        yield Static(id="open", classes="help")
        yield Static(Content(words.limits), classes="help")

    def on_mount(self) -> None:
        """Show the sentences; what the check knows is read meanwhile."""
        answers = self.session.answers
        self._sentences = own.own_sentences(answers.words)
        self._show()
        self._read_words()

    def answer(self) -> Mapping[str, Any] | None:
        """The marks, which are kept as they are made; none leaves it open."""
        return {"own_parts": self._tagged} if self._tagged else None

    def action_words(self) -> None:
        """To the words; afterwards here again."""
        self.session.change_words()
        self.post_message(self.Changing())

    def on_key(self, event: events.Key) -> None:
        """Its number marks the sentence under the cursor, or takes the mark off."""
        place = KEYS.find(event.character) if event.character else -1
        sentence = self._sentence
        if place >= 0 and sentence is not None:
            event.stop()
            self.run_worker(self._mark(own.toggled(self._tagged, sentence, own.PARTS[place])))

    @property
    def _tagged(self) -> tuple[TaggedSentence, ...]:
        answers = self.session.answers
        return own.still_there(answers.own_parts, answers.words)

    @property
    def _sentence(self) -> str | None:
        key = self.query_one("#sentences", Rows).key
        return self._sentences[int(key)] if key is not None else None

    async def _mark(self, tagged: tuple[TaggedSentence, ...]) -> None:
        try:
            await self.app.carry_out(lambda: self.session.answer(own_parts=tagged))
        except TrothError as error:
            self.app.show_error(error)
        self._show()

    @work(group="reading", exclusive=True)
    async def _read_words(self) -> None:
        try:
            self._words = await asyncio.to_thread(lambda: self.app.world.wording)
        except TrothError as error:
            self.app.show_error(error)
            return
        self._ask()

    def _show(self) -> None:
        words, tagged = self.session.content.repair.own, self._tagged
        rows = [
            Row(str(place), (one, ", ".join(map(words.label, own.parts_of(tagged, one)))))
            for place, one in enumerate(self._sentences)
        ]
        self.query_one("#sentences", Rows).show(rows)
        left = ", ".join(words.label(part) for part in own.not_marked(tagged))
        shown = f"{words.not_marked} {left}." if left else words.all_marked
        self.query_one("#open", Static).update(Content(shown))
        self._ask()

    @on(Rows.Moved, "#sentences")
    def _ask(self) -> None:
        sentence, words = self._sentence, self.session.content.repair.own
        if sentence is None or self._words is None or not self.is_attached:
            return
        asked = own.shape(sentence, own.parts_of(self._tagged, sentence), words, self._words)
        asked = asked or own.flagged(sentence, self._words)
        lines = [f"“{sentence}”"]
        lines += [f"? {_told(one)}" for one in asked]
        self.query_one("#shape", Static).update(Content("\n".join(lines)))

    @on(Rows.Chosen, "#sentences")
    async def _chosen(self) -> None:
        await self.screen.run_action("next")


def _told(one: ShapeAsk) -> str:
    quoted = f"“{one.quote}” {one.why} " if one.quote else ""
    return f"{quoted}{one.ask}"


class ImpactPage(Page):
    """Situation, behaviour, impact, one request, each with the question its shape asks."""

    DEFAULT_CSS = """
    ImpactPage LongField TextArea { height: 4; }
    """

    def widgets(self) -> Iterable[Widget]:
        """The four parts."""
        yield from map(part_field, parts_of("impact_note", self.session.sitting))

    def answer(self) -> Mapping[str, Any] | None:
        """The note; it takes the place of the words where these were empty or made of it."""
        return fields_of("impact_note", answered(self.query(PARTS)), self.session.sitting)

    @on(Input.Changed)
    @on(TextArea.Changed)
    def _ask(self) -> None:
        forms = self.session.content.forms
        for field in self.query(Field):
            asked = forms.shape_questions(field.field, field.text)
            field.explain("? " + " ".join(asked) if asked else None)
