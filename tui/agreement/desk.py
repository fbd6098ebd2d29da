"""The agreement with one person: write it, read it, say yes, see what changed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.content import Content

from coaching.record.agreement import Agreement
from coaching.record.goal import Goal
from coaching.say import say_count, say_day
from coaching.verbs import agreements
from tui.agreement.forms import open_guided, open_part, open_short
from tui.agreement.goals import Goals
from tui.agreement.page import AgreementPage
from tui.agreement.ties import TiesForm, ask_ties
from tui.agreement.versions import OneVersion, Versions, say_agreed
from tui.widgets.desk import Desk, Line, open_desk, paragraphs
from tui.widgets.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from coaching.guide.agreement import AgreementWords
    from coaching.guide.forms import Forms
    from coaching.ports import Verb
    from coaching.record.base import Side
    from coaching.record.workbook import Workbook
    from tui.app import TrothApp


def open_agreement(app: TrothApp, workbook: Workbook) -> None:
    """The agreement with this person."""
    open_desk(app, lambda forms: AgreementDesk(workbook, forms, app.world.content.agreement))


def open_one_agreement(app: TrothApp, workbook: Workbook, record_id: str) -> None:
    """One version; nothing where it is gone."""
    if workbook.find(Agreement, record_id):
        open_desk(
            app, lambda forms: OneVersion(workbook, forms, record_id, app.world.content.agreement)
        )


class AgreementDesk(Desk):
    """What can be done with the agreement, as it stands now."""

    def __init__(self, workbook: Workbook, forms: Forms, words: AgreementWords) -> None:
        """In the words of the agreement."""
        super().__init__(workbook, forms)
        self.words = words

    def heading(self) -> str:
        """With whom."""
        return f"Agreement with {self.who}"

    def text(self) -> Content:
        """Where it stands, and what power and age ask for."""
        latest = agreements.latest(self.workbook)
        if latest is None:
            return paragraphs(("", self.words.opening), *self._follows())
        stands = f"Version {latest.version} of {say_day(latest.since)}, "
        return paragraphs(("", f"{stands}{say_agreed(latest, self.who)}."), *self._follows())

    def _follows(self) -> list[tuple[str, str]]:
        ties = self.workbook.relationship.ties or ()
        return [("", line) for tie in self.words.ties if tie.id in ties for line in tie.follows]

    def lines(self) -> Iterator[Line]:
        """Before there is one: two ways to write it. Then: read, yes, parts, versions."""
        latest = agreements.latest(self.workbook)
        if latest is None:
            guided, short = partial(self._begin, open_guided), partial(self._begin, open_short)
            parts = say_count(len(self.words.parts), "part")
            yield Line(
                "guided", "Write it together, part by part", f"{parts}, with a guide", guided
            )
            lines = say_count(len(self.words.short_form()), "line")
            yield Line("short", "The short form", f"{lines}, for people in a hurry", short)
        else:
            yield from self._written(latest)
        yield Line("goals", "Goals", self._open_goals(), self._goals)
        yield Line("ties", "Power and age", self._ties(), self._ask_ties)

    def _written(self, latest: Agreement) -> Iterator[Line]:
        page = partial(self.open, AgreementPage, self.workbook, latest, self.words)
        yield Line("page", "Read it, or make the page to sign", "", page)
        yield self._yes(latest, "me", latest.yes_me is not None, "You say yes")
        yield self._yes(latest, "them", latest.yes_them is not None, f"{self.who} says yes")
        guided = partial(open_guided, self.app, self.workbook, self.words)
        yield Line("guided", "Go through it part by part", "", guided)
        for part in self.words.parts:
            fields = [line.field for line in self.words.lines if line.part == part.id]
            filled = sum(bool(getattr(latest, field)) for field in fields)
            edit = partial(open_part, self.app, self.workbook, self.words, part.id)
            note = f"{filled} of {say_count(len(fields), 'line')}"
            yield Line(part.id, f"  {part.name}", note, edit)
        again = f"look again {say_day(latest.review_on)}" if latest.review_on else "no day set"
        yield Line("review", "Review it line by line", again, self._review)
        versions = len(self.workbook.all(Agreement))
        see = partial(self.open, Versions, self.workbook, self.forms, self.words)
        yield Line("versions", "What changed", say_count(versions, "version"), see)

    def _yes(self, latest: Agreement, side: Side, said: bool, words: str) -> Line:
        today = self.app.now.date()
        if not said:
            verb = partial(agreements.say_yes, side=side, today=today)
            return Line(f"yes_{side}", words, "today", partial(self._say_yes, verb))
        day = latest.yes_me if side == "me" else latest.yes_them
        whose = "your yes" if side == "me" else f"{self.who}'s yes"
        back = partial(self.carry, partial(agreements.take_yes_back, side=side))
        return Line(
            f"yes_{side}", f"Take {whose} back", f"said {say_day(day)}" if day else "", back
        )

    async def _say_yes(self, verb: Verb) -> None:
        """The cursor leaves the line first, so that a second enter takes nothing back."""
        self.query_one(Rows).go_to("page")
        await self.carry(verb)

    def _begin(self, opener: Callable[[TrothApp, Workbook, AgreementWords], None]) -> None:
        """Power and age are asked before the first line is written."""
        ask_ties(self.app, self.workbook, lambda book: opener(self.app, book, self.words))

    def _goals(self) -> None:
        self.open(Goals, self.workbook, self.forms)

    def _review(self) -> None:
        from tui.review.desk import open_review

        open_review(self.app, self.workbook)

    def _ask_ties(self) -> None:
        self.open(TiesForm, self.workbook, self.words)

    def _open_goals(self) -> str:
        count = sum(one.ended is None for one in self.workbook.all(Goal))
        return f"{count} open" if count else "none yet"

    def _ties(self) -> str:
        ties = self.workbook.relationship.ties
        if ties is None:
            return "not asked yet"
        labels = [tie.label for tie in self.words.ties if tie.id in ties]
        return "; ".join(labels) or self.words.ties_none
