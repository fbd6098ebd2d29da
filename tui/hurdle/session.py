"""One hurdle being worked through: what is known of it, where the user stands, what is saved."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from coaching.guide import fill
from coaching.hurdle import deeper, safety, steps
from coaching.hurdle.deeper import any_question
from coaching.hurdle.forms import Sitting
from coaching.hurdle.next_words import draft_key
from coaching.hurdle.weighed import weighed
from coaching.moments import HOUSE_STYLE, DateStyle
from coaching.record.contact import SupportContact
from coaching.record.hurdle import Hurdle
from coaching.record.workbook import MINE, Workbook
from coaching.say import first_name
from coaching.thresholds import DEFAULTS, Thresholds
from coaching.verbs import hurdles
from tui.hurdle.telling import TOLD_APART, Telling

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from coaching.coach import Coach
    from coaching.guide import Content, KnownHurdle, Question
    from coaching.hurdle.recorded import RecordedFact
    from coaching.ports import Changed, Verb
    from coaching.record.relationship import Role

RETURNS = ("closest", "words")
"""Questions that a deeper one may lead to; from them the way is back to where `returns_to` says."""


@dataclass
class HurdleSession:
    """State of the wizard. `care` is set after a yes at the safety door and is never stored.

    Nor are `routes`, the kinds of people whose work it is, and `checked_story`, what had been told
    when the door was last passed.

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
    deeper_from: str = ""
    returns_to: str = ""
    asks_words: bool = False
    contacts: tuple[SupportContact, ...] = ()
    routes: tuple[str, ...] = ()
    checked_story: str = ""
    limits: Thresholds = DEFAULTS
    style: DateStyle = HOUSE_STYLE

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

    def __post_init__(self) -> None:
        """What is known of the source follows this session."""
        self.source = Telling(self)

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
        return first_name(self.workbook.relationship.name)

    @property
    def sitting(self) -> Sitting:
        """What a form of the wizard is filled in about."""
        about = self.workbook.about_someone
        return Sitting(self.answers, self.content, self.name, self.today, about)

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
        return draft_key(self.hurdle_id or f"new-{self.workbook.id}", question)

    @property
    def known(self) -> KnownHurdle | None:
        """The chosen kind of hurdle; None on the care way."""
        return None if self.care else self.content.hurdle(self.answers.closest)

    @property
    def under_18(self) -> bool:
        """Whether the record says that one of the two is under 18."""
        about = self.workbook.about_someone
        return about and "under_18" in (self.workbook.relationship.ties or ())

    def passed_door(self, *, care: bool, routes: tuple[str, ...] = ()) -> None:
        """Go on from the safety door, knowing what had been told so far; after a yes, anew."""
        self.care, self.routes = care, routes
        self.checked_story = safety.story_of(self.answers)
        if care:
            self.begin_anew()

    def door_is_next(self, before: str, *, checked: bool) -> bool:
        """Whether the safety question comes before this one, which followed on `before`.

        It stands before Repair, unless `checked` in this sitting, and where the story changed.
        """
        enters = steps.enters_repair(before, self.question)
        return (enters and not checked) or self.story_asks_again()

    def story_asks_again(self) -> bool:
        """Whether the story, as it is told now, brings the one-line safety question back."""
        before, now = self.checked_story, safety.story_of(self.answers)
        self.checked_story = now
        return not self.care and safety.ask_again(self.content, before=before, now=now)

    def worded(self, question_id: str | None = None) -> Question:
        """A question in the words for this role and side."""
        found = self.content.wizard.question(question_id or self.question)
        hurdle = self.answers
        worded = found.worded(role=self.i_am, side=hurdle.side, how=hurdle.how)
        more = self._what_becomes_of_it(found.id)
        return worded.model_copy(update={"help": (*worded.help, *more)}) if more else worded

    def _what_becomes_of_it(self, question: str) -> tuple[str, ...]:
        """Where an answer stands afterwards: a deed with someone, a day to look again."""
        deed, look = self.content.wizard.deed_kept, self.content.wizard.look_kept
        if question == "deed" and self.workbook.about_someone:
            return (deed.theirs if self.answers.side == "them" else deed.mine,)
        if question == "closest" and (told := weighed(self.answers, self.content, self.name)):
            return tuple(told.lines())
        if question == "look_again":
            return (look.kept if self.kept else look.unkept,)
        if question == "change" and not self.kept:
            return (look.unkept,)
        return ()

    def say(self, text: str) -> str:
        """Content text with the other person's name in it."""
        return fill(text, name=self.name)

    def first_open(self) -> str:
        """The first question without an answer, or the plan."""
        return steps.first_open(self.answers, care=self.care)

    @property
    def stage(self) -> str:
        """The box of this question; "done" at the plan."""
        return deeper.stage_of(self.question) or steps.stage_of(self.question)

    @property
    def may_look_again(self) -> bool:
        """Whether this is a kept hurdle to look at again; never after a yes at the door."""
        hurdle = self.hurdle
        if hurdle is None or not self.kept or self.care or hurdle.closed is not None:
            return False
        return hurdle.how is not None or hurdle.look_again is not None

    @property
    def look_is_due(self) -> bool:
        """Whether the day to look again has come."""
        day = self.answers.look_again
        return self.may_look_again and day is not None and day <= self.today

    @property
    def in_deeper(self) -> bool:
        """Whether this is a deeper question."""
        return bool(deeper.stage_of(self.question))

    def deeper_question(self, fits: Callable[[str], bool] = any_question) -> str:
        """Where the deeper key leads here, of the questions that fit; "" where it leads nowhere.

        It is the first open one of this box, at the plan of all boxes, else the first of them.
        """
        if self.in_deeper:
            return ""
        own = "own_parts" in deeper.way(self.answers, "repair", care=self.care) and fits(
            "own_parts"
        )
        if self.stage == "done" and self.asks_words and own:
            return "own_parts"
        stages = steps.STAGES if self.stage == "done" else (self.stage,)
        return deeper.first_open(self.answers, *stages, care=self.care, fits=fits)

    def deeper_stage(self) -> str:
        """The box that the deeper key opens here; "" where there is nothing deeper."""
        return deeper.stage_of(self.deeper_question())

    def open_deeper(self, stage: str) -> tuple[str, ...]:
        """The deeper questions of a box that wait for an answer."""
        return deeper.open_ones(self.answers, stage, care=self.care)

    def go_deeper(self, fits: Callable[[str], bool] = any_question) -> None:
        """Stand where the deeper key leads, and remember from where."""
        found = self.deeper_question(fits)
        if found:
            self.deeper_from, self.question = self.question, found
            self.source.begin()

    def go_on(self) -> None:
        """Stand at the question after this one."""
        if self.question == TOLD_APART and self.source.go_on():
            return
        if self.in_deeper:
            following = deeper.after(self.answers, self.question, care=self.care)
            self.question = following or self._weigh_after(self.stage, self._out_of_deeper())
            self.source.begin()
        elif self.question in RETURNS and self.returns_to:
            self.question = self._return()
        else:
            self.question = steps.after(self.answers, self.question, care=self.care)

    def stand_deeper(self, question: str, came_from: str) -> bool:
        """Stand at a deeper question left in the middle; False where it does not fit any more."""
        stage = deeper.stage_of(question)
        if question not in deeper.way(self.answers, stage, care=self.care):
            return False
        self.question, self.deeper_from = question, came_from
        self.source.begin()
        return True

    def leave_deeper(self) -> bool:
        """Stand where the deeper questions were opened; False where that is not known."""
        known = self.in_deeper and bool(self.deeper_from)
        if known:
            self.question = self._out_of_deeper()
        return known

    def _out_of_deeper(self) -> str:
        left, self.deeper_from = self.deeper_from, ""
        on_the_way = (*steps.way(self.answers, care=self.care), steps.PLAN)
        return left if left in on_the_way else self.first_open()

    def _weigh_after(self, stage: str, back: str) -> str:
        """After the deeper source the kind is asked again where the answers speak otherwise."""
        known = weighed(self.answers, self.content, self.name) is not None
        if stage != "source" or self.care or not known or steps.stage_of(back) == "source":
            return back
        self.returns_to = back
        return "closest"

    def _return(self) -> str:
        back, self.returns_to = self.returns_to, ""
        known = (*steps.way(self.answers), steps.PLAN, *deeper.way(self.answers, "repair"))
        return back if back in known else self.first_open()

    def change_words(self) -> None:
        """Stand at the words; afterwards at the deeper question about them again."""
        self.returns_to, self.question = self.question, "words"

    def go_outside(self) -> None:
        """Stand at step 3, and remember from where."""
        self.came_from, self.question = self.question, "who"

    def go_back(self) -> bool:
        """Stand one question back, or where step 3 was entered from; False at the first."""
        if self.question == "who" and self.came_from:
            self.question, self.came_from = self.came_from, ""
            return True
        if self.question == TOLD_APART and self.source.go_back():
            return True
        if self.in_deeper:
            earlier_one = deeper.before(self.answers, self.question, care=self.care)
            self.question = earlier_one or self._out_of_deeper()
            self.source.turn = max(0, len(self.source.asked()) - 1)
            return True
        if self.question in RETURNS and self.returns_to:
            self.question = self._return()
            return True
        earlier = steps.before(self.answers, self.question, care=self.care)
        if earlier is None:
            return False
        self.question = earlier
        return True

    def begin_anew(self) -> None:
        """Stand at the first open question, whatever was gone through before."""
        self.deeper_from = self.came_from = self.returns_to = ""
        self.question = self.first_open()

    def start_from_record(self) -> None:
        """Stand where the record says; a hurdle that is gone begins anew."""
        if self.hurdle is None:
            self.hurdle_id = ""
        self.begin_anew()

    def facts(self) -> tuple[RecordedFact, ...]:
        """Facts from the record that were not struck out; none for a hurdle alone."""
        return self.source.facts()

    def candidates(self) -> tuple[KnownHurdle, ...]:
        """Up to three kinds of hurdle that come close, the closest first."""
        return tuple(one.known for one in self.source.candidates())

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
