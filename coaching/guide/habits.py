"""Listening habits: one to try at each check-in, in turn."""

from coaching.guide.parts import Evidenced, Id, Part, Words


class Habit(Part):
    """One habit in the imperative, and why it helps."""

    id: Id
    text: Words
    help: Words


class Listening(Evidenced):
    """The habits in turn, and what stands around them."""

    before: Words
    during: Words
    after: Words
    guess: Words
    guess_after: Words
    habits: tuple[Habit, ...]
