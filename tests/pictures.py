"""Draws docs/pictures from the running program on the demo's records: `make pictures`.

Every picture is reached by pressing keys, at the demo's own moment, so that a second run on the
same program gives the same bytes.
"""

from __future__ import annotations

import asyncio
import sys
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual.widgets import Input, TextArea

from data.demo import fill
from data.demo_story import load_story
from data.memory_vault import MemoryVault
from tests.svg import picture
from tests.tui.app_for import app_for, seen, until

if TYPE_CHECKING:
    from tests.tui.app_for import HeardApp

FOLDER = Path(__file__).parent.parent / "docs" / "pictures"
SMALL, LARGE = (80, 24), (120, 36)
DEMO_MARK = "demo"


@dataclass(frozen=True)
class Picture:
    """A picture: its file, what it shows in words, its size, and the way to it.

    Each step is the keys to press, and the words on screen that say that they had their effect.
    """

    name: str
    label: str
    steps: tuple[tuple[str, str], ...]
    size: tuple[int, int] = SMALL
    is_demo: bool = True


PICTURES = (
    Picture(
        "first-start",
        "The first start asks what brings the user here, with four answers",
        (("", "What brings you here?"),),
        is_demo=False,
    ),
    Picture(
        "home-empty",
        "Home before anyone is in it; each empty pane names the key to press next",
        (("", "What brings you here?"), ("escape", "Nobody here yet")),
        is_demo=False,
    ),
    Picture(
        "home",
        "Home: one next step, active relationships, upcoming check-ins, trust hurdles",
        (("", "Next step"), ("1", "Ben Lindqvist")),
    ),
    Picture(
        "home-wide",
        "Home in a wide window: relationships and check-ins side by side",
        (("", "Next step"), ("1", "Ben Lindqvist")),
        LARGE,
    ),
    Picture(
        "hurdle-source",
        "The hurdle wizard, step 1: which kind of situation comes closest",
        (
            ("", "Next step"),
            ("3 enter", "Does any of this apply"),
            ("i", "Own it"),
            ("escape escape escape escape", "comes closest"),
        ),
    ),
    Picture(
        "hurdle-repair",
        "The hurdle wizard, step 2: words that own what happened",
        (("", "Next step"), ("3 enter", "Does any of this apply"), ("i", "Own it")),
    ),
    Picture(
        "check-in",
        "The dialog that logs a check-in: held, moved, missed or cancelled",
        (("", "Next step"), ("2 c", "Held as planned")),
    ),
    Picture(
        "guide",
        "The guide: seven chapters, and the page of the line under the cursor",
        (("", "Next step"), ("g 3", "Promises slip")),
    ),
)


def demo_app(one: Picture) -> HeardApp:
    """Troth on the demo's records at its moment, or on none."""
    story = load_story()
    vault = MemoryVault()
    if one.is_demo:
        fill(vault, story)
    app = app_for(vault, story.moment)
    app.world.mark = DEMO_MARK if one.is_demo else ""
    app.world.place = "" if one.is_demo else str(Path.home() / "troth")
    return app


async def draw(one: Picture) -> str:
    """Go the way to a picture and draw what is there."""
    app = demo_app(one)
    async with app.run_test(size=one.size) as pilot:
        for keys, words in one.steps:
            for key in keys.split():
                await pilot.press(key)
                await pilot.pause()
            await until(pilot, partial(_shows, app, words))
        await app.workers.wait_for_complete()
        _steady_cursors(app)
        await pilot.pause()
        return picture(app, one.label)


def _shows(app: HeardApp, words: str) -> bool:
    return words in seen(app)


def _steady_cursors(app: HeardApp) -> None:
    for editor in (*app.screen.query(Input), *app.screen.query(TextArea)):
        editor.cursor_blink = False


def main(names: list[str]) -> int:
    """Draw these pictures, or all of them."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for one in PICTURES:
        if not names or one.name in names:
            path = FOLDER / f"{one.name}.svg"
            path.write_text(asyncio.run(draw(one)), encoding="utf-8")
            print(path.relative_to(FOLDER.parent.parent))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
