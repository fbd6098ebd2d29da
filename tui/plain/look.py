"""Looking at a hurdle again on plain lines: the user first, then what the other told, apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, Literal

from coaching.hurdle import follow_up, look_form
from coaching.record.promise import Promise
from coaching.record.repair import LookAnswers
from coaching.say import say_day
from coaching.verbs import repairing
from coaching.verbs.together import together
from tui.plain.answer_form import part_question
from tui.plain.form import Given, Part, always, fill_in
from tui.plain.question import Back, Question

if TYPE_CHECKING:
    from coaching.hurdle.forms import FormPart
    from coaching.ports import Verb
    from coaching.record.repair import Wanted
    from tui.hurdle.session import HurdleSession
    from tui.plain.desk import Desk

Came = Literal["kept", "closed", "get_help", "afraid"]
LEFT = "What they say was not asked. It can be noted another time today, in the same list."


def look_again(desk: Desk, session: HurdleSession) -> Came:
    """Ask both sides' answers, one after the other; what came of it. `Back` where none was kept."""
    came = _own(desk, session)
    if came == "kept" and session.workbook.about_someone:
        try:
            return _theirs(desk, session)
        except Back:
            desk.say(LEFT)
    return came


def _own(desk: Desk, session: HurdleSession) -> Came:
    at, words = session.sitting, session.content.repair.look
    promises = follow_up.promised(at.hurdle, session.workbook.all(Promise))
    third = [words.third_person] if follow_up.third_person_helps(at.hurdle) else []
    desk.say("", *third, words.opening)
    if promises:
        desk.say(words.question("kept"), *look_form.recorded(at, promises))
    today = look_form.look_of_today(at)
    own = look_form.side_parts(at, today.mine if today else LookAnswers(), mine=True)
    first = () if promises else (look_form.kept_part(at),)
    asked = [_part(desk, session, one) for one in (*first, *own, *look_form.end_parts(at))]

    def deed(given: Given) -> None:
        done = session.save(_verb(session, given, promises))
        desk.say(words.afraid_next if look_form.is_afraid(given) else done.said)

    given = fill_in(desk.prompt, f"Looking again, {say_day(session.today)}", asked, deed)
    return "afraid" if look_form.is_afraid(given) else _came(session, given["wants"])


def _verb(session: HurdleSession, given: Given, promises: Sequence[Promise]) -> Verb:
    at, learned = session.sitting, given["learned"] or ""
    looked = look_form.look_of(at, given, promises)
    verb: Verb = partial(
        repairing.look,
        hurdle_id=session.hurdle_id,
        looked=looked,
        words=session.content.repair.look,
        next_look=look_form.next_day(at, given["next"], looked.mine.wants),
        new_id=session.coach.new_id(),
        today=session.today,
        learned=learned,
    )
    if not learned or not given.get("into"):
        return verb
    new_id = session.coach.new_id()
    write = partial(repairing.into_agreement, learned=learned, new_id=new_id, today=session.today)
    return together(verb, write)


def _theirs(desk: Desk, session: HurdleSession) -> Came:
    at, words = session.sitting, session.content.repair.look
    today = look_form.look_of_today(at)
    theirs = (today.theirs if today else None) or LookAnswers()
    desk.say("", session.say(words.apart))
    asked = [_part(desk, session, one) for one in look_form.side_parts(at, theirs, mine=False)]

    def deed(given: Given) -> None:
        told = look_form.answers_of(given)
        verb = partial(
            repairing.they_said,
            hurdle_id=session.hurdle_id,
            theirs=None if told == LookAnswers() else told,
            words=words,
            today=session.today,
        )
        desk.say(session.save(verb).said)

    fill_in(desk.prompt, f"What {session.name} says, apart from you", asked, deed)
    return _came(session, None)


def _part(desk: Desk, session: HurdleSession, part: FormPart) -> Part:
    """A question of the look; the next day is needed where the user keeps watching."""

    def ask(given: Given) -> Question[Any]:
        is_next, wants = part.id == "next", given.get("wants")
        watching = is_next and wants == "keep_watching"
        kept = "" if is_next and wants == "close" else part.kept
        question = part_question(desk, session, replace(part, needed=watching), kept)
        return replace(question, why=(session.content.repair.look.why,))

    return Part(part.id, ask, _learned_something if part.id == "into" else always)


def _learned_something(given: Given) -> bool:
    return bool(given.get("learned"))


def _came(session: HurdleSession, wants: Wanted | None) -> Came:
    if session.answers.closed is not None:
        return "closed"
    return "get_help" if wants == "get_help" else "kept"
