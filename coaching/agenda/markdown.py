"""An agenda as a Markdown page for the user."""

import re
from collections.abc import Iterator

from coaching.agenda.says import Agenda
from coaching.say import say_count, say_here

ACTIVE = re.compile(r"([\\`*_\[\]<>#|~])")
FOR_YOU = "For you alone: this page holds lines that only you may read. Do not hand it on as it is."


def agenda_markdown(agenda: Agenda, name: str, zone: str) -> str:
    """The page, with times by the clocks of the zone."""
    return "\n".join(_lines(agenda, name, zone)) + "\n"


def plain_markdown(text: str) -> str:
    """A user's text in which nothing is Markdown."""
    return ACTIVE.sub(r"\\\1", " ".join(text.split()))


def _lines(agenda: Agenda, name: str, zone: str) -> Iterator[str]:
    yield f"# {agenda.name} with {plain_markdown(name)}"
    yield ""
    when = say_here(agenda.wall, zone) if agenda.wall else "No date is agreed yet"
    yield f"{when}. About {say_count(agenda.minutes, 'minute')}. {agenda.purpose}"
    yield ""
    yield FOR_YOU
    yield ""
    yield f"Listening: {agenda.habit_words}"
    for words in agenda.before:
        yield ""
        yield plain_markdown(words)
    for beat in agenda.beats:
        yield ""
        yield f"## {plain_markdown(beat.name)} ({beat.minutes} min)"
        if beat.lines:
            yield ""
        for line in beat.lines:
            only_you = " (only you)" if line.private else ""
            yield f"- {plain_markdown(line.words)}{only_you}"
