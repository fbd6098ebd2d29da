"""All a facilitator needs who reads nothing else: how a case goes, and every key."""

from __future__ import annotations

from typing import ClassVar

from textual.content import Content

from tui.setup.keys import KeysScreen

HOW_IT_GOES = (
    "space turns the page. Read each page aloud, then wait.",
    (
        'At a choice: "Eyes closed. Hands up for 1." Type how many, then enter. What you type '
        "shows as dots only. After the last one, space shows all hands."
    ),
    (
        "Then ask for one voice for each choice. enter takes the choice with most hands; a "
        "number marks another one, enter takes it."
    ),
    (
        "t counts two minutes down for pairs, in a role-play the minutes of the plan. It ends when "
        "the page is turned."
    ),
    "What follows is a fact, not a verdict. Let the room react before you turn the page.",
    (
        "left goes back, as far as you like. b goes to an earlier choice: hands are counted anew, "
        "and another one can be taken. v twice votes again at the choice on the page. What was "
        "played before, and the hands that were shown, stay in the transcript."
    ),
    (
        "Your notes, what comes next and the time left: open a second terminal and type troth "
        "scenario notes. Nobody else needs to see it."
    ),
    (
        "At the end w writes the transcript and a hand-out. Troth names no one; your own notes "
        "stand as you wrote them."
    ),
    "ctrl+q leaves at once. troth scenario play --resume goes on from the page you left.",
)
INDENT = 2


def how_lines(width: int) -> list[Content]:
    """How a case goes, one paragraph for each step."""
    lines = [Content.styled("How a case goes", "bold")]
    for number, text in enumerate(HOW_IT_GOES, start=1):
        first, *rest = Content(text).wrap(max(10, width - INDENT - 1))
        lines.append(Content.styled(f"{number}  ", "bold $text-accent") + first)
        lines += [Content(" " * (INDENT + 1)) + line for line in rest]
    return [*lines, Content("")]


class HelpScreen(KeysScreen):
    """How a case goes, then the keys that work on this page."""

    HEADING: ClassVar[str] = "Playing a case"
    DEFAULT_CSS = "HelpScreen { background: $background; }"

    def lines(self, width: int) -> list[Content]:
        """First how it goes, then the keys."""
        return [*how_lines(width), *super().lines(width)]
