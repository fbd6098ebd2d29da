"""The plan of a hurdle on plain lines: to hear, to change, to take along, to close."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto
from functools import partial
from typing import TYPE_CHECKING

from coaching.errors import TrothError
from coaching.hurdle import steps
from coaching.hurdle.plan import PlanSheet, plan_page
from coaching.record.base import Audience
from coaching.verbs import hurdles
from tui.plain.deeper_where import go_deeper_where
from tui.plain.desk import NOTHING_CHANGED
from tui.plain.form import Part, fill_in
from tui.plain.look import look_again
from tui.plain.plan_told import PlanTold
from tui.plain.question import Back, Option, Question, Said, choice, short_text
from tui.plain.ways import other_ways
from tui.plain.write_page import left_out, page_lines, write_page

if TYPE_CHECKING:
    from coaching.guide.wizard import PlanWords
    from tui.hurdle.session import HurdleSession
    from tui.plain.desk import Desk

PLACE = "The plan"
PLAN = {"plan": "hear the plan whole"}
DUE = "The day to look at this again has come."
DELETING = "Its promise and its check-in stay. You can take it back once it is done."
DELETED = "Is it right so?"
GO_ON, UNDO = "Yes, go on", "Undo"


class Deed(Enum):
    """What can be done with a plan."""

    DONE = auto()
    AGAIN = auto()
    ON = auto()
    CHANGE = auto()
    DEEPER = auto()
    TAKE = auto()
    LOOK = auto()
    WAYS = auto()
    CLOSE = auto()
    OPEN = auto()
    KEEP = auto()
    DELETE = auto()


LEAVES = frozenset({Deed.CLOSE, Deed.DELETE})
"""What ends the sitting once it is done."""


class PlanMenu:
    """What can be done with a plan. `keep` asks whether an unkept hurdle shall be kept.

    `changing` is set where one answer is to be changed and the others stay; `afraid` where the
    user is afraid to say something, so that the safety question comes next.
    """

    def __init__(
        self, desk: Desk, session: HurdleSession, keep: Callable[[], None], told: PlanTold
    ) -> None:
        """`told` remembers what of the plan was heard in this sitting."""
        self.desk, self.session, self._keep, self._told = desk, session, keep, told
        self.changing = self.afraid = False

    def run(self) -> bool:
        """Say the plan and ask; True where the wizard goes on at another question."""
        self.tell()
        while True:
            chosen = self._choose()
            try:
                if chosen == Deed.DONE:
                    return False
                if self._do(chosen):
                    return chosen not in LEAVES
            except Back:
                self.desk.say(NOTHING_CHANGED)
            except TrothError as error:
                self.desk.prompt.refuse(error)
            if chosen == Deed.KEEP:
                return True

    def _choose(self) -> Deed:
        try:
            return self.desk.prompt.need(self._question())
        except Said:
            return Deed.AGAIN

    def tell(self) -> None:
        """The plan; once it was heard in this sitting, what has changed in it."""
        self.desk.say("", *self._told.news(self._page(Audience.ONLY_ME), self._words))

    def tell_whole(self) -> None:
        """Every part of the plan under its heading."""
        self.desk.say("", *self._told.whole(self._page(Audience.ONLY_ME), self._words))

    def _question(self) -> Question[Deed]:
        session = self.session
        options = [Option(Deed.DONE, "Done for now"), Option(Deed.AGAIN, "Hear the plan again")]
        if session.first_open() != steps.PLAN:
            options.append(Option(Deed.ON, "Go on where a question is open"))
        options.append(Option(Deed.CHANGE, "Change an answer"))
        if session.deeper_question():
            options.append(Option(Deed.DEEPER, "Go deeper", "more questions, where you like"))
        options.append(Option(Deed.TAKE, "Take it along", "as a page for you, or for us two"))
        if session.may_look_again:
            options.append(Option(Deed.LOOK, "Look again", "is it better?"))
        options.append(Option(Deed.WAYS, "Not going on as before", "without fault"))
        if session.kept:
            if session.answers.closed is None:
                options.append(Option(Deed.CLOSE, "Close this hurdle"))
            else:
                options.append(Option(Deed.OPEN, "Open this hurdle again"))
                options.append(Option(Deed.CLOSE, "Change how it was closed"))
            stays = "what came of it stays"
            options.append(Option(Deed.DELETE, "Delete this hurdle", stays, by_words=True))
        else:
            options.append(Option(Deed.KEEP, "Keep this", "put it into your records"))
        question = choice("What would you like to do?", options, rest=True)
        question = question.placed(PLACE).knowing(PLAN)
        return question.telling(DUE) if session.look_is_due else question

    def _do(self, chosen: Deed) -> bool:
        """Whether the plan is left by it."""
        match chosen:
            case Deed.AGAIN:
                self.tell_whole()
            case Deed.ON:
                self.session.question = self.session.first_open()
                return True
            case Deed.CHANGE:
                return self._change()
            case Deed.DEEPER:
                go_deeper_where(self.desk, self.session, PLACE)
                return True
            case Deed.TAKE:
                self._take_along()
            case Deed.LOOK:
                return self._look()
            case Deed.WAYS:
                other_ways(self.desk, self.session)
            case Deed.CLOSE | Deed.OPEN:
                return self._close() if chosen == Deed.CLOSE else self._open_again()
            case Deed.DELETE:
                return self._delete()
            case _:
                self._keep()
        return False

    def _change(self) -> bool:
        session = self.session
        way = steps.way(session.answers, care=session.care)
        options = [Option(one, session.say(session.worded(one).title)) for one in way]
        chosen = choice("Which answer?", options).placed(PLACE)
        session.question = self.desk.prompt.need(chosen)
        self.changing = True
        return True

    def _take_along(self) -> None:
        reader = Audience.ONLY_ME
        if not self.session.care:
            name = self.session.name
            readers = [
                Option(Audience.ONLY_ME, "Me", "everything"),
                Option(Audience.US_TWO, f"{name[:1].upper()}{name[1:]}", "us two only"),
            ]
            whose = choice("Who is this page for?", readers).placed("Take it along")
            reader = self.desk.prompt.need(whose)
        page = self._page(reader)
        self.desk.say("", "Exactly this leaves:", *page_lines(page, self._words))
        write_page(self.desk, self.session, page, left_out(page))

    def _look(self) -> bool:
        """True where the way on is the safety question, or someone outside."""
        came = look_again(self.desk, self.session)
        self.afraid = came == "afraid"
        if came == "get_help":
            self.session.go_outside()
        elif not self.afraid:
            self.tell()
        return came in ("afraid", "get_help")

    def _delete(self) -> bool:
        session = self.session
        options = [Option(True, "Delete it", by_words=True), Option(False, "Keep it")]
        question = choice(
            f"Delete {session.title[:1].lower()}{session.title[1:]}?", options
        ).telling(DELETING)
        if self.desk.prompt.need(question.placed(PLACE)):
            self.desk.say(session.save(partial(hurdles.forget, hurdle_id=session.hurdle_id)).said)
            return not self._taken_back()
        return False

    def _taken_back(self) -> bool:
        """Offer to take the deletion back at once; whether it was."""
        options = [Option(False, GO_ON), Option(True, UNDO, "take it back")]
        question = choice(DELETED, options, rest=True).taking(1).placed(PLACE)
        if not self.desk.prompt.need(question):
            return False
        self.desk.say(self.session.coach.undo())
        self.session.reload()
        return True

    def _open_again(self) -> bool:
        again = partial(hurdles.open_again, hurdle_id=self.session.hurdle_id)
        self.desk.say(self.session.save(again).said)
        return False

    def _close(self) -> bool:
        session, closing = self.session, self.session.content.wizard.closing
        options = [Option(one.id, one.label, one.help or "") for one in closing.choices]
        learned = short_text(closing.learned, needed=False).telling("Only you read this.")
        parts = (
            Part("ending", lambda _: choice(closing.question, options)),
            Part("learned", lambda _: learned),
        )
        given = fill_in(self.desk.prompt, "Close this hurdle", parts)
        verb = partial(
            hurdles.close,
            hurdle_id=session.hurdle_id,
            ending=given["ending"],
            learned=given["learned"] or "",
            today=session.today,
        )
        self.desk.say(session.save(verb).said)
        return True

    @property
    def _words(self) -> PlanWords:
        return self.session.content.wizard.plan

    def _page(self, audience: Audience) -> PlanSheet:
        session = self.session
        return plan_page(
            session.answers,
            session.content,
            name=session.name,
            audience=audience,
            contacts=session.contacts,
            care=session.care,
        )
