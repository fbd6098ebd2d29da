"""What a user does with a next step that can wait: hide it until a date."""

from datetime import date

from coaching.record.putoff import PutOff
from coaching.record.workbook import Done, Workbook
from coaching.say import say_day


def put_off(workbook: Workbook, *, new_id: str, rule: str, subject: str, until: date) -> Done:
    """Hide a next step until a date; an earlier hiding of the same step is replaced."""
    old = [one for one in workbook.all(PutOff) if (one.rule, one.subject) == (rule, subject)]
    hidden = PutOff(id=new_id, rule=rule, subject=subject, until=until)
    return Done(workbook.without(*old).put(hidden), f"Hidden until {say_day(until)}.")
