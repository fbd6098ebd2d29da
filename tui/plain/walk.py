"""The way through one hurdle: the safety question, one question after another, the plan."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from coaching.errors import Gone, Locked, TrothError
from coaching.hurdle import deeper, steps
from coaching.say import say_count
from tui.plain.answers import answer_to
from tui.plain.deeper_way import answerable
from tui.plain.hurdle_notes import before_question
from tui.plain.plan import PlanMenu
from tui.plain.question import Back, Said
from tui.plain.read_along import read_along
from tui.plain.safety import ask_safety

if TYPE_CHECKING:
    from tui.hurdle.session import HurdleSession
    from tui.plain.desk import Desk

KEPT = "Kept up to your last answer. You can leave now and go on another day."
NOT_YET = "A hurdle is kept from its first answer on."
ON_SCREENS = "On the screens of Troth there is room for {count} here. Nothing is lost without."
SAY_AGAIN = "Your last answer was not kept; it is asked again once they are open."
LEAVING = "Nothing is kept. Type back once more to leave it, and your words are gone."
KeepAlone = Callable[["Desk", "HurdleSession"], "HurdleSession | None"]


class Walk:
    """One sitting with a hurdle. Every answer is saved as it is given."""

    def __init__(self, desk: Desk, session: HurdleSession, keep_alone: KeepAlone) -> None:
        self.desk, self.session, self._keep_alone = desk, session, keep_alone
        self._checked = False
        self._warned = False
        self._changing = False

    def run(self) -> None:
        """Until the plan is left, or the first question by going back."""
        if self.session.question != steps.PLAN and not self._safe():
            return
        while True:
            if self.session.question == steps.PLAN:
                if not self._plan():
                    return
            elif self._reading_waits and not self._safe():
                return
            elif not answerable(self.session, self.session.question):
                self._pass_by()
            elif not self._one():
                return

    def _plan(self) -> bool:
        """The plan, and what is done with it; False where the hurdle is left."""
        plan = PlanMenu(self.desk, self.session, self.keep)
        try:
            goes_on = plan.run()
        except Back:
            return self.session.go_back()
        self._changing = plan.changing
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
            self.session = kept

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
            self.desk.say(error.sentence)
            return True
        self.desk.say(*read_along(self.desk.world, self.session))
        return self._on()

    @property
    def _reading_waits(self) -> bool:
        """Words are read along only once the safety question was asked in this sitting."""
        return not self._checked and deeper.reads_along(self.session.answers, self.session.question)

    def _pass_by(self) -> None:
        """Questions with a page of their own on the screens stay as they are."""
        session, passed = self.session, 0
        while session.question != steps.PLAN and not answerable(session, session.question):
            if not session.in_deeper:
                session.leave_open()
            session.go_on()
            passed += 1
        self.desk.say("", ON_SCREENS.replace("{count}", say_count(passed, "more question")))

    def _ask(self) -> Mapping[str, Any] | None:
        if notes := list(before_question(self.session)):
            self.desk.say("", *notes)
        return answer_to(self.desk, self.session)

    def _save(self, fields: Mapping[str, Any] | None) -> None:
        session = self.session
        key = session.draft_key
        if fields is None:
            session.leave_open()
        elif session.hurdle is None or any(
            getattr(session.answers, name) != value for name, value in fields.items()
        ):
            session.answer(**fields)
        if key:
            session.coach.drafts.drop(key)

    def _on(self) -> bool:
        """The next question; the safety question comes between where it has to."""
        session, before = self.session, self.session.question
        if self._changing:
            session.begin_anew()
            self._changing = False
        else:
            session.go_on()
        if session.care and session.question == steps.PLAN:
            session.leave_rest_open()
        if session.door_is_next(before, checked=self._checked):
            return self._safe()
        return True

    def _safe(self) -> bool:
        """Ask the safety question; False where the user leaves the hurdle here for now."""
        session = self.session
        passed = ask_safety(self.desk, session.contacts, under_18=session.under_18)
        self._checked = True
        if passed is None:
            return False
        session.passed_door(care=passed.care, routes=passed.routes)
        if passed.care:
            session.begin_anew()
        return True

    def _back(self) -> bool:
        while self.session.go_back():
            question = self.session.question
            if question == steps.PLAN or answerable(self.session, question):
                return True
        if not self.session.kept and self.session.hurdle is not None and not self._warned:
            self._warned = True
            self.desk.say(LEAVING)
            return True
        return False

    def _go(self, word: str) -> None:
        session = self.session
        if word == "deeper":
            session.go_deeper(partial(answerable, session))
        elif session.hurdle is None:
            self.desk.say("Say in one line what happened first; then someone outside can be found.")
        else:
            session.go_outside()
