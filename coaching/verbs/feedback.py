"""What a user does with feedback: ask for it, prepare it, say it, hear it, answer, follow it up."""

from datetime import date

from coaching.errors import Refused
from coaching.record.feedback import Feedback
from coaching.record.workbook import Done, Workbook
from coaching.say import say_day
from coaching.text import has_visible


def ask_for(workbook: Workbook, *, feedback_id: str, question: str, today: date) -> Done:
    """Record a narrow request for feedback, made on this day."""
    entry = Feedback(
        id=feedback_id, direction="received", on=today, asked_for=question, asked=today
    )
    if not has_visible(entry.asked_for):
        raise Refused("The request is empty. Write one narrow question.", "question")
    return Done(workbook.put(entry), f"You asked {_name(workbook)} for feedback.")


def prepare(
    workbook: Workbook,
    *,
    feedback_id: str,
    today: date,
    situation: str = "",
    behaviour: str = "",
    impact: str = "",
    request: str = "",
) -> Done:
    """Prepare feedback, or change what is prepared; only the user reads it."""
    old = workbook.find(Feedback, feedback_id)
    parts = {
        "situation": situation,
        "behaviour": behaviour,
        "impact": impact,
        "request": request,
    }
    entry = (old or Feedback(id=feedback_id, direction="given", on=today)).changed(**parts)
    if not any(map(has_visible, (entry.situation, entry.behaviour, entry.impact, entry.request))):
        raise Refused("The feedback is empty. Write one of its four parts.", "situation")
    return Done(workbook.put(entry), f"Feedback for {_name(workbook)} kept, only for you.")


def say(workbook: Workbook, feedback_id: str, *, on: date, today: date) -> Done:
    """Record that prepared feedback was said. Refused for a day still to come."""
    _refuse_future(on, today)
    entry = workbook.get(Feedback, feedback_id).changed(said=on)
    return Done(workbook.put(entry), f"Feedback said to {_name(workbook)} on {say_day(on)}.")


def hear(
    workbook: Workbook,
    *,
    feedback_id: str,
    on: date,
    today: date,
    heard: str = "",
    request: str = "",
) -> Done:
    """Record feedback that the other gave, or the answer to a request for it."""
    _refuse_future(on, today)
    old = workbook.find(Feedback, feedback_id)
    entry = old or Feedback(id=feedback_id, direction="received", on=on)
    entry = entry.changed(behaviour=heard or entry.behaviour, request=request, said=on)
    return Done(workbook.put(entry), f"Feedback from {_name(workbook)} of {say_day(on)} kept.")


def answer(
    workbook: Workbook,
    feedback_id: str,
    *,
    today: date,
    thanks: str = "",
    will_do: str = "",
    will_not: str = "",
    why: str = "",
) -> Done:
    """Answer feedback: thanks, what will be done, what not, and why."""
    entry = _said(workbook, feedback_id).changed(
        thanks=thanks, will_do=will_do, will_not=will_not, why=why, answered=today
    )
    return Done(workbook.put(entry), "Answer to the feedback kept.")


def note_change(workbook: Workbook, feedback_id: str, *, changed: str, on: date) -> Done:
    """Record what changed because of feedback."""
    entry = _said(workbook, feedback_id).changed(changed_since=changed, changed_on=on)
    if not has_visible(entry.changed_since):
        raise Refused("Write in a few words what changed.", "changed")
    return Done(workbook.put(entry), "What changed is kept with the feedback.")


def delete(workbook: Workbook, feedback_id: str) -> Done:
    """Take feedback out of the record."""
    return Done(workbook.without(workbook.get(Feedback, feedback_id)), "Feedback deleted.")


def _said(workbook: Workbook, feedback_id: str) -> Feedback:
    entry = workbook.get(Feedback, feedback_id)
    if entry.said is None:
        raise Refused("This feedback was not said yet, so there is no answer to it.")
    return entry


def _refuse_future(on: date, today: date) -> None:
    if on > today:
        raise Refused(f"{say_day(on)} is still to come. Keep it as prepared until then.", "when")


def _name(workbook: Workbook) -> str:
    return workbook.relationship.name
