"""What the deeper answers of Source come to beside the kind that was chosen on the short way.

House rule, not research: the kind is never changed without the user's choice; where the answers
speak otherwise, that is said with the user's own answers as reasons, and both stand beside it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from coaching.guide import Content, KnownHurdle, fill
from coaching.hurdle.source import nearest, reasons, told_by
from coaching.record.hurdle import Hurdle

CHOSE = "You chose"
NOW = "Looks most like"
AGAINST = "Speaks against it:"
CHOICE = "Keep what you chose, or change it. Nothing changes by itself."


@dataclass(frozen=True, slots=True)
class Weighed:
    """The chosen kind, what speaks against it, and the kind that is nearer now, with its reasons.

    `nearer` is None where the chosen kind is still the nearest.
    """

    chosen: KnownHurdle
    against: tuple[str, ...]
    nearer: KnownHurdle | None
    reasons: tuple[str, ...]

    def lines(self) -> Iterator[str]:
        """What is said before the user keeps the kind or changes it."""
        if self.nearer is not None:
            because = " ".join(self.reasons[:1])
            yield f"{NOW} “{self.nearer.name}” now. {because}".rstrip()
        if self.against:
            yield f"{CHOSE} “{self.chosen.name}”. {AGAINST} {self.against[0]}"
        else:
            yield f"{CHOSE} “{self.chosen.name}”."
        yield CHOICE


def weighed(hurdle: Hurdle, content: Content, name: str) -> Weighed | None:
    """Where the answers speak otherwise than the chosen kind; None where they do not."""
    chosen, told = content.hurdle(hurdle.closest), told_by(hurdle)
    if chosen is None or not told.deeper:
        return None
    nearer = nearest(content, told, chosen)
    against = tuple(fill(one, name=name) for one in reasons(content, told, chosen, -1))
    if nearer is None and not against:
        return None
    found = reasons(content, told, nearer) if nearer is not None else ()
    return Weighed(chosen, against, nearer, tuple(fill(one, name=name) for one in found))
