"""One hurdle being worked through: what is known of it, where the user stands, what is saved."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from coaching.guide import fill
from coaching.hurdle import steps
from coaching.hurdle.recorded import RecordedFact, recorded_facts, signals
from coaching.record.contact import SupportContact
from coaching.record.hurdle import Hurdle
from coaching.record.workbook import MINE, Workbook
from coaching.verbs import hurdles

if TYPE_CHECKING:
    from datetime import date, datetime

    from coaching.coach import Coach
    from coaching.guide import Content, KnownHurdle, Question
    from coaching.ports import Changed, Verb
    from coaching.record.relationship import Role


@dataclass
class HurdleSession:
    """State of the wizard. `care` is set after a yes at the safety door and is never stored.

    `kept` is False for a hurdle alone of which nothing is kept.
    """

    coach: Coach
    content: Content
    workbook: Workbook
    hurdle_id: str
    i_am: Role
    kept: bool = True
    care: bool = False
    question: str = ""
    came_from: str = ""
    contacts: tuple[SupportContact, ...] = ()

    @classmethod
    def begin(
        cls,
        coach: Coach,
        content: Content,
        workbook_id: str,
        hurdle_id: str = "",
        *,
        i_am: Role = "mentee",
        kept: bool = True,
    ) -> HurdleSession:
        """Read the records and stand at the first open question.

        `i_am` is for a hurdle alone. `Gone` where the hurdle is not there any more.
        """
        workbook = coach.open(workbook_id)
        if hurdle_id:
            workbook.get(Hurdle, hurdle_id)
        role = workbook.relationship.i_am if workbook.about_someone else i_am
        mine = workbook if workbook_id == MINE else coach.open(MINE)
        session = cls(coach, content, workbook, hurdle_id, role, kept)
        session.contacts = mine.all(SupportContact)
        session.question = session.first_open()
        return session

    @property
    def hurdle(self) -> Hurdle | None:
        """The record; None before the first answer, or where it is gone."""
        return self.workbook.find(Hurdle, self.hurdle_id) if self.hurdle_id else None

    @property
    def answers(self) -> Hurdle:
        """The record, or an empty one before the first answer."""
        return self.hurdle or Hurdle(id="new", opened=self.today, i_am=self.i_am)

    @property
    def now(self) -> datetime:
        """The record's present moment."""
        return self.coach.clock.now()

    @property
    def today(self) -> date:
        """The record's day."""
        return self.now.date()

    @property
    def name(self) -> str:
        """The other person's first name, or the words for someone unnamed."""
        if not self.workbook.about_someone:
            return self.content.wizard.unnamed
        return self.workbook.relationship.name.split(" ")[0]

    @property
    def title(self) -> str:
        """What stands at the head of the screen."""
        return f"A hurdle with {self.name}" if self.workbook.about_someone else "A hurdle"

    @property
    def draft_key(self) -> str:
        """The draft of the text at this question; "" where nothing may be kept."""
        return self.draft_key_of(self.question)

    def draft_key_of(self, question: str) -> str:
        """The draft of the text at a question; "" where nothing may be kept."""
        if not self.kept:
            return ""
        return f"hurdle-{self.hurdle_id or 'new-' + self.workbook.id}-{question}"

    @property
    def known(self) -> KnownHurdle | None:
        """The chosen kind of hurdle; None on the care way."""
        return None if self.care else self.content.hurdle(self.answers.closest)

    def worded(self, question_id: str | None = None) -> Question:
        """A question in the words for this role and side."""
        from typing import cast

        from coaching.guide import QuestionId

        found = self.content.wizard.question(cast("QuestionId", question_id or self.question))
        return found.worded(role=self.i_am, side=self.answers.side)

    def say(self, text: str) -> str:
        """Content text with the other person's name in it."""
        return fill(text, name=self.name)

    def first_open(self) -> str:
        """The first question without an answer, or the plan."""
        return steps.first_open(self.answers, care=self.care)

    def go_on(self) -> None:
        """Stand at the question after this one."""
        self.question = steps.after(self.answers, self.question, care=self.care)

    def go_outside(self) -> None:
        """Stand at step 3, and remember from where."""
        self.came_from, self.question = self.question, "who"

    def go_back(self) -> bool:
        """Stand one question back, or where step 3 was entered from; False at the first."""
        if self.question == "who" and self.came_from:
            self.question, self.came_from = self.came_from, ""
            return True
        earlier = steps.before(self.answers, self.question, care=self.care)
        if earlier is None:
            return False
        self.question = earlier
        return True

    def start_from_record(self) -> None:
        """Stand where the record says; a hurdle that is gone begins anew."""
        if self.hurdle is None:
            self.hurdle_id = ""
        self.question = self.first_open()

    def facts(self) -> tuple[RecordedFact, ...]:
        """Facts from the record that were not struck out; none for a hurdle alone."""
        if not self.workbook.about_someone:
            return ()
        struck = self.answers.struck_facts
        found = recorded_facts(self.workbook, self.today, self.name)
        return tuple(fact for fact in found if fact.id not in struck)

    def candidates(self) -> tuple[KnownHurdle, ...]:
        """Up to three kinds of hurdle for the chosen area, those the record speaks for first."""
        area = self.answers.area
        if not area:
            return ()
        said = signals(self.workbook, self.today) if self.workbook.about_someone else frozenset()
        return self.content.candidates(area, role=self.i_am, signals=said)

    def answer(self, **fields: Any) -> Changed:
        """Save the answer to this question, as one change."""
        if not self.hurdle_id:
            return self._start(fields)
        return self.save(
            partial(
                hurdles.answer,
                hurdle_id=self.hurdle_id,
                question=self.question,
                new_id=self.coach.new_id(),
                today=self.today,
                **fields,
            )
        )

    def _start(self, fields: dict[str, Any]) -> Changed:
        new_id = self.coach.new_id()
        changed = self.save(
            partial(hurdles.start, hurdle_id=new_id, i_am=self.i_am, today=self.today, **fields)
        )
        self.hurdle_id = new_id
        return changed

    def leave_open(self) -> Changed:
        """Pass this question over on purpose."""
        return self.save(
            partial(hurdles.leave_open, hurdle_id=self.hurdle_id, question=self.question)
        )

    def leave_rest_open(self) -> Changed:
        """Pass over all that is not answered, so that nothing asks for it later."""
        return self.save(partial(hurdles.leave_rest_open, hurdle_id=self.hurdle_id))

    def save(self, verb: Verb) -> Changed:
        """Carry out a verb on these records."""
        changed = self.coach.do(self.workbook.id, verb)
        self.workbook = changed.workbook
        return changed

    def reload(self) -> bool:
        """Read the records again; True where the hurdle is not as this screen left it."""
        before = self.hurdle
        self.workbook = self.coach.open(self.workbook.id)
        return self.hurdle != before
