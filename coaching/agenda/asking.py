"""The question and the listening habit whose turn it is; neither comes again soon."""

from collections import Counter

from coaching.agenda.source import Source
from coaching.guide.habits import Habit
from coaching.guide.questions import BankPhase, BankQuestion

PHASES: dict[str, BankPhase] = {
    "starting": "starting",
    "growing": "growing",
    "parting": "parting",
    "afterwards": "parting",
}


def phase_of(source: Source) -> BankPhase:
    """The part of the bank to ask from: a strain comes before the phase."""
    kind = source.checkin.kind if source.checkin else "regular"
    if kind == "closing":
        return "parting"
    if kind == "repair":
        return "strain"
    return PHASES[source.workbook.relationship.phase]


def question_for(source: Source) -> BankQuestion | None:
    """The question chosen for this check-in, else the one least asked, not asked lately."""
    bank = source.content.questions
    if source.checkin is not None and source.checkin.asked:
        return bank.find(source.checkin.asked)
    asked = [one.asked for one in source.before if one.asked]
    resting = asked[-source.limits.question_rest_checkins :]
    return bank.next_question(phase_of(source), source.role, Counter(asked), resting=resting)


FOR_MENTORS = frozenset({"ask_before_advising", "hold_own_story", "their_summary"})
"""Habits of the side that is asked for advice (house rule)."""


def habit_for(source: Source) -> Habit:
    """The habit chosen for this check-in, else the one tried least often, in turn.

    A mentee is offered none of those that are about giving advice.
    """
    habits = source.content.habits.habits
    if source.checkin is not None and source.checkin.habit:
        for one in habits:
            if one.id == source.checkin.habit:
                return one
    tried = Counter(one.habit for one in source.before if one.habit)
    fitting = [one for one in habits if source.role == "mentor" or one.id not in FOR_MENTORS]
    return min(fitting or habits, key=lambda one: tried[one.id])


def may_guess(source: Source) -> bool:
    """Whether to ask what is on the other's mind; never a side that may have been hurt."""
    if source.checkin is not None and source.checkin.kind == "repair":
        return False
    return all(one.side == "me" for one in source.open_hurdles)
