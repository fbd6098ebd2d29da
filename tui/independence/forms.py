"""The form that names a topic, or names it anew."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from coaching.errors import Refused
from coaching.say import first_name
from coaching.verbs import topics
from tui.widgets.choice import Choice
from tui.widgets.fields import Field
from tui.widgets.form import Form

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.widget import Widget

    from coaching.guide.forms import LadderWords
    from coaching.ports import Verb
    from coaching.record.topic import Topic
    from coaching.record.workbook import Workbook

MIDDLE = "3"
"""Where a new topic's choice stands at first: the mentor suggests."""


class TopicForm(Form[bool]):
    """A topic, and at which level the two are in it."""

    def __init__(self, workbook: Workbook, words: LadderWords, topic: Topic | None = None) -> None:
        """A new topic, or another name for one."""
        super().__init__()
        self.workbook = workbook
        self.words = words
        self.topic = topic
        self.draft_key = f"topic-{workbook.id}-{topic.id if topic else 'new'}"

    def title_text(self) -> str:
        """What is asked."""
        return "Another name for this topic" if self.topic else "A topic, and who decides in it"

    def fields(self) -> Iterator[Widget]:
        """The topic; for a new one its level."""
        name = self.topic.name if self.topic else ""
        who = first_name(self.workbook.relationship.name)
        us_two = f"us two: it may go on a page you make for {who}"
        example = "choosing experiments, talking to clients"
        yield Field("words", "Topic", value=name, under=us_two, example=example)
        if self.topic is None:
            yield Static("Where are you in it today?", classes="field-label")
            levels = [(str(one.level), f"{one.name}. {one.line}") for one in self.words.levels]
            yield Choice(levels, MIDDLE, stacked=True, id="level")
            right = " ".join(self.words.telling_is_right)
            yield Static(Content(f"Telling is right in: {right}"), classes="hint")

    def _verb(self, words: str) -> Verb:
        if self.topic:
            return partial(topics.rename, topic_id=self.topic.id, name=words)
        return partial(
            topics.name,
            topic_id=self.app.world.coach.new_id(),
            name=words,
            level=int(self.query_one("#level", Choice).value),
            today=self.app.now.date(),
        )

    async def save(self) -> bool:
        """Name it, or name it anew."""
        words = self.field("words").text.strip()
        if not words:
            raise Refused("Write a word or two.", "words")
        verb = self._verb(words)
        changed = await self.app.carry_out(lambda: self.app.world.coach.do(self.workbook.id, verb))
        self.app.say(changed.said)
        return True
