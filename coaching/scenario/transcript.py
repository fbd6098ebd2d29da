"""The room's path through a case on paper: choices, votes, times, notes; no participant's name."""

from collections.abc import Iterator

from coaching.say import say_count, say_day, say_time
from coaching.scenario.deck import Page, deck, scenes_on_way
from coaching.scenario.play import Play
from coaching.scenario.script import Scene
from coaching.scenario.session import Ballot, LeftWay, Step

WHO = {"group": "the group's choice", "facilitator": "the facilitator's choice", None: ""}


def transcript(play: Play) -> str:
    """The transcript of a run as Markdown; hands that were never shown are left out."""
    parts = (_head(play), _way(play), _left(play), _notes(play))
    return "\n".join(line for part in parts for line in part).rstrip() + "\n"


def _head(play: Play) -> Iterator[str]:
    session = play.session
    last = max((event.at for event in session.log), default=session.began)
    until = f" to {say_time(last)}" if session.is_over else ""
    yield f"# {play.script.title}: the way this room took"
    yield ""
    day = say_day(session.began.date())
    yield f"{day}, {say_time(session.began)}{until}. Planned for {session.minutes} minutes."
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
        hands = _hands(ballot, choice.id)
        taken = choice.id == step.choice
        mark = f" **taken at {say_time(step.at)}, {WHO[step.by]}**" if taken else ""
        yield f"- {choice.text}{hands}{mark}"
        if taken:
            yield from (f"  - {text}" for text in choice.then)
            yield from (f"  - Trust in {one.quality}: {one.fact}" for one in choice.stands)
    yield ""


def _hands(ballot: Ballot, choice: str) -> str:
    """The hands shown for a choice last, then those it had when the room voted before."""
    counts = [one for one in (*ballot.put_aside, ballot.shown) if one]
    *before, last = counts or [{}]
    told = [say_count(last[choice], "hand")] if choice in last else []
    earlier = [say_count(one[choice], "hand") for one in before if choice in one]
    if earlier:
        told.append(f"before: {', then '.join(earlier)}")
    return f" ({', '.join(told)})" if told else ""


def _left(play: Play) -> Iterator[str]:
    """The ways that were taken first and left by going back, each from the choice taken again."""
    if play.session.left:
        yield "## Tried first, then taken again"
        yield ""
    for left in play.session.left:
        yield from _left_way(play, left)


def _left_way(play: Play, left: LeftWay) -> Iterator[str]:
    walked = {"steps": left.steps, "ballots": left.ballots}
    session = play.session.model_copy(update=walked)
    seen = deck(play.script, play.house, session)[: left.furthest + 1]
    for scene, taken in scenes_on_way(play.script, session):
        told = [page for page in seen if page.scene == scene.id]
        before = taken < left.decision or (taken == left.decision and not scene.choices)
        if before or not told:
            continue
        yield f"### {scene.title}"
        yield ""
        if scene.choices and taken < len(left.steps):
            chosen = session.chosen[:taken]
            yield from _decided(scene, chosen, left.steps[taken], session.ballot(taken))
        elif scene.ending:
            yield f"It ended so: {scene.ending}"
            yield ""
        yield from _other_side(told)


def _other_side(told: list[Page]) -> Iterator[str]:
    for page in told:
        if page.kind == "other_side":
            yield f"{page.title}. {' '.join(page.lines)}"
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
        yield f"- {say_time(event.at)}{at_scene}: {event.text}"
    yield ""
