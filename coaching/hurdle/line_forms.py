"""The forms for one line of the deeper repair: an expectation, a deed that one side takes on."""

from datetime import date, timedelta

from coaching.errors import Refused
from coaching.hurdle.commitments import vague
from coaching.hurdle.forms import FormPart, Given, Pick, Sitting, picks_of, texts_of
from coaching.record.promise import Promise
from coaching.record.repair import Commitment, ExpectedLine
from coaching.record.workbook import Workbook
from coaching.say import say_day
from coaching.thresholds import DEED_DAYS


def expected_title() -> str:
    """What a line of expectations is about."""
    return "One thing that was expected"


def expected_parts(at: Sitting, kept: ExpectedLine | None) -> tuple[FormPart, ...]:
    """What was expected, what came, what is asked for now, and what becomes of it."""
    decided = (Pick("", "not decided"), *picks_of(at.content.repair.decisions))
    ask = "For us two. One act that can be seen, and may be declined"
    return (
        FormPart("expected", "Expected", at.us_two, kept.expected if kept else "", needed=True),
        FormPart("got", "What came", "only me", kept.got if kept else ""),
        FormPart("ask", "Asked for now", ask, kept.ask if kept else ""),
        FormPart("decision", "Decided", kept=(kept and kept.decision) or "", picks=decided),
    )


def expected_line(given: Given) -> ExpectedLine:
    """The line of these answers. Refused where nothing was expected."""
    texts = texts_of(given, "expected", "got", "ask")
    if not texts["expected"]:
        raise Refused("What was expected? A few words are enough.", field="expected")
    decision = given.get("decision") or None
    return ExpectedLine.model_validate({**texts, "decision": decision})


def deed_title(at: Sitting) -> str:
    """What a deed becomes."""
    return "One deed; it becomes a promise" if at.about_someone else "One deed"


def deed_parts(at: Sitting, kept: Commitment | None, by: date | None) -> tuple[FormPart, ...]:
    """Whose, what, by when, how the other notices, and what is said if it slips.

    Whose it is stays once it is kept. `by` is its day as agreed now; None for a new one.
    """
    day = by or at.today + timedelta(days=DEED_DAYS)
    send = "send two times, each Friday by noon"
    notices = "For us two. How the other will notice"
    slips = "For us two. May stay empty: what you say, and when, if it slips"
    parts = (
        FormPart("what", "What", at.us_two, kept.what if kept else "", needed=True, example=send),
        FormPart("by", "By", kept=say_day(day), day=True, needed=True, example="fri, +5d"),
        FormPart("seen_by", "Seen by", notices, kept.seen_by if kept else "", needed=True),
        FormPart("if_not", "If it slips", slips, kept.if_not if kept else ""),
    )
    whose = (Pick("me", "mine"), Pick("them", f"{at.name} said yes to it"))
    return parts if kept else (FormPart("who", "Whose", kept="me", picks=whose), *parts)


def deed_of(given: Given, kept: Commitment | None, at: Sitting, asked_about: str) -> Commitment:
    """The deed of these answers.

    Refused where what, when or how the other notices is missing, and once for words that leave
    open what will be seen: `asked_about` are the words for which that was asked already.
    """
    texts = texts_of(given, "what", "seen_by", "if_not")
    words = at.content.repair.commitments
    if not texts["what"]:
        raise Refused("What will be done? Something that can be seen.", field="what")
    asked = vague(texts["what"], words)
    if asked and texts["what"] != asked_about:
        raise Refused(f"{asked} {words.once_more}", field="what")
    if given.get("by") is None:
        raise Refused("A deed needs a date, within a week if you can.", field="by")
    if not texts["seen_by"]:
        raise Refused("How will the other notice? A few words are enough.", field="seen_by")
    who = kept.who if kept else given["who"]
    return Commitment.model_validate({**texts, "who": who, "by": given["by"]})


def by_of(workbook: Workbook, kept: Commitment) -> date:
    """The day of its promise, which may have been agreed anew elsewhere."""
    promise = workbook.find(Promise, kept.promise) if kept.promise else None
    return promise.by if promise is not None else kept.by
