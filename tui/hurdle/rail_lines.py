"""What each of the three boxes says: its tagline, or what came out of it."""

from coaching.hurdle import steps
from coaching.hurdle.plan import who_is
from coaching.say import say_day
from tui.hurdle.session import HurdleSession

LABELS = {"not_sure": "not sure yet", "none": "no label needed"}


def rail_lines(session: HurdleSession) -> tuple[str, ...]:
    """One line for each box, in order."""
    taglines: dict[str, str] = {step.id: step.tagline for step in session.content.wizard.steps}
    done = () if session.care else steps.stages_done(session.answers)
    came_out = {"source": _source, "repair": _repair, "support": _support}
    return tuple(
        (came_out[stage](session) if stage in done else "") or taglines.get(stage, "")
        for stage in steps.STAGES
    )


def _source(session: HurdleSession) -> str:
    closest = session.answers.closest
    return session.known.name.lower() if session.known else LABELS.get(closest, "")


def _repair(session: HurdleSession) -> str:
    hurdle = session.answers
    ways: dict[str, str] = {
        choice.id: choice.label for choice in session.content.wizard.question("how").choices
    }
    day = hurdle.deed_by or hurdle.look_again
    when = f"{say_day(day)[:-5]}" if day else ""
    way = ways.get(hurdle.how or "", "again" if when else "").lower()
    return ", ".join(filter(None, (way, when)))


def _support(session: HurdleSession) -> str:
    return who_is(session.answers.who, session.content, session.contacts)
