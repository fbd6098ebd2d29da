"""The forms of stories: one of the user's own, a telling, one heard, and what of it fitted."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from textual.content import Content
from textual.widgets import Static

from coaching.errors import Refused
from coaching.say import first_name
from coaching.verbs import stories
from tui.widgets.choice import Choice
from tui.widgets.day_form import DayForm
from tui.widgets.fields import Field, LongField
from tui.widgets.form import Form

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.widget import Widget

    from coaching.guide.forms import StoryWords
    from coaching.ports import Verb
    from coaching.record.story import Named, Story, StoryKind, Telling
    from coaching.record.workbook import Workbook

NAMED = (
    ("nobody", "nobody else is in it"),
    ("agreed", "they agreed to be told of"),
    ("not_asked", "not asked yet"),
)


class StoryForm(Form[bool]):
    """An experience of the user's own; kept with their own records, not with a person."""

    DEFAULT_CSS = """
    StoryForm TextArea { height: 6; }
    StoryForm.-short TextArea { height: 3; }
    """

    def __init__(self, words: StoryWords, story: Story | None = None) -> None:
        """A new story, or one that is there."""
        super().__init__()
        self.words = words
        self.story = story
        self.draft_key = f"story-{story.id if story else 'new'}"

    def title_text(self) -> str:
        """What it is."""
        return "A story of your own"

    def fields(self) -> Iterator[Widget]:
        """Title, kind, the story, its point, who else is in it."""
        old = self.story
        both = "only me, until you tell it: then the title stands with that person too"
        yield Field(
            "title", "A few words to know it by", value=old.title if old else "", under=both
        )
        kinds = [("setback", "a setback or mistake"), ("success", "a success")]
        yield Choice(kinds, old.kind if old else None, id="kind")
        text = old.text if old else ""
        yield LongField("text", "What happened", value=text, under="only me; two minutes, told")
        point = old.point if old else ""
        yield Field("point", "The one thing it shows", value=point, under="only me")
        yield Static("Others in it", classes="field-label")
        yield Choice(NAMED, old.named if old else None, stacked=True, id="named")
        yield Static(Content(f"What spoils it: {' '.join(self.words.avoid)}"), classes="hint")

    async def save(self) -> bool:
        """Keep it with the user's own records."""
        if not self.field("title").text.strip():
            raise Refused("Give it a few words to know it by.", "title")
        coach = self.app.world.coach
        verb = partial(
            stories.write,
            story_id=self.story.id if self.story else coach.new_id(),
            title=self.field("title").text,
            kind=cast("StoryKind", self.query_one("#kind", Choice).value),
            today=self.app.now.date(),
            text=self.field("text").text,
            point=self.field("point").text,
            named=cast("Named", self.query_one("#named", Choice).value),
        )
        mine = self.app.facts.mine.id
        changed = await self.app.carry_out(lambda: coach.do(mine, verb))
        self.app.say(changed.said)
        return True


class Tell(DayForm):
    """A story told to this person: asked first, and on which day."""

    def __init__(self, workbook: Workbook, words: StoryWords, story: Story) -> None:
        """This story."""
        super().__init__(workbook, "")
        self.words = words
        self.story = story

    def title_text(self) -> str:
        """To whom."""
        return f"You told it to {self.who}"

    def fields(self) -> Iterator[Widget]:
        """Whether it was wanted, and the day."""
        yield Static(Content(f"Ask first: “{self.words.ask_first}”"), classes="hint")
        yield Static("")
        yield Static("Did you ask first?", classes="field-label")
        yield Choice([("yes", "yes, it was wanted"), ("no", "no")], id="asked")
        yield self.day_field("When did you tell it?")
        yield Static(Content(f"And afterwards: “{self.words.ask_after}”"), classes="hint")

    def verb(self) -> Verb:
        """It was told."""
        return partial(
            stories.tell,
            telling_id=self.app.world.coach.new_id(),
            story=self.story,
            asked_first=self.query_one("#asked", Choice).value == "yes",
            on=self.day(),
            today=self.today,
        )


class Hear(DayForm):
    """A story the other told, kept by its title only."""

    def __init__(self, workbook: Workbook) -> None:
        """From this person."""
        super().__init__(workbook, f"story-heard-{workbook.id}")

    def title_text(self) -> str:
        """Whose."""
        return f"A story {self.who} told you"

    def fields(self) -> Iterator[Widget]:
        """A title and the day."""
        under = f"us two: only a few words; what {self.who} told stays theirs"
        yield Field("title", "A few words to know it by", under=under)
        yield self.day_field("When?")

    def verb(self) -> Verb:
        """It was heard."""
        if not self.field("title").text.strip():
            raise Refused("Give it a few words to know it by.", "title")
        return partial(
            stories.hear,
            telling_id=self.app.world.coach.new_id(),
            title=self.field("title").text,
            on=self.day(),
            today=self.today,
        )


class Fits(Form[bool]):
    """What of a story fitted the one who listened."""

    def __init__(self, workbook: Workbook, words: StoryWords, telling: Telling) -> None:
        """Of this telling."""
        super().__init__()
        self.workbook = workbook
        self.words = words
        self.telling = telling
        self.draft_key = f"story-fits-{telling.id}"

    def title_text(self) -> str:
        """The question asked afterwards."""
        return self.words.ask_after

    def fields(self) -> Iterator[Widget]:
        """One line."""
        name = first_name(self.workbook.relationship.name)
        who = f"What fitted {name}" if self.telling.by == "me" else "What fitted you"
        under = f"us two: may go on a page you make for {name}"
        yield Field("fits", who, value=self.telling.fits, under=under)

    async def save(self) -> bool:
        """Keep it."""
        verb = partial(stories.note_fit, telling_id=self.telling.id, fits=self.field("fits").text)
        changed = await self.app.carry_out(lambda: self.app.world.coach.do(self.workbook.id, verb))
        self.app.say(changed.said)
        return True
