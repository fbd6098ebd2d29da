"""A page of the wizard on plain lines: exactly what leaves, and a file to write it to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.plain.form import Given, Part, fill_in
from tui.plain.question import joined, short_text

if TYPE_CHECKING:
    from coaching.guide.wizard import PlanWords
    from coaching.hurdle.plan import PlanSheet
    from coaching.hurdle.sections import Section
    from tui.hurdle.session import HurdleSession
    from tui.plain.desk import Desk

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
    if len(section.lines) == 1 or section.heading in (words.closest, words.who):
        return [joined(f"{section.heading}: {section.lines[0]}", *section.lines[1:])]
    listed = (f"{number}. {line}" for number, line in enumerate(section.lines, 1))
    return [f"{section.heading}:", *listed]


def left_out(page: PlanSheet) -> str:
    """What a page leaves out, in a sentence."""
    return joined(
        f"{page.left_out_heading}: {', '.join(dict.fromkeys(page.left_out)) or 'nothing'}"
    )


def write_page(desk: Desk, session: HurdleSession, page: PlanSheet) -> None:
    """Ask where the page shall go, and write it there. `Back` where it shall not."""
    path = f"~/plan-{session.today:%Y-%m-%d}.md"
    question = short_text("Where shall it be written?", proposal=path).telling(UNDER)

    def deed(given: Given) -> None:
        written = desk.world.write_page(given["to"], page.as_markdown())
        desk.say(f"Written to {written}.")

    fill_in(desk.prompt, "Write it to a file", [Part("to", lambda _: question)], deed)
