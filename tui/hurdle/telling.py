"""What one wizard knows of the source: facts, signs, telling answers, candidates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coaching.hurdle import disclosure, source
from coaching.hurdle.recorded import recorded_facts, signals
from coaching.hurdle.struck import heard, sentences

if TYPE_CHECKING:
    from coaching.guide.path import TellingQuestion
    from coaching.hurdle.recorded import RecordedFact
    from tui.hurdle.session import HurdleSession

TOLD_APART = "told_apart"


def told_outside(session: HurdleSession) -> disclosure.Told:
    """All that this session can put on a page for someone outside."""
    about = session.workbook.about_someone
    return disclosure.Told(
        hurdle=session.answers,
        content=session.content,
        name=session.workbook.relationship.name if about else "",
        facts=tuple(fact.words for fact in session.facts()),
        contacts=session.contacts,
        care=session.care,
    )


class Telling:
    """Reads the hurdle of a session anew each time; `turn` is the question being asked, from 0."""

    def __init__(self, session: HurdleSession) -> None:
        """For this session."""
        self._session = session
        self.turn = 0

    def recorded(self) -> tuple[RecordedFact, ...]:
        """Facts from the record, also those struck out; none for a hurdle alone."""
        session = self._session
        if not session.workbook.about_someone:
            return ()
        return recorded_facts(session.workbook, session.today, session.name, session.limits)

    def facts(self) -> tuple[RecordedFact, ...]:
        """The facts that were not struck out."""
        struck = self._session.answers.struck_facts
        return tuple(fact for fact in self.recorded() if fact.id not in struck)

    def told(self) -> source.Told:
        """What the order of candidates rests on."""
        session = self._session
        if not session.workbook.about_someone:
            return source.told_by(session.answers)
        said = signals(session.workbook, session.today, session.limits)
        still = heard(said, self.recorded(), session.answers.struck_facts)
        return source.told_by(session.answers, still)

    def candidates(self) -> tuple[source.Candidate, ...]:
        """Up to three kinds of hurdle that come close, each with its reasons."""
        told = self.told()
        facts = sentences(told.signals, self.facts())
        chosen = self._session.answers.closest if told.deeper else ""
        return source.candidates(self._session.content, told, facts, chosen=chosen)

    def signs(self) -> tuple[tuple[str, str], ...]:
        """Signs to tick, by id and text."""
        return source.signs_to_show(self._session.content, self.told())

    def question(self) -> TellingQuestion | None:
        """The question of this turn; None where enough was asked."""
        asked = self.asked()
        if self.turn < len(asked):
            return self._bank()[asked[self.turn][0]]
        return source.next_question(self._session.content, self.told())

    def asked(self) -> tuple[tuple[str, str], ...]:
        """Questions asked so far with their answers, as far as the content still knows them."""
        bank = self._bank()
        return tuple(pair for pair in source.answers_of(self._session.answers) if pair[0] in bank)

    def answer_before(self) -> str:
        """The answer given at this turn before; "" where none was."""
        asked = self.asked()
        return asked[self.turn][1] if self.turn < len(asked) else ""

    def with_answer(self, answer: str) -> tuple[str, ...]:
        """All answers with this one at this turn; the others stay."""
        question = self.question()
        pairs = dict(self.asked())
        if question is not None:
            pairs[question.id] = answer
        return tuple(f"{one}:{given}" for one, given in pairs.items())

    def begin(self) -> None:
        """Stand at the first turn without an answer; where all have one, at the first."""
        if self._session.question != TOLD_APART:
            return
        self.turn = len(self.asked())
        if self.question() is None:
            self.turn = 0

    def go_on(self) -> bool:
        """Stand at the next turn; False where enough was asked."""
        if self.turn >= len(self.asked()):
            return False
        self.turn += 1
        return self.question() is not None

    def go_back(self) -> bool:
        """Stand one turn back; False at the first."""
        if self.turn == 0:
            return False
        self.turn -= 1
        return True

    def _bank(self) -> dict[str, TellingQuestion]:
        return {one.id: one for one in self._session.content.decision_path.telling_apart}
