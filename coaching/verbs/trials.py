"""What a user does with another format: try it until a day, decide about it, try it for longer."""

from datetime import date

from coaching.errors import Refused
from coaching.record.trial import Trial, TrialEnd
from coaching.record.workbook import Done, Workbook
from coaching.say import say_day

SAID: dict[TrialEnd, str] = {
    "keep": "You keep it",
    "change": "You change it",
    "back": "Back to how it was",
}


def going_on(workbook: Workbook) -> Trial | None:
    """The format that is being tried; None where there is none."""
    return next((one for one in workbook.all(Trial) if one.end is None), None)


def begin(workbook: Workbook, *, trial_id: str, what: str, until: date, today: date) -> Done:
    """Try another format until a day. One at a time, so that both can tell what it changed."""
    open_one = going_on(workbook)
    if open_one is not None:
        raise Refused(f"You are trying this already: {open_one.what}. Decide about it first.")
    _must_come(until, today)
    trial = Trial(id=trial_id, what=what, since=today, until=until)
    return Done(workbook.put(trial), f"You try it until {say_day(until)}: {trial.what}.")


def decide(workbook: Workbook, trial_id: str, *, how: TrialEnd, today: date) -> Done:
    """Keep the format, change it, or go back to how it was."""
    trial = _open(workbook, trial_id)
    return Done(workbook.put(trial.changed(end=how, ended=today)), f"{SAID[how]}: {trial.what}.")


def go_on(workbook: Workbook, trial_id: str, *, until: date, today: date) -> Done:
    """Try it for longer, until another day."""
    trial = _open(workbook, trial_id)
    _must_come(until, today)
    longer = trial.changed(until=until)
    return Done(workbook.put(longer), f"You try it until {say_day(until)}: {longer.what}.")


def delete(workbook: Workbook, trial_id: str) -> Done:
    """Take a trial out of the record."""
    trial = workbook.get(Trial, trial_id)
    return Done(workbook.without(trial), f"Format deleted: {trial.what}.")


def _open(workbook: Workbook, trial_id: str) -> Trial:
    trial = workbook.get(Trial, trial_id)
    if trial.end is not None:
        raise Refused("You decided about this format already. Try another one.")
    return trial


def _must_come(until: date, today: date) -> None:
    if until <= today:
        raise Refused("Choose a day that is still to come, such as +6w.", "until")
