"""A hurdle: a strain on trust being worked through in source, repair and support."""

from datetime import date
from typing import ClassVar, Literal

from coaching.record.base import MyLong, MyShort, OurShort, Record, Side
from coaching.record.outside import CameOfIt, RungId, Share, ToTell
from coaching.record.repair import (
    AnswerBack,
    Commitment,
    ExpectedLine,
    HeardBack,
    ImpactNote,
    Listened,
    Look,
    TaggedSentence,
    WhenAndHow,
)

How = Literal["talk", "write", "third_person", "advice_first", "wait_a_day", "not_at_all"]
Owning = Literal["me", "them", "both"]
Pending = Literal["yes", "no", "not_sure"]
Ending = Literal["settled", "with_someone_else", "no_longer_matters"]


class Hurdle(Record):
    """The answers given so far; an empty field is one not answered yet.

    `closest` is a hurdle id of the content, or "none" or "not_sure", which are whole results.
    `left_open` names questions passed over on purpose. `promise` and `checkin` are the records
    that the deed and the look-again date became. `i_am` is the user's side.
    `signs` are ids of signs that were seen; `told_apart` holds "question:answer" for each question
    that tells hurdles apart.
    """

    table: ClassVar[str] = "hurdles"

    opened: date
    i_am: Literal["mentor", "mentee"]
    what_happened: MyLong = ""
    effect: MyLong = ""
    area: str = ""
    closest: str = ""
    not_known: MyLong = ""
    signs: tuple[str, ...] = ()
    told_apart: tuple[str, ...] = ()
    their_account: MyLong = ""
    struck_facts: tuple[str, ...] = ()
    pending: Pending | None = None
    cost: MyLong = ""
    how: How | None = None
    side: Owning | None = None
    words: MyLong = ""
    deed: OurShort = ""
    deed_whose: Side | None = None
    deed_by: date | None = None
    promise: str | None = None
    change: OurShort = ""
    look_again: date | None = None
    checkin: str | None = None
    listen: Listened | None = None
    heard_back: HeardBack | None = None
    own_parts: tuple[TaggedSentence, ...] = ()
    impact_note: ImpactNote | None = None
    expected: tuple[ExpectedLine, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    when_and_how: WhenAndHow | None = None
    answer_back: AnswerBack | None = None
    looks: tuple[Look, ...] = ()
    who: str = ""
    first_sentence: MyLong = ""
    rung: RungId | Literal[""] = ""
    to_tell: ToTell | None = None
    share: Share | None = None
    how_to_ask: MyLong = ""
    came_of_it: CameOfIt | None = None
    left_open: tuple[str, ...] = ()
    ending: Ending | None = None
    closed: date | None = None
    learned: MyShort = ""
