"""Deeds of a user at random: any verb on any record, with any text and day; some are refused."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from hypothesis import strategies as st

from coaching.hurdle.steps import PLAN, first_open
from coaching.moments import Every, Moment, Wall
from coaching.ports import NewId, Verb
from coaching.record.base import Audience, Record, Side
from coaching.record.checkin import Checkin
from coaching.record.contact import SupportContact
from coaching.record.hurdle import Hurdle
from coaching.record.note import Note
from coaching.record.promise import Promise
from coaching.record.relationship import Rhythm
from coaching.record.workbook import Done, Workbook
from coaching.verbs import checkins, contacts, hurdles, notes, promises, putoffs, relationships
from tests.coaching import practice_deeds
from tests.coaching.making import LONDON

ZONES = (LONDON, "America/New_York", "Asia/Kathmandu")
PLAIN = ("spring goals", "the introduction", "Dana", "notes on the talk", "one thing")


@dataclass(frozen=True)
class Deed:
    """What a user does: a verb's name, which record of those there, which day, which words."""

    verb: str
    pick: int
    days: int
    hour: int | None
    zone: str
    text: str
    side: Side

    def on(self, now: datetime, new_id: NewId) -> Verb:
        """The verb, done at a moment."""
        return lambda workbook: VERBS[self.verb](Doing(self, workbook, now, new_id))


@dataclass(frozen=True)
class Doing:
    """A deed at work on a workbook at a moment."""

    deed: Deed
    workbook: Workbook
    now: datetime
    new_id: NewId

    def one(self, kind: type[Record]) -> str:
        """The id of one record of a kind; of none where there is none."""
        found = self.workbook.all(kind)
        return found[self.deed.pick % len(found)].id if found else "nothing"

    @property
    def wall(self) -> Wall:
        """A day, near or far, perhaps with a time."""
        hour = self.deed.hour
        at = None if hour is None else time(hour, 30)
        day = self.now.date() + timedelta(days=self.deed.days)
        return Wall(day, at, self.deed.zone)

    @property
    def moment(self) -> Moment:
        """That day as something that happened."""
        return Moment(self.wall.day, self.wall.instant(), self.wall.zone)


def _answer(do: Doing) -> Done:
    """The first open question of a hurdle, answered or left open."""
    hurdle = do.workbook.get(Hurdle, do.one(Hurdle))
    question = first_open(hurdle)
    if question == PLAN or do.deed.pick % 5 == 0:
        return hurdles.leave_open(do.workbook, hurdle.id, question)
    return hurdles.answer(
        do.workbook,
        hurdle.id,
        question,
        new_id=do.new_id(),
        today=do.now.date(),
        **answer_to(question, do.deed, do.now),
    )


def answer_to(question: str, deed: Deed, now: datetime) -> dict[str, object]:
    """An answer to a question, by its fields."""
    day = now.date() + timedelta(days=abs(deed.days))
    choices: Mapping[str, tuple[str, ...]] = {
        "area": ("kept_or_not", "words"),
        "closest": ("broken_promises", "not_sure", "none", "not_yet_built", "dishonesty"),
        "pending": ("yes", "no", "not_sure"),
        "how": ("talk", "write", "third_person", "advice_first", "wait_a_day", "not_at_all"),
        "side": ("me", "them", "both"),
        "who": ("kind:ombuds", "kind:another_mentor", "contact:s"),
    }
    if question in choices:
        return {question: choices[question][deed.pick % len(choices[question])]}
    fields: Mapping[str, dict[str, object]] = {
        "deed": {"deed": deed.text, "deed_whose": deed.side, "deed_by": day},
        "change": {"change": deed.text, "look_again": day if deed.pick % 2 else None},
        "look_again": {"look_again": day},
    }
    return fields.get(question, {question: deed.text})


def _revise_deed(do: Doing) -> Done:
    day = do.wall.day if do.deed.pick % 3 else None
    return hurdles.answer(
        do.workbook,
        do.one(Hurdle),
        "deed",
        new_id=do.new_id(),
        today=do.now.date(),
        deed=do.deed.text,
        deed_by=day,
    )


