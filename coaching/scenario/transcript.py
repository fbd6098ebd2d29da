"""The room's path through a case on paper: choices, votes, times, notes; no participant's name."""

from collections.abc import Iterator
from datetime import datetime

from coaching.say import say_count, say_day
from coaching.scenario.deck import scenes_on_way
from coaching.scenario.play import Play
from coaching.scenario.script import Choice, Scene, Script
from coaching.scenario.session import Ballot, Event, Step

WHO = {"group": "the group's choice", "facilitator": "the facilitator's choice", None: ""}


def transcript(play: Play) -> str:
    """The transcript of a run as Markdown; hands that were never shown are left out."""
    parts = (_head(play), _way(play), _left(play), _notes(play))
    return "\n".join(line for part in parts for line in part).rstrip() + "\n"


def _head(play: Play) -> Iterator[str]:
    session = play.session
    ended = next((one.at for one in reversed(session.log) if one.kind == "ended"), None)
    until = f" to {_clock(ended)}" if ended else ""
    yield f"# {play.script.title}: the way this room took"
    yield ""
    day = say_day(session.began.date())
    yield f"{day}, {_clock(session.began)}{until}. Planned for {session.minutes} minutes."
    yield ""


def _way(play: Play) -> Iterator[str]:
    session = play.session
    for scene, taken in scenes_on_way(play.script, session):
        yield f"## {scene.title}"
        yield ""
        yield f"{scene.day}. {scene.ending or scene.tell[0]}"
        yield ""
        if scene.choices and taken < len(session.steps):
            chosen = session.chosen[:taken]
            yield from _decided(scene, chosen, session.steps[taken], session.ballot(taken))
        elif scene.choices:
            yield "Left open here."
            yield ""


def _decided(scene: Scene, chosen: tuple[str, ...], step: Step, ballot: Ballot) -> Iterator[str]:
    yield f"**{scene.question}**"
    yield ""
    for choice in scene.open_choices(chosen):
        counted = ballot.revealed and choice.id in ballot.hands
        hands = f" ({say_count(ballot.hands[choice.id], 'hand')})" if counted else ""
        taken = choice.id == step.choice
        mark = f" **taken at {_clock(step.at)}, {WHO[step.by]}**" if taken else ""
        yield f"- {choice.text}{hands}{mark}"
        if taken:
            yield from (f"  - {text}" for text in choice.then)
            yield from (f"  - Trust in {one.quality}: {one.fact}" for one in choice.stands)
    yield ""


def _left(play: Play) -> Iterator[str]:
    """The choices that were taken first and left by going back."""
    kept = {(step.at, step.choice) for step in play.session.steps}
    chose = [event for event in play.session.log if event.kind == "chose"]
    left = [event for event in chose if (event.at, event.choice) not in kept]
    if not left:
        return
    yield "## Tried first, then taken again"
    yield ""
    for event in left:
        scene, choice = _named(play.script, event)
        yield f"- {_clock(event.at)}, {scene.title}: {choice.text}"
    yield ""


def _notes(play: Play) -> Iterator[str]:
    noted = [event for event in play.session.log if event.kind == "noted"]
    if not noted:
        return
    yield "## Notes of the facilitator"
    yield ""
    titles = {scene.id: scene.title for scene in play.script.scenes}
    for event in noted:
        at_scene = f", {titles[event.scene]}" if event.scene in titles else ""
        yield f"- {_clock(event.at)}{at_scene}: {event.text}"
    yield ""


def _named(script: Script, event: Event) -> tuple[Scene, Choice]:
    scene = script.scene(event.scene)
    return scene, next(one for one in scene.choices if one.id == event.choice)


def _clock(at: datetime) -> str:
    return f"{at:%H:%M}"
