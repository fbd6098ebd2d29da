"""The user's stories, and what was told between them and one person."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.content import Content

from coaching.errors import TrothError
from coaching.record.story import Story, Telling
from coaching.say import say_short
from coaching.verbs import stories
from tui.story.forms import NAMED, Fits, Hear, StoryForm, Tell
from tui.widgets.desk import Desk, Line, OneRecord, open_desk, paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coaching.guide.forms import Forms
    from coaching.record.workbook import Workbook
    from tui.app import TrothApp

KINDS = {"setback": "a setback", "success": "a success"}


def open_stories(app: TrothApp, workbook: Workbook) -> None:
    """Stories, and what was told to this person."""
    try:
        mine = app.world.coach.open(app.facts.mine.id)
    except TrothError as error:
        app.show_error(error)
        return
    open_desk(app, lambda forms: Stories(workbook, forms, mine))


def open_telling(app: TrothApp, workbook: Workbook, record_id: str) -> None:
    """One telling; nothing where it is gone."""
    if workbook.find(Telling, record_id):
        open_desk(app, lambda forms: OneTelling(workbook, forms, record_id))


class Stories(Desk):
    """Write a story down, keep one that was heard, or choose one that is there."""

    def __init__(self, workbook: Workbook, forms: Forms, mine: Workbook) -> None:
        """With this person; `mine` are the user's own records."""
        super().__init__(workbook, forms)
        self.mine = mine

    def read(self) -> None:
        """Both workbooks."""
        super().read()
        self.mine = self.app.world.coach.open(self.mine.id)

    def heading(self) -> str:
        """With whom."""
        return f"Stories, {self.who} and you"

    def text(self) -> str:
        """Where they are kept, and what comes before one."""
        story = self.forms.story
        return f"{story.opening} Before telling one, ask: “{story.ask_first}”"

    def lines(self) -> Iterator[Line]:
        """Beginnings, the user's stories, then what the other told."""
        new = partial(self.open, StoryForm, self.forms.story)
        yield Line("new", "+ Write down a story of your own", "", new)
        hear = partial(self.open, Hear, self.workbook)
        yield Line("hear", f"+ Keep one {self.who} told you", "by its title only", hear)
        for story in self.mine.all(Story):
            told = stories.told_to(self.workbook, story.id)
            note = f"told {say_short(told, self.today)}" if told else f"not told to {self.who} yet"
            yield Line(story.id, story.title, note, partial(self._choose, story))
        known = {story.id for story in self.mine.all(Story)}
        for one in self.workbook.all(Telling):
            if one.story not in known:
                whose = "yours, told" if one.by == "me" else f"from {self.who},"
                again = partial(self.open, OneTelling, self.workbook, self.forms, one.id)
                yield Line(one.id, one.title, f"{whose} {say_short(one.told, self.today)}", again)

    def _choose(self, story: Story) -> None:
        self.open(OneStory, self.workbook, self.forms, self.mine, story.id)


class OneStory(OneRecord):
    """A story of the user's own, to whom it was told, and telling it."""

    def __init__(self, workbook: Workbook, forms: Forms, mine: Workbook, story_id: str) -> None:
        """This story, seen from this person's page."""
        super().__init__(workbook, forms, story_id)
        self.mine = mine
        self.told: list[tuple[str, str]] = []

    def on_mount(self) -> None:
        """Look up to whom it was told, off the event loop."""
        super().on_mount()
        self._read_again()

    def read(self) -> None:
        """Both workbooks, and everyone's tellings of this story."""
        coach = self.app.world.coach
        super().read()
        self.mine = coach.open(self.mine.id)
        found = []
        for person in self.app.facts.people:
            day = stories.told_to(coach.open(person.id), self.record_id)
            if day is not None:
                found.append((person.name, say_short(day, self.today)))
        self.told = found

    def record(self) -> Story | None:
        """As it is now."""
        return self.mine.find(Story, self.record_id)

    def heading(self) -> str:
        """Whose."""
        return "A story of your own, only for you"

    def text(self) -> Content:
        """All of it, and who heard it."""
        story = self.record()
        if story is None:
            return Content("")
        told = ", ".join(f"{name} {day}" for name, day in self.told)
        return paragraphs(
            ("", f"{story.title} ({KINDS[story.kind]})"),
            ("", story.text),
            ("It shows", story.point),
            ("Others", dict(NAMED)[story.named]),
            ("Told to", told or "nobody yet"),
        )

    def lines(self) -> Iterator[Line]:
        """Tell it, note what fitted, change it, delete it."""
        story = self.record()
        if story is None:
            return
        tell = partial(self.open, Tell, self.workbook, self.forms.story, story)
        yield Line("tell", f"I told it to {self.who}", "asked first", tell)
        latest = [one for one in self.workbook.all(Telling) if one.story == story.id]
        if latest:
            one = partial(self.open, OneTelling, self.workbook, self.forms, latest[-1].id)
            yield Line("telling", f"How {self.who} took it", self.forms.story.ask_after, one)
        edit = partial(self.open, StoryForm, self.forms.story, story)
        yield Line("edit", "Change it", "", edit)
        delete = partial(stories.delete, story_id=story.id)
        yield self.delete_line("story", delete, self.mine.id)


class OneTelling(OneRecord):
    """A story told by one of the two, and what of it fitted."""

    def record(self) -> Telling | None:
        """As it is now."""
        return self.workbook.find(Telling, self.record_id)

    def heading(self) -> str:
        """By whom."""
        one = self.record()
        return f"You told {self.who}" if one and one.by == "me" else f"{self.who} told you"

    def text(self) -> Content:
        """Its title, the day, what fitted."""
        one = self.record()
        if one is None:
            return Content("")
        return paragraphs(
            ("", one.title), ("Told", say_short(one.told, self.today)), ("Fitted", one.fits)
        )

    def lines(self) -> Iterator[Line]:
        """What fitted; or take the telling out."""
        one = self.record()
        if one is None:
            return
        fits = partial(self.open, Fits, self.workbook, self.forms.story, one)
        yield Line("fits", self.forms.story.ask_after, "", fits)
        yield self.delete_line("telling", partial(stories.forget_telling, telling_id=one.id))
