"""Choosing for one check-in: its kind, the question to ask, the listening habit; and one guess."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from textual.content import Content

from coaching.agenda.asking import phase_of
from coaching.agenda.source import Source
from coaching.guide.parts import fill
from coaching.record.checkin import Checkin, happened_on
from coaching.say import first_name, say_count, say_day
from coaching.verbs import preparing
from tui.widgets.fields import Field
from tui.widgets.form import Form
from tui.widgets.list_dialog import ListDialog
from tui.widgets.rows import Column, Row, Rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from textual.widget import Widget

    from coaching.guide.content import Content as Guide
    from coaching.guide.questions import BankQuestion
    from coaching.record.checkin import Kind
    from coaching.record.workbook import Workbook

WIDEST, FRAME, LEAST = 76, 5, 20
"""Cells of the dialog, of its frame and cursor, and the fewest that words are broken at."""
ONLY_ME = "only me: {name} never sees this"


class _Choose(ListDialog[None]):
    """Over one check-in of one relationship."""

    def __init__(self, workbook: Workbook, checkin: Checkin, guide: Guide) -> None:
        """With the shipped words."""
        super().__init__()
        self.workbook = workbook
        self.checkin = checkin
        self.guide = guide

    def on_mount(self) -> None:
        """Begin at what is chosen already."""
        super().on_mount()
        self.query_one(Rows).go_to(self.chosen_now())

    def chosen_now(self) -> str:
        """The key of the line that counts now."""
        raise NotImplementedError

    def before(self) -> Sequence[Checkin]:
        """The other check-ins, newest first."""
        others = [one for one in self.workbook.all(Checkin) if one.id != self.checkin.id]
        return sorted(others, key=happened_on, reverse=True)


class ChooseKind(_Choose):
    """First, regular, short, review, repair, closing."""

    def heading(self) -> str:
        """What is asked."""
        return "What kind of check-in is it?"

    def chosen_now(self) -> str:
        """Its kind."""
        return self.checkin.kind

    def entries(self) -> list[Row]:
        """Each with its length."""
        return [
            Row(one.kind, (one.name, f"about {say_count(one.minutes, 'minute')}"))
            for one in self.guide.agendas
        ]

    async def chosen(self, key: str) -> None:
        """Take this kind."""
        verb = partial(preparing.choose_kind, checkin_id=self.checkin.id, kind=cast("Kind", key))
        if await self.app.do(self.workbook.id, verb):
            self.dismiss(None)


class ChooseHabit(_Choose):
    """One listening habit to try."""

    DEFAULT_CSS = "ChooseHabit Rows { max-height: 18; }"
    COLUMNS = (Column("", 30, grow=1), Column("", 16, drop=1, style="$text-muted"))

    def heading(self) -> str:
        """What is asked."""
        return self.guide.habits.before

    def chosen_now(self) -> str:
        """The one chosen for it."""
        return self.checkin.habit

    def entries(self) -> list[Row]:
        """Each with what it means, and when it was last tried."""
        last = {one.habit: happened_on(one) for one in reversed(self.before()) if one.habit}
        return [
            Row(
                one.id,
                (one.text, f"{say_day(last[one.id])}" if one.id in last else "not tried yet"),
                (f"   {one.help}",),
            )
            for one in self.guide.habits.habits
        ]

    async def chosen(self, key: str) -> None:
        """Take this habit."""
        verb = partial(preparing.choose_habit, checkin_id=self.checkin.id, habit=key)
        if await self.app.do(self.workbook.id, verb):
            self.dismiss(None)


class ChooseQuestion(_Choose):
    """One question of the bank for the phase the two are in."""

    DEFAULT_CSS = "ChooseQuestion Rows { max-height: 18; }"
    COLUMNS = (Column("", 50, grow=1),)

    def heading(self) -> str:
        """What is asked."""
        return "One question to ask"

    def chosen_now(self) -> str:
        """The one chosen for it."""
        return self.checkin.asked

    def entries(self) -> list[Row]:
        """Each with its purpose, and when it was last asked."""
        asked = {one.asked: happened_on(one) for one in reversed(self.before()) if one.asked}
        return [self._row(one, purpose, asked.get(one.id)) for purpose, one in self._fitting()]

    def _row(self, one: BankQuestion, purpose: str, asked: date | None) -> Row:
        since = f", asked {say_day(asked)}" if asked else ""
        room = max(LEAST, min(WIDEST, self.app.size.width) - FRAME)
        first, *others = Content(one.text).wrap(room)
        under = Content.styled(f"   {purpose}{since}", "$text-muted")
        return Row(one.id, (first,), (*(Content(" ") + line for line in others), under))

    def _fitting(self) -> Iterator[tuple[str, BankQuestion]]:
        limits = self.app.world.limits
        source = Source(self.workbook, self.checkin, self.app.now, self.guide, limits)
        phase = phase_of(source)
        for group in self.guide.questions.groups:
            if group.phase == phase:
                for one in group.questions:
                    if one.asker in (None, source.role):
                        yield group.name, one

    async def chosen(self, key: str) -> None:
        """Take this question."""
        verb = partial(preparing.choose_question, checkin_id=self.checkin.id, question=key)
        if await self.app.do(self.workbook.id, verb):
            self.dismiss(None)


class GuessForm(Form[None]):
    """One line before: what may be on the other's mind."""

    def __init__(self, workbook: Workbook, checkin: Checkin, guide: Guide) -> None:
        """For this check-in."""
        super().__init__()
        self.workbook = workbook
        self.checkin = checkin
        self.guide = guide
        self.draft_key = f"guess-{checkin.id}"

    @property
    def _who(self) -> str:
        return first_name(self.workbook.relationship.name)

    def title_text(self) -> str:
        """What it is."""
        return "A guess, to compare with afterwards"

    def fields(self) -> Iterator[Widget]:
        """One line."""
        label = fill(self.guide.habits.guess, name=self._who)
        under = ONLY_ME.replace("{name}", self._who)
        yield Field("guess", label, value=self.checkin.guess, under=under)

    async def save(self) -> None:
        """Keep it."""
        text = self.field("guess").text
        verb = partial(preparing.guess, checkin_id=self.checkin.id, guess=text)
        changed = await self.app.carry_out(lambda: self.app.world.coach.do(self.workbook.id, verb))
        self.app.say(changed.said)
