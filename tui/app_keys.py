"""The keys that work everywhere."""

from textual.binding import Binding, BindingType

BINDINGS: list[BindingType] = [
    Binding("u", "undo", "undo", id="app.undo", tooltip="Take the last change back"),
    Binding("U", "redo", "redo", show=False, id="app.redo", tooltip="Do it again"),
    Binding(
        "question_mark",
        "keys",
        "all keys",
        key_display="?",
        id="app.keys",
        tooltip="Every key that works here",
    ),
    Binding("L", "lock", "lock", show=False, id="app.lock", tooltip="Lock your sealed records"),
    Binding(
        "ctrl+q",
        "quit",
        "leave",
        show=False,
        priority=True,
        id="app.leave",
        tooltip="Leave at once; nothing is lost",
    ),
    Binding(
        "ctrl+p",
        "command_palette",
        "commands",
        show=False,
        priority=True,
        id="app.commands",
        tooltip="Every deed by its words",
    ),
    Binding(
        "colon",
        "command_palette",
        "commands",
        key_display=":",
        show=False,
        id="app.colon",
        tooltip="Every deed by its words",
    ),
    Binding(
        "ctrl+c",
        "copy_or_leave",
        "copy",
        show=False,
        system=True,
        priority=True,
        id="app.copy",
        tooltip="Copy what is selected; twice within a second: leave",
    ),
    Binding(
        "ctrl+z",
        "suspend_process",
        "suspend",
        show=False,
        id="app.suspend",
        tooltip="Back to the shell for a moment; fg returns",
    ),
]
