"""One topic on the ladder: tries as the mentee says they went, and steps up or down."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.content import Content

from coaching.record.topic import MoveReason, Topic, Went
from coaching.say import say_short
from coaching.verbs import topics
from tui.independence.forms import TopicForm
from tui.widgets.desk import Line, OneRecord

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

TRIES: tuple[tuple[Went, str], ...] = (
    ("well", "well"),
    ("partly", "partly"),
    ("not_well", "not well"),
    ("cannot_say", "cannot say"),
)
LATEST_TRIES = 3


class OneTopic(OneRecord):
    """The six levels with the present one marked, the latest tries, and what can be done."""

    def record(self) -> Topic | None:
        """As it is now."""
        return self.workbook.find(Topic, self.record_id)

    @property
    def _as_says(self) -> str:
        mentor = self.workbook.relationship.i_am == "mentor"
        return f"as {self.who} says" if mentor else "as you say"

    def heading(self) -> str:
        """The topic."""
        topic = self.record()
        return topic.name if topic else ""

    def text(self) -> Content:
        """The ladder from its top, the tries, and the question where two went well."""
        topic = self.record()
        if topic is None:
            return Content("")
        levels = range(len(self.forms.ladder.levels), 0, -1)
        parts = [Content(self.forms.ladder.move_up)] if topics.ready_to_move_up(topic) else []
        parts += [self._rung(level, topic) for level in levels]
        parts += [Content.styled(words, "$text-muted") for words in _tries(topic, self.today)]
        return Content("\n").join(parts)

    def _rung(self, level: int, topic: Topic) -> Content:
        words = self.forms.ladder.level(level)
        here = level == topic.level
        line = (
            f"{'▸' if here else ' '} {level} {words.name}. {words.line}{' Here.' if here else ''}"
        )
        return Content.styled(line, "bold" if here else "$text-muted")

    def lines(self) -> Iterator[Line]:
        """A step up first where two tries went well; then tries, and steps down."""
        topic = self.record()
        if topic is None:
            return
        if topic.ended is None:
            ready = topics.ready_to_move_up(topic)
            yield from self._up(topic) if ready else ()
            yield from self._trying(topic)
            yield from () if ready else self._up(topic)
            yield from self._down(topic)
        rename = partial(self.open, TopicForm, self.workbook, self.forms.ladder, topic)
        yield Line("rename", "Another name", "", rename)
        if topic.ended is None:
            end = partial(topics.end, topic_id=topic.id, today=self.today)
            yield Line("end", "This topic is over", "the record stays", partial(self.carry, end))
        yield self.delete_line("topic", partial(topics.delete, topic_id=topic.id))

    def _trying(self, topic: Topic) -> Iterator[Line]:
        for went, words in TRIES:
            verb = partial(topics.try_out, topic_id=topic.id, went=went, today=self.today)
            note = f"today, {self._as_says}"
            yield Line(went, f"A try: {words}", note, partial(self.carry, verb))

    def _up(self, topic: Topic) -> Iterator[Line]:
        if topic.level < topics.HIGHEST:
            yield self._step(
                topic, topic.level + 1, "went_well", f"Up to {topic.level + 1}", self._as_says
            )

    def _down(self, topic: Topic) -> Iterator[Line]:
        if topic.level > 1:
            lower = topic.level - 1
            mentor = self.workbook.relationship.i_am == "mentor"
            asks = f"{self.who} asks for it" if mentor else "you ask for it"
            yield self._step(topic, lower, "mentee_asked", f"Down to {lower}", asks)
            yield self._step(topic, lower, "safety", f"Down to {lower}, for safety", "danger, law")

    def _step(self, topic: Topic, to: int, why: MoveReason, words: str, note: str) -> Line:
        verb = partial(topics.move, topic_id=topic.id, to=to, why=why, today=self.today)
        name = self.forms.ladder.level(to).name
        return Line(f"{why} {to}", f"{words}: {name}", note, partial(self.carry, verb))


def _tries(topic: Topic, today: date) -> Iterator[str]:
    went = dict(TRIES)
    for one in topic.tries[-LATEST_TRIES:]:
        yield f"Tried {say_short(one.on, today)} at level {one.level}: it went {went[one.went]}."
    if topic.moves:
        last = topic.moves[-1]
        yield f"From level {last.was} to {last.now} on {say_short(last.on, today)}."
    if topic.ended:
        yield f"Over since {say_short(topic.ended, today)}."
