"""Feedback with one person, both directions, and what comes next with each."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.content import Content

from coaching.record.feedback import Feedback
from coaching.say import say_short
from coaching.verbs import feedback
from tui.feedback.compose import Compose, as_written
from tui.feedback.forms import Answer, ChangedSince, Heard, Request, Say
from tui.widgets.desk import Desk, Line, OneRecord, open_desk, paragraphs, sentence
from tui.widgets.rows import Column

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from coaching.record.workbook import Workbook
    from tui.app import TrothApp

FIRST_WORDS = 60


def open_feedback(app: TrothApp, workbook: Workbook) -> None:
    """Feedback with this person."""
    open_desk(app, lambda forms: FeedbackDesk(workbook, forms))


def open_one_feedback(app: TrothApp, workbook: Workbook, record_id: str) -> None:
    """One piece of feedback; nothing where it is gone."""
    if workbook.find(Feedback, record_id):
        open_desk(app, lambda forms: OneFeedback(workbook, forms, record_id))


class FeedbackDesk(Desk):
    """Prepare feedback, ask for it, keep what was said; or choose some that is there."""

    def heading(self) -> str:
        """With whom."""
        return f"Feedback, {self.who} and you"

    def text(self) -> str:
        """What makes it easier to hear."""
        return (
            "About one thing that happened, never about a person as a whole. "
            "It goes both ways: asking for it first helps."
        )

    def lines(self) -> Iterator[Line]:
        """Three beginnings, then what there is, the newest first."""
        compose = partial(self.open, Compose, self.workbook, self.forms)
        yield Line("give", f"+ Prepare feedback for {self.who}", "", compose)
        yield Line("ask", f"+ Ask {self.who} for feedback", "", self._ask)
        heard = partial(self.open, Heard, self.workbook)
        yield Line("heard", f"+ Keep what {self.who} said to you", "", heard)
        for one in sorted(self.workbook.all(Feedback), key=lambda one: one.on, reverse=True):
            yield Line(
                one.id, _first_words(one), state(one, self.today), partial(self._choose, one.id)
            )

    def _ask(self) -> None:
        self.open(Requests, self.workbook, self.forms)

    def _choose(self, feedback_id: str) -> None:
        self.open(OneFeedback, self.workbook, self.forms, feedback_id)


class Requests(Desk):
    """Ways to ask narrowly; each can be worded anew before it is kept."""

    COLUMNS = (Column("", 40, grow=1),)

    def heading(self) -> str:
        """Whom."""
        return f"Ask {self.who} for feedback"

    def text(self) -> str:
        """Why narrow."""
        return "A narrow question, with time to think, is easier to answer than “any feedback?”."

    def lines(self) -> Iterator[Line]:
        """The shipped questions, then one's own."""
        for place, question in enumerate(self.forms.feedback.requests):
            yield Line(f"{place}", question, "", partial(self._word, question))
        yield Line("own", "In my own words", "", partial(self._word, ""))

    def _word(self, question: str) -> None:
        self.app.push_screen(Request(self.workbook, self.forms.feedback, question), self._asked)

    def _asked(self, done: bool | None) -> None:
        if done:
            self.dismiss(None)


class OneFeedback(OneRecord):
    """What was prepared, said or heard, and what comes next."""

    def record(self) -> Feedback | None:
        """As it is now."""
        return self.workbook.find(Feedback, self.record_id)

    def heading(self) -> str:
        """From whom to whom."""
        entry = self.record()
        if entry is None:
            return ""
        return (
            f"Feedback for {self.who}"
            if entry.direction == "given"
            else f"Feedback from {self.who}"
        )

    def text(self) -> Content:
        """All that is kept of it."""
        entry = self.record()
        return _said(entry, self.today) if entry else Content("")

    def lines(self) -> Iterator[Line]:
        """What can be done next."""
        entry = self.record()
        if entry is None:
            return
        if entry.direction == "given":
            yield from self._given(entry)
        else:
            edit = partial(self.open, Heard, self.workbook, entry)
            words = "Change what you heard" if entry.said else f"{self.who} answered: keep it"
            yield Line("heard", words, "", edit)
        if entry.said is not None:
            yield from self._after(entry)
        yield self.delete_line("feedback", partial(feedback.delete, feedback_id=entry.id))

    def _given(self, entry: Feedback) -> Iterator[Line]:
        if entry.said is None:
            say = partial(self.open, Say, self.workbook, entry)
            yield Line("said", "I said it", "today, or another day", say)
        yield Line("copy", "Copy it", "to read out, or to send", partial(self._copy, entry))
        edit = partial(self.open, Compose, self.workbook, self.forms, entry)
        yield Line("edit", "Change the words", "only for you", edit)

    def _after(self, entry: Feedback) -> Iterator[Line]:
        answer = partial(self.open, Answer, self.workbook, self.forms.feedback, entry)
        words = (
            "Your answer to it" if entry.direction == "received" else f"What {self.who} answered"
        )
        yield Line("answer", words, "thanks, will do, will not, why", answer)
        changed = partial(self.open, ChangedSince, self.workbook, entry)
        yield Line("changed", "What changed because of it", "", changed)

    def _copy(self, entry: Feedback) -> None:
        self.app.copy_to_clipboard(as_written(entry))
        self.app.say("Copied. Where you paste it, it can be read.")


def state(entry: Feedback, today: date) -> str:
    """Where it stands, in a few words."""
    if entry.changed_on is not None:
        return f"changed since {say_short(entry.changed_on, today)}"
    if entry.answered is not None:
        return f"answered {say_short(entry.answered, today)}"
    if entry.direction == "given":
        return f"said {say_short(entry.said, today)}" if entry.said else "prepared, only for you"
    if entry.said is not None:
        return f"heard {say_short(entry.said, today)}"
    return f"asked {say_short(entry.asked, today)}" if entry.asked else "not said yet"


def _said(entry: Feedback, today: date) -> Content:
    given = entry.direction == "given"
    return paragraphs(
        ("", sentence(state(entry, today))),
        ("You asked", entry.asked_for),
        ("Situation", entry.situation),
        ("Behaviour" if given else "Heard", entry.behaviour),
        ("Impact", entry.impact),
        ("Request", entry.request),
        ("Thanks", entry.thanks),
        ("Will do", entry.will_do),
        ("Will not", entry.will_not),
        ("Why", entry.why),
        ("Changed", entry.changed_since),
    )


def _first_words(entry: Feedback) -> str:
    texts = (entry.request, entry.behaviour, entry.asked_for, entry.situation, entry.impact)
    text = next((text for text in texts if text), "Feedback")
    line = text.strip().split("\n", 1)[0]
    return f"{line[:FIRST_WORDS].rstrip()}…" if len(line) > FIRST_WORDS else line
