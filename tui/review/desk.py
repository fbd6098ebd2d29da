"""Reviews with one person: begin one, go on with one, read what was decided in those before."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.content import Content

from coaching.record.review import Review
from coaching.say import say_count, say_day
from coaching.verbs import agreements, reviews
from tui.review.walk import OnReview, ReviewWalk, say_decisions
from tui.widgets.desk import Desk, Line, open_desk, paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coaching.guide.agreement import AgreementWords
    from coaching.guide.forms import Forms
    from coaching.record.workbook import Workbook
    from tui.app import TrothApp

NO_AGREEMENT = (
    "A review walks through the agreement line by line. There is none to walk through yet."
)
HOW = (
    "Every 90 days is usual. Read each line together: keep it, change it or drop it. "
    "Every decision is kept at once; you can stop at any line and go on another day."
)


def open_review(app: TrothApp, workbook: Workbook) -> None:
    """Reviews with this person; one that is begun goes on at once."""

    def make(forms: Forms) -> Desk:
        words = app.world.content.agreement
        begun = under_way(workbook)
        if begun is not None:
            return ReviewWalk(workbook, forms, begun.id, words)
        return Reviews(workbook, forms, words)

    open_desk(app, make)


def open_one_review(app: TrothApp, workbook: Workbook, record_id: str) -> None:
    """One review: to go on with it, or to read it. Nothing where it is gone."""
    review = workbook.find(Review, record_id)
    if review is None:
        return
    kind = OneReview if review.done else ReviewWalk
    open_desk(app, lambda forms: kind(workbook, forms, record_id, app.world.content.agreement))


def under_way(workbook: Workbook) -> Review | None:
    """The review that is begun and not finished, the newest of them."""
    found = [one for one in workbook.all(Review) if one.done is None]
    return max(found, key=lambda one: one.began, default=None)


class Reviews(Desk):
    """Begin a review, or choose one that is done."""

    def __init__(self, workbook: Workbook, forms: Forms, words: AgreementWords) -> None:
        """In the words of the agreement."""
        super().__init__(workbook, forms)
        self.words = words

    def heading(self) -> str:
        """With whom."""
        return f"Review, {self.who} and you"

    def text(self) -> str:
        """How it goes, or what is missing for it."""
        return HOW if agreements.latest(self.workbook) else NO_AGREEMENT

    def lines(self) -> Iterator[Line]:
        """A beginning, then the reviews there were, the newest first."""
        begun = under_way(self.workbook)
        if agreements.latest(self.workbook) is None:
            yield Line("agreement", "Write an agreement first", "", self._agreement)
        elif begun is None:
            yield Line("begin", "+ Begin a review today", self._when(), self._begin)
        else:
            yield Line("go_on", "Go on with the review", say_decisions(begun), self._go_on)
        done = [one for one in self.workbook.all(Review) if one.done is not None]
        for one in sorted(done, key=lambda one: one.began, reverse=True):
            choose = partial(self._open, OneReview, one.id)
            yield Line(one.id, f"Review of {say_day(one.began)}", say_decisions(one), choose)

    def _when(self) -> str:
        latest = agreements.latest(self.workbook)
        return f"meant for {say_day(latest.review_on)}" if latest and latest.review_on else ""

    def _agreement(self) -> None:
        from tui.agreement.desk import open_agreement

        self.dismiss(None)
        open_agreement(self.app, self.workbook)

    async def _begin(self) -> None:
        new_id, today = self.app.world.coach.new_id(), self.app.now.date()
        done = await self.app.do(
            self.workbook.id, partial(reviews.begin, review_id=new_id, today=today)
        )
        if done is not None:
            self.workbook = done.workbook
            self._open(ReviewWalk, new_id)

    def _go_on(self) -> None:
        if (begun := under_way(self.workbook)) is not None:
            self._open(ReviewWalk, begun.id)

    def _open(self, kind: type[ReviewWalk | OneReview], review_id: str) -> None:
        self.open(kind, self.workbook, self.forms, review_id, self.words)


class OneReview(OnReview):
    """What was decided in one review."""

    def heading(self) -> str:
        """Which."""
        review = self.record()
        return f"Review of {say_day(review.began)}, {self.who} and you" if review else ""

    def text(self) -> Content:
        """Each line with its decision."""
        review = self.record()
        if review is None:
            return Content("")
        done = f"Finished {say_day(review.done)}." if review.done else "Not finished."
        rows = [("", done), ("", f"{say_count(len(review.lines), 'line')} decided:")]
        for one in review.lines:
            line = self.words.line(one.line)
            rows.append((f"  {one.decision:7}", line.label if line else one.line))
        return paragraphs(*rows)

    def lines(self) -> Iterator[Line]:
        """It can be deleted; the agreement stays as it is."""
        review = self.record()
        if review is not None:
            yield self.delete_line("review", partial(reviews.delete, review_id=review.id))
