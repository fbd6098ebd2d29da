"""What a hurdle keeps of help from outside: what to tell, how much of it, and what came of it."""

from datetime import date
from typing import Literal

from coaching.record.base import MyLong, MyShort, Value

RungId = Literal[
    "the_two",
    "thinking_partner",
    "third_person",
    "neutral_adviser",
    "formal_office",
    "trained_care",
    "right_now",
]
"""The rungs of the ladder to outside help, from the lowest on (content base, 4.1)."""

ShareLevel = Literal["question", "outline", "papers", "account"]
"""How much is told, from a question without names on (content base, 4.3: L0 to L3)."""

ShareExtra = Literal["their_name", "kept_back", "guess", "my_words"]
"""What is left out unless the user takes it in."""

Came = Literal["not_yet", "waiting", "helped", "sent_on", "no_answer", "made_harder"]
"""What came of asking: not asked yet, no answer so far, or how it went."""


class ToTell(Value):
    """What someone outside needs to know, in the user's words; an empty field stays out.

    `kept_back` holds what is told only to someone who needs it: health, private facts, names of
    others, opinions. `reach` is a safe way to reach the user.
    """

    tried: MyLong = ""
    want: MyLong = ""
    not_want: MyLong = ""
    urgent: MyLong = ""
    papers: MyLong = ""
    reach: MyShort = ""
    kept_back: MyLong = ""


class Share(Value):
    """How much goes on the page for someone outside, and what of the rest is taken in."""

    level: ShareLevel
    extras: tuple[ShareExtra, ...] = ()


class CameOfIt(Value):
    """What came of asking someone outside, noted on the day `on`."""

    came: Came
    on: date
    note: MyLong = ""
