"""What saying "talked about" to a line of an agenda does to the record behind it."""

from datetime import date
from functools import partial

from coaching.ports import Verb
from coaching.verbs import celebrations, doubts, preparing


def done_verb(line_id: str, today: date) -> Verb | None:
    """The verb that settles the record behind a line; None where there is nothing to settle."""
    kind, _, record_id = line_id.partition(":")
    match kind:
        case "item":
            return partial(preparing.settle, item_id=record_id, today=today)
        case "doubt":
            return partial(doubts.say, doubt_id=record_id, today=today)
        case "celebration":
            return partial(celebrations.tell, celebration_id=record_id, today=today)
        case _:
            return None
