"""One run of a case as it is kept: choices, votes, page and log, so that it can be resumed."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from coaching.scenario.script import Minutes

MOST_HANDS = 999

Hands = Annotated[int, Field(ge=0, le=MOST_HANDS)]
By = Literal["group", "facilitator"]
EventKind = Literal["began", "voted", "revealed", "chose", "went_back", "noted", "ended"]


class Kept(BaseModel):
    """A frozen piece of a session that survives being written and read."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Ballot(Kept):
    """The hands counted for each choice of one scene; nobody sees them before `revealed`.

    `earlier` are the hands shown before a choice that was taken is asked again; None where it is
    asked for the first time. `before` are those shown before the room voted again, oldest first;
    `before_earlier` those shown before `earlier`.
    """

    hands: dict[str, Hands] = {}
    revealed: bool = False
    earlier: dict[str, Hands] | None = None
    before: tuple[dict[str, Hands], ...] = ()
    before_earlier: tuple[dict[str, Hands], ...] = ()

    @property
    def shown(self) -> dict[str, int]:
        """The hands the room has seen."""
        return self.hands if self.revealed else {}

    def with_hands(self, choice: str, hands: int) -> "Ballot":
        """The ballot with this many hands for a choice, in place of what was typed before."""
        return self.model_copy(update={"hands": {**self.hands, choice: hands}})

    @property
    def put_aside(self) -> tuple[dict[str, int], ...]:
        """All hands the room has seen here before those it sees now, oldest first."""
        earlier = (self.earlier,) if self.earlier else ()
        return (*self.before_earlier, *earlier, *self.before)

    def voted_again(self) -> "Ballot":
        """Nothing counted at the same asking, and what was shown put aside."""
        before = (*self.before, self.shown) if self.shown else self.before
        return self.model_copy(update={"hands": {}, "revealed": False, "before": before})

    def asked_again(self) -> "Ballot":
        """Nothing counted after a choice was taken, and what was shown put aside."""
        if self.earlier is not None:
            return self.voted_again()
        return Ballot(earlier=self.shown, before_earlier=self.before)

    def first(self) -> "Ballot":
        """As it was before the choice was asked again."""
        if self.earlier is None:
            return self
        return Ballot(hands=self.earlier, revealed=True, before=self.before_earlier)

    def anew(self) -> "Ballot":
        """The hands counted since the choice was asked again; none where it was not."""
        if self.earlier is None:
            return Ballot()
        return self.model_copy(update={"earlier": None, "before_earlier": ()})

    def most(self) -> tuple[str, ...]:
        """The choices with most hands; several where it is a tie, none where nobody voted."""
        top = max(self.hands.values(), default=0)
        return tuple(one for one, hands in self.hands.items() if hands == top and top > 0)


class Step(Kept):
    """One choice that was taken."""

    scene: str
    choice: str
    by: By
    at: AwareDatetime


class Event(Kept):
    """One thing that happened in the room; nothing in it names a participant."""

    at: AwareDatetime
    kind: EventKind
    scene: str = ""
    choice: str = ""
    hands: int | None = None
    by: By | None = None
    text: str = ""


class LeftWay(Kept):
    """A way that was left at its nth choice, counted from 0; `furthest` is its last page seen."""

    decision: int
    steps: tuple[Step, ...]
    ballots: tuple[Ballot, ...]
    furthest: int


class Session(Kept):
    """One run. `ballots` has one entry for each choice met so far; pages count from 0.

    `steps` is the way now walked, `furthest` the last page seen of it; ways that were left by
    going back stay in `left`.
    """

    scenario: str
    minutes: Minutes
    began: AwareDatetime
    steps: tuple[Step, ...] = ()
    ballots: tuple[Ballot, ...] = ()
    page: int = 0
    furthest: int = 0
    left: tuple[LeftWay, ...] = ()
    log: tuple[Event, ...] = ()

    @property
    def chosen(self) -> tuple[str, ...]:
        """The choices of the way now walked, in order."""
        return tuple(step.choice for step in self.steps)

    @property
    def is_over(self) -> bool:
        """Whether the last page was shown."""
        return any(event.kind == "ended" for event in self.log)

    def ballot(self, decision: int) -> Ballot:
        """The ballot of the nth choice on the way, counted from 0."""
        return self.ballots[decision] if decision < len(self.ballots) else Ballot()

    def with_ballot(self, decision: int, ballot: Ballot) -> "Session":
        """With this ballot at the nth choice on the way."""
        known = [self.ballot(number) for number in range(max(decision + 1, len(self.ballots)))]
        known[decision] = ballot
        return self.model_copy(update={"ballots": tuple(known)})

    def with_step(self, decision: int, step: Step) -> "Session":
        """With this step as the nth, and nothing after it; another way walked there is left."""
        changes: dict[str, object] = {
            "steps": (*self.steps[:decision], step),
            "ballots": self.ballots[: decision + 1],
        }
        if decision < len(self.steps):
            here = self.ballot(decision)
            before = self.with_ballot(decision, here.first()).ballots
            left = LeftWay(
                decision=decision, steps=self.steps, ballots=before, furthest=self.furthest
            )
            changes["left"] = (*self.left, left)
            changes["ballots"] = (*self.ballots[:decision], here.anew())
            changes["furthest"] = 0
        return self.model_copy(update=changes)

    def on_page(self, page: int) -> "Session":
        """On another page."""
        return self.model_copy(update={"page": page, "furthest": max(page, self.furthest)})

    def logged(self, event: Event) -> "Session":
        """With one more event in the log."""
        return self.model_copy(update={"log": (*self.log, event)})


def begin(scenario: str, minutes: Minutes, at: datetime) -> Session:
    """A fresh run on its first page."""
    return Session(scenario=scenario, minutes=minutes, began=at, log=(Event(at=at, kind="began"),))
