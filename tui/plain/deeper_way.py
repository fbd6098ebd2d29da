"""The deeper questions of the wizard that can be answered on plain lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from coaching.record.base import Value
from coaching.record.hurdle import Hurdle
from tui.plain.answer_dates import record_field
from tui.plain.answer_lists import LISTED

if TYPE_CHECKING:
    from tui.hurdle.session import HurdleSession

SIGNS = "signs"


def answerable(session: HurdleSession, question_id: str) -> bool:
    """Whether one or a few plain answers make the whole answer to this question.

    A deeper question that takes more, as sentences to mark, has a page on the screens only.
    """
    question = session.worded(question_id)
    if question.takes == "ticks":
        return question_id == SIGNS
    if question.takes == "choice":
        return question_id in LISTED or (bool(question.choices) and _is_plain(question_id))
    if question.takes == "fields":
        names = [record_field(question_id, field.id) for field in question.fields]
        return bool(names) and all(map(_is_plain, names))
    return _is_plain(question_id)


def _is_plain(name: str) -> bool:
    """Whether a field of a hurdle holds one text, day or choice."""
    field = Hurdle.model_fields.get(name)
    if field is None or isinstance(field.default, tuple):
        return False
    kinds = get_args(field.annotation) or (field.annotation,)
    return not any(isinstance(kind, type) and issubclass(kind, Value) for kind in kinds)
