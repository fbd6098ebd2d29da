"""What an agenda says: beats with minutes, and under each the lines from the record."""

from dataclasses import dataclass, replace

from coaching.moments import Wall
from coaching.record.checkin import Kind


@dataclass(frozen=True, slots=True)
class Line:
    """A line under a beat. `id` is "promise:…", "item:…", "question:…" and so on.

    `private` marks words that only the user reads.
    """

    id: str
    words: str
    private: bool = False


@dataclass(frozen=True, slots=True)
class BeatLines:
    """One beat of the agenda, in its place, with its lines."""

    id: str
    name: str
    minutes: int
    lines: tuple[Line, ...]

    def without(self, dropped: frozenset[str]) -> "BeatLines":
        """The beat without lines that were taken off."""
        return replace(self, lines=tuple(one for one in self.lines if one.id not in dropped))


@dataclass(frozen=True, slots=True)
class Agenda:
    """The agenda of one check-in. `wall` is None where no date is agreed.

    `question` and `habit` are ids of the content that the user is about to use; keep them on the
    check-in once it is held, so that neither comes again soon.
    """

    kind: Kind
    name: str
    purpose: str
    wall: Wall | None
    beats: tuple[BeatLines, ...]
    question: str
    habit: str
    habit_words: str
    before: tuple[str, ...]

    @property
    def minutes(self) -> int:
        """How long it takes in all."""
        return sum(beat.minutes for beat in self.beats)
