"""Draws docs/pictures from the running program on the demo's records: `make pictures`.

Every picture is reached by pressing keys, at the demo's own moment, so that a second run on the
same program gives the same bytes.
"""

from __future__ import annotations

import asyncio
import sys
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Literal

from textual.widgets import Input, TextArea

from data.demo import fill
from data.demo_story import load_story
from data.memory_vault import MemoryVault
from tests.svg import picture, pixels, side_by_side
from tests.tui.app_for import app_for, until
from tests.tui.player_for import TO_FIRST_CHOICE, begin, playing

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from textual.pilot import Pilot

    from tests.tui.app_for import HeardApp
    from tui.scenario.player import PlayerApp

    Shown = HeardApp | PlayerApp


FOLDER = Path(__file__).parent.parent / "docs" / "pictures"
PAGE = FOLDER.with_suffix(".md")
SMALL, MIDDLE, LARGE = SIZES = ((80, 24), (120, 36), (200, 60))
DEMO_MARK = "demo"
APART = 12
TO_HANDS = " ".join((*TO_FIRST_CHOICE, "space"))
HEAD = """\
# Pictures

Drawn from the running program by `make pictures`, on the demo's made-up people and at the demo's
own moment. Nothing here is drawn by hand. Where one picture holds three windows, they are 80x24,
120x36 and 200x60.
"""


@dataclass(frozen=True)
class Picture:
    """A picture: its file, what it shows in words, the way to it, and the sizes of its windows.

    Each step is the keys to press, and the words on screen that say that they had their effect.
    """

    name: str
    label: str
    steps: tuple[tuple[str, str], ...]
    sizes: tuple[tuple[int, int], ...] = (SMALL,)
    shows: Literal["demo", "nothing", "case"] = "demo"


PICTURES = (
    Picture(
        "first-start",
        "The first start asks what brings the user here, with four answers",
        (("", "What brings you here?"),),
        shows="nothing",
    ),
    Picture(
        "home-empty",
        "Home before anyone is in it; each empty pane names the key to press next",
        (("", "What brings you here?"), ("escape", "Nobody here yet")),
        shows="nothing",
    ),
    Picture(
        "home",
        "Home: one next step, active relationships, upcoming check-ins, trust hurdles",
        (("", "Next step"), ("1", "Ben Lindqvist")),
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
        "sizes-home",
        "Home in windows of three sizes",
        (("", "Next step"), ("1", "Ben Lindqvist")),
        SIZES,
    ),
    Picture(
        "sizes-person",
        "A person's page: ten strategies with their facts, and the timeline beside them",
        (("", "Next step"), ("1 enter", "A safe place to talk")),
        SIZES,
    ),
    Picture(
        "sizes-before",
        "Before a check-in: the agenda made from what is recorded",
        (("", "Next step"), ("1 down b", "Celebrate one thing")),
        SIZES,
    ),
    Picture(
        "sizes-during",
        "During a check-in: a calm page to glance at",
        (("", "Next step"), ("1 down d", "Notes can wait")),
        SIZES,
    ),
    Picture(
        "sizes-promise",
        "The dialog that records a promise, over home",
        (("", "Next step"), ("1 p", "Whose promise is it?")),
        SIZES,
    ),
    Picture(
        "sizes-guide",
        "The guide: a chapter of hurdles, and one page",
        (("", "Next step"), ("g 3", "Promises slip")),
        SIZES,
    ),
    Picture(
        "case-test",
        "A case before a room: the test page",
        (("", "Can the back row read this?"),),
        SIZES,
        "case",
    ),
    Picture(
        "case-scene",
        "A case before a room: a page of the scene",
        ((" ".join(["space"] * 7), "The third new time"),),
        SIZES,
        "case",
    ),
    Picture(
        "case-hands",
        "A case before a room: hands are counted, and not shown yet",
        ((TO_HANDS, "Hands up for 1."),),
        SIZES,
        "case",
    ),
    Picture(
        "case-reveal",
        "A case before a room: the hands, all at once",
        ((f"{TO_HANDS} 1 2 enter 4 enter 0 enter space", "12 hands"),),
        SIZES,
        "case",
    ),
)


@asynccontextmanager
async def running(one: Picture, size: tuple[int, int]) -> AsyncIterator[tuple[Shown, Pilot[Any]]]:
    """The program that a picture is taken of."""
    if one.shows == "case":
        with TemporaryDirectory(prefix="troth-pictures-") as folder:
            async with playing(begin(Path(folder)), size) as room:
                yield room.app, room.pilot
        return
    app = home_app(one)
    async with app.run_test(size=size) as pilot:
        yield app, pilot


def home_app(one: Picture) -> HeardApp:
    """Troth on the demo's records at its moment, or on none."""
    story = load_story()
    vault = MemoryVault()
    is_demo = one.shows == "demo"
    if is_demo:
        fill(vault, story)
    app = app_for(vault, story.moment)
    app.world.mark = DEMO_MARK if is_demo else ""
    app.world.place = "" if is_demo else str(Path.home() / "troth")
    return app


async def draw(one: Picture) -> str:
    """The windows of a picture: one as it is, several on one sheet."""
    windows = [await draw_window(one, size) for size in one.sizes]
    return windows[0] if len(windows) == 1 else on_a_sheet(windows, one.label)


async def draw_window(one: Picture, size: tuple[int, int]) -> str:
    """Go the way to a picture in a window of this size, and draw what is there."""
    async with running(one, size) as (app, pilot):
        for keys, words in one.steps:
            for key in keys.split():
                await pilot.press(key)
                await pilot.pause()
            await until(pilot, partial(_shows, app, words))
        await app.workers.wait_for_complete()
        _steady_cursors(app)
        await pilot.pause()
        return picture(app, one.label)


def on_a_sheet(windows: list[str], label: str) -> str:
    """The small and the middle window one under the other, the large one beside them."""
    below = pixels(SMALL)[1] + APART
    beside = pixels(MIDDLE)[0] + APART
    places = ((0, 0), (0, below), (beside, 0))
    return side_by_side([(x, y, one) for (x, y), one in zip(places, windows, strict=True)], label)


def page() -> str:
    """The page that shows the pictures."""
    shown = "\n".join(
        f"\n{one.label}.\n\n![{one.label}](pictures/{one.name}.svg)" for one in PICTURES
    )
    return f"{HEAD}{shown}\n"


def _shows(app: Shown, words: str) -> bool:
    strips = app.screen._compositor.render_strips()
    return words in "\n".join(strip.text.rstrip() for strip in strips)


def _steady_cursors(app: Shown) -> None:
    for editor in (*app.screen.query(Input), *app.screen.query(TextArea)):
        editor.cursor_blink = False


def main(names: list[str]) -> int:
    """Draw these pictures, or all of them, and write the page that shows them."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for one in PICTURES:
        if not names or one.name in names:
            path = FOLDER / f"{one.name}.svg"
            path.write_text(asyncio.run(draw(one)), encoding="utf-8")
            print(path.relative_to(FOLDER.parent.parent))
    PAGE.write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
