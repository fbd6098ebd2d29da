"""A part of the plan: its heading, its lines, and who may read the field it comes from."""

from collections.abc import Iterator
from dataclasses import dataclass
from types import UnionType
from typing import Union, get_args, get_origin

from coaching.record.base import Audience, Value
from coaching.record.hurdle import Hurdle


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the lines under it. `own_words` are the user's, shown as a quotation.

    `aside` are words of ours after the quotation.

    `field` is a field of the hurdle, or of a value in it after a dot: "heard_back.now".
    """

    field: str
    heading: str
    lines: tuple[str, ...]
    own_words: bool = False
    aside: str = ""


def own(field: str, heading: str, text: str, aside: str = "") -> Iterator[Section]:
    """The user's words under a heading; nothing where there are none."""
    if text:
        yield Section(field, heading, (text,), own_words=True, aside=aside)


def listed(field: str, heading: str, lines: Iterator[str]) -> Iterator[Section]:
    """Lines under a heading; nothing where there are none."""
    if found := tuple(lines):
        yield Section(field, heading, found)


def audience_of(field: str) -> Audience | None:
    """Who may read a field of the hurdle, or of a value in it."""
    name, _, inner = field.partition(".")
    if not inner:
        return Hurdle.audience_of(name)
    return _value_in(Hurdle.model_fields[name].annotation).audience_of(inner)


def _value_in(annotation: object) -> type[Value]:
    if isinstance(annotation, type) and issubclass(annotation, Value):
        return annotation
    if get_origin(annotation) in (Union, UnionType, tuple):
        for one in get_args(annotation):
            if one is not type(None) and one is not Ellipsis:
                return _value_in(one)
    raise TypeError(f"{annotation} holds no value with fields")
