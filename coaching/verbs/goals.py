"""What a user does with a goal: write it, change its words, end it, take it up again."""

from datetime import date

from coaching.record.goal import Author, Goal, GoalEnd
from coaching.record.workbook import Done, Workbook

SAID = {"reached": "reached", "changed": "changed into another", "dropped": "let go"}


def write(workbook: Workbook, *, goal_id: str, what: str, author: Author, today: date) -> Done:
    """Write a goal, and say whose words it is in."""
    goal = Goal(id=goal_id, what=what, author=author, since=today)
    return Done(workbook.put(goal), f"Goal written: {goal.what}.")


def reword(workbook: Workbook, goal_id: str, *, what: str) -> Done:
    """Correct the words of a goal."""
    goal = workbook.get(Goal, goal_id).changed(what=what)
    return Done(workbook.put(goal), f"Goal reworded: {goal.what}.")


def end(workbook: Workbook, goal_id: str, *, how: GoalEnd, today: date) -> Done:
    """Say that a goal was reached, changed into another, or let go."""
    goal = workbook.get(Goal, goal_id).changed(end=how, ended=today)
    return Done(workbook.put(goal), f"Goal {SAID[how]}: {goal.what}.")


def take_up(workbook: Workbook, goal_id: str) -> Done:
    """Take an ended goal up again."""
    goal = workbook.get(Goal, goal_id).changed(end=None, ended=None)
    return Done(workbook.put(goal), f"Goal open again: {goal.what}.")


def delete(workbook: Workbook, goal_id: str) -> Done:
    """Take a goal out of the record."""
    goal = workbook.get(Goal, goal_id)
    return Done(workbook.without(goal), f"Goal deleted: {goal.what}.")
