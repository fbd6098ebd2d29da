"""Where a page stands in the time plan: its part of the time, and until when that part lasts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from coaching.scenario.play import Play
from coaching.scenario.script import Script
from coaching.scenario.workshop import Beat, Workshop

PAIRS_MIN = 2
QUARTER_S = 15
MINUTE_S = 60
BEFORE_A_CHOICE = frozenset({"scene"})


@dataclass(frozen=True)
class BeatNow:
    """The part of the time plan that a page belongs to, and when it is over."""

    name: str
    what: str
    until: datetime


def beat_now(play: Play, counting_from: datetime | None, now: datetime) -> BeatNow | None:
    """The part that the page shown belongs to; None before the time begins and after it is over.

    The plan's minutes are a default of the house, never a measure of the room.
    """
    beats = play.house.plan(play.session.minutes).beats
    ends = list(_ends(beats, counting_from)) if counting_from else []
    if not ends or now >= ends[-1]:
        return None
    kind = _kind(play)
    fits = [place for place, beat in enumerate(beats) if kind in beat.pages]
    fits = fits or list(range(len(beats)))
    place = next((one for one in fits if now < ends[one]), fits[-1])
    beat = beats[place]
    if beat.at_each_choice:
        return _at_a_choice(play, beat, ends)
    return BeatNow(beat.name, play.house.what(beat, play.script), ends[place])


def plan_lines(script: Script, house: Workshop, minutes: int) -> Iterator[str]:
    """The whole plan, a line for each part; those at each choice say how much each choice has."""
    beats = house.plan(minutes).beats
    most = most_choices(script)
    for beat in beats:
        share = ""
        if beat.at_each_choice:
            share = f", about {_clock(_share(beat, most))} at each choice"
        yield f"{beat.minutes} min, {beat.name}{share}: {house.what(beat, script)}"


def timer_minutes(play: Play) -> int:
    """How many minutes the countdown on the page shown begins with."""
    beats = play.house.plan(play.session.minutes).beats
    kind = _kind(play)
    return next((one.timer for one in beats if one.timer and kind in one.pages), PAIRS_MIN)


def most_choices(script: Script) -> int:
    """How many choices the longest way through a case has."""
    known: dict[str, int] = {}

    def ahead(scene_id: str) -> int:
        if scene_id not in known:
            known[scene_id] = 0
            scene = script.scene(scene_id)
            onward = {scene.next} if scene.next else set()
            for choice in scene.choices:
                onward |= {choice.next, *(turn.next for turn in choice.turns)}
            more = max((ahead(one) for one in onward), default=0)
            known[scene_id] = more + bool(scene.choices)
        return known[scene_id]

    return ahead(script.start)


def _at_a_choice(play: Play, beat: Beat, ends: Sequence[datetime]) -> BeatNow:
    """The choice the page leads up to or belongs to; after the last one all that is left of it."""
    plan = play.house.plan(play.session.minutes).beats
    block = [place for place, one in enumerate(plan) if one.at_each_choice]
    what, until = play.house.what(beat, play.script), ends[block[-1]]
    number = _choice_number(play)
    if number is None:
        return BeatNow(beat.name, what, until)
    most = most_choices(play.script)
    shares = [(plan[place], _share(plan[place], most)) for place in block]
    each = ", ".join(f"{one.name.lower()} {_clock(share)}" for one, share in shares)
    begins = ends[block[0]] - timedelta(minutes=plan[block[0]].minutes)
    until = min(until, begins + number * sum((share for _, share in shares), timedelta()))
    name = f"choice {number} of at most {most}"
    now = "" if play.page.kind in BEFORE_A_CHOICE else f" Now {beat.name.lower()}."
    return BeatNow(name, f"{each[:1].upper()}{each[1:]}.{now}", until)


def _choice_number(play: Play) -> int | None:
    """Which choice the page shown is about, counted from 1; None after the last one."""
    page = play.page
    scene = play.script.scene(page.scene) if page.scene else None
    if scene is None or scene.ending is not None:
        return None
    before = [one.decision for one in play.deck[: play.session.page + 1] if one.kind == "question"]
    asked = sum(decision is not None for decision in before)
    return asked + 1 if page.kind in BEFORE_A_CHOICE else max(1, asked)


def _share(beat: Beat, choices: int) -> timedelta:
    """What each choice has of a part; the talk after the last one counts as one more."""
    return timedelta(minutes=beat.minutes) / max(1, choices + ("discussion" in beat.pages))


def _clock(share: timedelta) -> str:
    """Minutes and seconds, to a quarter of a minute."""
    seconds = max(QUARTER_S, QUARTER_S * round(share.total_seconds() / QUARTER_S))
    return f"{seconds // MINUTE_S}:{seconds % MINUTE_S:02}"


def _ends(beats: Sequence[Beat], begun: datetime) -> Iterator[datetime]:
    for beat in beats:
        begun += timedelta(minutes=beat.minutes)
        yield begun


def _kind(play: Play) -> str:
    if play.page.kind == "reveal" and play.counts() is not None:
        return "shown"
    return play.page.kind
