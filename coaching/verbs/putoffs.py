"""What a user does with a next step or a notice that can wait: hide it until a date."""

from datetime import date

from coaching.record.putoff import PutOff
from coaching.record.workbook import Done, Workbook
from coaching.say import say_day


def put_off(
    workbook: Workbook, *, new_id: str, rule: str, subject: str, until: date, reason: str = ""
) -> Done:
    """Hide a next step or a notice until a date; an earlier hiding of the same is replaced."""
    old = [one for one in workbook.all(PutOff) if (one.rule, one.subject) == (rule, subject)]
    hidden = PutOff(id=new_id, rule=rule, subject=subject, until=until, reason=reason)
    return Done(workbook.without(*old).put(hidden), f"Hidden until {say_day(until)}.")


def show_again(workbook: Workbook, *, rule: str, subject: str) -> Done:
    """Bring a hidden next step or notice back at once."""
    hidden = [one for one in workbook.all(PutOff) if (one.rule, one.subject) == (rule, subject)]
    return Done(workbook.without(*hidden), "Shown again.")
