"""The keys of the player; those of a clicker, page up and page down, are among them."""

from textual.binding import Binding, BindingType

BINDINGS: list[BindingType] = [
    Binding("enter", "keep_hands", "keep", id="play.keep", tooltip="Keep the hands typed, and on"),
    Binding("enter", "take", "take it", id="play.take", tooltip="Take the choice marked"),
    Binding(
        "space,right,pagedown,enter",
        "on",
        "on",
        key_display="space",
        id="play.on",
        tooltip="On: the next page",
    ),
    Binding(
        "space,right,pagedown,enter",
        "how_to_take",
        "take one",
        key_display="number, enter",
        id="play.how-to-take",
        tooltip="On the shown hands: says how one is taken",
    ),
    Binding(
        "left,pageup",
        "back",
        "back",
        key_display="left",
        id="play.back",
        tooltip="Back, as far as you like; the way stays",
    ),
    Binding(
        "up", "mark(-1)", "up", show=False, id="play.up", tooltip="The choice above, or a line up"
    ),
    Binding(
        "down",
        "mark(1)",
        "down",
        show=False,
        id="play.down",
        tooltip="The choice below, or a line down",
    ),
    Binding(
        "backspace",
        "wipe",
        "wipe",
        show=False,
        id="play.wipe",
        tooltip="Take the last typed number away",
    ),
    Binding(
        "v",
        "vote_again",
        "vote again",
        show=False,
        id="play.vote-again",
        tooltip="Twice: vote again here; hands already shown stay in the transcript",
    ),
    Binding(
        "b",
        "parts",
        "go to a part",
        show=False,
        id="play.parts",
        tooltip="Go to a part the room has seen, or to an earlier choice; hands are counted anew",
    ),
    Binding(
        "t",
        "timer",
        "timer",
        show=False,
        id="play.timer",
        tooltip="Two minutes on the page, in a role-play those of the plan; t again stops them",
    ),
    Binding(
        "plus",
        "longer",
        "longer",
        key_display="+",
        show=False,
        id="play.longer",
        tooltip="One minute more",
    ),
    Binding(
        "n",
        "note",
        "note",
        show=False,
        id="play.note",
        tooltip="A line of your own for the transcript",
    ),
    Binding(
        "o",
        "records",
        "records",
        show=False,
        id="play.records",
        tooltip="Open the records of the people in this case; asks first",
    ),
    Binding(
        "w",
        "papers",
        "papers",
        show=False,
        id="play.papers",
        tooltip="Write the transcript and the hand-out",
    ),
    Binding(
        "escape",
        "stay",
        "stay",
        show=False,
        id="play.stay",
        tooltip="Wipe what is typed; else nothing, the page stays",
    ),
]

ONE_FIELD: list[BindingType] = [
    Binding("enter", "next", "save", id="form.next", tooltip="Save"),
    Binding("ctrl+s", "save", "save", show=False, id="form.save", tooltip="Save now"),
]
"""The keys of a form with one field, where enter saves."""

APP_BINDINGS: list[BindingType] = [
    Binding("question_mark", "help", "help", key_display="?", id="app.help", tooltip="All keys"),
    Binding(
        "ctrl+q",
        "quit",
        "leave",
        show=False,
        priority=True,
        id="app.quit",
        tooltip="Leave at once; the play is kept",
    ),
    Binding(
        "ctrl+c",
        "leave_on_second",
        "leave",
        show=False,
        priority=True,
        id="app.leave",
        tooltip="Twice leaves too",
    ),
]
