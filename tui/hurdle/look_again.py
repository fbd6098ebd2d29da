"""Looking at a hurdle again: the user's own answers, then the other's as they told them."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Literal, cast

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from coaching.errors import Refused
from coaching.hurdle import follow_up
from coaching.record.promise import Promise
from coaching.record.repair import Look, LookAnswers
from coaching.say import say_day
from coaching.thresholds import LOOK_AGAIN_DAYS
from coaching.verbs import repairing
from coaching.verbs.together import together
from coaching.when import read_when
from tui.widgets.choice import Choice
from tui.widgets.fields import DateField, Field
from tui.widgets.form import Form

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from textual.widget import Widget

    from coaching.moments import Wall
    from coaching.ports import Verb
    from coaching.record.repair import LookAnswer, Wanted
    from tui.hurdle.session import HurdleSession

Came = Literal["kept", "closed", "get_help", "afraid"]
AFRAID = "afraid"
NOTHING = ("", "not said")
STATES = {"kept": "kept", "broken": "not kept", "open": "open"}


class _LookForm(Form[Came]):
    """One side's answers; none of them has to be given."""

    DEFAULT_CSS = "_LookForm .asks { height: auto; }"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "question_mark",
            "why",
            "why this",
            key_display="?",
            id="why.look",
            tooltip="Why this is asked, and the keys that work here",
        ),
    ]

    def __init__(self, session: HurdleSession) -> None:
        """For the hurdle of this session."""
        super().__init__()
        self.session = session
        self.words = session.content.repair.look

    @property
    def today(self) -> Look | None:
        """The look of this day, where there is one."""
        looks = self.session.answers.looks
        return next((one for one in looks if one.on == self.session.today), None)

    def asks(self, answers: LookAnswers, *, may_be_afraid: bool) -> Iterator[Widget]:
        """The three questions with four answers, and the one with three."""
        shown = [NOTHING, *((one.id, one.label) for one in self.words.answers)]
        for name in ("again", "sooner", "unsaid"):
            label = next(one.label for one in self.words.questions if one.id == name)
            yield Static(Content(label), classes="asks")
            afraid = [(AFRAID, self.words.afraid)] if may_be_afraid and name == "unsaid" else []
            yield Choice([*shown, *afraid], getattr(answers, name) or "", id=name)
        yield Static(Content(self.words.question("wants")), classes="asks")
        wants = [NOTHING, *((one.id, one.label) for one in self.words.wants)]
        yield Choice(wants, answers.wants or "", id="wants")

    def action_why(self) -> None:
        """Say why this is asked."""
        from tui.hurdle.why import WhyScreen, why_look

        self.app.push_screen(WhyScreen(why_look(self.session), self))

    def given(self) -> LookAnswers:
        """The answers; being afraid is never among them."""
        values = {name: self.query_one(f"#{name}", Choice).value or None for name in _ANSWERED}
        values = {name: None if value == AFRAID else value for name, value in values.items()}
        return LookAnswers.model_validate(values)

    @property
    def is_afraid(self) -> bool:
        """Whether the user is afraid to say what is unsaid."""
        return self.query_one("#unsaid", Choice).value == AFRAID


_ANSWERED = ("again", "sooner", "unsaid", "wants")


