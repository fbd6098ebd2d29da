"""The way through one hurdle: the safety question, one question after another, the plan."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from coaching.errors import Gone, Locked, TrothError
from coaching.hurdle import deeper, door, steps
from tui.hurdle.left_at import LeftAt
from tui.plain.answers import answer_to
from tui.plain.form import more_came_up
from tui.plain.hurdle_notes import before_question
from tui.plain.plan import PlanMenu
from tui.plain.plan_told import PlanTold
from tui.plain.question import Back, Said
from tui.plain.read_along import read_along
from tui.plain.safety import ask_safety
from tui.plain.typed import PlainDrafts, key_of
from tui.plain.wizard_place import counted

if TYPE_CHECKING:
    from tui.hurdle.session import HurdleSession
    from tui.plain.desk import Desk

KEPT = "Kept up to your last answer. You can leave now and go on another day."
NOT_YET = "A hurdle is kept from its first answer on."
SAY_AGAIN = "Your last answer was not kept; it is asked again once they are open."
LEAVING = "Nothing is kept. Type back once more to leave it, and your words are gone."
KeepAlone = Callable[["Desk", "HurdleSession"], "HurdleSession | None"]


class Walk:
    """One sitting with a hurdle. Every answer is saved as it is given."""

    def __init__(self, desk: Desk, session: HurdleSession, keep_alone: KeepAlone) -> None:
        self.desk, self.session, self._keep_alone = desk, session, keep_alone
        self._drafts = PlainDrafts(desk, session.coach)
        self._left_at = LeftAt(self._drafts, session)
        self._plan_told = PlanTold()
        self._checked = False
        self._may_read = False
        self._warned = False
        self._changing = False
        self._door_after = ""
        self._came_changing = False
        self._notes: list[str] = []
        self._counted = ("", 0)

    def run(self) -> None:
        """Until the plan is left, or the first question by going back."""
        self._left_at.stand_where_words_wait()
        if self.session.question != steps.PLAN and not self._safe():
            return
        while True:
            self._left_at.stand_here()
            if self._door_after and self.session.question != self._door_after:
                goes_on = self._safe()
            elif self.session.question == steps.PLAN:
                goes_on = self._plan()
            else:
                goes_on = self._safe() if self._door_waits else self._one()
            if not goes_on:
                return

    def _plan(self) -> bool:
        """The plan, and what is done with it; False where the hurdle is left."""
        plan = PlanMenu(self.desk, self.session, self.keep, self._plan_told)
        try:
            goes_on = plan.run()
        except Back:
            return self.session.go_back()
        self._changing = plan.changing
        if plan.afraid:
            self.desk.safety_asked, self.desk.safety_heard = False, True
            return self._safe()
        return goes_on

    def tell_saved(self) -> None:
        """What is kept; where nothing is, ask whether it shall be."""
        if not self.session.kept:
            self.keep()
        else:
            self.desk.say(KEPT if self.session.hurdle else NOT_YET)

    def keep(self) -> None:
        """Offer to keep a hurdle of which nothing is kept."""
        try:
            kept = self._keep_alone(self.desk, self.session)
        except (Back, TrothError) as error:
            self.desk.say(error.sentence if isinstance(error, TrothError) else "Nothing is kept.")
            return
        if kept is not None:
            self.session, self.desk.unkept = kept, False
            self._drafts = PlainDrafts(self.desk, kept.coach)
            self._left_at = LeftAt(self._drafts, kept)

    def _one(self) -> bool:
        """Ask one question; False where the user goes back from the first."""
        try:
            fields = self._ask()
        except Back:
            return self._back()
        except Said as said:
            self._go(said.word)
            return True
        try:
            self._save(fields)
        except Locked as locked:
            self.desk.say(locked.sentence, SAY_AGAIN)
            self.desk.unlock()
            return True
        except Gone as gone:
            self.desk.say(gone.sentence)
            return False
        except TrothError as error:
            self.desk.prompt.refuse(error)
            return True
        self.desk.say(*read_along(self.desk.world, self.session))
        return self._on()

    @property
    def _reading_waits(self) -> bool:
        """Before the first reading along of a sitting stands the one-line safety question."""
        session = self.session
        return not self._may_read and deeper.reads_along(session.answers, session.question)

    @property
    def _door_waits(self) -> bool:
        """Whether the safety question comes before this question, as on the screens."""
        session = self.session
        unasked = not self._checked and session.in_deeper and session.stage != "support"
        return unasked or self._reading_waits

    def _ask(self) -> Mapping[str, Any] | None:
        notes, before = list(before_question(self.session)), self._notes
        if new := [one for one in notes if one not in before]:
            self.desk.say("", *new)
        self._notes = notes
        self._tell_more_questions()
        return answer_to(self.desk, self.session)

    def _tell_more_questions(self) -> None:
        """Say where an answer brought more questions than were counted before."""
        kind, total = counted(self.session)
        was, before = self._counted
        self._counted = (kind, total)
        if kind == was and total > before > 0:
            self.desk.say("", more_came_up(total - before))

    def _save(self, fields: Mapping[str, Any] | None) -> None:
        session = self.session
        key = key_of(session)
        if fields is None:
            session.leave_open()
        elif session.hurdle is None or any(
            getattr(session.answers, name) != value for name, value in fields.items()
        ):
            session.answer(**fields)
        self._drafts.drop(key)

    def _on(self) -> bool:
        """The next question; the safety question comes between where it has to."""
        session, before = self.session, self.session.question
        changing = self._changing
        if self._changing:
            session.begin_anew()
            self._changing = False
        else:
            session.go_on()
        if session.care and session.question == steps.PLAN:
            session.leave_rest_open()
        if session.door_is_next(before, checked=self._checked):
            self._door_after, self._came_changing = before, changing
            return self._safe()
        return True

    def _safe(self) -> bool:
        """Ask the safety question; False where the user leaves the hurdle here for now."""
        session = self.session
        try:
            if not self.desk.safety_heard:
                self.desk.safety_asked = door.heard_today(session.hurdle, session.today)
            passed = ask_safety(self.desk, session.contacts, under_18=session.under_18)
        except Back:
            return self._back_from_door()
        self._may_read = self._may_read or self._reading_waits
        self._checked = True
        self._door_after = ""
        if passed is None:
            return False
        session.passed_door(care=passed.care, routes=passed.routes)
        return True

    def _back_from_door(self) -> bool:
        """Back to where one came from; where that is nowhere, the hurdle is left.

        After an answer that brought the question, back to that answer; it comes again after it.
        """
        if self._door_after:
            self.session.question, self._changing = self._door_after, self._came_changing
            return True
        on_the_way = self._checked and self._reading_waits
        if on_the_way and self.session.go_back():
            return True
        if not on_the_way and self.session.leave_deeper():
            return True
        if self.session.hurdle is None:
            raise Back
        return self._stays() and self._safe()

    def _back(self) -> bool:
        return self.session.go_back() or self._stays()

    def _stays(self) -> bool:
        """Whether the hurdle is not left yet: once where its words would be gone."""
        if self.session.kept or self.session.hurdle is None or self._warned:
            return False
        self._warned = True
        self.desk.say(LEAVING)
        return True

    def _go(self, word: str) -> None:
        session = self.session
        if word == "deeper":
            session.go_deeper()
        elif session.hurdle is None:
            self.desk.say("Say in one line what happened first; then someone outside can be found.")
        else:
            session.go_outside()
