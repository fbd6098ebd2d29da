"""The keys of a list drawn line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding

if TYPE_CHECKING:
    from textual.binding import BindingType

ROWS_KEYS: list[BindingType] = [
    Binding("up,k", "move(-1)", "up", show=False, id="rows.up", tooltip="One line up"),
    Binding("down,j", "move(1)", "down", show=False, id="rows.down", tooltip="One line down"),
    Binding("pageup", "page(-1)", "page up", show=False, id="rows.page-up", tooltip="A page up"),
    Binding(
        "pagedown",
        "page(1)",
        "page down",
        show=False,
        id="rows.page-down",
        tooltip="A page down",
    ),
    Binding(
        "ctrl+u", "half(-1)", "half up", show=False, id="rows.half-up", tooltip="Half a page up"
    ),
    Binding(
        "ctrl+d",
        "half(1)",
        "half down",
        show=False,
        id="rows.half-down",
        tooltip="Half a page down",
    ),
    Binding(
        "home,less_than_sign",
        "move(-1000000)",
        "first",
        show=False,
        id="rows.first",
        tooltip="First",
    ),
    Binding(
        "end,greater_than_sign",
        "move(1000000)",
        "last",
        show=False,
        id="rows.last",
        tooltip="Last",
    ),
    Binding(
        "ampersand",
        "narrow",
        "filter",
        key_display="&",
        show=False,
        id="rows.narrow",
        tooltip="Filter: only the lines with some words",
    ),
    Binding(
        "slash",
        "narrow_here",
        "filter",
        key_display="/",
        show=False,
        id="rows.narrow-here",
        tooltip="Filter: only the lines with some words",
    ),
    Binding("enter", "choose", "open", show=False, id="rows.open", tooltip="Open this line"),
]
