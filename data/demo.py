"""Fills a fresh vault with the story of the demo, by the verbs a user would use."""

from datetime import datetime
from itertools import count
from pathlib import Path
from uuid import UUID

from coaching.hurdle.steps import first_open
from coaching.moments import Moment, Wall
from coaching.ports import NewId, Vault
from coaching.record.agreement import Agreement
from coaching.record.contact import SupportContact
from coaching.record.hurdle import Hurdle
from coaching.record.workbook import MINE, Done, Workbook
from coaching.verbs import checkins, contacts, hurdles, notes, promises, relationships
from data.demo_story import (
    Story,
    StoryCheckin,
    StoryHurdle,
    StoryPerson,
    StoryPromise,
    load_story,
)
from data.vault import FileVault

ANSWERED_WITH = {
    "deed": ("deed", "deed_whose", "deed_by"),
    "change": ("change", "look_again"),
}
"""The fields of a question that has more than the one with its own name."""


def make_demo(folder: Path) -> datetime:
    """Fill a fresh vault in this folder; returns the demo's own now, aware.

    Raises:
        ContentProblem: the story has a mistake.
        VaultTrouble: it cannot be saved.
    """
    story = load_story()
    vault = FileVault.at(folder)
    try:
        fill(vault, story)
    finally:
        vault.close()
    return story.moment


def fill(vault: Vault, story: Story) -> None:
    """Save the story's records; their ids depend on nothing but the story."""
    new_id = counted_ids()
    vault.create([workbook_of(person, story.moment, new_id) for person in story.people])

    def keep_contacts(mine: Workbook) -> Done:
        for told in story.mine.contacts:
            mine = contacts.keep(mine, SupportContact(id=new_id(), **dict(told))).workbook
        return Done(mine, "")

    vault.change(MINE, keep_contacts)


def counted_ids() -> NewId:
    """Ids in the form of every other id, which sort in the order they were given."""
    numbers = count(1)
    return lambda: str(UUID(int=next(numbers), version=4))


def workbook_of(person: StoryPerson, now: datetime, new_id: NewId) -> Workbook:
    """One person's workbook as it is at this moment."""
    workbook = relationships.new_workbook(
        workbook_id=new_id(),
        checkin_id=new_id(),
        name=person.name,
        i_am=person.i_am,
        today=person.since,
        zone=person.zone,
        every=person.every,
    )
    workbook = relationships.edit(
        workbook, pronouns=person.pronouns, channel=person.channel, phase=person.phase
    ).workbook
    for checkin in person.all_checkins():
        workbook = _with_checkin(workbook, person, checkin, now, new_id)
    for promise in person.promises:
        workbook = _with_promise(workbook, promise, new_id)
    for note in person.notes:
        workbook = notes.write(workbook, note_id=new_id(), **dict(note)).workbook
    for hurdle in person.hurdles:
        workbook = _with_hurdle(workbook, hurdle, now, new_id)
    workbook = _with_practices(workbook, person, new_id)
    if person.paused:
        workbook = relationships.pause(workbook, today=person.paused).workbook
    return workbook


def _with_checkin(
    workbook: Workbook, person: StoryPerson, told: StoryCheckin, now: datetime, new_id: NewId
) -> Workbook:
    at = told.at or (person.series.at if person.series else None)
    wall = Wall(told.on, at, person.zone)
    checkin_id = new_id()
    if told.unplanned:
        return checkins.hold_unplanned(
            workbook, checkin_id=checkin_id, held=_at(wall), now=now, topic=told.topic
        ).workbook
    workbook = checkins.plan(
        workbook, checkin_id=checkin_id, wall=wall, kind=told.kind, topic=told.topic
    ).workbook
    if not wall.passed(now):
        return workbook
    if told.to:
        later_id, later = new_id(), Wall(told.to, at, person.zone)
        workbook = checkins.move(
            workbook, checkin_id, new_id=later_id, to=later, by=told.by
        ).workbook
        return _held(workbook, later_id, later, now)
    return _with_outcome(workbook, checkin_id, wall, told, now)


def _with_outcome(
    workbook: Workbook, checkin_id: str, wall: Wall, told: StoryCheckin, now: datetime
) -> Workbook:
    match told.outcome:
        case "missed":
            return checkins.miss(workbook, checkin_id, by=told.by, now=now).workbook
        case "cancelled":
            return checkins.cancel(workbook, checkin_id, by=told.by).workbook
        case "unknown":
            return checkins.leave_unknown(workbook, checkin_id).workbook
        case _:
            return _held(workbook, checkin_id, wall, now)


def _held(workbook: Workbook, checkin_id: str, wall: Wall, now: datetime) -> Workbook:
    """The check-in held as planned, where that moment has come."""
    if not wall.passed(now):
        return workbook
    return checkins.hold(workbook, checkin_id, held=_at(wall), now=now).workbook


def _at(wall: Wall) -> Moment:
    return Moment(wall.day, wall.instant(), wall.zone)


def _with_promise(workbook: Workbook, told: StoryPromise, new_id: NewId) -> Workbook:
    promise_id = new_id()
    workbook = promises.make(
        workbook,
        promise_id=promise_id,
        what=told.what,
        whose=told.whose,
        by=told.by,
        today=told.made,
    ).workbook
    for new in told.new_dates:
        workbook = promises.renew(workbook, promise_id, by=new.to, today=new.agreed).workbook
    if told.kept:
        return promises.keep(workbook, promise_id, on=told.kept, today=told.kept).workbook
    if told.let_go:
        return promises.let_go(workbook, promise_id, today=told.let_go).workbook
    return workbook


def _with_practices(workbook: Workbook, person: StoryPerson, new_id: NewId) -> Workbook:
    """Agreements, feedback, celebrations and the like, as the story has them."""
    for told in person.practices:
        written = workbook.all(Agreement)
        workbook = workbook.put(told.made(new_id(), written[-1].id if written else ""))
    return workbook


def _with_hurdle(workbook: Workbook, told: StoryHurdle, now: datetime, new_id: NewId) -> Workbook:
    hurdle_id = new_id()
    workbook = hurdles.start(
        workbook,
        hurdle_id=hurdle_id,
        i_am=workbook.relationship.i_am,
        today=told.opened,
        what_happened=told.what_happened,
    ).workbook
    workbook = _answered(workbook, hurdle_id, told, new_id)
    hurdle = workbook.get(Hurdle, hurdle_id)
    if hurdle.promise and told.deed_kept:
        workbook = promises.keep(
            workbook, hurdle.promise, on=told.deed_kept, today=told.deed_kept
        ).workbook
    if hurdle.checkin and hurdle.look_again:
        wall = Wall(hurdle.look_again, None, workbook.relationship.zone)
        workbook = _held(workbook, hurdle.checkin, wall, now)
    if told.closed and told.ending:
        return hurdles.close(
            workbook, hurdle_id, ending=told.ending, learned=told.learned, today=told.closed
        ).workbook
    return workbook


def _answered(workbook: Workbook, hurdle_id: str, told: StoryHurdle, new_id: NewId) -> Workbook:
    """Question after question in the wizard's own order, as far as the story has answers."""
    given = told.model_dump(exclude_none=True)
    while True:
        question = first_open(workbook.get(Hurdle, hurdle_id))
        names = ANSWERED_WITH.get(question, (question,))
        answer = {name: given[name] for name in names if name in given}
        if not answer:
            return workbook
        workbook = hurdles.answer(
            workbook, hurdle_id, question, new_id=new_id(), today=told.opened, **answer
        ).workbook
