"""The dialog that settles a promise: kept, new date agreed, let go, not kept."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from coaching.errors import Refused
from coaching.say import first_name, say_count, say_day
from tui.widgets.fields import DateField
from tui.widgets.form import Form
from tui.widgets.list_dialog import ListDialog
from tui.widgets.rows import Column, Row, Rows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from textual.widget import Widget

    from coaching.moments import Wall
    from coaching.overview import PromiseLine
    from coaching.ports import Verb


class SettlePromise(ListDialog[None]):
    """Choose a promise where several are open, then what became of it."""

    COLUMNS = (Column("", 24, grow=2), Column("", 31, grow=1, style="$text-muted"))
    DEFAULT_CSS = "SettlePromise Rows { min-height: 2; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("p", "make", "a new promise", id="settle.new", tooltip="Record a promise"),
    ]

    def __init__(self, workbook_id: str, promise_id: str = "") -> None:
        """A promise of this relationship; without an id, choose among the open ones."""
        super().__init__()
        self.workbook_id = workbook_id
        self.promise_id = promise_id
        self._began_at_list = not promise_id

    def on_mount(self) -> None:
        """Ask which one only where it is not clear."""
        open_ones = self._open()
        if self._began_at_list and len(open_ones) == 1:
            self.promise_id, self._began_at_list = open_ones[0].id, False
        super().on_mount()

    @property
    def _person(self) -> str:
        person = self.app.facts.person(self.workbook_id)
        return first_name(person.name) if person else ""

    def _open(self) -> list[PromiseLine]:
        person = self.app.facts.person(self.workbook_id)
        return sorted(person.promises, key=lambda promise: promise.by) if person else []

    def _promise(self) -> PromiseLine | None:
        return next((one for one in self._open() if one.id == self.promise_id), None)

    def heading(self) -> str:
        """Whose promises, or which one."""
        promise = self._promise()
        if promise is None:
            return f"Open promises, {self._person} and you"
        owed = _owed(promise, self._person)
        return f"{owed[0].upper()}{owed[1:]}: {promise.what}"

    def entries(self) -> list[Row]:
        """The open promises, or what can be said of one."""
        promise = self._promise()
        if promise is not None:
            return _deeds(promise, self.app.now.date())
        return [
            Row(one.id, (one.what, f"{_owed(one, self._person)}, by {say_day(one.by)}"))
            for one in self._open()
        ]

    def show(self, *, empty: str | None = None) -> None:
        """The list says what to do where it is empty."""
        super().show(empty=empty or "No promise is open between you. p records one.")
        self.query_one(Rows).go_to("kept")

    async def chosen(self, key: str) -> None:
        """A promise leads to its deeds, a deed is done."""
        if self._promise() is None:
            self.promise_id = key
            self.show()
        elif form := FORMS.get(key):
            self.app.push_screen(form(self.workbook_id, self.promise_id), self._saved)
        else:
            await self._settle(key)

    async def _settle(self, deed: str) -> None:
        from coaching.verbs import promises

        today = self.app.now.date()
        verbs = {
            "kept": partial(promises.keep, promise_id=self.promise_id, on=today, today=today),
            "let_go": partial(promises.let_go, promise_id=self.promise_id, today=today),
            "not_kept": partial(promises.not_kept, promise_id=self.promise_id, today=today),
        }
        if await self.app.do(self.workbook_id, verbs[deed]):
            self.dismiss(None)

    def _saved(self, saved: str | None) -> None:
        if saved:
            self.dismiss(None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A new promise is offered where none is open."""
        return not (action == "make" and self._open())

    def action_make(self) -> None:
        """Record a promise, in place of this list."""
        from tui.promise.make import MakePromise

        self.dismiss(None)
        self.app.push_screen(MakePromise(self.workbook_id))

    def action_leave(self) -> None:
        """One step back: to the list, or out."""
        if self._began_at_list and self.promise_id:
            self.promise_id = ""
            self.show()
        else:
            self.dismiss(None)


class _DayForm(Form[str]):
    """One day that settles a promise."""

    def __init__(self, workbook_id: str, promise_id: str) -> None:
        """For this promise."""
        super().__init__()
        self.workbook_id = workbook_id
        self.promise_id = promise_id

    def day(self, example: str) -> date:
        """The day that was typed; refused where there is none."""
        wall = self.query_one(DateField).wall()
        if wall is None:
            raise Refused(example, field="by")
        return wall.day

    async def carry(self, verb: Verb) -> str:
        """Record it, and say so."""
        coach = self.app.world.coach
        changed = await self.app.carry_out(lambda: coach.do(self.workbook_id, verb))
        self.app.say(changed.said)
        return self.workbook_id


class KeptOnForm(_DayForm):
    """The day on which a promise was kept."""

    def title_text(self) -> str:
        """What is asked."""
        return "Kept on another day"

    def fields(self) -> Iterator[Widget]:
        """The day."""
        yield DateField("by", "Which day was it?", self._read, example="yesterday, last tue")

    def _read(self, text: str) -> Wall:
        return self.app.world.read_when(text, past=True)

    async def save(self) -> str:
        """Record the day."""
        from coaching.verbs import promises

        day = self.day("Write the day it was kept: yesterday, last tue, 24 nov.")
        today = self.app.now.date()
        if day > today:
            raise Refused(f"{say_day(day)} is still to come. Write the day it was.", field="by")
        return await self.carry(
            partial(promises.keep, promise_id=self.promise_id, on=day, today=today)
        )


class NewDateForm(_DayForm):
    """A new date, agreed by both."""

    def title_text(self) -> str:
        """What it is about."""
        return "A new date, agreed by both"

    def fields(self) -> Iterator[Widget]:
        """The date."""
        under = "agreed before the old date has passed, it counts as good faith"
        yield DateField("by", "By when", self._read, under=under, example="fri, +1w, 24 nov")

    def _read(self, text: str) -> Wall:
        return self.app.world.read_when(text)

    async def save(self) -> str:
        """Record the new date."""
        from coaching.verbs import promises

        by, today = self.day("Write the new date: fri, +1w, 24 nov."), self.app.now.date()
        return await self.carry(
            partial(promises.renew, promise_id=self.promise_id, by=by, today=today)
        )


FORMS: dict[str, type[_DayForm]] = {"kept_on": KeptOnForm, "renew": NewDateForm}


def _owed(promise: PromiseLine, name: str) -> str:
    return "you promised" if promise.whose == "me" else f"{first_name(name)} promised"


def _deeds(promise: PromiseLine, today: date) -> list[Row]:
    late = (today - promise.by).days
    kept = f"{say_count(late, 'day')} after {say_day(promise.by)}" if late > 0 else "in time"
    return [
        Row("kept", ("Kept, today", kept)),
        Row("kept_on", ("Kept on another day", "")),
        Row("renew", ("A new date, agreed by both", "")),
        Row("let_go", ("Let go, we both know", "counts for nothing")),
        Row("not_kept", ("Not kept", "it did not happen and will not")),
    ]
