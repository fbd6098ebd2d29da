"""What of a plan was heard already, so that after a change only what is new is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.plain.question import joined
from tui.plain.write_page import page_lines, section_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coaching.guide.wizard import PlanWords
    from coaching.hurdle.plan import PlanSheet

CHANGED = "Changed in the plan:"
AS_IT_WAS = "The plan is as you heard it."
WHOLE = "To hear it whole, type plan."


class PlanTold:
    """One plan as it is told in a sitting: whole the first time, later what is not as it was."""

    def __init__(self) -> None:
        self._heard: dict[str, tuple[str, ...]] = {}

    def whole(self, page: PlanSheet, words: PlanWords) -> list[str]:
        """Every part under its heading."""
        self._heard = _parts(page, words)
        return page_lines(page, words)

    def news(self, page: PlanSheet, words: PlanWords) -> list[str]:
        """What is new or not there any more; the whole plan where it was not heard yet."""
        if not self._heard:
            return self.whole(page, words)
        before, self._heard = self._heard, _parts(page, words)
        return [*_news(before, self._heard), WHOLE]


def _news(before: dict[str, tuple[str, ...]], now: dict[str, tuple[str, ...]]) -> Iterator[str]:
    new = [part for heading, part in now.items() if before.get(heading) != part]
    gone = [heading for heading in before if heading not in now]
    yield CHANGED if new or gone else AS_IT_WAS
    for part in new:
        yield from part
    for heading in gone:
        yield joined(f"No longer in it: {heading}")


def _parts(page: PlanSheet, words: PlanWords) -> dict[str, tuple[str, ...]]:
    return {one.heading: tuple(section_lines(one, words)) for one in page.sections}
