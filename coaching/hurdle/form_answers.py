"""What the answers of a deeper form come to in the record; None where they leave it open."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from coaching.hurdle.forms import BACK, Given, Sitting, spoke_first, texts_of
from coaching.record.outside import CameOfIt, ToTell
from coaching.record.repair import AnswerBack, HeardBack, ImpactNote, Listened, WhenAndHow

Fields = Mapping[str, Any] | None


def fields_of(question: str, given: Given, at: Sitting) -> Fields:
    """The hurdle's fields for these answers of the form at a question.

    `given` has each part by its id; an empty or missing text is none, as is a pick of "".
    """
    return ANSWERS[question](given, at)


def _listen(given: Given, at: Sitting) -> Fields:
    """Nothing written and nobody else chosen leaves it open."""
    texts, speaker = texts_of(given, "said", "mine", "effect"), given.get("speaker")
    if not any(texts.values()) and speaker in (None, spoke_first(at)):
        return None
    return {"listen": Listened.model_validate({"speaker": speaker or spoke_first(at), **texts})}


def _heard_back(given: Given, _: Sitting) -> Fields:
    texts, back = texts_of(given, "said", "theirs", "now"), BACK[given.get("said_back") or ""]
    if not any(texts.values()) and not back:
        return None
    return {"heard_back": HeardBack(**texts, said_back=back)}


def _impact_note(given: Given, at: Sitting) -> Fields:
    """The note takes the place of the words where these were empty or made of it."""
    texts = texts_of(given, *ImpactNote.model_fields)
    if not any(texts.values()):
        return None
    note, old, words = ImpactNote(**texts), at.hurdle.impact_note, at.hurdle.words
    made_of_it = not words or (old is not None and words == old.text)
    return {"impact_note": note, **({"words": note.text} if made_of_it else {})}


def _when_and_how(given: Given, _: Sitting) -> Fields:
    values = _with_pick(given, "first", "setting", "opening", "stop_rule")
    return {"when_and_how": WhenAndHow.model_validate(values)} if values else None


def _answer_back(given: Given, _: Sitting) -> Fields:
    values = _with_pick(given, "answer", "heard", "instead")
    return {"answer_back": AnswerBack.model_validate(values)} if values else None


def _to_tell(given: Given, _: Sitting) -> Fields:
    texts = texts_of(given, *ToTell.model_fields)
    return {"to_tell": ToTell(**texts)} if any(texts.values()) else None


def _came_of_it(given: Given, at: Sitting) -> Fields:
    """As of today; nothing where nothing was asked yet."""
    came, note = given.get("came") or "not_yet", texts_of(given, "note")["note"]
    if came == "not_yet" and not note:
        return None
    was = at.hurdle.came_of_it
    if was is not None and (was.came, was.note) == (came, note):
        return {"came_of_it": was}
    return {
        "came_of_it": CameOfIt.model_validate({"came": came, "on": at.today, "note": note}),
    }


def _with_pick(given: Given, pick: str, *names: str) -> dict[str, Any]:
    """The texts and the pick; empty where there are none."""
    values: dict[str, Any] = {**texts_of(given, *names), pick: given.get(pick) or None}
    return values if any(values.values()) else {}


ANSWERS: Mapping[str, Callable[[Given, Sitting], Fields]] = MappingProxyType(
    {
        "listen": _listen,
        "heard_back": _heard_back,
        "impact_note": _impact_note,
        "when_and_how": _when_and_how,
        "answer_back": _answer_back,
        "to_tell": _to_tell,
        "came_of_it": _came_of_it,
    }
)
"""By the question's id, as in `forms.FORMS`."""
