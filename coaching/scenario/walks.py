"""Every way through a case: which scenes, choices and endings can be reached, and which cannot."""

from dataclasses import dataclass, field

from coaching.scenario.script import Choice, Scene, Script

MOST_STATES = 20_000


@dataclass
class Walks:
    """What walking all ways found.

    `stuck` are scenes where a way has nothing left to choose, `states` how many steps it took.
    """

    scenes: set[str] = field(default_factory=set)
    choices: set[str] = field(default_factory=set)
    endings: set[str] = field(default_factory=set)
    stuck: set[str] = field(default_factory=set)
    states: int = 0
    too_many: bool = False


@dataclass(frozen=True)
class Way:
    """One way through a case: the choices in order, and the scenes on it."""

    choices: tuple[str, ...]
    scenes: tuple[str, ...]

    @property
    def ending(self) -> str:
        """The scene it ends in."""
        return self.scenes[-1]


def walk(script: Script) -> Walks:
    """Walk all ways of a case whose names are right and which has no loop."""
    found = Walks()
    asked = asked_later(script)
    by_id = {scene.id: scene for scene in script.scenes}
    seen: set[tuple[str, frozenset[str]]] = set()
    todo: list[tuple[str, frozenset[str]]] = [(script.start, frozenset())]
    while todo:
        place, chosen = todo.pop()
        if (place, chosen) in seen:
            continue
        if len(seen) >= MOST_STATES:
            found.too_many = True
            return found
        seen.add((place, chosen))
        found.states += 1
        todo.extend((onward, kept & asked) for onward, kept in _steps(by_id[place], chosen, found))
    return found


def asked_later(script: Script) -> frozenset[str]:
    """The choices that some condition of the case asks about."""
    asked: set[str] = set()
    for scene in script.scenes:
        conditions = [also.when for also in scene.also]
        for choice in scene.choices:
            conditions += [turn.when for turn in choice.turns]
            conditions += [choice.when] if choice.when else []
        for condition in conditions:
            asked.update(condition.any_of, condition.none_of)
    return frozenset(asked)


def ways(script: Script, most: int = MOST_STATES) -> list[Way]:
    """All ways through a case that passed its checks; at most this many."""
    found: list[Way] = []
    todo: list[Way] = [Way((), (script.start,))]
    while todo and len(found) < most:
        way = todo.pop()
        scene = script.scene(way.ending)
        if scene.ending is not None:
            found.append(way)
        elif scene.next is not None:
            todo.append(Way(way.choices, (*way.scenes, scene.next)))
        for choice in scene.open_choices(way.choices):
            chosen = (*way.choices, choice.id)
            todo.append(Way(chosen, (*way.scenes, choice.leads_to(chosen))))
    return found


def leads(scene: Scene) -> list[tuple[Choice | None, str]]:
    """Every way on from a scene, whatever was chosen before, and the choice it belongs to."""
    if scene.next is not None:
        return [(None, scene.next)]
    found: list[tuple[Choice | None, str]] = []
    for choice in scene.choices:
        found += [(choice, turn.next) for turn in choice.turns]
        found.append((choice, choice.next))
    return found


def loop_in(script: Script) -> tuple[str, str] | None:
    """A scene and the earlier scene it leads back to; None where time only goes on."""
    by_id = {scene.id: scene for scene in script.scenes}
    done: set[str] = set()
    for root in by_id:
        on_way: list[str] = []
        todo: list[tuple[str, bool]] = [(root, False)]
        while todo:
            place, leaving = todo.pop()
            if leaving:
                done.add(on_way.pop())
                continue
            if place in done or place not in by_id:
                continue
            on_way.append(place)
            todo.append((place, True))
            for _, onward in leads(by_id[place]):
                if onward in on_way:
                    return place, onward
                todo.append((onward, False))
    return None


def _steps(scene: Scene, chosen: frozenset[str], found: Walks) -> list[tuple[str, frozenset[str]]]:
    found.scenes.add(scene.id)
    if scene.ending is not None:
        found.endings.add(scene.id)
        return []
    if scene.next is not None:
        return [(scene.next, chosen)]
    open_here = scene.open_choices(chosen)
    if len(open_here) == 0:
        found.stuck.add(scene.id)
    steps = []
    for choice in open_here:
        found.choices.add(choice.id)
        after = chosen | {choice.id}
        steps.append((choice.leads_to(after), after))
    return steps
