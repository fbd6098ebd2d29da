"""What to look at again in a case that can be played: an entry that a comma may have cut off."""

from collections.abc import Iterator

from pydantic import BaseModel

from coaching.scenario.script import Script

Path = tuple[str | int, ...]
Wrong = tuple[Path, str]

SENTENCES = frozenset({"opening", "tell", "then", "traps", "discussion", "observe"})
CUT = (
    "begins with a small letter; if a comma has cut one sentence in two, put the whole sentence "
    "between quotes"
)


def script_doubts(script: Script) -> Iterator[Wrong]:
    """Every entry but the first of a list of sentences that begins with a small letter."""
    yield from _below((), script)


def _below(at: Path, value: object) -> Iterator[Wrong]:
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _below((*at, name), getattr(value, name))
    elif isinstance(value, tuple):
        for place, one in enumerate(value):
            if place and isinstance(one, str) and at[-1] in SENTENCES and one[:1].islower():
                yield (*at, place), CUT
            yield from _below((*at, place), one)
