"""A case in a room: turns pages, counts hands, hides them until shown, chooses, goes back."""

from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property

from coaching.errors import Refused
from coaching.scenario.deck import Page, deck, scenes_on_way
from coaching.scenario.script import Choice, Minutes, Scene, Script
from coaching.scenario.session import MOST_HANDS, By, Event, Session, Step, begin
from coaching.scenario.workshop import Workshop
from coaching.text import clean_long


@dataclass(frozen=True)
class Play:
    """A script, the shared frame and one session; each deed gives a new play."""

    script: Script
    house: Workshop
    session: Session

    @classmethod
    def begin(cls, script: Script, house: Workshop, *, minutes: Minutes, at: datetime) -> "Play":
        """A fresh run on the test page."""
        return cls(script, house, begin(script.id, minutes, at))

    @classmethod
    def resume(cls, script: Script, house: Workshop, session: Session) -> "Play":
        """A run that was left. Refused where the case no longer has the way that was walked."""
        play = cls(script, house, session)
        if session.scenario != script.id or not _still_there(script, session):
            raise Refused(
                f"The case {script.title} was changed since this run, and the way walked is not "
                "in it any more. Begin it again without --resume."
            )
        return play._turned(min(max(session.page, 0), len(play.deck) - 1))

    @cached_property
    def deck(self) -> tuple[Page, ...]:
        """All pages there are so far."""
        return deck(self.script, self.house, self.session)

    @property
    def page(self) -> Page:
        """The page the room sees."""
        return self.deck[self.session.page]

    @property
    def next_page(self) -> Page | None:
        """The page after it; None at a choice still to be taken, and at the end."""
        pages = self.deck
        after = self.session.page + 1
        return pages[after] if after < len(pages) else None

    @property
    def at_end(self) -> bool:
        """Whether the last page of the run is shown."""
        return self.page.kind == "close"

    def forward(self) -> "Play":
        """One page on; the same where a choice has to be taken first."""
        return self._turned(min(self.session.page + 1, len(self.deck) - 1))

    def back(self, pages: int = 1) -> "Play":
        """Some pages back, at most to the first; the way walked stays."""
        return self._turned(max(self.session.page - pages, 0))

    def to_choice(self, decision: int, at: datetime) -> "Play":
        """Back to where the nth choice was asked, counted from 0. Refused if it was not met."""
        for number, page in enumerate(self.deck):
            if page.kind == "question" and page.decision == decision:
                return self._turned(number).asking_again(at)
        raise Refused(f"This run has not come to choice {decision + 1} yet.")

    def go_to(self, page: int, at: datetime) -> "Play":
        """To any page there is so far; where that is an earlier choice, the log says so."""
        there = self._turned(min(max(page, 0), len(self.deck) - 1))
        if there.page.kind != "question" or page >= self.session.page:
            return there
        return there.asking_again(at)

    def choices(self) -> tuple[Choice, ...]:
        """What can be chosen at the page shown; nothing where it asks for no choice."""
        if self.page.decision is None:
            return ()
        scene, chosen = self._asked()
        return scene.open_choices(chosen)

    @property
    def asked_again(self) -> bool:
        """Whether the choice shown was taken before and is asked once more."""
        decision = self.page.decision
        return decision is not None and self.session.ballot(decision).earlier is not None

    def vote(self, choice_id: str, hands: int, at: datetime) -> "Play":
        """Count hands for a choice, in place of an earlier count. Refused outside 0 to 999.

        Where a choice was taken here already, all are counted again.
        """
        choice, decision = self._open(choice_id)
        if not 0 <= hands <= MOST_HANDS:
            raise Refused(f"{hands:,} hands cannot be counted. Type a number from 0 to 999.")
        before = self.session.ballot(decision)
        if decision < len(self.session.steps) and before.earlier is None:
            before = before.asked_again()
        ballot = before.with_hands(choice.id, hands)
        event = Event(at=at, kind="voted", scene=self.page.scene, choice=choice.id, hands=hands)
        return self._kept(self.session.with_ballot(decision, ballot)).noting(event)

    def vote_again(self) -> "Play":
        """Without the hands counted at this choice; those the room has seen are put aside."""
        decision = self._decision()
        before = self.session.ballot(decision)
        taken = decision < len(self.session.steps)
        fresh = before.asked_again() if taken else before.voted_again()
        return self._kept(self.session.with_ballot(decision, fresh))

    def reveal(self, at: datetime) -> "Play":
        """Show the hands counted at this choice."""
        decision = self._decision()
        ballot = self.session.ballot(decision)
        if ballot.revealed:
            return self
        shown = ballot.model_copy(update={"revealed": True})
        event = Event(at=at, kind="revealed", scene=self.page.scene)
        return self._kept(self.session.with_ballot(decision, shown)).noting(event)

    def counts(self) -> dict[str, int] | None:
        """The hands for each choice counted at the page shown; None until they are revealed."""
        if self.page.decision is None:
            return None
        ballot = self.session.ballot(self.page.decision)
        if not ballot.revealed:
            return None
        open_ids = (choice.id for choice in self.choices())
        return {one: ballot.hands[one] for one in open_ids if one in ballot.hands}

    def leading(self) -> tuple[Choice, ...]:
        """The choices with most hands, once revealed; several where it is a tie."""
        if self.page.decision is None or self.counts() is None:
            return ()
        most = self.session.ballot(self.page.decision).most()
        return tuple(choice for choice in self.choices() if choice.id in most)

    def choose(self, choice_id: str, by: By, at: datetime) -> "Play":
        """Take a choice and turn to its consequence.

        At an earlier choice this is a rewind: what came after is left, and stays in the log.
        """
        choice, decision = self._open(choice_id)
        session = self.session
        taken = session.chosen[decision : decision + 1]
        if taken != (choice.id,):
            step = Step(scene=self.page.scene, choice=choice.id, by=by, at=at)
            event = Event(at=at, kind="chose", scene=step.scene, choice=choice.id, by=by)
            session = session.with_step(decision, step).logged(event)
        pages = deck(self.script, self.house, session)
        told = (
            number
            for number, page in enumerate(pages)
            if page.kind == "consequence" and page.decision == decision
        )
        return self._kept(session.on_page(next(told, session.page)))

    def note(self, text: str, at: datetime) -> "Play":
        """Keep a line of the facilitator's with the page it was written at."""
        kept = clean_long(text)
        return self.noting(Event(at=at, kind="noted", scene=self.page.scene, text=kept))

    def end(self, at: datetime) -> "Play":
        """Say when the run ended."""
        return self.noting(Event(at=at, kind="ended"))

    def noting(self, event: Event) -> "Play":
        """With one more event in the log."""
        return self._kept(self.session.logged(event))

    def _asked(self) -> tuple[Scene, tuple[str, ...]]:
        """The scene whose choice the page asks for, and the choices taken before it."""
        return self.script.scene(self.page.scene), self.session.chosen[: self._decision()]

    def asking_again(self, at: datetime) -> "Play":
        """The choice shown is asked once more: hands counted for what was taken are put aside."""
        event = Event(at=at, kind="went_back", scene=self.page.scene)
        decision = self._decision()
        if decision >= len(self.session.steps):
            return self.noting(event)
        again = self.session.ballot(decision).asked_again()
        return self._kept(self.session.with_ballot(decision, again)).noting(event)

    def _decision(self) -> int:
        decision = self.page.decision
        if decision is None:
            raise Refused("This page asks for no choice. Go on with space.")
        return decision

    def _open(self, choice_id: str) -> tuple[Choice, int]:
        decision = self._decision()
        for choice in self.choices():
            if choice.id == choice_id:
                return choice, decision
        raise Refused("That cannot be chosen here. Take one of the numbers on the page.")

    def _turned(self, page: int) -> "Play":
        return self._kept(self.session.on_page(page))

    def _kept(self, session: Session) -> "Play":
        return replace(self, session=session)


def _still_there(script: Script, session: Session) -> bool:
    """Whether each step of the session is still a choice open at its scene."""
    try:
        asked = [pair for pair in scenes_on_way(script, session) if pair[0].choices]
    except KeyError:
        return False
    if len(asked) < len(session.steps):
        return False
    return all(
        scene.id == step.scene
        and step.choice in {one.id for one in scene.open_choices(session.chosen[:taken])}
        for step, (scene, taken) in zip(session.steps, asked, strict=False)
    )
