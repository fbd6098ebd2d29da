"""What the user has not said yet to one person, and what can be done with each."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.content import Content

from coaching.practice_timeline import THEN
from coaching.record.doubt import Doubt
from coaching.say import say_short
from coaching.verbs import doubts
from tui.doubt.form import DoubtForm, Outside
from tui.widgets.desk import Desk, Line, OneRecord, open_desk, paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from coaching.record.workbook import Workbook
    from tui.app import TrothApp

FIRST_WORDS = 60


def open_doubts(app: TrothApp, workbook: Workbook) -> None:
    """Say it or keep it, with this person."""
    open_desk(app, lambda forms: Doubts(workbook, forms))


def open_doubt(app: TrothApp, workbook: Workbook, record_id: str) -> None:
    """One doubt, fear or hope; nothing where it is gone."""
    if workbook.find(Doubt, record_id):
        open_desk(app, lambda forms: OneDoubt(workbook, forms, record_id))


class Doubts(Desk):
    """Write one down, or choose one that is there: the open ones first."""

    def heading(self) -> str:
        """With whom."""
        return f"Say it or keep it, with {self.who}"

    def text(self) -> str:
        """What this is for."""
        then = "Then choose: say it next time, not yet, or tell someone else."
        return f"{self.forms.doubt.opening} {then}"

    def lines(self) -> Iterator[Line]:
        """A new one, then those there are."""
        yield Line("new", "+ Write one down", "", self._write)
        every = sorted(self.workbook.all(Doubt), key=lambda one: one.on, reverse=True)
        for one in sorted(every, key=lambda one: not one.is_open):
            yield Line(
                one.id, _first_words(one.text), state(one, self.today), partial(self._choose, one)
            )

    def _write(self) -> None:
        self.open(DoubtForm, self.workbook, self.forms.doubt)

    def _choose(self, doubt: Doubt) -> None:
        self.open(OneDoubt, self.workbook, self.forms, doubt.id)


class OneDoubt(OneRecord):
    """Its words, for the user alone, and what to do with it."""

    def record(self) -> Doubt | None:
        """As it is now."""
        return self.workbook.find(Doubt, self.record_id)

    def heading(self) -> str:
        """What it is."""
        doubt = self.record()
        return f"A {doubt.kind}, only for you" if doubt else ""

    def text(self) -> Content:
        """Its words, and where it stands."""
        doubt = self.record()
        if doubt is None:
            return Content("")
        who = f", {doubt.who}" if doubt.who and doubt.then == "tell_someone_else" else ""
        stands = f"Written {say_short(doubt.on, self.today)}; {state(doubt, self.today)}{who}."
        return Content("\n").join(
            [paragraphs(("", doubt.text)), Content.styled(stands, "$text-muted")]
        )

    def lines(self) -> Iterator[Line]:
        """Say it, keep it, tell someone else, let it go."""
        doubt = self.record()
        if doubt is None:
            return
        if doubt.is_open:
            yield from self._open_lines(doubt)
        yield Line("edit", "Change the words", "", partial(self._edit, doubt))
        yield self.delete_line(doubt.kind, partial(doubts.delete, doubt_id=doubt.id))

    def _open_lines(self, doubt: Doubt) -> Iterator[Line]:
        said = partial(doubts.say, doubt_id=doubt.id, today=self.today)
        yield Line("said", "I said it", "today", partial(self.carry, said))
        if doubt.then != "say_next_time":
            later = partial(doubts.decide, doubt_id=doubt.id, then="say_next_time")
            note = "on your own agenda"
            yield Line("next", "Say it next time", note, partial(self.carry, later))
        if doubt.then != "not_yet":
            keep = partial(doubts.decide, doubt_id=doubt.id, then="not_yet")
            yield Line("keep", "Not yet", "it stays here", partial(self.carry, keep))
        outside = partial(self.open, Outside, self.workbook.id, doubt)
        yield Line("outside", "Tell someone else", "outside the two of you", outside)
        let_go = partial(doubts.let_go, doubt_id=doubt.id, today=self.today)
        yield Line("let go", "Let it go", "", partial(self.carry, let_go))

    def _edit(self, doubt: Doubt) -> None:
        self.open(DoubtForm, self.workbook, self.forms.doubt, doubt)


def state(doubt: Doubt, today: date) -> str:
    """Where it stands, in a few words."""
    if doubt.said is not None:
        return f"said {say_short(doubt.said, today)}"
    if doubt.let_go is not None:
        return f"let go {say_short(doubt.let_go, today)}"
    return THEN[doubt.then]


def _first_words(text: str) -> str:
    line = text.strip().split("\n", 1)[0]
    return f"{line[:FIRST_WORDS].rstrip()}…" if len(line) > FIRST_WORDS else line
