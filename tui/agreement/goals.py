"""The goals of two people: written in whose words, reached, changed or let go."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from textual.content import Content
from textual.widgets import Static

from coaching.record.goal import Author, Goal, GoalEnd
from coaching.say import first_name, say_day
from coaching.verbs import goals
from tui.widgets.choice import Choice
from tui.widgets.desk import Desk, Line, OneRecord, open_desk, paragraphs
from tui.widgets.fields import Field
from tui.widgets.form import Form

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.widget import Widget

    from coaching.record.workbook import Workbook
    from tui.app import TrothApp

ENDS: dict[GoalEnd, tuple[str, str, str]] = {
    "reached": ("It is reached", "today", "reached"),
    "changed": ("Another goal took its place", "today", "changed"),
    "dropped": ("Let it go", "no reason is needed", "let go"),
}


def open_goals(app: TrothApp, workbook: Workbook) -> None:
    """All goals with this person."""
    open_desk(app, lambda forms: Goals(workbook, forms))


def open_one_goal(app: TrothApp, workbook: Workbook, record_id: str) -> None:
    """One goal; nothing where it is gone."""
    if workbook.find(Goal, record_id):
        open_desk(app, lambda forms: OneGoal(workbook, forms, record_id))


class Goals(Desk):
    """Write a goal, or choose one that is there."""

    def heading(self) -> str:
        """With whom."""
        return f"Goals, {self.who} and you"

    def text(self) -> str:
        """Whose words they are in."""
        return "Three at a time are enough. A goal in the mentee's own words lasts longest."

    def lines(self) -> Iterator[Line]:
        """A new one first, then the open ones, then those that have ended."""
        yield Line("new", "+ Write a goal", "", partial(self.open, GoalForm, self.workbook))
        found = sorted(self.workbook.all(Goal), key=lambda one: (one.ended is not None, one.since))
        for one in found:
            yield Line(one.id, one.what, state(one), partial(self._choose, one.id))

    def _choose(self, goal_id: str) -> None:
        self.open(OneGoal, self.workbook, self.forms, goal_id)


class OneGoal(OneRecord):
    """A goal, and what became of it."""

    def record(self) -> Goal | None:
        """As it is now."""
        return self.workbook.find(Goal, self.record_id)

    def heading(self) -> str:
        """What it is."""
        return f"A goal, {self.who} and you"

    def text(self) -> Content:
        """Its words, whose they are, since when."""
        goal = self.record()
        if goal is None:
            return Content("")
        whose = {"me": "in your words", "them": f"in {self.who}'s words", "both": "in both's words"}
        return paragraphs(
            ("", goal.what), ("", f"{whose[goal.author]}, since {say_day(goal.since)}")
        )

    def lines(self) -> Iterator[Line]:
        """What can become of it."""
        goal = self.record()
        if goal is None:
            return
        if goal.end is None:
            for how, (words, note, _) in ENDS.items():
                yield Line(how, words, note, partial(self._end, goal.id, how))
        else:
            again = partial(self.carry, partial(goals.take_up, goal_id=goal.id))
            yield Line("again", "Take it up again", state(goal), again)
        edit = partial(self.open, GoalForm, self.workbook, goal)
        yield Line("edit", "Change the words", "", edit)
        yield self.delete_line("goal", partial(goals.delete, goal_id=goal.id))

    async def _end(self, goal_id: str, how: GoalEnd) -> None:
        await self.carry(partial(goals.end, goal_id=goal_id, how=how, today=self.app.now.date()))


class GoalForm(Form[None]):
    """The words of a goal, and whose they are."""

    def __init__(self, workbook: Workbook, goal: Goal | None = None) -> None:
        """A new goal, or one that is there."""
        super().__init__()
        self.workbook = workbook
        self.goal = goal
        self.draft_key = f"goal-{workbook.id}-{goal.id if goal else 'new'}"

    def title_text(self) -> str:
        """With whom."""
        return f"A goal, {first_name(self.workbook.relationship.name)} and you"

    def fields(self) -> Iterator[Widget]:
        """What; for a new one, in whose words."""
        name = self.workbook.relationship.name
        under = f"us two: may go on a page you make for {name}"
        yield Field("what", "What do you want to reach?", value=_words(self.goal), under=under)
        if self.goal is None:
            yield Static("Whose words are these?", classes="field-label")
            mentee = "them" if self.workbook.relationship.i_am == "mentor" else "me"
            yield Choice([("them", name), ("me", "mine"), ("both", "both")], mentee, id="author")

    async def save(self) -> None:
        """Keep it."""
        coach, what = self.app.world.coach, self.field("what").text
        if self.goal is not None:
            verb = partial(goals.reword, goal_id=self.goal.id, what=what)
        else:
            author = cast("Author", self.query_one("#author", Choice).value)
            verb = partial(
                goals.write,
                goal_id=coach.new_id(),
                what=what,
                author=author,
                today=self.app.now.date(),
            )
        done = await self.app.carry_out(lambda: coach.do(self.workbook.id, verb))
        self.app.say(done.said)


def state(goal: Goal) -> str:
    """Where it stands, in a few words."""
    if goal.end is None or goal.ended is None:
        return f"since {say_day(goal.since)}"
    return f"{ENDS[goal.end][2]} {say_day(goal.ended)}"


def _words(goal: Goal | None) -> str:
    return goal.what if goal else ""
