"""How a hurdle is closed, and how two people stop going on as before."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from textual.content import Content
from textual.widgets import Static

from tui.widgets.choice import Choice
from tui.widgets.fields import Field
from tui.widgets.form import Form

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.widget import Widget

    from coaching.record.hurdle import Ending
    from tui.app import TrothApp
    from tui.hurdle.session import HurdleSession

OPEN = "open"


def open_other_ways(app: TrothApp, session: HurdleSession) -> None:
    """The ways of not going on as before: with records the ending, alone a message to copy."""
    from tui.ending.desk import open_ending
    from tui.ending.ways import Ways, show_route

    words = session.content.forms.parting.closure
    if session.workbook.about_someone:
        open_ending(app, session.workbook, care=session.care)
    elif session.care:
        show_route(app, words, "office", session.name)
    else:
        app.push_screen(Ways(words, session.name))


class FinishHurdle(Form[bool]):
    """Closes a hurdle; a closed one may be opened again. Gives True when it was closed."""

    def __init__(self, session: HurdleSession) -> None:
        """For the hurdle of this session."""
        super().__init__()
        self.session = session

    def title_text(self) -> str:
        """The question."""
        return self.session.content.wizard.closing.question

    def fields(self) -> Iterator[Widget]:
        """How it ended; what was learned."""
        closing = self.session.content.wizard.closing
        answers = [(choice.id, choice.label) for choice in closing.choices]
        if self.session.answers.closed is not None:
            answers.append((OPEN, "Not yet: open it again"))
        yield Choice(answers, self.session.answers.ending, id="ending", stacked=True)
        yield Static(Content(""))
        yield Field("learned", closing.learned, value=self.session.answers.learned, under="only me")

    async def save(self) -> bool:
        """Close it, or open it again."""
        from coaching.verbs import hurdles

        session = self.session
        ending = self.query_one("#ending", Choice).value
        if ending == OPEN:
            verb = partial(hurdles.open_again, hurdle_id=session.hurdle_id)
        else:
            verb = partial(
                hurdles.close,
                hurdle_id=session.hurdle_id,
                ending=cast("Ending", ending),
                learned=self.field("learned").text,
                today=session.today,
            )
        changed = await self.app.carry_out(lambda: session.save(verb))
        self.app.say(changed.said)
        return ending != OPEN
