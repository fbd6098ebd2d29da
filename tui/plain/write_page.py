"""A page of the wizard on plain lines: exactly what leaves, and a file to write it to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from coaching.say import say_count
from tui.plain.form import Given, Part, fill_in
from tui.plain.question import Question, joined, short_text

if TYPE_CHECKING:
    from coaching.guide.wizard import PlanWords
    from coaching.hurdle.plan import PlanSheet
    from coaching.hurdle.sections import Section
    from tui.hurdle.session import HurdleSession
    from tui.plain.desk import Desk

T = TypeVar("T")

UNDER = "A new file, readable only by your account; never over another."


def page_lines(page: PlanSheet, words: PlanWords) -> list[str]:
    """A page as lines: each part begins with its heading; the user's own words are quoted."""
    parts = (line for section in page.sections for line in section_lines(section, words))
    return [joined(page.title), *parts, page.closing]


def section_lines(section: Section, words: PlanWords) -> list[str]:
    """One part of a page as lines."""
    if section.own_words:
        quoted = f"“{' '.join(section.lines)}” {section.aside}".rstrip()
        return [joined(f"{section.heading}: {quoted}")]
    if len(section.lines) == 1 and _names_itself(section):
        return [joined(section.lines[0])]
    if len(section.lines) == 1 or section.heading in (words.closest, words.who):
        return [joined(f"{section.heading}: {section.lines[0]}", *section.lines[1:])]
    listed = (f"{number}. {line}" for number, line in enumerate(section.lines, 1))
    return [f"{section.heading}:", *listed]


def _names_itself(section: Section) -> bool:
    """Whether its one line begins as its heading does, so that one of the two is enough."""
    begins = section.lines[0].partition(":")[0].casefold()
    return begins == section.heading.partition(",")[0].casefold()


@dataclass(frozen=True)
class LeftOut:
    """What a page leaves out: how much, in a sentence, and on the word more what it is."""

    count: str
    named: tuple[str, ...] = ()

    def told_with(self, question: Question[T]) -> Question[T]:
        """The question, with the count told before its own lines, and the rest on more."""
        return question.telling(self.count).going_further(*self.named)


def left_out(page: PlanSheet) -> LeftOut:
    """What a page leaves out; a single thing is named at once."""
    found = tuple(dict.fromkeys(page.left_out))
    if len(found) <= 1:
        return LeftOut(joined(f"{page.left_out_heading}: {''.join(found) or 'nothing'}"))
    count = say_count(len(found), "part")
    named = (f"{one[:1].upper()}{one[1:]}." for one in found)
    return LeftOut(f"{page.left_out_heading}: {count}. Type more to hear which.", tuple(named))


def write_page(
    desk: Desk, session: HurdleSession, page: PlanSheet, without: LeftOut | None = None
) -> None:
    """Ask where the page shall go, and write it there. `Back` where it shall not.

    `without` is told with the question.
    """
    path = f"~/plan-{session.today:%Y-%m-%d}.md"
    question = short_text("Where shall it be written?", proposal=path).telling(UNDER)
    question = without.told_with(question) if without else question

    def deed(given: Given) -> None:
        written = desk.world.write_page(given["to"], page.as_markdown())
        desk.say(f"Written to {written}.")

    fill_in(desk.prompt, "Write it to a file", [Part("to", lambda _: question)], deed)
