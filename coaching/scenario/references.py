"""Finds names in a case that point to nothing, and names that stand twice."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from coaching.scenario.script import Condition, Scene, Script

Path = tuple[str | int, ...]
Wrong = tuple[Path, str]


def reference_problems(
    script: Script, *, hurdles: Collection[str], safety_items: Collection[str]
) -> Iterator[Wrong]:
    """Every wrong or doubled name of the case."""
    cast = {person.id for person in script.cast}
    scenes = {scene.id for scene in script.scenes}
    choices = [choice.id for scene in script.scenes for choice in scene.choices]
    yield from _doubled(("cast",), [person.id for person in script.cast])
    yield from _doubled(("scenes",), [scene.id for scene in script.scenes])
    yield from _doubled_choices(script)
    yield from _unknown(("start",), script.start, scenes, "scene")
    yield from _unknown(("hurdle",), script.hurdle, hurdles, "hurdle")
    for place, one in enumerate(script.secondary):
        yield from _unknown(("secondary", place), one, hurdles, "hurdle")
    for place, one in enumerate(script.red_flags):
        yield from _unknown(("red_flags", place), one, safety_items, "safety item")
    for place, role in enumerate(script.role_play.roles if script.role_play else ()):
        yield from _unknown(("role_play", "roles", place, "who"), role.who, cast, "person")
    for place, scene in enumerate(script.scenes):
        at: Path = ("scenes", place)
        if scene.other_side is not None:
            yield from _unknown((*at, "other_side", "who"), scene.other_side.who, cast, "person")
        yield from _onward(at, scene, scenes)
        for path, condition in conditions_of(at, scene):
            yield from _asks(path, condition, choices)


def conditions_of(at: Path, scene: Scene) -> Iterator[tuple[Path, Condition]]:
    """Every condition of a scene and its path."""
    for place, also in enumerate(scene.also):
        yield (*at, "also", place, "when"), also.when
    for number, choice in enumerate(scene.choices):
        if choice.when is not None:
            yield (*at, "choices", number, "when"), choice.when
        for place, turn in enumerate(choice.turns):
            yield (*at, "choices", number, "turns", place, "when"), turn.when


def _onward(at: Path, scene: Scene, scenes: Collection[str]) -> Iterator[Wrong]:
    if scene.next is not None:
        yield from _unknown((*at, "next"), scene.next, scenes, "scene")
    for number, choice in enumerate(scene.choices):
        here = (*at, "choices", number)
        yield from _unknown((*here, "next"), choice.next, scenes, "scene")
        for place, turn in enumerate(choice.turns):
            yield from _unknown((*here, "turns", place, "next"), turn.next, scenes, "scene")


def _asks(path: Path, condition: Condition, choices: Iterable[str]) -> Iterator[Wrong]:
    for field, listed in (("any_of", condition.any_of), ("none_of", condition.none_of)):
        for place, one in enumerate(listed):
            yield from _unknown((*path, field, place), one, set(choices), "choice")


def _unknown(path: Path, one: str, known: Collection[str], what: str) -> Iterator[Wrong]:
    if one not in known:
        yield path, f"there is no {what} {one!r}"


def _doubled(path: Path, ids: Sequence[str]) -> Iterator[Wrong]:
    for place, one in enumerate(ids):
        if one in ids[:place]:
            yield (*path, place, "id"), f"{one!r} is used twice"


def _doubled_choices(script: Script) -> Iterator[Wrong]:
    seen: set[str] = set()
    for place, scene in enumerate(script.scenes):
        for number, choice in enumerate(scene.choices):
            if choice.id in seen:
                yield ("scenes", place, "choices", number, "id"), f"{choice.id!r} is used twice"
            seen.add(choice.id)
