"""The pages of a run in their order: from the test page along the way walked to the close."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from coaching.scenario.script import Choice, Scene, Script
from coaching.scenario.session import Session
from coaching.scenario.workshop import Workshop

PageKind = Literal[
    "test",
    "rules",
    "notice",
    "cast",
    "opening",
    "scene",
    "question",
    "vote",
    "reveal",
    "consequence",
    "stands",
    "other_side",
    "ending",
    "discussion",
    "second_way",
    "role_play",
    "brief",
    "observe",
    "now_play",
    "debrief",
    "commitment",
    "close",
]
PEOPLE_ON_A_PAGE = 2
SECOND_WAY = "Which choice would you like to take again, and what would you do?"
NOW_PLAY = "Begin when you are ready. When the time is over, change places."
CLOSE = "Thank you. The case is made up; what you take from it is yours."


@dataclass(frozen=True)
class Page:
    """One page for the room: one idea.

    `decision` counts the choices on the way from 0: the one a page belongs to, or leads up to.
    `choice` is the one told about, `number` its number for hands, `day` when a scene takes place.
    """

    kind: PageKind
    title: str
    lines: tuple[str, ...]
    scene: str = ""
    choice: str = ""
    number: int = 0
    decision: int | None = None
    day: str = ""


def deck(script: Script, house: Workshop, session: Session) -> tuple[Page, ...]:
    """All pages up to the choice that is still to be taken, or to the close."""
    walked = list(_scenes(script, session))
    pages = [*_before(script, house), *(page for page, _ in walked)]
    if walked and walked[-1][1]:
        pages += _after(script, house, session)
    return tuple(pages)


def scenes_on_way(script: Script, session: Session) -> Iterator[tuple[Scene, int]]:
    """Each scene of the way, with the number of choices taken before it."""
    scene = script.scene(script.start)
    taken = 0
    while True:
        yield scene, taken
        if scene.next is not None:
            scene = script.scene(scene.next)
        elif scene.choices and taken < len(session.steps):
            taken += 1
            choice = _choice(scene, session.steps[taken - 1].choice)
            scene = script.scene(choice.leads_to(session.chosen[:taken]))
        else:
            return


def _before(script: Script, house: Workshop) -> Iterator[Page]:
    yield Page("test", script.title, house.test_page)
    yield Page("rules", "Before we begin", house.ground_rules)
    yield Page("rules", "What stays in this room", (house.limits,))
    if script.content_notice:
        yield Page("notice", "Before this case", (script.content_notice,))
    cast = [f"{person.name}: {person.who}" for person in script.cast]
    for first in range(0, len(cast), PEOPLE_ON_A_PAGE):
        people = tuple(cast[first : first + PEOPLE_ON_A_PAGE])
        yield Page("cast", "Who you will meet", people)
    for text in script.opening:
        yield Page("opening", script.title, (text,))


def _scenes(script: Script, session: Session) -> Iterator[tuple[Page, bool]]:
    """The pages of the way, each with whether it is an ending."""
    for scene, taken in scenes_on_way(script, session):
        chosen = session.chosen[:taken]
        kind: PageKind = "scene" if scene.ending is None else "ending"
        for text in scene.pages(chosen):
            page = Page(kind, scene.title, (text,), scene.id, day=scene.day)
            yield page, scene.ending is not None
        for page in _decision(scene, session, taken):
            yield page, False
        if not scene.choices or taken < len(session.steps):
            for page in _other_side(script, scene):
                yield page, scene.ending is not None


def _decision(scene: Scene, session: Session, taken: int) -> Iterator[Page]:
    if not scene.choices:
        return
    choices = scene.open_choices(session.chosen[:taken])
    asked = scene.question or ""
    listed = tuple(choice.text for choice in choices)
    yield Page("question", asked, listed, scene.id, decision=taken)
    for number, choice in enumerate(choices, start=1):
        yield Page("vote", asked, (choice.text,), scene.id, choice.id, number, taken)
    yield Page("reveal", asked, listed, scene.id, decision=taken)
    if taken < len(session.steps):
        choice = _choice(scene, session.steps[taken].choice)
        for text in choice.then:
            yield Page("consequence", choice.text, (text,), scene.id, choice.id, decision=taken)
        if choice.stands:
            facts = tuple(f"Trust in {stands.quality}: {stands.fact}" for stands in choice.stands)
            title = "Where trust stands"
            yield Page("stands", title, facts, scene.id, choice.id, decision=taken)


def _other_side(script: Script, scene: Scene) -> Iterator[Page]:
    if scene.other_side is not None:
        name = script.person(scene.other_side.who).name
        for text in scene.other_side.tell:
            yield Page("other_side", f"The other side: {name}", (text,), scene.id)


def _after(script: Script, house: Workshop, session: Session) -> Iterator[Page]:
    plan = house.plan(session.minutes)
    form = script.format(session.minutes)
    for number in form.questions if form else ():
        yield Page("discussion", "Talk about it", (script.discussion[number - 1],), number=number)
    for number, text in enumerate(house.questions[: plan.discussion], start=1):
        yield Page("discussion", "Asked of every case", (text,), number=number)
    if plan.role_play:
        yield from _role_play(script, house)
    yield Page("debrief", "Look back", house.debrief)
    if plan.second_way and session.steps:
        yield Page("second_way", "Another way", (SECOND_WAY,))
    yield Page("commitment", "Your next step", house.commitment)
    yield Page("close", script.title, (CLOSE,))


def _role_play(script: Script, house: Workshop) -> Iterator[Page]:
    role_play = script.role_play
    if role_play is None:
        yield Page("discussion", "No role-play here", (house.no_role_play,))
        return
    yield Page("role_play", "In threes", (role_play.situation, role_play.task))
    for role in role_play.roles:
        yield Page("brief", script.person(role.who).name, (role.brief,))
    yield Page("observe", "The observer", (house.observer,))
    yield Page("observe", "The observer", role_play.observe)
    yield Page("role_play", "Stop when you like", (house.stop_rule,))
    yield Page("now_play", "Now play", (role_play.task, NOW_PLAY))


def _choice(scene: Scene, choice_id: str) -> Choice:
    for choice in scene.choices:
        if choice.id == choice_id:
            return choice
    raise KeyError(choice_id)
