"""A hurdle worked through alone leaves nothing on the disk, however Troth ends."""

import signal
from pathlib import Path

import pytest

from tests.terminal.place import Place
from tests.terminal.terminal import Terminal

pytestmark = pytest.mark.pty
MARKER = "zebrafinch"
LONG = pytest.mark.torture
FIRST = 4
STEPS: tuple[tuple[str, tuple[str, ...], bool], ...] = (
    ("Nothing is kept, unless you ask for it.", ("1",), False),
    ("Does any of this apply", ("i",), False),
    ("What happened?", ("tab",), True),
    ("What did it do?", ("tab",), True),
    ("Which of these is nearest?", ("a",), False),
    ("Who outside the two of you could help?", ("d",), False),
    ("How far outside?", ("6", "enter", "enter"), False),
    ("What would they need to know?", ("tab",) * 7, True),
    ("How much do you want to tell?", ("2", "tab"), False),
    ("A message to ask for a talk", ("tab",), True),
    ("What came of it?", ("5", "tab", "tab"), False),
    ("Who outside the two of you could help?", ("1",), False),
    ("Your first sentence to them", ("tab",), True),
    ("A plan for a hurdle", ("x",), False),
    ("Not going on as before", ("end", "enter"), False),
    ("Thanks, for one thing in particular", (), True),
)
"""What is on screen, the keys that lead on, and whether the marker is typed before them."""


def walk(terminal: Terminal, steps: int) -> None:
    """Go through the first steps, and write the marker wherever there is a field."""
    for text, keys, types in STEPS[:steps]:
        terminal.wait_for(text)
        if types:
            terminal.type(MARKER)
            terminal.wait_for(MARKER)
        terminal.press(*keys)


def alone(place: Place) -> Terminal:
    """`troth hurdle` without a name, with a place of its own for temporary files."""
    temporary = place.folder / "tmp"
    temporary.mkdir(exist_ok=True)
    return place.open("hurdle", size=(100, 50), TMPDIR=str(temporary))


def left_behind(place: Place) -> list[Path]:
    """Every file in home, in the folders of records and settings, and in the temporary one."""
    return [path for path in place.folder.rglob("*") if not path.is_dir()]


EVERY_STEP = [pytest.param(n, marks=() if n == FIRST else LONG) for n in range(1, len(STEPS) + 1)]


@pytest.mark.parametrize("steps", EVERY_STEP)
def test_after_a_kill_at_any_step_nothing_of_it_is_on_the_disk(place: Place, steps: int) -> None:
    with alone(place) as terminal:
        walk(terminal, steps)
        terminal.wait_for(STEPS[min(steps, len(STEPS) - 1)][0])
        terminal.kill(signal.SIGKILL)
    assert left_behind(place) == []


def test_leaving_asks_once_and_keeps_nothing(place: Place) -> None:
    with alone(place) as terminal:
        walk(terminal, 3)
        terminal.wait_for("What did it do?")
        terminal.type(MARKER)
        terminal.press("ctrl+q")
        terminal.wait_exit()
        assert terminal.not_given_back() == set()
    assert left_behind(place) == []
