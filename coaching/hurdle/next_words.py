"""What comes next in a hurdle, in words, by the question that is open; for home, `due` and `show`.

Kept apart from the steps themselves: home needs these words before pydantic is loaded.
"""

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
