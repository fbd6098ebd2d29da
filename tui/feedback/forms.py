"""The forms that follow feedback: said, asked for, heard, answered, and what changed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from textual.content import Content
from textual.widgets import Static

from coaching.record.reply import Reply
from coaching.verbs import feedback, promises, replies
from coaching.verbs.together import together
from tui.widgets.day_form import DayForm
from tui.widgets.fields import DateField, Field, LongField

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.widget import Widget

    from coaching.guide.forms import FeedbackWords
    from coaching.moments import Wall
    from coaching.ports import Verb
    from coaching.record.feedback import Feedback
    from coaching.record.workbook import Workbook

ONLY_ME = "only me"


class Say(DayForm):
    """The day prepared feedback was said."""

    def __init__(self, workbook: Workbook, entry: Feedback) -> None:
        """Of this feedback."""
        super().__init__(workbook, "")
        self.entry = entry

    def title_text(self) -> str:
        """To whom."""
        return f"You said it to {self.who}"

    def fields(self) -> Iterator[Widget]:
        """The day."""
        yield self.day_field("When?")

    def verb(self) -> Verb:
        """It was said."""
        return partial(feedback.say, feedback_id=self.entry.id, on=self.day(), today=self.today)


class Request(DayForm):
    """One narrow question, and by when an answer would help."""

    def __init__(self, workbook: Workbook, words: FeedbackWords, question: str) -> None:
        """Beginning with this question."""
        super().__init__(workbook, f"feedback-ask-{workbook.id}")
        self.words = words
        self.question = question

    def title_text(self) -> str:
        """Whom."""
        return f"Ask {self.who} for feedback"

    def fields(self) -> Iterator[Widget]:
        """The question, and a day if the user likes."""
        if self.workbook.relationship.i_am == "mentor":
            yield Static(Content(self.words.power_note), classes="hint")
            yield Static("")
        yield Field(
            "question",
            "One narrow question",
            value=self.question,
            under=f"only me: it is kept here, you ask {self.who} yourself",
        )
        yield DateField(
            "by",
            "An answer would help by",
            self._read_coming,
            under="may stay empty; with a day, a reply is owed to you",
            example="fri, +1w, 24 nov",
        )

    def _read_coming(self, text: str) -> Wall:
        return self.app.world.read_when(text)

    def verb(self) -> Verb:
        """It was asked today; with a day, a reply is owed."""
        new_id, question = self.app.world.coach.new_id, self.field("question").text
        ask = partial(feedback.ask_for, feedback_id=new_id(), question=question, today=self.today)
        by = self.query_one("#field-by", DateField).wall()
        if by is None:
            return ask
        owed = partial(
            replies.owe,
            reply_id=new_id(),
            owes="them",
            since=self.today,
            today=self.today,
            about=question,
            due=by.day,
        )
        return together(ask, owed)


class Heard(DayForm):
    """What the other said, asked for or not."""

    def __init__(self, workbook: Workbook, entry: Feedback | None = None) -> None:
        """The answer to a request, or feedback that came by itself."""
        super().__init__(workbook, f"feedback-heard-{workbook.id}-{entry.id if entry else 'new'}")
        self.entry = entry

    def title_text(self) -> str:
        """Whose."""
        return f"Feedback {self.who} gave you"

    def fields(self) -> Iterator[Widget]:
        """What was heard, the request in it, the day."""
        entry = self.entry
        if entry and entry.asked_for:
            yield Static(Content(f"You asked: {entry.asked_for}"), classes="hint")
        heard = entry.behaviour if entry else ""
        yield LongField("heard", "What you heard, in their words", value=heard, under=ONLY_ME)
        request = entry.request if entry else ""
        yield Field("request", "What they ask of you, if anything", value=request, under=ONLY_ME)
        yield self.day_field("When?")

    def verb(self) -> Verb:
        """It was heard; a reply owed for it has come."""
        entry, day = self.entry, self.day()
        heard = partial(
            feedback.hear,
            feedback_id=entry.id if entry else self.app.world.coach.new_id(),
            on=day,
            today=self.today,
            heard=self.field("heard").text,
            request=self.field("request").text,
        )
        came = [
            partial(replies.answer, reply_id=one.id, on=day, today=self.today)
            for one in self.workbook.all(Reply)
            if one.is_open and one.owes == "them" and entry and one.about == entry.asked_for
        ]
        return together(heard, *came)


class Answer(DayForm):
    """Thanks, what will be done, what not, why; with a day it is a promise too."""

    def __init__(self, workbook: Workbook, words: FeedbackWords, entry: Feedback) -> None:
        """To this feedback."""
        super().__init__(workbook, f"feedback-answer-{entry.id}")
        self.words = words
        self.entry = entry

    @property
    def _mine(self) -> bool:
        return self.entry.direction == "received"

    def title_text(self) -> str:
        """Whose answer."""
        return "Your answer to it" if self._mine else f"What {self.who} answered"

    def fields(self) -> Iterator[Widget]:
        """The four parts of an answer, and a day."""
        yield Static(Content(self.words.reply_rule), classes="hint")
        who, whose = ("I", "yours") if self._mine else (self.who, "theirs")
        labels = {
            "thanks": "Thanks",
            "will_do": f"What {who} will do",
            "will_not": f"What {who} will not do",
            "why": "Why",
        }
        yield Static(
            f"us two: may go on a page you make for {self.who}", classes="hint", markup=False
        )
        yield Static("")
        for name, label in labels.items():
            yield Field(name, label, value=getattr(self.entry, name))
        yield DateField(
            "by",
            "By when",
            self._read_coming,
            under=f"may stay empty; with a day it is a promise, {whose}",
            example="fri, +1w, 24 nov",
        )

    def _read_coming(self, text: str) -> Wall:
        return self.app.world.read_when(text)

    def verb(self) -> Verb:
        """The answer, and the promise in it."""
        texts: dict[str, Any] = {
            name: self.field(name).text for name in ("thanks", "will_do", "will_not", "why")
        }
        answer = partial(feedback.answer, feedback_id=self.entry.id, today=self.today, **texts)
        by = self.query_one("#field-by", DateField).wall()
        if by is None or not texts["will_do"].strip():
            return answer
        promise = partial(
            promises.make,
            promise_id=self.app.world.coach.new_id(),
            what=texts["will_do"],
            whose="me" if self._mine else "them",
            by=by.day,
            today=self.today,
        )
        return together(answer, promise)


class ChangedSince(DayForm):
    """What changed because of feedback."""

    def __init__(self, workbook: Workbook, entry: Feedback) -> None:
        """Of this feedback."""
        super().__init__(workbook, f"feedback-changed-{entry.id}")
        self.entry = entry

    def title_text(self) -> str:
        """What is asked."""
        return "What changed because of it"

    def fields(self) -> Iterator[Widget]:
        """What, and when."""
        under = f"us two: may go on a page you make for {self.who}"
        yield Field("changed", "What is different now", value=self.entry.changed_since, under=under)
        yield self.day_field("Since when?")

    def verb(self) -> Verb:
        """It changed."""
        changed = self.field("changed").text
        return partial(
            feedback.note_change, feedback_id=self.entry.id, changed=changed, on=self.day()
        )
