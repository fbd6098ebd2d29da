"""What the deeper repair of a hurdle keeps: heard, owned, asked for, agreed, looked at again."""

from datetime import date
from typing import Literal

from coaching.record.base import MyLong, MyShort, OurLong, OurShort, OurTitle, Side, Value

OwnPart = Literal["owns", "names", "regrets", "explains", "repairs", "changes"]
Decision = Literal["keep", "change", "drop"]
SpeaksFirst = Literal["me", "them", "third_person"]
Answered = Literal["accept", "discuss", "counter"]
LookAnswer = Literal["yes", "partly", "no", "cannot_say"]
Wanted = Literal["close", "keep_watching", "get_help"]


class Listened(Value):
    """The user's own column of said, heard, meant; what is unknown stays blank.

    `mine` is what the user meant where they spoke, or took it to mean where the other did: nobody
    fills in what another meant. `effect` is what it did. Source: the content base, 3.4.
    """

    speaker: Side
    said: MyLong = ""
    mine: MyLong = ""
    effect: MyLong = ""


class HeardBack(Value):
    """The other's column, only as they told or wrote it, and where the two stand now.

    `theirs` is what they meant or heard. Where `said` differs from the user's, both stay. `now` is
    one sentence that both can sign; `said_back` are the sides that could say back what the other
    heard.
    """

    said: MyLong = ""
    theirs: MyLong = ""
    now: OurLong = ""
    said_back: tuple[Side, ...] = ()


class TaggedSentence(Value):
    """A sentence of the user's words, and what they say it does."""

    sentence: MyLong
    parts: tuple[OwnPart, ...]


class ImpactNote(Value):
    """What the harmed side wants to say: situation, behaviour, impact, one request."""

    situation: MyLong = ""
    behaviour: MyLong = ""
    impact: MyLong = ""
    request: MyLong = ""

    @property
    def text(self) -> str:
        """The four parts in their order, as one would say or send them."""
        parts = (self.situation, self.behaviour, self.impact, self.request)
        return "\n".join(part for part in parts if part)


class ExpectedLine(Value):
    """One expectation: what was expected, what came, what is asked now, and what becomes of it.

    `decision` is None while nothing is decided.
    """

    expected: OurTitle
    got: MyShort = ""
    ask: OurShort = ""
    decision: Decision | None = None


class Commitment(Value):
    """A deed that one side takes on; `promise` is the record it became.

    `seen_by` is how the other will notice; `if_not` what is said, and when, if it slips.
    """

    who: Side
    what: OurTitle
    by: date
    seen_by: OurShort
    if_not: OurShort = ""
    promise: str | None = None


class WhenAndHow(Value):
    """How the talk or the letter goes: who begins, where, the first sentence, when to stop."""

    first: SpeaksFirst | None = None
    setting: OurShort = ""
    opening: MyLong = ""
    stop_rule: OurShort = ""


class AnswerBack(Value):
    """What came back, said back in the hearer's words, and the answer to it.

    `answer` is the one given to what was offered: the other's where the user offers, else the
    user's own. `instead` is what is offered in its place.
    """

    heard: MyLong = ""
    answer: Answered | None = None
    instead: MyLong = ""


class LookAnswers(Value):
    """One side's answers to the questions of a look again; None is not answered, which is fine."""

    again: LookAnswer | None = None
    sooner: LookAnswer | None = None
    unsaid: LookAnswer | None = None
    wants: Wanted | None = None


class Look(Value):
    """One look again: what the promises showed that day, and each side's answers apart."""

    on: date
    kept: LookAnswer
    mine: LookAnswers
    theirs: LookAnswers | None = None
