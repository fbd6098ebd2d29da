"""Says in words where two copies of one record differ, field by field."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from coaching.keeping import Wording
from coaching.record.workbook import noun_of
from coaching.say import say_day, say_day_and_time, say_list
from coaching.text import tame
from data.documents import Tables
from data.merging import Place, documents

MOST_LETTERS = 200
_DATED = re.compile(r"\d{4}-\d{2}-\d{2}(T.*)?")
_PASSED_OVER = frozenset({"zone", "at"})


def wordings(this: Tables, other: Tables, differing: frozenset[Place]) -> tuple[Wording, ...]:
    """Each record that both have in another form, in the order of the first copy."""
    theirs = dict(documents(other))
    return tuple(
        _wording(place[0], document, theirs[place])
        for place, document in documents(this)
        if place in differing
    )


def _wording(table: str, this: Any, other: Any) -> Wording:  # noqa: ANN401 - whatever JSON holds
    noun = noun_of(table)
    if not (isinstance(this, Mapping) and isinstance(other, Mapping)):
        return Wording(noun, _say(this), _say(other))
    fields = [one for one in dict.fromkeys((*this, *other)) if this.get(one) != other.get(one)]
    return Wording(noun, _say_fields(this, fields), _say_fields(other, fields))


def _say_fields(document: Mapping[str, Any], fields: list[str]) -> str:
    return "; ".join(f"{one.replace('_', ' ')}: {_say(document.get(one))}" for one in fields)


def _say(value: Any) -> str:  # noqa: ANN401 - whatever JSON holds
    if value is None or value in ("", [], {}):
        return "nothing"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Mapping):
        return ", ".join(_parts(value)) or "nothing"
    if isinstance(value, list):
        return say_list([_say(one) for one in value])
    text = " ".join(tame(str(value)).split())
    if _DATED.fullmatch(text):
        return _say_date(text)
    return f"{text[:MOST_LETTERS].rstrip()}…" if len(text) > MOST_LETTERS else text


def _parts(value: Mapping[str, Any]) -> Iterator[str]:
    for key, inside in value.items():
        if inside is not None and key not in _PASSED_OVER:
            yield _say(inside)


def _say_date(text: str) -> str:
    try:
        if len(text) == len("2026-11-24"):
            return say_day(date.fromisoformat(text))
        moment = datetime.fromisoformat(text)
    except ValueError:
        return text
    return say_day_and_time(moment)
