"""Each page of the wizard in a window of 24 rows: its title stays, its field is seen whole."""

from functools import partial
from typing import cast

from textual.geometry import Region
from textual.widget import Widget
from textual.widgets import Input

from coaching.record.hurdle import Hurdle
from coaching.record.repair import Listened
from tests.tui.app_for import NOW, app_for, at_home, person, seen, until, vault_of
from tests.tui.test_hurdle_repair import WHOLE
from tui.hurdle.foot import MORE, Foot
from tui.hurdle.pages.base import Page
from tui.hurdle.pages_for import page
from tui.hurdle.screen import HurdleScreen
from tui.hurdle.which import open_wizard
from tui.widgets.fields import Field

LONG_NAME = "Prof. Weber-Lindqvist"
NARROW = ("closest", "words", "listen", "impact_note", "to_tell")


def seen_of(shown: Page) -> Region:
    """Where what scrolls is seen: under what stays."""
    (above,) = shown.query(".top")
    return shown.region.shrink((above.region.height, 0, 0, 0))


def is_whole(editor: Widget, shown: Page) -> bool:
    """Whether a field is seen with its label, what stands under it, and the key that goes on."""
    whole = next(one for one in editor.ancestors if isinstance(one, Field))
    goes_on = isinstance(editor, Input) or "tab: go on" in str(editor.border_subtitle)
    return goes_on and seen_of(shown).contains_region(whole.region)


def says_more(foot: Foot, shown: Page) -> bool:
    """Whether the line under the page tells the truth about what stands below."""
    return foot.more == shown.more_below


async def test_titles_stay_and_the_field_in_hand_is_whole_with_its_label() -> None:
    kept = Hurdle(
        id="h",
        opened=NOW.date(),
        i_am="mentee",
        **{
            **WHOLE,
            "how": "write",
            "closest": "role_conflict",
            "area": "power",
            "pending": "no",
        },
        listen=Listened(speaker="me", said="Late again?", mine="Are you well?"),
    )
    book = person(LONG_NAME, i_am="mentee").put(kept)
    app = app_for(vault_of(book))
    async with at_home(app) as pilot:
        open_wizard(app, book.id, "h")
        await until(pilot, lambda: isinstance(app.screen, HurdleScreen) and app.screen.query(Page))
        screen = cast("HurdleScreen", app.screen)
        foot = screen.query_one(Foot)
        for question in NARROW:
            screen.session.question = question
            await screen._show(page(screen.session))
            await pilot.pause()
            shown = screen.query_one(Page)
            for editor in list(shown.query("Input, TextArea"))[-1:]:
                editor.focus()
                await until(pilot, partial(is_whole, editor, shown))
            assert question != "words" or "What you did, that it was yours" in seen(app)
            (title,) = shown.query(".question")
            assert shown.region.contains_region(title.region), question
            await until(pilot, partial(says_more, foot, shown))
            await until(pilot, lambda: (MORE in seen(app)) == foot.more)
