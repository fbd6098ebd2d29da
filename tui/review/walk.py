"""The walk through the agreement: one line under the cursor, 1 keeps, 2 changes, 3 drops it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from coaching.agreement_page import value_in_words
from coaching.record.agreement import Agreement
from coaching.record.review import Review, ReviewLine
from coaching.verbs import agreements, reviews, trials
from tui.review.forms import ChangeLine, FinishReview
from tui.trial.desk import open_one_trial, state
from tui.widgets.desk import Line, OneRecord
from tui.widgets.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coaching.guide.agreement import AgreementWords
    from coaching.guide.forms import Forms
    from coaching.record.review import Decision
    from coaching.record.workbook import Workbook

FINISH = "finish"
STOP = "stop"
FORMAT = "format"
NO_LINE = (None, FORMAT, FINISH, STOP)
SAID = {"keep": "kept", "change": "changed", "drop": "dropped"}


class OnReview(OneRecord):
    """About one review, in the words of the agreement."""

    def __init__(
        self, workbook: Workbook, forms: Forms, record_id: str, words: AgreementWords
    ) -> None:
        """The review with this id."""
        super().__init__(workbook, forms, record_id)
        self.words = words

    def record(self) -> Review | None:
        """As it is now."""
        return self.workbook.find(Review, self.record_id)


class ReviewWalk(OnReview):
    """Every line that has something in it, what was decided about it, and a format being tried."""

    DEFAULT_CSS = """
    ReviewWalk VerticalScroll { height: 7; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("1", "decide('keep')", "keep", id="review.keep", tooltip="This line stays"),
        Binding("2", "change", "change", id="review.change", tooltip="Write this line anew"),
        Binding("3", "decide('drop')", "drop", id="review.drop", tooltip="Take this line out"),
    ]

    def is_over(self) -> bool:
        """Deleted, taken back, or finished."""
        review = self.record()
        return review is None or review.done is not None

    @property
    def agreement(self) -> Agreement | None:
        """The version that is walked through."""
        return agreements.latest(self.workbook)

    def heading(self) -> str:
        """With whom."""
        return f"Review, {self.who} and you"

    def text(self) -> Content:
        """The line under the cursor, whole, and what was decided about it."""
        rows = self.query(Rows)
        key = rows.first().key if rows else None
        line = self.words.line(key) if key else None
        agreement = self.agreement
        if line is None or agreement is None:
            return Content("Lines without a decision stay as they are.")
        now = value_in_words(agreement, line.field, self.who)
        decided = self._decided(line.field)
        parts: list[str | tuple[str, str]] = [(f"{line.label}\n", "bold"), now]
        if decided and decided.decision == "change" and decided.words:
            new = value_in_words(_with(agreement, decided), line.field, self.who)
            parts += [("\nfrom now on\n", "$text-muted"), new]
        return Content.assemble(*parts)

    def lines(self) -> Iterator[Line]:
        """In the order of the agreement, then the end."""
        review, agreement = self.record(), self.agreement
        if review is None:
            return
        for field in reviews.lines_of(agreement) if agreement else ():
            line, decided = self.words.line(field), self._decided(field)
            note = SAID[decided.decision] if decided else "–"
            yield Line(field, line.label if line else field, note, self.action_change)
        trial = trials.going_on(self.workbook)
        if trial is not None:
            decide = partial(open_one_trial, self.app, self.workbook, trial.id)
            yield Line(FORMAT, f"Another format: {trial.what}", state(trial), decide)
        finish = partial(self.open, FinishReview, self.workbook, review)
        yield Line(FINISH, "Finish the review", say_decisions(review), finish)
        stop = partial(reviews.delete, review_id=review.id)
        yield Line(
            STOP, "Stop without a review", "decisions go, u undoes", partial(self.carry, stop)
        )

    def _decided(self, field: str) -> ReviewLine | None:
        review = self.record()
        found = review.lines if review else ()
        return next((one for one in found if one.line == field), None)

    @on(Rows.Moved)
    def _show_line(self) -> None:
        self.query_one("#words", Static).update(self.text())

    def show(self, *, empty: str | None = None) -> None:
        """Put the lines on screen, then the one under the cursor above them."""
        super().show(empty=empty)
        self._show_line()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A decision is about a line."""
        if action in ("decide", "change") and self.is_mounted:
            return self._field() is not None or None
        return True

    def _field(self) -> str | None:
        rows = self.query(Rows)
        key = rows.first().key if rows else None
        return None if key in NO_LINE else key

    async def action_decide(self, decision: Decision) -> None:
        """Keep or drop the line, and go on to the next."""
        if (field := self._field()) is not None:
            await self._save(field, decision, "")

    def action_change(self) -> None:
        """Write the line anew."""
        field, agreement = self._field(), self.agreement
        line = self.words.line(field) if field else None
        if line is None or agreement is None:
            return
        decided = self._decided(line.field)
        shown = _with(agreement, decided) if decided and decided.words else agreement
        form = ChangeLine(self.workbook, self.words, line, shown)

        def written(words: str | None) -> None:
            if words is not None:
                decision: Decision = "change" if words else "drop"
                self.run_worker(self._save(line.field, decision, words), exit_on_error=False)

        self.app.push_screen(form, written)

    async def _save(self, field: str, decision: Decision, words: str) -> None:
        await self.carry(
            partial(
                reviews.decide,
                review_id=self.record_id,
                line=field,
                decision=decision,
                words=words,
            )
        )
        rows = self.query_one(Rows)
        if rows.key == field:
            rows.action_move(1)


def _with(agreement: Agreement, decided: ReviewLine) -> Agreement:
    return agreement.changed(**{decided.line: decided.words})


def say_decisions(review: Review) -> str:
    """What was decided so far, in counts."""
    found = [one.decision for one in review.lines]
    counts = [f"{found.count(kind)} {said}" for kind, said in SAID.items() if kind in found]
    return ", ".join(counts) or "nothing decided yet"
