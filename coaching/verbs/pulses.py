"""What a user does with a pulse: begin a round, answer a side, show a line, take it back."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from coaching.errors import Refused
from coaching.record.base import Side
from coaching.record.pulse import ANSWERS, PULSE_LINES, Pulse, PulseAnswer, PulseLine
from coaching.record.relationship import Role
from coaching.record.workbook import Done, Workbook

NOT_SHOWN = "not shown"


@dataclass(frozen=True, slots=True)
class Shown:
    """What both sides see of one line: each side's answer, or "not shown"."""

    line: PulseLine
    me: str
    them: str


def more_powerful(i_am: Role) -> Side:
    """The side with more power, which answers first (design: the mentor)."""
    return "me" if i_am == "mentor" else "them"


def begin(workbook: Workbook, *, pulse_id: str, today: date, alone: bool = False) -> Done:
    """Begin a round; the one with more power answers first, alone there is only the user."""
    first: Side = "me" if alone else more_powerful(workbook.relationship.i_am)
    pulse = Pulse(id=pulse_id, on=today, first=first, alone=alone)
    return Done(workbook.put(pulse), "A pulse begun.")


def answer(workbook: Workbook, *, answer_id: str, pulse_id: str, side: Side, **lines: str) -> Done:
    """Give one side's answers, or change them; a line left out is passed over.

    Changing an answer takes back what was shown of it. Refused for the second side before the
    first has answered, and for the other side of a round taken alone.
    """
    pulse = workbook.get(Pulse, pulse_id)
    if pulse.alone and side == "them":
        raise Refused("This pulse is for you alone.")
    if side != pulse.first and answer_of(workbook, pulse_id, pulse.first) is None:
        mine, theirs = "you answer", f"{workbook.relationship.name} answers"
        raise Refused(f"In this round {mine if pulse.first == 'me' else theirs} first.")
    old = answer_of(workbook, pulse_id, side)
    entry = old or PulseAnswer(id=answer_id, pulse=pulse_id, side=side)
    given = entry.changed(**{line: lines.get(line, "") for line in PULSE_LINES})
    hidden = {
        f"{line}_shown": "" for line in PULSE_LINES if getattr(given, line) != getattr(entry, line)
    }
    return Done(workbook.put(given.changed(**hidden)), "Answers kept. Nobody else reads them.")


def show(workbook: Workbook, *, pulse_id: str, side: Side, line: PulseLine) -> Done:
    """Let the other side see one line, by its author's wish. A passed line shows nothing."""
    return _put_shown(workbook, pulse_id, side, line, shown=True)


def hide(workbook: Workbook, *, pulse_id: str, side: Side, line: PulseLine) -> Done:
    """Take back that a line is shown."""
    return _put_shown(workbook, pulse_id, side, line, shown=False)


def delete(workbook: Workbook, pulse_id: str) -> Done:
    """Take a round and its answers out of the record."""
    pulse = workbook.get(Pulse, pulse_id)
    answers = [one for one in workbook.all(PulseAnswer) if one.pulse == pulse_id]
    return Done(workbook.without(pulse, *answers), "Pulse deleted.")


def answer_of(workbook: Workbook, pulse_id: str, side: Side) -> PulseAnswer | None:
    """One side's answers in a round, for their author; None where it has none yet."""
    found = (one for one in workbook.all(PulseAnswer) if one.pulse == pulse_id)
    return next((one for one in found if one.side == side), None)


def shown_to_both(workbook: Workbook, pulse_id: str) -> tuple[Shown, ...]:
    """What both see of a round: passed over, not shown and not answered look alike."""
    sides: tuple[Side, Side] = ("me", "them")
    mine, theirs = (answer_of(workbook, pulse_id, side) for side in sides)
    return tuple(Shown(line, _shown(mine, line), _shown(theirs, line)) for line in PULSE_LINES)


def _shown(given: PulseAnswer | None, line: PulseLine) -> str:
    text: str = getattr(given, f"{line}_shown") if given else ""
    return (text if line == "open" else ANSWERS[text]) or NOT_SHOWN


def _put_shown(
    workbook: Workbook, pulse_id: str, side: Side, line: PulseLine, *, shown: bool
) -> Done:
    workbook.get(Pulse, pulse_id)
    entry = answer_of(workbook, pulse_id, side)
    if entry is None:
        raise Refused("There is no answer yet to show. Answer first, or pass it over.")
    text: Any = getattr(entry, line) if shown else ""
    changed = entry.changed(**{f"{line}_shown": text})
    said = "This line is shown to both of you now." if shown else "This line is not shown any more."
    return Done(workbook.put(changed), said)
