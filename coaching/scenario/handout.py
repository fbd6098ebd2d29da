"""The hand-out of a case: the case, its questions, what research says, room for a next step."""

from collections.abc import Iterator

from coaching.scenario.play import Play
from coaching.scenario.script import Script
from coaching.scenario.sheet import observers_list, research
from coaching.scenario.shown import ShownScene, shown_scenes
from coaching.scenario.workshop import Workshop

LINES_TO_WRITE = 4
ROOM_TO_WRITE = "\\_" * 60


def handout(script: Script, house: Workshop, play: Play | None = None) -> str:
    """The hand-out as Markdown; after a play with the way the room took. No hands, no names."""
    parts = (
        _case(script),
        _way(play) if play else _first_scene(script),
        _questions(script, house),
        _observer(script, house),
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
    """What the room has seen of the way; nothing that it was never shown."""
    scenes = list(shown_scenes(play, play.session))
    if scenes:
        yield "## The way we took"
    for shown in scenes:
        yield ""
        yield f"### {shown.scene.title}"
        yield ""
        yield f"{shown.scene.day}. {' '.join(shown.lines('scene', 'ending'))}"
        for text in (*_taken(shown, play), shown.how_it_ended, shown.other_side):
            if text:
                yield ""
                yield text


def _taken(shown: ShownScene, play: Play) -> Iterator[str]:
    """The question with the choice that was taken, and what was shown to follow."""
    then = shown.lines("consequence")
    if shown.is_asked and not then:
        yield f"**{shown.scene.question}**"
    elif shown.is_asked:
        taken = play.session.steps[shown.taken].choice
        choice = next(one for one in shown.scene.choices if one.id == taken)
        yield f"**{shown.scene.question}** {choice.text}"
        yield " ".join(then)


def _questions(script: Script, house: Workshop) -> Iterator[str]:
    yield "## Questions"
    yield ""
    for number, text in enumerate((*script.discussion, *house.questions), start=1):
        yield f"{number}. {text}"


def _observer(script: Script, house: Workshop) -> Iterator[str]:
    if script.role_play is not None:
        yield "## For the observer of the role-play"
        yield ""
        yield from observers_list(script.role_play, house)


def _next_step(house: Workshop) -> Iterator[str]:
    yield "## My next step"
    for text in house.commitment:
        yield ""
        yield text
    for _ in range(LINES_TO_WRITE):
        yield ""
        yield ROOM_TO_WRITE
