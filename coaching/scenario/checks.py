"""Finds what would make a case stumble in a room: names, ways, notes, lengths, red flags."""

from collections import Counter
from collections.abc import Collection, Iterator

from coaching.scenario.layout import (
    CHOICE_LINES,
    CHOICE_WIDTH,
    PERSON_LINES,
    QUESTION_LINES,
    TITLE_CELLS,
    too_long,
)
from coaching.scenario.references import reference_problems
from coaching.scenario.script import FORMATS, Scene, Script
from coaching.scenario.walks import MOST_STATES, asked_later, leads, loop_in, walk

Path = tuple[str | int, ...]
Wrong = tuple[Path, str]
"""The path of a part in the script, and what is wrong with it."""

FEWEST_ENDINGS = 3


def script_problems(
    script: Script, *, hurdles: Collection[str], safety_items: Collection[str]
) -> list[Wrong]:
    """Everything to mend; the ways are only walked where every name leads somewhere."""
    names = list(reference_problems(script, hurdles=hurdles, safety_items=safety_items))
    found = [*names, *_formats(script), *_red_flags(script), *_pages(script), *_notes(script)]
    found += _choices(script)
    if not names:
        found += _ways(script)
    return found


def _formats(script: Script) -> Iterator[Wrong]:
    listed = [one.minutes for one in script.formats]
    for minutes in FORMATS:
        if listed.count(minutes) != 1:
            yield ("formats",), f"needs one entry for {minutes} minutes"
    for place, one in enumerate(script.formats):
        for number, question in enumerate(one.questions):
            if not 1 <= question <= len(script.discussion):
                path = ("formats", place, "questions", number)
                yield path, f"there is no question {question} in the discussion"


def _red_flags(script: Script) -> Iterator[Wrong]:
    if not script.red_flags:
        if script.role_play is None:
            yield ("role_play",), "is missing; only a case with red flags goes without"
        if script.self_repair == "wrong":
            yield ("self_repair",), "is wrong only where red_flags says why"
        return
    if script.role_play is not None:
        yield ("role_play",), "a case with red flags is never played as a role; leave it out"
    if script.self_repair == "possible":
        yield ("self_repair",), "a case with red flags cannot be repaired by the two alone"
    if script.content_notice is None:
        yield ("content_notice",), "is missing; a room must know before a case with red flags"


def _pages(script: Script) -> Iterator[Wrong]:
    texts: list[tuple[Path, str]] = [
        (("opening", place), text) for place, text in enumerate(script.opening)
    ]
    texts += [(("discussion", place), text) for place, text in enumerate(script.discussion)]
    if script.content_notice:
        texts.append((("content_notice",), script.content_notice))
    texts += _briefs(script)
    for place, person in enumerate(script.cast):
        if problem := too_long(f"{person.name}: {person.who}", PERSON_LINES):
            yield ("cast", place, "who"), problem
    for place, scene in enumerate(script.scenes):
        texts += _texts(("scenes", place), scene)
        yield from _short_ones(("scenes", place), scene)
    if problem := too_long(script.title, 1, TITLE_CELLS):
        yield ("title",), problem
    for path, text in texts:
        if problem := too_long(text):
            yield path, problem


def _texts(at: Path, scene: Scene) -> Iterator[tuple[Path, str]]:
    for place, text in enumerate(scene.tell):
        yield (*at, "tell", place), text
    for place, also in enumerate(scene.also):
        yield (*at, "also", place, "text"), also.text
    if scene.other_side is not None:
        for place, text in enumerate(scene.other_side.tell):
            yield (*at, "other_side", "tell", place), text
    for number, choice in enumerate(scene.choices):
        for place, text in enumerate(choice.then):
            yield (*at, "choices", number, "then", place), text
        for place, stands in enumerate(choice.stands):
            yield (*at, "choices", number, "stands", place, "fact"), stands.fact


def _briefs(script: Script) -> Iterator[tuple[Path, str]]:
    if script.role_play is None:
        return
    yield ("role_play", "situation"), script.role_play.situation
    yield ("role_play", "task"), script.role_play.task
    for place, role in enumerate(script.role_play.roles):
        yield ("role_play", "roles", place, "brief"), role.brief


def _short_ones(at: Path, scene: Scene) -> Iterator[Wrong]:
    if problem := too_long(scene.title, 1, TITLE_CELLS):
        yield (*at, "title"), problem
    if scene.question and (problem := too_long(scene.question, QUESTION_LINES)):
        yield (*at, "question"), problem
    for number, choice in enumerate(scene.choices):
        if problem := too_long(choice.text, CHOICE_LINES, CHOICE_WIDTH):
            yield (*at, "choices", number, "text"), problem


def _notes(script: Script) -> Iterator[Wrong]:
    for place, scene in enumerate(script.scenes):
        if scene.choices and scene.notes is None:
            yield ("scenes", place, "notes"), "is missing; say what the facilitator needs here"


def _choices(script: Script) -> Iterator[Wrong]:
    asked = asked_later(script)
    for place, scene in enumerate(script.scenes):
        told = Counter(choice.then for choice in scene.choices)
        for number, choice in enumerate(scene.choices):
            at: Path = ("scenes", place, "choices", number)
            if not choice.then:
                yield (*at, "then"), "is missing; a choice needs a consequence, told as a fact"
            elif told[choice.then] > 1:
                yield (*at, "then"), "is the same as after another choice here"
        onward = {scene_id for _, scene_id in leads(scene)}
        same_way = len(onward) == 1 and not {one.id for one in scene.choices} & asked
        if scene.choices and same_way:
            why = f"every choice leads to {onward.pop()!r}, and nothing later asks which it was"
            yield ("scenes", place, "choices"), why


def _ways(script: Script) -> Iterator[Wrong]:
    place = {scene.id: number for number, scene in enumerate(script.scenes)}
    if loop := loop_in(script):
        last, back = loop
        yield ("scenes", place[last]), f"leads back to {back!r}: a loop; time only goes on"
        return
    found = walk(script)
    if found.too_many:
        yield ("scenes",), f"has more than {MOST_STATES:,} ways through it; use fewer conditions"
        return
    for scene in script.scenes:
        at: Path = ("scenes", place[scene.id])
        if scene.id not in found.scenes:
            yield at, "is never reached: no choice leads here"
            continue
        if scene.id in found.stuck:
            yield (*at, "choices"), "is a dead end: on some way here nothing is left to choose"
        for number, choice in enumerate(scene.choices):
            if choice.id not in found.choices:
                yield (*at, "choices", number), "can never be chosen: its condition never holds"
    if len(found.endings) < FEWEST_ENDINGS:
        yield ("scenes",), f"needs {FEWEST_ENDINGS} endings that can be reached"
