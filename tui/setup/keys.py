"""Every key that works where the user was, in plain words, and no other."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen

from tui.guide.card import Card
from tui.widgets.keyline import key_says

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.binding import ActiveBinding
    from textual.dom import DOMNode


HERE, SCREEN, EVERYWHERE = "Where you are", "This screen", "Everywhere"
TEXTUALS_OWN_EVERYWHERE = {
    "app.focus_next": "To the next part or field",
    "app.focus_previous": "To the part or field before",
}
SCROLLING = {
    "scroll_up": "A line up",
    "scroll_down": "A line down",
    "page_up": "A page up",
    "page_down": "A page down",
    "scroll_home": "To the beginning",
    "scroll_end": "To the end",
}
IN_A_TEXT = {
    "cursor_left_word": "A word back",
    "cursor_right_word": "A word on",
    "cursor_word_left": "A word back",
    "cursor_word_right": "A word on",
    "home": "To the start of the line",
    "end": "To the end of the line",
    "cursor_line_start": "To the start of the line",
    "cursor_line_end": "To the end of the line",
    "delete_left_word": "Delete the word before",
    "delete_word_left": "Delete the word before",
    "delete_left_all": "Delete all before, on this line",
    "delete_to_start_of_line": "Delete all before, on this line",
    "cut": "Cut what is selected",
    "copy": "Copy what is selected",
    "paste": "Paste",
    "undo": "Take the last typing back",
    "redo": "Type it again",
}
"""Keys that Textual brings, in our words. What stands in no table is left out: plain arrows and
letters in a text, selecting with shift, scrolling sideways."""


@dataclass
class Entry:
    """One deed and the keys that do it."""

    words: str
    keys: list[str] = field(default_factory=list)


Groups = dict[str, list[Entry]]


def keys_of(screen: Screen[object]) -> Groups:
    """The deeds possible on this screen now, by where their keys work."""
    found: dict[tuple[str, str], Entry] = {}
    for active in _possible(screen):
        group, words = _group(screen, active.node), _words(active)
        if words is None:
            continue
        if not _is_ours(active.binding) and active.binding.action in TEXTUALS_OWN_EVERYWHERE:
            group = EVERYWHERE
        key = _key(screen, active.binding)
        entry = found.setdefault((group, words), Entry(words))
        if key not in entry.keys:
            entry.keys.append(key)
    groups: Groups = {HERE: [], SCREEN: [], EVERYWHERE: []}
    for (group, _), entry in found.items():
        groups[group].append(entry)
    return {name: entries for name, entries in groups.items() if entries}


def _key(screen: Screen[object], binding: Binding) -> str:
    """A number is named by itself here, though the last line may name several as one."""
    return binding.key if binding.key.isdigit() else key_says(screen.app, binding)


def _possible(screen: Screen[object]) -> Iterable[ActiveBinding]:
    """What works here, with the few keys that come first everywhere and reach through a dialog."""
    here = {key: one for key, one in screen.active_bindings.items() if one.enabled}
    home = screen.app.screen_stack[0].active_bindings
    first = {key: one for key, one in home.items() if one.binding.priority}
    own = {
        key: one
        for key, one in here.items()
        if key not in first or (one.node is screen and one.binding.id)
    }
    return (here | first | own).values()


def _group(screen: Screen[object], node: DOMNode) -> str:
    if node is screen.app:
        return EVERYWHERE
    return SCREEN if node is screen else HERE


def _words(active: ActiveBinding) -> str | None:
    binding = active.binding
    if _is_ours(binding):
        return binding.tooltip or binding.description
    if binding.action in SCROLLING:
        return SCROLLING[binding.action] if getattr(active.node, "max_scroll_y", 0) else None
    return TEXTUALS_OWN_EVERYWHERE.get(binding.action) or IN_A_TEXT.get(binding.action)


def _is_ours(binding: Binding) -> bool:
    return binding.id is not None


def key_lines(groups: Groups, width: int) -> list[Content]:
    """The deeds under their headings, keys in a column of their own."""
    entries = [entry for group in groups.values() for entry in group]
    column = min(max(len(_keys(entry)) for entry in entries), width // 3) + 2 if entries else 0
    lines: list[Content] = []
    for name, group in groups.items():
        lines += [Content(""), Content.styled(name, "bold")] if lines else [_bold(name)]
        for entry in group:
            lines += _entry_lines(entry, column, width)
    return lines


def _bold(text: str) -> Content:
    return Content.styled(text, "bold")


def _entry_lines(entry: Entry, column: int, width: int) -> Iterable[Content]:
    keys = Content.styled(_keys(entry), "bold $text-accent").truncate(column, pad=True)
    first, *rest = Content(entry.words).wrap(max(10, width - column))
    return [keys + first, *(Content(" " * column) + line for line in rest)]


def _keys(entry: Entry) -> str:
    return " ".join(entry.keys)


class KeysScreen(Card[None]):
    """The keys of the screen below; it is asked before this one covers it."""

    HEADING: ClassVar[str] = "Keys that work here"
    DEFAULT_CSS = "KeysScreen > Vertical { width: 72; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape,question_mark",
            "close",
            "back",
            key_display="esc",
            id="keys.close",
            tooltip="Back to where you were",
        ),
    ]

    def __init__(self, screen: Screen[object]) -> None:
        """The keys that work on this screen, with its focus as it is now."""
        super().__init__()
        self.groups = keys_of(screen)

    def heading(self) -> str:
        """What these keys are."""
        return self.HEADING

    def lines(self, width: int) -> list[Content]:
        """What is shown, for a width in cells."""
        return key_lines(self.groups, width)

    def action_close(self) -> None:
        """Back."""
        self.dismiss(None)
