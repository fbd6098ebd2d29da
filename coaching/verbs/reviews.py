"""What a user does in a review: begin it, decide line by line, finish it."""

from datetime import date
from typing import Any

from coaching.errors import Refused
from coaching.record.agreement import Agreement
from coaching.record.review import Decision, Review, ReviewLine
from coaching.record.workbook import Done, Workbook
from coaching.verbs import agreements

WALKED = tuple(field for field in Agreement.model_fields if field not in agreements.FIXED)


def lines_of(agreement: Agreement) -> tuple[str, ...]:
    """The lines of an agreement that have something in them, in the order of the form."""
    return tuple(field for field in WALKED if getattr(agreement, field) not in ("", None))


def begin(workbook: Workbook, *, review_id: str, today: date) -> Done:
    """Begin a walk through the latest version of the agreement."""
    found = agreements.latest(workbook)
    if found is None:
        raise Refused("There is no agreement to walk through yet. Write a line of it first.")
    review = Review(id=review_id, began=today, agreement=found.id)
    return Done(workbook.put(review), f"Review with {workbook.relationship.name} begun.")


def decide(
    workbook: Workbook, review_id: str, *, line: str, decision: Decision, words: str = ""
) -> Done:
    """Decide about one line, or decide anew: keep, drop, or change into these words."""
    if line not in WALKED:
        raise ValueError(f"an agreement has no line {line!r}")
    review = _open(workbook, review_id)
    others = tuple(one for one in review.lines if one.line != line)
    new = ReviewLine(line=line, decision=decision, words=words)
    decided = review.changed(lines=(*others, new))
    return Done(workbook.put(decided), "Decision kept.")


def finish(workbook: Workbook, review_id: str, *, new_id: str, today: date, **lines: Any) -> Done:
    """Finish the walk: dropped lines are emptied, changed ones get their new words.

    `lines` are values on top of these, as the day to look again. What changes becomes a new
    version where the old one was agreed.
    """
    review = _open(workbook, review_id)
    dropped: dict[str, Any] = {
        one.line: Agreement.model_fields[one.line].default
        for one in review.lines
        if one.decision == "drop"
    }
    reworded = {
        one.line: one.words for one in review.lines if one.decision == "change" and one.words
    }
    done = workbook.put(review.changed(done=today))
    name = workbook.relationship.name
    changes = {**dropped, **reworded, **lines}
    if not changes or agreements.latest(workbook) is None:
        return Done(done, f"Review with {name} finished; the agreement stays as it is.")
    written = agreements.write(done, new_id=new_id, today=today, **changes)
    return Done(written.workbook, f"Review with {name} finished. {written.said}")


def delete(workbook: Workbook, review_id: str) -> Done:
    """Take a review out of the record; the agreement stays."""
    return Done(workbook.without(workbook.get(Review, review_id)), "Review deleted.")


def _open(workbook: Workbook, review_id: str) -> Review:
    review = workbook.get(Review, review_id)
    if review.done is not None:
        raise Refused("This review is finished already. Begin another one.")
    return review
