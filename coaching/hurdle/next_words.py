"""What comes next in a hurdle, in words, by the question that is open; for home, `due` and `show`.

Kept apart from the steps themselves: home needs these words before pydantic is loaded.
"""

from collections.abc import Sequence
from datetime import date

from coaching.say import say_day

BEGIN_NEW = "Begin a new one"
HURDLE_NEXT = {
    "what_happened": "say what happened, about 1 minute",
    "effect": "say what it did, about 1 minute",
    "area": "find what comes closest, about 2 minutes",
    "closest": "find what comes closest, about 2 minutes",
    "pending": "think about what raising it could cost, about 1 minute",
    "how": "choose how to go on, about 1 minute",
    "side": "find your words, about 3 minutes",
    "words": "find your words, about 3 minutes",
    "deed": "choose one small deed, about 1 minute",
    "change": "change one thing, set a date to look again",
    "who": "choose someone outside, about 1 minute",
    "first_sentence": "find a first sentence, about 1 minute",
    "look_again": "set a date to look again",
    "plan": "your plan is ready to read",
}
LEFT_AT, QUESTION = "-at", "question"
"""The end of the key under which a place is kept, and the field in which its question is."""
WRITTEN_AT = {
    "what_happened": "what happened",
    "effect": "what it did",
    "area": "which comes closest",
    "closest": "which comes closest",
    "not_known": "what you do not know yet",
    "signs": "what you have seen",
    "told_apart": "questions that tell them apart",
    "their_account": "how the other side might tell it",
    "pending": "what they still decide",
    "cost": "what raising it could cost you",
    "how": "how to go on",
    "side": "who has something to own",
    "words": "your words",
    "deed": "one deed",
    "change": "one change",
    "look_again": "the day to look again",
    "listen": "what was said and heard",
    "own_parts": "which sentence does what",
    "impact_note": "what it did, in four parts",
    "expected": "what was expected",
    "commitments": "who does what, by when",
    "when_and_how": "when and how you two talk",
    "heard_back": "how the other heard it",
    "answer_back": "what came back",
    "who": "who could help",
    "first_sentence": "your first sentence",
    "rung": "how far outside",
    "to_tell": "what they need to know",
    "share": "how much to tell",
    "how_to_ask": "a message to ask for a talk",
    "came_of_it": "what came of it",
}
"""Where a user was in a hurdle, in words, by the question that was on screen."""
GOES_BACK = "3 enter: back"
"""Which keys of home lead there: to the pane of hurdles, whose cursor stands on this one."""


def say_left(hurdle_id: str, drafts: Sequence[str]) -> str:
    """Where a user left this hurdle, by the drafts' keys, the newest first; "" where it is kept.

    A key that ends in `LEFT_AT` is the place alone, without a text.
    """
    start = draft_key(hurdle_id, "")
    for key in drafts:
        question, _, form = key.removeprefix(start).partition("-")
        if key.startswith(start) and question in WRITTEN_AT:
            doing = "at" if f"-{form}" == LEFT_AT else "writing"
            return f"You were {doing}: {WRITTEN_AT[question]}; {GOES_BACK}"
    return ""


def draft_key(hurdle_id: str, question: str) -> str:
    """Under which key the text at a question of a hurdle is kept until it is saved."""
    return f"hurdle-{hurdle_id}-{question}"


def say_open(count: int) -> str:
    """The heading over the open hurdles with one person, who is asked which one is meant."""
    return "A hurdle is open" if count == 1 else "Hurdles are open"


def say_go_on(opened: date) -> str:
    """The choice of the hurdle opened on this day."""
    return f"Go on with the one since {say_day(opened)}"
