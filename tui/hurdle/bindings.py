"""The keys of the wizard."""

from textual.binding import Binding, BindingType

BINDINGS: list[BindingType] = [
    Binding("tab", "next", "next", id="hurdle.next", tooltip="Keep this answer and go on"),
    Binding(
        "enter", "go", "go on", show=False, id="hurdle.enter", tooltip="Keep this answer and go on"
    ),
    Binding(
        "ctrl+s",
        "keep_answer",
        "keep",
        show=False,
        id="hurdle.keep-answer",
        tooltip="Keep this answer from any field, and go on",
    ),
    Binding(
        "escape",
        "back",
        "back, nothing is lost",
        key_display="esc",
        id="hurdle.back",
        tooltip="Out of the field, then one question back, from the first one home",
    ),
    Binding(
        "escape",
        "back_alone",
        "back",
        key_display="esc",
        id="hurdle.back-alone",
        tooltip="Out of the field, then one question back; nothing is kept",
    ),
    Binding("e", "edit", "write on", id="hurdle.edit", tooltip="Back into the field"),
    Binding(
        "d",
        "deeper",
        "deeper",
        show=False,
        id="hurdle.deeper",
        tooltip="More questions on this step; afterwards you are back here",
    ),
    Binding(
        "a",
        "ask_outside",
        "ask someone outside now",
        id="hurdle.outside",
        tooltip="Go to step 3 at once",
    ),
    Binding(
        "question_mark",
        "why",
        "why this",
        key_display="?",
        id="hurdle.why",
        tooltip="Why this is asked, and the keys that work here",
    ),
    Binding(
        "minus",
        "strike",
        "leave a fact out",
        key_display="-",
        show=False,
        id="hurdle.strike",
        tooltip="Leave the first recorded fact out of this hurdle",
    ),
    Binding(
        "ctrl+q",
        "quit_alone",
        "leave",
        show=False,
        priority=True,
        id="hurdle.quit-alone",
        tooltip="Leave at once; nothing is kept",
    ),
    Binding("u", "undo", "undo", show=False, id="hurdle.undo", tooltip="Take the last answer back"),
    Binding("U", "redo", "redo", show=False, id="hurdle.redo", tooltip="Do it again"),
]
