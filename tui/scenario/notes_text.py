"""The notes as text: labels on the left, where there is room; words wrapped beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from coaching.say import say_time
from coaching.scenario.clock import countdown, time_left
from coaching.scenario.notes import notes_for
from coaching.scenario.plan import beat_now

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from coaching.scenario.notes import Note
    from tui.scenario.notes_follow import Seen

WIDEST = 92
LABEL = 15
LEAST_BESIDE = 50
NONE_NOW = "No play is running now. This window follows one by itself as soon as it begins."
LEFT = "{title} was played last. To go on with it: troth scenario play --resume"
WAITING = (
    "No play is running yet. This window follows it by itself as soon as it begins.",
    "In another terminal: troth scenario play sc03",
    "The cases there are: troth scenario list",
    "Keep this window where the room does not see it.",
)
CLOSED = "The player is closed; the play is kept on this page. troth scenario play --resume"
TITLE = "Notes"


def head_lines(seen: Seen, now: datetime, width: int) -> list[Content]:
    """The case and the time left, then where the plan would be."""
    if seen.play is None or seen.run is None:
        return [_apart(Content.styled(TITLE, "bold"), say_time(now), width)]
    left = time_left(seen.run.counting_from, seen.play.session.minutes, now)
    title = Content.styled(seen.play.script.title, "bold")
    lines = [_apart(title, f"{left}   {say_time(now)}", width)]
    if seen.run.timer_until is not None:
        timer = f"On the page: {countdown(seen.run.timer_until, now)}"
        lines.append(Content.styled(timer, "bold $text-accent"))
    if beat := beat_now(seen.play, seen.run.counting_from, now):
        plan = f"By the plan, until {say_time(beat.until)}: {beat.name}. {beat.what}"
        lines += [Content.styled(line.plain, "$text-muted") for line in Content(plan).wrap(width)]
    return lines


def note_lines(seen: Seen, width: int, height: int) -> list[Content]:
    """All notes for the page the room sees; with lines between them where the height allows it."""
    room = min(width, WIDEST)
    if seen.problem:
        return _paragraphs((seen.problem, *WAITING[1:3]), room)
    if seen.play is None:
        first = (NONE_NOW, LEFT.format(title=seen.left)) if seen.left else WAITING[:1]
        return _paragraphs((*first, *WAITING[1:]), room)
    lines: list[Content] = []
    if not seen.playing:
        lines += [Content.styled(one.plain, "$text-warning") for one in Content(CLOSED).wrap(room)]
        lines.append(Content(""))
    told = [list(_note(note, room)) for note in notes_for(seen.play)]
    fits = len(lines) + sum(len(note) + 1 for note in told) - 1 <= height
    between = [Content("")] if fits else []
    for note in told:
        lines += [*note, *between]
    return lines[:-1] if fits else lines


def _paragraphs(texts: tuple[str, ...], width: int) -> list[Content]:
    lines: list[Content] = []
    for text in texts:
        lines += [*Content(text).wrap(max(10, width)), Content("")]
    return lines[:-1]


def _note(note: Note, width: int) -> Iterator[Content]:
    heading = Content.styled(note.heading, "bold $text-accent")
    beside = width >= LEAST_BESIDE and heading.cell_length < LABEL
    indent = LABEL if beside else 2
    if not beside:
        yield heading
    for place, text in enumerate(note.lines):
        for number, line in enumerate(Content(text).wrap(max(10, width - indent))):
            first = beside and place == 0 and number == 0
            before = heading.truncate(indent, pad=True) if first else Content(" " * indent)
            yield before + line


def _apart(left: Content, right: str, width: int) -> Content:
    gap = width - left.cell_length - len(right)
    if gap < 1:
        left = left.truncate(max(0, width - len(right) - 1), ellipsis=True)
        gap = max(1, width - left.cell_length - len(right))
    return left + Content(" " * gap) + Content.styled(right, "bold $text-accent")
