"""Looking at a hurdle again: the user's own answers, then the other's as they told them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Literal

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from coaching.hurdle import follow_up, look_form
from coaching.hurdle.forms import US_TWO
from coaching.record.promise import Promise
from coaching.record.repair import LookAnswers
from coaching.say import say_day
from coaching.verbs import repairing
from coaching.verbs.together import together
from coaching.when import read_when
from tui.hurdle.pages.part_fields import PARTS, answered, part_choice, part_field
from tui.widgets.fields import DateField
from tui.widgets.form import Form

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from textual.widget import Widget

    from coaching.hurdle.forms import FormPart, Given
    from coaching.moments import Wall
    from coaching.ports import Verb
    from coaching.record.repair import Wanted
    from tui.hurdle.session import HurdleSession

Came = Literal["kept", "closed", "get_help", "afraid"]


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

    def asks(self, answers: LookAnswers, *, mine: bool) -> Iterator[Widget]:
        """The three questions with four answers, and the one with three."""
        for part in look_form.side_parts(self.session.sitting, answers, mine=mine):
            yield from _asked(part)

    def action_why(self) -> None:
        """Say why this is asked."""
        from tui.hurdle.why import WhyScreen, why_look

        self.app.push_screen(WhyScreen(why_look(self.session), self))

    def given(self) -> Given:
        """What was answered, by each question."""
        return answered(self.query(PARTS))


def _asked(part: FormPart) -> Iterator[Widget]:
    yield Static(Content(part.label), classes="asks")
    yield part_choice(part)


class LookAgain(_LookForm):
    """The user's own answers, beside what the promises show; `said` is what came of saving."""

    said = ""

    def title_text(self) -> str:
        """The day."""
        return f"Looking again, {say_day(self.session.today)}"

    def fields(self) -> Iterator[Widget]:
        """What the record shows, four questions, the next day, what was learned."""
        at, words, promises = self.session.sitting, self.words, self._promises()
        if follow_up.third_person_helps(at.hurdle):
            yield Static(Content(words.third_person), classes="note")
        yield Static(Content(words.opening), classes="hint")
        if promises:
            yield Static(Content(words.question("kept")), classes="asks")
            *lines, all_in_all = look_form.recorded(at, promises)
            yield from (Static(Content(f"  {line}"), classes="asks") for line in lines)
            yield Static(Content(f"  {all_in_all}"), classes="hint asks")
        else:
            yield from _asked(look_form.kept_part(at))
        today = look_form.look_of_today(at)
        yield from self.asks(today.mine if today else LookAnswers(), mine=True)
        following, learned, *into = look_form.end_parts(at)
        yield DateField(
            following.id,
            following.label,
            self._read,
            value=following.kept,
            under=following.under,
            example=following.example,
        )
        yield part_field(learned)
        for part in into:
            yield from _asked(part)
            yield Static(Content(part.under.removeprefix(f"{US_TWO} ")), classes="hint")

    async def save(self) -> Came:
        """Keep the answers; close it only where nothing stands between."""
        session, given = self.session, self.given()
        looked = look_form.look_of(session.sitting, given, self._promises())
        learned = self.field("learned").text.strip()
        verb: Verb = partial(
            repairing.look,
            hurdle_id=session.hurdle_id,
            looked=looked,
            words=self.words,
            next_look=self._next(looked.mine.wants),
            new_id=session.coach.new_id(),
            today=session.today,
            learned=learned,
        )
        if learned and given.get("into"):
            new_id = session.coach.new_id()
            write = partial(
                repairing.into_agreement, learned=learned, new_id=new_id, today=session.today
            )
            verb = together(verb, write)
        changed = await self.app.carry_out(lambda: session.save(verb))
        afraid = look_form.is_afraid(given)
        self.said = self.words.afraid_next if afraid else changed.said
        return "afraid" if afraid else _came(session, looked.mine.wants)

    def _promises(self) -> tuple[Promise, ...]:
        return follow_up.promised(self.session.answers, self.session.workbook.all(Promise))

    def _next(self, wants: Wanted | None) -> date | None:
        wall = self.query_one("#field-next", DateField).wall()
        return look_form.next_day(self.session.sitting, wall.day if wall else None, wants)

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
        today = look_form.look_of_today(self.session.sitting)
        theirs = (today.theirs if today else None) or LookAnswers()
        yield from self.asks(theirs, mine=False)

    async def save(self) -> Came:
        """Keep them; where both sides say so, and nothing stands between, it is closed."""
        session, told = self.session, look_form.answers_of(self.given())
        verb = partial(
            repairing.they_said,
            hurdle_id=session.hurdle_id,
            theirs=None if told == LookAnswers() else told,
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
