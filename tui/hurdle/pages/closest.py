"""The page that asks which hurdle comes closest: candidates with reasons, and two whole results."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.containers import Horizontal

from tui.hurdle.pages.base import accounts, recap
from tui.hurdle.pages.choices import SHOW_ALL, ChoicePage, Option
from tui.widgets.rows import Column

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual.app import ComposeResult

    from coaching.guide import KnownHurdle
    from coaching.hurdle.source import Candidate

SPEAK_OF_THEMSELVES = frozenset({"repairable_with_care", "hard"})
LEAST = 2
BESIDE = 66


class ClosestPage(ChoicePage):
    """Up to three candidates, with reasons; none of these and not sure are whole results."""

    COLUMNS = (*ChoicePage.COLUMNS, Column("", 20, drop=1, style="$text-muted"))

    def compose(self) -> ComposeResult:
        """Both accounts side by side where both were written, then as every choice."""
        if not self.session.answers.their_account:
            yield from super().compose()
            return
        yield from self.head(recap(self.session))
        with Horizontal(classes="accounts recap"):
            yield from accounts(self.session, BESIDE)
        yield from self.widgets()

    def options(self) -> Sequence[Option]:
        """Candidates first; every hurdle where the user asked for all."""
        found = [self._candidate(one) for one in self.session.source.candidates()]
        others = super().options()
        if found and self.session.answers.area != SHOW_ALL:
            return [*found, *others]
        shown = {option.value for option in found}
        rest = [self._plain(one) for one in self.session.content.hurdles if one.id not in shown]
        return [*found, *rest, *(option for option in others if option.value != SHOW_ALL)]

    def fields_for(self, value: str) -> Mapping[str, Any]:
        """Showing all 18 is no answer yet."""
        if value == SHOW_ALL:
            return {"area": SHOW_ALL, "closest": ""}
        return {"closest": value}

    def _candidate(self, one: Candidate) -> Option:
        words = self.session.content.wizard
        aside, known = words.closeness[one.closeness], one.known
        below = self.session.say(known.ask_first) if one.closeness else known.line
        if one.closeness == LEAST and one.reasons_against:
            aside, below = words.less_likely_because, one.reasons_against[0]
        elif one.closeness < LEAST and one.reasons_for:
            below = one.reasons_for[0]
        more = (reason for reason in one.reasons_for if reason != below)
        lines = [_touches(known), *more, *self._of_its_kind(known)]
        if one.reasons_against and below not in one.reasons_against:
            lines.append(f"{words.speaks_against} {one.reasons_against[0]}")
        return Option(known.id, known.name, aside, below, "\n".join(lines))

    def _plain(self, known: KnownHurdle) -> Option:
        lines = (f"{known.line} {_touches(known)}", *self._of_its_kind(known))
        return Option(known.id, known.name, explain="\n".join(lines))

    def _of_its_kind(self, known: KnownHurdle) -> tuple[str, ...]:
        """A third person at once, or no promise of the way back, where the kind asks for it."""
        if known.kind not in SPEAK_OF_THEMSELVES:
            return ()
        return tuple(map(self.session.say, self.session.content.wizard.kind_lines(known.kind)))


def _touches(known: KnownHurdle) -> str:
    return f"What it touches: {known.touched()}."
