"""The form of a look again: what the promises show, what each side is asked, what is kept of it."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from coaching.errors import Refused
from coaching.guide.repair import LookQuestion
from coaching.hurdle import follow_up
from coaching.hurdle.forms import ONLY_ME, FormPart, Given, Pick, Sitting, picks_of
from coaching.record.promise import Promise
from coaching.record.repair import Look, LookAnswer, LookAnswers, Wanted
from coaching.say import say_day
from coaching.thresholds import LOOK_AGAIN_DAYS

AFRAID = "afraid"
NOT_SAID = Pick("", "not said")
STATES = {"kept": "kept", "broken": "not kept", "open": "open"}
ASKED: tuple[LookQuestion, ...] = ("again", "sooner", "unsaid")
INTO = (Pick("", "no, only me"), Pick("yes", "yes, us two"))


def look_of_today(at: Sitting) -> Look | None:
    """The look of this day, where there is one."""
    return next((one for one in at.hurdle.looks if one.on == at.today), None)


def recorded(at: Sitting, promises: Sequence[Promise]) -> Iterator[str]:
    """What the record shows of the promises from this hurdle, a line each, then all together."""
    if not promises:
        return
    for one in promises:
        late = ", late" if one.kept_late_days else ""
        yield f"{one.what}, by {say_day(one.by)}: {STATES.get(one.state, one.state)}{late}"
    answer = at.content.repair.look.answer(follow_up.kept(promises, at.today))
    yield f"From your records: {answer}"


def kept_part(at: Sitting) -> FormPart:
    """The first question, for a hurdle from which no promise came."""
    today = look_of_today(at)
    answers = (NOT_SAID, *picks_of(at.content.repair.look.answers))
    label = at.content.repair.look.question("kept")
    return FormPart("kept", label, kept=today.kept if today else "", picks=answers)


def side_parts(at: Sitting, answers: LookAnswers, *, mine: bool) -> tuple[FormPart, ...]:
    """What one side is asked; only the user can say that they are afraid to say it."""
    words = at.content.repair.look
    shown = (NOT_SAID, *picks_of(words.answers))
    afraid = (*shown, Pick(AFRAID, words.afraid))
    asked = (
        FormPart(
            name,
            words.question(name),
            kept=getattr(answers, name) or "",
            picks=afraid if mine and name == "unsaid" else shown,
        )
        for name in ASKED
    )
    wants = (NOT_SAID, *picks_of(words.wants))
    last = FormPart("wants", words.question("wants"), kept=answers.wants or "", picks=wants)
    return (*asked, last)


def end_parts(at: Sitting) -> tuple[FormPart, ...]:
    """The next day, what was learned, and whether that goes into the agreement."""
    words, coming = at.content.repair.look, at.hurdle.look_again
    if coming is None or coming <= at.today:
        known = at.content.hurdle(at.hurdle.closest)
        days = known.follow_up_days if known else LOOK_AGAIN_DAYS
        coming = at.today + timedelta(days=days)
    under = "may stay empty; where you close it, none is needed"
    parts = (
        FormPart("next", "Look again", under, say_day(coming), day=True, example="+3w"),
        FormPart("learned", words.learned, ONLY_ME, at.hurdle.learned),
    )
    if not at.about_someone:
        return parts
    return (*parts, FormPart("into", words.into_agreement, at.us_two, picks=INTO))


def is_afraid(given: Given) -> bool:
    """Whether the user is afraid to say what is unsaid; that is never kept."""
    return given.get("unsaid") == AFRAID


def answers_of(given: Given) -> LookAnswers:
    """One side's answers; being afraid is never among them."""
    values: dict[str, Any] = {name: given.get(name) or None for name in (*ASKED, "wants")}
    return LookAnswers.model_validate(
        {name: None if value == AFRAID else value for name, value in values.items()}
    )


def look_of(at: Sitting, given: Given, promises: Sequence[Promise]) -> Look:
    """The user's own look of today; what the other told today stays beside it."""
    kept: LookAnswer | None
    kept = follow_up.kept(promises, at.today) if promises else given.get("kept") or None
    today = look_of_today(at)
    theirs = today.theirs if today else None
    return Look(on=at.today, kept=kept or "cannot_say", mine=answers_of(given), theirs=theirs)


def next_day(at: Sitting, day: date | None, wants: Wanted | None) -> date | None:
    """The day to look again. Refused where it has passed, or is needed to keep watching."""
    if day is not None and day < at.today:
        raise Refused(f"{say_day(day)} has passed. Choose a day to come.", field="next")
    if day is None and wants == "keep_watching":
        raise Refused("Until when? A day to look again.", field="next")
    return day
