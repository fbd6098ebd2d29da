"""The hand-out of a case: the case, its questions, what research says, room for a next step."""

from collections.abc import Iterator

from coaching.scenario.deck import scenes_on_way
from coaching.scenario.play import Play
from coaching.scenario.script import Script
from coaching.scenario.sheet import research
from coaching.scenario.workshop import Workshop

LINES_TO_WRITE = 4
ROOM_TO_WRITE = "\\_" * 60


def handout(script: Script, house: Workshop, play: Play | None = None) -> str:
    """The hand-out as Markdown; after a play with the way the room took. No hands, no names."""
    parts = (
        _case(script),
        _way(play) if play else _first_scene(script),
        _questions(script, house),
        research(script),
        _next_step(house),
    )
    texts = ("\n".join(part).strip() for part in parts)
    return "\n\n".join(text for text in texts if text) + "\n"


def _case(script: Script) -> Iterator[str]:
    yield f"# {script.title}"
    yield ""
    yield "A made-up case."
    if script.content_notice:
        yield ""
        yield script.content_notice
    yield ""
    yield from (f"- {person.name}: {person.who}" for person in script.cast)
    for text in script.opening:
        yield ""
        yield text


def _first_scene(script: Script) -> Iterator[str]:
    scene = script.scene(script.start)
    yield f"## {scene.title}"
    for text in (f"{scene.day}.", *scene.tell):
        yield ""
        yield text
    if scene.question:
        yield ""
        yield f"**{scene.question}**"


def _way(play: Play) -> Iterator[str]:
    yield "## The way we took"
    session = play.session
    for scene, taken in scenes_on_way(play.script, session):
        yield ""
        yield f"### {scene.title}"
        yield ""
        yield f"{scene.day}. {' '.join(scene.pages(session.chosen[:taken]))}"
        if scene.ending:
            yield ""
            yield scene.ending
        if scene.choices and taken < len(session.steps):
            chosen = session.steps[taken].choice
            choice = next(one for one in scene.choices if one.id == chosen)
            yield ""
            yield f"**{scene.question}** {choice.text}"
            yield ""
            yield " ".join(choice.then)


def _questions(script: Script, house: Workshop) -> Iterator[str]:
    yield "## Questions"
    yield ""
    for number, text in enumerate((*script.discussion, *house.questions), start=1):
        yield f"{number}. {text}"


def _next_step(house: Workshop) -> Iterator[str]:
    yield "## My next step"
    for text in house.commitment:
        yield ""
        yield text
    for _ in range(LINES_TO_WRITE):
        yield ""
        yield ROOM_TO_WRITE
