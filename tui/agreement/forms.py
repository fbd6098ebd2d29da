"""The forms that write the agreement: one part after the other, or the seven lines of the short."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from coaching.errors import Refused
from coaching.record.goal import Author, Goal
from coaching.say import first_name
from coaching.text import has_visible
from coaching.verbs import agreements, goals
from coaching.verbs.together import together
from tui.agreement.values import AgendaBy, value_of, widgets_for
from tui.widgets.fields import Field, LongField
from tui.widgets.form import Form

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.widget import Widget

    from coaching.guide.agreement import AgreementLine, AgreementWords
    from coaching.ports import Verb
    from coaching.record.workbook import Workbook
    from tui.app import TrothApp

MOST_GOALS = 3
TALL = 20
SHORT = "short"
US_TWO = "us two: may go on a page you make for {name}; {name} sees nothing until you hand it over"


class LinesForm(Form["Workbook"]):
    """Some lines of the agreement; gives the records as they are after saving."""

    DEFAULT_CSS = """
    LinesForm TextArea { height: 4; }
    LinesForm.-short TextArea { height: 3; }
    LinesForm KeyLine { dock: bottom; background: $surface; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "save, go on", id="form.save", tooltip="Save these lines"),
    ]

    def __init__(
        self,
        workbook: Workbook,
        words: AgreementWords,
        lines: Sequence[AgreementLine],
        *,
        title: str,
        part: str,
    ) -> None:
        """These lines, under this title; `part` names their draft."""
        super().__init__()
        self.workbook = workbook
        self.words = words
        self.lines = tuple(lines)
        self._title = title
        self._part = part
        self.draft_key = f"agreement-{workbook.id}-{part}"

    def title_text(self) -> str:
        """The part."""
        return self._title

    def fields(self) -> Iterator[Widget]:
        """Who reads it, then each line with its question; goals stand with the purpose."""
        name = first_name(self.workbook.relationship.name)
        opening = self.words.in_a_hurry if self._part == SHORT else self.words.opening
        yield Static(Content(f"{opening}\n{US_TWO.replace('{name}', name)}"), classes="hint")
        yield Static("")
        agreement = agreements.latest(self.workbook)
        for line in self.lines:
            yield from widgets_for(
                line,
                agreement,
                self.words,
                name=name,
                now=self.app.now,
                zone=self.app.zone,
                limits=self.app.world.limits,
                style=self.app.world.date_style,
            )
            if line.field == "purpose" and self._part != SHORT and not self._open_goals():
                yield LongField(
                    "goals", "Goals", under="Three at most, one on a line, in the mentee's words."
                )
            if line.field == "who_can_see_notes":
                yield Static(Content(self.words.notes_line), classes="hint")
                yield Static("")

    def on_mount(self) -> None:
        """Begin at the top, where there is room for it and the first field."""
        super().on_mount()
        if self.app.size.height >= TALL:
            self.call_after_refresh(self.query_one("#form").scroll_home, animate=False)

    @on(events.DescendantFocus)
    def _show_whole(self, event: events.DescendantFocus) -> None:
        """Label and question of a line come into view with it."""
        for field in event.widget.ancestors:
            if isinstance(field, (Field, AgendaBy)):
                field.scroll_visible(animate=False)

    def _open_goals(self) -> bool:
        return any(one.ended is None for one in self.workbook.all(Goal))

    async def save(self) -> Workbook:
        """Save what differs from the record, as one deed."""
        verbs = [*self._changed_lines(), *self._new_goals()]
        if not verbs:
            return self.workbook
        coach, verb = self.app.world.coach, together(*verbs)
        done = await self.app.carry_out(lambda: coach.do(self.workbook.id, verb))
        self.app.say(done.said)
        return done.workbook

    def _changed_lines(self) -> Iterator[Verb]:
        agreement = agreements.latest(self.workbook)
        values = {line.field: value_of(self._widget(line.field)) for line in self.lines}
        changed: dict[str, Any] = {
            field: value
            for field, value in values.items()
            if (value or None) != ((getattr(agreement, field) or None) if agreement else None)
        }
        if changed:
            new_id, today = self.app.world.coach.new_id(), self.app.now.date()
            yield partial(agreements.write, new_id=new_id, today=today, **changed)

    def _widget(self, field: str) -> Field | AgendaBy:
        found = self.query_one(f"#field-{field}")
        if not isinstance(found, (Field, AgendaBy)):
            raise TypeError(f"{field} is no field of this form")
        return found

    def _new_goals(self) -> Iterator[Verb]:
        texts = [one.text for one in self.query("#field-goals").results(Field)]
        whats = [line for text in texts for line in text.splitlines() if has_visible(line)]
        if len(whats) > MOST_GOALS:
            raise Refused(
                f"{len(whats)} goals; {MOST_GOALS} are enough to begin. Keep the others for later.",
                field="goals",
            )
        mentee: Author = "them" if self.workbook.relationship.i_am == "mentor" else "me"
        for what in whats:
            new_id = self.app.world.coach.new_id()
            yield partial(
                goals.write, goal_id=new_id, what=what, author=mentee, today=self.app.now.date()
            )


def open_short(app: TrothApp, workbook: Workbook, words: AgreementWords) -> None:
    """The short form."""
    name = workbook.relationship.name
    lines = words.short_form()
    form = LinesForm(workbook, words, lines, title=f"Agreement with {name}, short form", part=SHORT)
    app.push_screen(form)


def open_part(app: TrothApp, workbook: Workbook, words: AgreementWords, part: str) -> None:
    """One part."""
    app.push_screen(_part_form(workbook, words, part, "Agreement"))


def open_guided(app: TrothApp, workbook: Workbook, words: AgreementWords, place: int = 0) -> None:
    """One part after the other, each saved before the next; escape leaves, what is saved stays."""
    count = len(words.parts)
    form = _part_form(workbook, words, words.parts[place].id, f"Part {place + 1} of {count}")

    def go_on(saved: Workbook | None) -> None:
        if saved is not None and place + 1 < count:
            open_guided(app, saved, words, place + 1)

    app.push_screen(form, go_on)


def _part_form(workbook: Workbook, words: AgreementWords, part: str, lead: str) -> LinesForm:
    name = next(one.name for one in words.parts if one.id == part)
    lines = [line for line in words.lines if line.part == part]
    return LinesForm(workbook, words, lines, title=f"{lead}: {name}", part=part)
