"""The room's path through a case on paper: choices, votes, times, notes; no participant's name."""

from collections.abc import Iterator

from coaching.say import say_count, say_day, say_time
from coaching.scenario.play import Play
from coaching.scenario.session import Ballot, LeftWay, Session
from coaching.scenario.shown import ShownScene, shown_scenes

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
    scenes = list(shown_scenes(play, session))
    if not scenes:
        yield "Left before the first scene."
        yield ""
    for shown in scenes:
        yield f"## {shown.scene.title}"
        yield ""
        yield f"{shown.scene.day}."
        yield ""
        for text in shown.lines("scene", "ending"):
            yield text
            yield ""
        if shown.is_asked and shown.taken < len(session.steps):
            yield from _decided(shown, session)
        elif shown.scene.choices:
            yield "Left open here."
            yield ""
        yield from _ended(shown)


def _ended(shown: ShownScene) -> Iterator[str]:
    if shown.how_it_ended:
        yield f"It ended so: {shown.how_it_ended}"
        yield ""
    if shown.other_side:
        yield shown.other_side
        yield ""


def _decided(shown: ShownScene, session: Session) -> Iterator[str]:
    step, ballot = session.steps[shown.taken], session.ballot(shown.taken)
    yield f"**{shown.scene.question}**"
    yield ""
    for choice in shown.scene.open_choices(session.chosen[: shown.taken]):
        hands = _hands(ballot, choice.id)
        taken = choice.id == step.choice
        mark = f" **taken at {say_time(step.at)}, {WHO[step.by]}**" if taken else ""
        yield f"- {choice.text}{hands}{mark}"
        if taken:
            yield from (f"  - {text}" for text in shown.lines("consequence", "stands"))
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
    walked = {"steps": left.steps, "ballots": left.ballots, "furthest": left.furthest}
    session = play.session.model_copy(update=walked)
    for shown in shown_scenes(play, session):
        scene, taken = shown.scene, shown.taken
        if taken < left.decision or (taken == left.decision and not scene.choices):
            continue
        yield f"### {scene.title}"
        yield ""
        for text in shown.lines("ending"):
            yield text
            yield ""
        if shown.is_asked and taken < len(left.steps):
            yield from _decided(shown, session)
        yield from _ended(shown)


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