VERBS: dict[str, Callable[[Doing], Done]] = {
    "plan": lambda do: checkins.plan(
        do.workbook, checkin_id=do.new_id(), wall=do.wall, topic=do.deed.text
    ),
    "retopic": lambda do: checkins.retopic(do.workbook, do.one(Checkin), topic=do.deed.text),
    "hold": lambda do: checkins.hold(do.workbook, do.one(Checkin), held=do.moment, now=do.now),
    "hold_unplanned": lambda do: checkins.hold_unplanned(
        do.workbook, checkin_id=do.new_id(), held=do.moment, now=do.now
    ),
    "move": lambda do: checkins.move(
        do.workbook, do.one(Checkin), new_id=do.new_id(), to=do.wall, by=do.deed.side
    ),
    "miss": lambda do: checkins.miss(do.workbook, do.one(Checkin), by=do.deed.side, now=do.now),
    "cancel": lambda do: checkins.cancel(do.workbook, do.one(Checkin), by=None),
    "leave_unknown": lambda do: checkins.leave_unknown(do.workbook, do.one(Checkin)),
    "make": lambda do: promises.make(
        do.workbook,
        promise_id=do.new_id(),
        what=do.deed.text,
        whose=do.deed.side,
        by=do.wall.day,
        today=do.now.date(),
    ),
    "keep": lambda do: promises.keep(
        do.workbook, do.one(Promise), on=do.wall.day, today=do.now.date()
    ),
    "renew": lambda do: promises.renew(
        do.workbook, do.one(Promise), by=do.wall.day, today=do.now.date()
    ),
    "let_go": lambda do: promises.let_go(do.workbook, do.one(Promise), today=do.now.date()),
    "not_kept": lambda do: promises.not_kept(do.workbook, do.one(Promise), today=do.now.date()),
    "promise_again": lambda do: promises.open_again(do.workbook, do.one(Promise)),
    "start": lambda do: hurdles.start(
        do.workbook,
        hurdle_id=do.new_id(),
        i_am="mentee" if do.deed.side == "me" else "mentor",
        today=do.now.date(),
        what_happened=do.deed.text,
    ),
    "answer": _answer,
    "revise_deed": _revise_deed,
    "strike": lambda do: hurdles.strike(do.workbook, do.one(Hurdle), "not_held_me"),
    "close": lambda do: hurdles.close(
        do.workbook,
        do.one(Hurdle),
        ending="settled",
        learned=do.deed.text,
        today=do.now.date(),
    ),
    "open_hurdle": lambda do: hurdles.open_again(do.workbook, do.one(Hurdle)),
    "forget": lambda do: hurdles.forget(do.workbook, do.one(Hurdle)),
    "note": lambda do: notes.write(
        do.workbook,
        note_id=do.new_id(),
        text=do.deed.text,
        about=do.wall.day,
        audience=Audience.US_TWO if do.deed.pick % 2 else Audience.ONLY_ME,
    ),
    "delete_note": lambda do: notes.delete(do.workbook, do.one(Note)),
    "contact": lambda do: contacts.keep(
        do.workbook,
        SupportContact(id="s", name=do.deed.text, kind="ombuds", checked=do.wall.day),
    ),
    "delete_contact": lambda do: contacts.delete(do.workbook, do.one(SupportContact)),
    "put_off": lambda do: putoffs.put_off(
        do.workbook, new_id=do.new_id(), rule="no_date", subject="ben", until=do.wall.day
    ),
    "edit": lambda do: relationships.edit(
        do.workbook, channel=do.deed.text, rhythm=Rhythm.of(Every(do.deed.pick % 5 + 1, "week"))
    ),
    "rename": lambda do: relationships.edit(do.workbook, name=do.deed.text),
    "pause": lambda do: relationships.pause(do.workbook, today=do.now.date()),
    "go_on": lambda do: relationships.go_on(do.workbook, today=do.now.date()),
    "end": lambda do: relationships.end(do.workbook, today=do.now.date()),
    **practice_deeds.VERBS,
}
ENDINGS = frozenset({"pause", "end"})


def deeds_of(
    texts: st.SearchStrategy[str], verbs: frozenset[str] = frozenset(VERBS)
) -> st.SearchStrategy[Deed]:
    """Any deed of these verbs, with such texts."""
    return st.builds(
        Deed,
        st.sampled_from(sorted(verbs)),
        st.integers(0, 11),
        st.integers(-60, 40),
        st.none() | st.integers(0, 23),
        st.sampled_from(ZONES),
        texts,
        st.sampled_from(("me", "them")),
    )


plain_deeds = deeds_of(st.sampled_from(PLAIN))
