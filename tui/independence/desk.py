"""The topics with one person, and who decides in each."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from coaching.record.checkin import Checkin
from coaching.record.goal import Goal
from coaching.record.topic import Topic
from coaching.say import say_count, say_short
from tui.independence.forms import TopicForm
from tui.independence.one_topic import OneTopic
from tui.widgets.desk import Desk, Line, open_desk

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coaching.record.workbook import Workbook
    from tui.app import TrothApp


def open_independence(app: TrothApp, workbook: Workbook) -> None:
    """Topics with this person."""
    open_desk(app, lambda forms: Independence(workbook, forms))


def open_topic(app: TrothApp, workbook: Workbook, record_id: str) -> None:
    """One topic; nothing where it is gone."""
    if workbook.find(Topic, record_id):
        open_desk(app, lambda forms: OneTopic(workbook, forms, record_id))


class Independence(Desk):
    """Name a topic, or choose one: the open ones first."""

    def heading(self) -> str:
        """With whom."""
        return f"Who decides: {self.who} and you"

    def text(self) -> str:
        """What the ladder is, and who wrote goals and agendas so far."""
        return "\n".join(filter(None, (self.forms.ladder.opening, self._authors())))

    def _authors(self) -> str:
        goals = [one.author for one in self.workbook.all(Goal)]
        agendas = [one.agenda_by for one in self.workbook.all(Checkin) if one.agenda_by]
        said = (_by(goals, "goal", self.who), _by(agendas, "agenda", self.who))
        return " ".join(filter(None, said))

    def lines(self) -> Iterator[Line]:
        """A new topic, then those there are."""
        topic = partial(self.open, TopicForm, self.workbook, self.forms.ladder)
        yield Line("topic", "+ Name a topic, and who decides in it", "", topic)
        for one in sorted(self.workbook.all(Topic), key=lambda one: one.ended is not None):
            level = self.forms.ladder.level(one.level)
            over = (
                f"ended {say_short(one.ended, self.today)}"
                if one.ended
                else f"{level.level} of 6: {level.name}"
            )
            yield Line(one.id, one.name, over, partial(self._topic, one.id))

    def _topic(self, topic_id: str) -> None:
        self.open(OneTopic, self.workbook, self.forms, topic_id)


def _by(authors: Sequence[str], noun: str, name: str) -> str:
    """Who wrote so many of them: counts, and nothing more."""
    if not authors:
        return ""
    sides = {"me": "you", "them": name, "both": "both of you"}
    counted = [f"{authors.count(side)} by {who}" for side, who in sides.items() if side in authors]
    return f"{say_count(len(authors), noun)}: {', '.join(counted)}."
