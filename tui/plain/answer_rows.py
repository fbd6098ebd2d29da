"""Two lists of the wizard, line by line: expected, got, asked for; and who does what by when."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from coaching.hurdle import commitments, line_forms
from coaching.hurdle.repair_plan import who
from coaching.record.repair import Commitment, ExpectedLine
from coaching.say import say_day
from coaching.verbs import repairing
from tui.plain.answer_form import draft_after, fill_kept, kept_parts
from tui.plain.form import Given, Part
from tui.plain.question import Back, Doubt, Option, Question, choice, first_words, joined
from tui.plain.typed import PlainDrafts, key_of

if TYPE_CHECKING:
    from coaching.hurdle.forms import FormPart
    from coaching.ports import Verb
    from tui.hurdle.session import HurdleSession
    from tui.plain.desk import Desk

GO_ON = "Go on"
IN_THE_MIDDLE = "One that was left in the middle comes first."
ONCE_MORE = "To keep it as it is, type it once more."
NOT_KEPT = "Back. This one was not kept; what was typed stays for the next time."
Told = Callable[[Question[Any]], Question[Any]]


def rows_question(desk: Desk, session: HurdleSession, told: Told) -> Mapping[str, Any] | None:
    """Work on the lines until the user goes on; each is saved as it is made."""
    rows = ROWS[session.question](desk, session, told)
    rows.finish_left()
    while rows.one():
        pass
    kept = getattr(session.answers, session.question)
    return {session.question: kept} if kept else None


class _Rows(ABC):
    """A list to write, change and take lines away in."""

    new: str
    empty: str

    def __init__(self, desk: Desk, session: HurdleSession, told: Told) -> None:
        self.desk, self.session, self._told = desk, session, told

    def finish_left(self) -> None:
        """Ask a new line again that was left in the middle, as it was."""
        if PlainDrafts(self.desk, self.session.coach).read(self._key(None)) is not None:
            self.desk.say("", IN_THE_MIDDLE)
            self._form(None)

    def one(self) -> bool:
        """Say the lines and ask what to do; False where the user goes on."""
        deeds: list[Option[Callable[[], object]]] = [Option(_go_on, GO_ON)]
        deeds.append(Option(partial(self._form, None), self.new))
        lines = self.lines()
        for place in range(len(lines)):
            deeds += self.deeds(place)
        title = self.session.say(self.session.worded().title)
        question = self._told(choice(title, deeds).proposing(GO_ON)).answered()
        told = (joined(f"Line {number}: {line}") for number, line in enumerate(lines, 1))
        listed = [*told, *self.notes()] or [self.empty]
        done = self.desk.prompt.ask(question.saying(*listed))
        if done is None or done is _go_on:
            return False
        done()
        return True

    @abstractmethod
    def lines(self) -> Sequence[str]:
        """Each line that can be changed, in words; of a long text the first ones."""

    def notes(self) -> Iterator[str]:
        """What is said after the lines."""
        yield from ()

    def deeds(self, place: int) -> Iterator[Option[Callable[[], object]]]:
        """What can be done with the line at a place."""
        yield Option(partial(self._form, place), f"Change line {place + 1}")
        away = partial(self._save, self.away(place))
        yield Option(away, f"Take line {place + 1} away", by_words=True)

    @abstractmethod
    def title(self) -> str:
        """What a line is about."""

    @abstractmethod
    def parts(self, place: int | None) -> Sequence[FormPart]:
        """The parts of a new line, or of the one at this place."""

    @abstractmethod
    def verb(self, place: int | None, given: Given) -> Verb:
        """What keeps a line."""

    @abstractmethod
    def away(self, place: int) -> Verb:
        """What takes a line away."""

    def looks(self) -> Mapping[str, Callable[[str], object]]:
        """What looks at a text as it is given, by its part."""
        return {}

    def _form(self, place: int | None) -> None:
        """Ask for a line and keep it; going back keeps none."""
        desk, key = self.desk, self._key(place)

        def parts(_: Given) -> Sequence[FormPart]:
            return self.parts(place)

        asked: list[Part] = kept_parts(
            desk, self.session, parts, key, told=self._as_it_is, looks=self.looks()
        )
        try:
            fill_kept(
                desk,
                self.session,
                self.title(),
                asked,
                draft_after(desk, self.session, key, parts),
                key,
                lambda given: self._save(self.verb(place, given)),
            )
        except Back:
            desk.say(NOT_KEPT)
        else:
            PlainDrafts(desk, self.session.coach).drop(key)

    def _as_it_is(self, question: Question[Any]) -> Question[Any]:
        return question

    def _save(self, verb: Verb) -> None:
        self.desk.say(self.session.save(verb).said)

    def _key(self, place: int | None) -> str:
        return f"{key_of(self.session)}-{'new' if place is None else place}"


class _Expected(_Rows):
    """Expected, got, asked for; each is kept, changed or dropped by the two."""

    new = "Write a line"
    empty = "No line yet."

    def lines(self) -> Sequence[str]:
        decided = {one.id: one.label for one in self.session.content.repair.decisions}
        return [
            joined(
                first_words(one.expected),
                f"What came: {first_words(one.got)}" if one.got else "",
                f"Asked for: {first_words(one.ask)}" if one.ask else "",
                f"Decided: {decided[one.decision]}" if one.decision else "",
            )
            for one in self.session.answers.expected
        ]

    def title(self) -> str:
        return line_forms.expected_title()

    def parts(self, place: int | None) -> Sequence[FormPart]:
        return line_forms.expected_parts(self.session.sitting, self._line(place))

    def verb(self, place: int | None, given: Given) -> Verb:
        line = line_forms.expected_line(given)
        return partial(
            repairing.write_line, hurdle_id=self.session.hurdle_id, line=line, place=place
        )

    def away(self, place: int) -> Verb:
        return partial(repairing.drop_line, hurdle_id=self.session.hurdle_id, place=place)

    def _line(self, place: int | None) -> ExpectedLine | None:
        return None if place is None else self.session.answers.expected[place]


class _Deeds(_Rows):
    """Who does what by when, and how the other will notice; each becomes a promise."""

    new = "Write a deed"
    empty = "Nothing is taken on yet."

    def lines(self) -> Sequence[str]:
        return [
            joined(
                self._line(one.who, one.what, say_day(line_forms.by_of(self.session.workbook, one)))
            )
            for one in self.session.answers.commitments
        ]

    def notes(self) -> Iterator[str]:
        session, words = self.session, self.session.content.repair.commitments
        hurdle = session.answers
        if hurdle.deed:
            day = say_day(hurdle.deed_by) if hurdle.deed_by else ""
            yield joined(f"One deed: {self._line(hurdle.deed_whose or 'me', hurdle.deed, day)}")
        for ask in commitments.asks_in(hurdle):
            yield joined(f"Asked for: {ask}")
        if hurdle.closest in commitments.WORDS_CARRY_LITTLE:
            yield words.carry_little
        if commitments.first_is_late(hurdle, session.today):
            yield words.sooner

    def title(self) -> str:
        return line_forms.deed_title(self.session.sitting)

    def parts(self, place: int | None) -> Sequence[FormPart]:
        kept = self._kept(place)
        by = line_forms.by_of(self.session.workbook, kept) if kept else None
        return line_forms.deed_parts(self.session.sitting, kept, by)

    def verb(self, place: int | None, given: Given) -> Verb:
        session = self.session
        what = given["what"] or ""
        deed = line_forms.deed_of(given, self._kept(place), session.sitting, what)
        about: dict[str, Any] = {"hurdle_id": session.hurdle_id, "today": session.today}
        if place is not None:
            return partial(repairing.change_commitment, **about, place=place, commitment=deed)
        words, new_id = session.content.repair.commitments, session.coach.new_id()
        return partial(repairing.commit, **about, commitment=deed, words=words, new_id=new_id)

    def away(self, place: int) -> Verb:
        return partial(repairing.take_back, hurdle_id=self.session.hurdle_id, place=place)

    def looks(self) -> Mapping[str, Callable[[str], object]]:
        """Words that leave open what will be seen are asked about once."""
        asked_about: list[str] = []
        words = self.session.content.repair.commitments

        def look(text: str) -> None:
            asked = commitments.vague(text, words)
            if asked and text not in asked_about:
                asked_about.append(text)
                raise Doubt(f"{asked} {ONCE_MORE}")

        return {"what": look}

    def _line(self, side: str, what: str, day: str) -> str:
        by = f", by {day}" if day else ""
        return f"{who(side, self.session.name)}: {first_words(what)}{by}"

    def _kept(self, place: int | None) -> Commitment | None:
        return None if place is None else self.session.answers.commitments[place]


def _go_on() -> None:
    """Leave the list."""


ROWS: Mapping[str, type[_Rows]] = {"expected": _Expected, "commitments": _Deeds}
"""The lists by the question's id."""
