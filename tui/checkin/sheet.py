"""An agenda as lines on screen: broken at the width, each with the key of what it is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content

from coaching.agenda.build import agenda_of
from coaching.thresholds import DEFAULTS, Thresholds
from tui.widgets.row_lines import GAP
from tui.widgets.rows import Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

    from coaching.agenda.says import Agenda, BeatLines, Line
    from coaching.guide.content import Content as Guide
    from coaching.record.checkin import Checkin, Kind
    from coaching.record.workbook import Workbook

LABEL = 7
"""Cells of the first column: minutes, or what a line is."""
SCROLLBAR = 1
LEAST = 20
ONLY_ME = " (only me)"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: its key, its label, its words, and how it looks."""

    key: str
    label: str
    words: str
    style: str = ""
    indent: int = 0


@dataclass(frozen=True, slots=True)
class AgendaSheet:
    """An agenda with what was taken off it. `whole` is the agenda with everything on it."""

    agenda: Agenda
    whole: Agenda

    @property
    def dropped(self) -> tuple[tuple[str, str], ...]:
        """What was taken off: id and words, in its place."""
        kept = {beat.id: {line.id for line in beat.lines} for beat in self.agenda.beats}
        return tuple(
            pair
            for beat in self.whole.beats
            for pair in (_lost(beat, kept[beat.id]) if beat.id in kept else [(beat.id, beat.name)])
        )

    def beat_of(self, key: str) -> str:
        """The beat that a line belongs to, or the beat itself; "" for another line."""
        for beat in self.agenda.beats:
            if key in (beat.id, *(line.id for line in beat.lines)):
                return beat.id
        return ""

    def line(self, key: str) -> Line | None:
        """A line of a beat."""
        every = (line for beat in self.agenda.beats for line in beat.lines)
        return next((line for line in every if line.id == key), None)

    def moved(self, beat_id: str, by: int) -> tuple[str, ...] | None:
        """All beats in order with this one moved past its neighbour; None at the end."""
        shown = [beat.id for beat in self.agenda.beats]
        place = shown.index(beat_id) + by
        if not 0 <= place < len(shown):
            return None
        order = [beat.id for beat in self.whole.beats if beat.id != beat_id]
        order.insert(order.index(shown[place]) + (by > 0), beat_id)
        return tuple(order)


def sheet_of(
    workbook: Workbook,
    checkin: Checkin | None,
    now: datetime,
    guide: Guide,
    *,
    kind: Kind | None = None,
    limits: Thresholds = DEFAULTS,
) -> AgendaSheet:
    """The agenda as it is, and as it would be with nothing taken off."""
    full = checkin.changed(agenda_dropped=()) if checkin else None
    return AgendaSheet(
        agenda_of(workbook, checkin, now, guide, kind=kind, limits=limits),
        agenda_of(workbook, full, now, guide, kind=kind, limits=limits),
    )


def beat_entries(beats: Iterable[BeatLines]) -> Iterator[Entry]:
    """Each beat with its minutes, its lines under it."""
    for beat in beats:
        yield Entry(beat.id, f"{beat.minutes} min", beat.name, "bold")
        for line in beat.lines:
            yield line_entry(line, indent=1)


def line_entry(line: Line, *, indent: int = 0) -> Entry:
    """A line of a beat."""
    return Entry(line.id, "", f"{line.words}{ONLY_ME if line.private else ''}", indent=indent)


def rows_of(entries: Sequence[Entry], width: int, *, labels: bool = True) -> list[Row]:
    """The entries in a list of this width, nothing cut; the first column has the labels."""
    label = LABEL + GAP if labels else 0
    room = max(LEAST, width - SCROLLBAR - 1 - label)
    return [_row(entry, room, label) for entry in entries]


def _row(entry: Entry, room: int, label: int) -> Row:
    lead = "· " if entry.indent else ""
    broken = Content(entry.words).wrap(room - len(lead)) or [Content("")]
    first, *others = [part.stylize(entry.style) if entry.style else part for part in broken]
    under = " " * (label + len(lead))
    words = Content(lead) + first
    return Row(
        entry.key,
        (entry.label, words) if label else (words,),
        tuple(Content(under) + other for other in others),
    )


def _lost(beat: BeatLines, kept: set[str]) -> list[tuple[str, str]]:
    return [(line.id, line.words) for line in beat.lines if line.id not in kept]
