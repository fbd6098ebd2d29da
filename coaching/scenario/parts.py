"""The parts of a run one can go to: its beginning, each scene and choice met, and the close."""

from collections.abc import Iterator
from dataclasses import dataclass

from coaching.scenario.deck import PageKind
from coaching.scenario.play import Play

NAMES: dict[PageKind, str] = {
    "test": "The test page",
    "rules": "Before we begin",
    "notice": "Before this case",
    "cast": "Who you will meet",
    "opening": "The beginning",
    "discussion": "Questions to talk about",
    "second_way": "Another way",
    "role_play": "In threes",
    "debrief": "Look back",
    "commitment": "Your next step",
    "close": "The last page",
}
WITHIN: dict[PageKind, PageKind] = {
    "brief": "role_play",
    "observe": "role_play",
    "now_play": "role_play",
}


@dataclass(frozen=True)
class Section:
    """A part of the run: the number of its first page, its name, and the choice taken in it."""

    page: int
    name: str
    taken: str = ""
    is_choice: bool = False


def sections(play: Play) -> tuple[Section, ...]:
    """The parts the room has seen, in order; a scene it has not come to is not named.

    Where it took another way, the parts without a scene are offered too: it saw them before.
    """
    seen = play.session.furthest
    deck = play.deck
    return tuple(
        one
        for one in _sections(play)
        if one.page <= seen or (play.session.left and not deck[one.page].scene)
    )


def section_now(play: Play) -> int:
    """The place in `sections` of the page shown."""
    begun = [place for place, one in enumerate(sections(play)) if one.page <= play.session.page]
    return begun[-1] if begun else 0


def _sections(play: Play) -> Iterator[Section]:
    before: tuple[str, str] = ("", "")
    for number, page in enumerate(play.deck):
        kind = WITHIN.get(page.kind, page.kind)
        here = (page.scene, "question" if page.kind == "question" else "")
        if page.kind == "question":
            yield Section(number, page.title, _taken(play, page.decision), is_choice=True)
        elif page.scene and page.kind in {"scene", "ending"} and before[0] != page.scene:
            yield Section(number, page.title)
        elif not page.scene and (kind, "") != before:
            yield Section(number, NAMES[kind])
        before = here if page.scene else (kind, "")


def _taken(play: Play, decision: int | None) -> str:
    steps = play.session.steps
    if decision is None or decision >= len(steps):
        return ""
    step = steps[decision]
    scene = play.script.scene(step.scene)
    return next(choice.text for choice in scene.choices if choice.id == step.choice)
