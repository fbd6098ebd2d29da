"""The keys of a person's page that are no deed: tabs, notices, pausing, deleting, going back."""

from textual.binding import Binding, BindingType

from tui.relationship.tabs import TABS

POINTED_BINDINGS: list[BindingType] = [
    Binding(
        "m",
        "hide",
        "hide until",
        id="person.hide",
        tooltip="Hide a notice until a date, or show it again",
    ),
]
"""Possible only on some lines; the key line names them first."""

PAGE_BINDINGS: list[BindingType] = [
    Binding(
        "n", "next_notice", "next notice", id="person.next", tooltip="The next thing worth a look"
    ),
    Binding(
        "i",
        "explain",
        "why",
        id="person.explain",
        tooltip="What this line looks at, and what it cannot tell",
    ),
    Binding(
        "z",
        "pause",
        "pause or go on",
        show=False,
        id="person.pause",
        tooltip="Set the relationship aside for a while, or take it up again",
    ),
    Binding(
        "D",
        "delete",
        "delete",
        show=False,
        id="person.delete",
        tooltip="Delete the relationship and everything recorded about it",
    ),
    *(
        Binding(
            tab.key,
            f"tab('{tab.id}')",
            tab.title,
            show=False,
            id=f"person.tab-{tab.id}",
            tooltip=f"Show: {tab.title}",
        )
        for tab in TABS
    ),
    Binding(
        "F",
        "filter",
        "filter",
        show=False,
        id="person.filter",
        tooltip="Filter the timeline: some kinds, a time, what is still open",
    ),
    Binding(
        "slash",
        "find",
        "find",
        show=False,
        id="person.find",
        tooltip="Find: in these records first, then everywhere",
    ),
    Binding("left", "step(-1)", "tab", show=False, id="person.left", tooltip="The tab before"),
    Binding("right", "step(1)", "tab", show=False, id="person.right", tooltip="The next tab"),
    Binding(
        "escape",
        "back",
        "back",
        key_display="esc",
        id="person.back",
        tooltip="Back to where you came from",
    ),
]