class LookAgain(_LookForm):
    """The user's own answers, beside what the promises show; `said` is what came of saving."""

    said = ""

    def title_text(self) -> str:
        """The day."""
        return f"Looking again, {say_day(self.session.today)}"

    def fields(self) -> Iterator[Widget]:
        """What the record shows, four questions, the next day, what was learned."""
        session, words = self.session, self.words
        if follow_up.third_person_helps(session.answers):
            yield Static(Content(words.third_person), classes="note")
        yield Static(Content(words.opening), classes="hint")
        yield Static(Content(words.question("kept")), classes="asks")
        yield from self._kept_asked()
        mine = self.today.mine if self.today else LookAnswers()
        yield from self.asks(mine, may_be_afraid=True)
        days = session.known.follow_up_days if session.known else LOOK_AGAIN_DAYS
        coming = session.answers.look_again
        if coming is None or coming <= session.today:
            coming = session.today + timedelta(days=days)
        under = "may stay empty; where you close it, none is needed"
        yield DateField(
            "next", "Look again", self._read, value=say_day(coming), under=under, example="+3w"
        )
        yield Field("learned", words.learned, value=session.answers.learned, under="only me")
        if session.workbook.about_someone:
            yield Static(Content(words.into_agreement), classes="asks")
            us_two = session.say(session.content.wizard.readers.us_two)
            yield Choice([("", "no, only me"), ("yes", "yes, us two")], id="into")
            yield Static(Content(us_two), classes="hint")

    async def save(self) -> Came:
        """Keep the answers; close it only where nothing stands between."""
        session, mine = self.session, self.given()
        kept = self._kept()
        if kept is None and self.is_afraid:
            kept = "cannot_say"
        theirs = self.today.theirs if self.today else None
        looked = Look(on=session.today, kept=kept or "cannot_say", mine=mine, theirs=theirs)
        learned = self.field("learned").text.strip()
        verb: Verb = partial(
            repairing.look,
            hurdle_id=session.hurdle_id,
            looked=looked,
            words=self.words,
            next_look=self._next(mine.wants),
            new_id=session.coach.new_id(),
            today=session.today,
            learned=learned,
        )
        if learned and any(choice.value for choice in self.query("#into").results(Choice)):
            new_id = session.coach.new_id()
            write = partial(
                repairing.into_agreement, learned=learned, new_id=new_id, today=session.today
            )
            verb = together(verb, write)
        changed = await self.app.carry_out(lambda: session.save(verb))
        self.said = self.words.afraid_next if self.is_afraid else changed.said
        return "afraid" if self.is_afraid else _came(session, mine.wants)

    def _kept_asked(self) -> Iterator[Widget]:
        promises = self._promises()
        if promises:
            for one in promises:
                state = STATES.get(one.state, one.state)
                late = ", late" if one.kept_late_days else ""
                line = f"  {one.what}, by {say_day(one.by)}: {state}{late}"
                yield Static(Content(line), classes="asks")
            answer = self.words.answer(follow_up.kept(promises, self.session.today))
            yield Static(Content(f"  From your records: {answer}"), classes="hint asks")
            return
        earlier = self.today.kept if self.today else ""
        shown = [NOTHING, *((one.id, one.label) for one in self.words.answers)]
        yield Choice(shown, earlier, id="kept")

    def _kept(self) -> LookAnswer | None:
        promises = self._promises()
        if promises:
            return follow_up.kept(promises, self.session.today)
        return cast("LookAnswer | None", self.query_one("#kept", Choice).value or None)

    def _promises(self) -> tuple[Promise, ...]:
        return follow_up.promised(self.session.answers, self.session.workbook.all(Promise))

    def _next(self, wants: Wanted | None) -> date | None:
        wall = self.query_one("#field-next", DateField).wall()
        if wall is not None and wall.day < self.session.today:
            raise Refused(f"{say_day(wall.day)} has passed. Choose a day to come.", field="next")
        if wall is None and wants == "keep_watching":
            raise Refused("Until when? A day to look again.", field="next")
        return wall.day if wall else None

    def _read(self, text: str) -> Wall:
        session = self.session
        zone = session.coach.clock.zone()
        return read_when(text, session.now, zone, style=session.style)


class TheirLook(_LookForm):
    """The other's answers, only as they told or wrote them; above them what was `said` so far."""

    def __init__(self, session: HurdleSession, said: str) -> None:
        """For the hurdle of this session."""
        super().__init__(session)
        self._said = said

    def title_text(self) -> str:
        """Whose."""
        return f"What {self.session.name} says, apart from you"

    def fields(self) -> Iterator[Widget]:
        """The same questions; all of them may stay open."""
        yield Static(Content(self._said), classes="asks")
        yield Static(Content(self.session.say(self.words.apart)), classes="hint")
        theirs = self.today.theirs if self.today else None
        yield from self.asks(theirs or LookAnswers(), may_be_afraid=False)

    async def save(self) -> Came:
        """Keep them; where both sides say so, and nothing stands between, it is closed."""
        session, given = self.session, self.given()
        verb = partial(
            repairing.they_said,
            hurdle_id=session.hurdle_id,
            theirs=None if given == LookAnswers() else given,
            words=self.words,
            today=session.today,
        )
        changed = await self.app.carry_out(lambda: session.save(verb))
        self.app.say(changed.said)
        return _came(session, None)


def _came(session: HurdleSession, wants: Wanted | None) -> Came:
    if session.answers.closed is not None:
        return "closed"
    return "get_help" if wants == "get_help" else "kept"
