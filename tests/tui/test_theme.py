"""The looks: every text can be read on its ground, and nothing is told by colour alone."""

from collections.abc import Iterator
from itertools import combinations

import pytest
from rich.cells import cell_len
from rich.style import Style
from textual.color import Color
from textual.pilot import Pilot
from textual.theme import Theme

from tests.svg import colours, segment_lines
from tests.tui.app_for import HeardApp, app_for, at_home, person, seen, until, vault_of
from tui.home.screen import HomeScreen
from tui.setup.first_start import FirstStart
from tui.theme import DARK, LIGHT, first_theme

LEAST_FOR_TEXT = 4.5
LEAST_FOR_EDGES = 3.0
"""Contrast of WCAG 2.2, AA: success criteria 1.4.3 for text and 1.4.11 for edges."""

TEXTS = (
    "text",
    "foreground",
    "text-muted",
    "text-disabled",
    "text-primary",
    "text-secondary",
    "text-accent",
    "text-warning",
    "text-error",
    "text-success",
)
GROUNDS = ("background", "surface", "panel", "block-cursor-blurred-background")
EDGES = ("border", "border-blurred")
PICTURE_MARKS = set("─│╭╮╰╯▌┌┐└┘┏┓┗┛┃━█▁▂▃▄▅▆▇▔ ")
SCREENS = {
    "home": (),
    "a list": ("1", "down"),
    "a person": ("1", "enter"),
    "a promise": ("p",),
    "new people": ("n",),
    "keys": ("question_mark",),
    "the guide": ("g",),
    "people outside": ("s",),
    "a contact": ("s", "n"),
}


def contrast(one: str, other: str) -> float:
    """The contrast of two colours by WCAG, from 1 to 21."""
    lights = sorted((_light(Color.parse(one)), _light(Color.parse(other))))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def _light(colour: Color) -> float:
    parts = [part / 255 for part in colour.rgb]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_contrast_is_measured_as_wcag_says() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
def test_every_text_can_be_read_on_every_ground(theme: Theme) -> None:
    app = app_for()
    app.theme = theme.name
    variables = app.get_css_variables()
    weak = [
        (text, ground, round(found, 2))
        for text in TEXTS
        for ground in GROUNDS
        if (found := contrast(variables[text], variables[ground])) < LEAST_FOR_TEXT
    ]
    assert weak == []
    faint = [
        (edge, ground, round(found, 2))
        for edge in EDGES
        for ground in ("background", "surface")
        if (found := contrast(variables[edge], variables[ground])) < LEAST_FOR_EDGES
    ]
    assert faint == []


def two_people() -> HeardApp:
    """Ben with a date, and Zoe."""
    return app_for(vault_of(person("Ben", next_one="tue 3pm"), person("Zoe")))


async def settle(pilot: Pilot[None]) -> None:
    """Wait until nothing is left to be drawn."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    await pilot.pause()


async def back_home(pilot: Pilot[None], app: HeardApp) -> None:
    """Leave every screen and dialog."""
    while not isinstance(app.screen, HomeScreen):
        await pilot.press("escape")
        await settle(pilot)


def letters(app: HeardApp) -> Iterator[tuple[str, Style | None]]:
    """The pieces of text on the screen on top, without frames and without what a dialog dims."""
    region = app.screen.children[0].region if app.screen.is_modal else app.screen.region
    for y, line in enumerate(segment_lines(app)):
        x = 0
        for text, style, _ in line:
            if set(text) - PICTURE_MARKS and region.contains(x, y):
                yield text.strip(), style
            x += cell_len(text)


def unreadable(app: HeardApp) -> list[tuple[str, str, tuple[str, str]]]:
    """What is drawn on top with too little contrast, in each of the two looks."""
    weak = []
    for theme in (DARK, LIGHT):
        app.theme = theme.name
        weak += [
            (theme.name, text, colours(style))
            for text, style in letters(app)
            if contrast(*colours(style)) < LEAST_FOR_TEXT
        ]
    return weak


async def test_what_is_drawn_can_be_read_in_both_looks() -> None:
    app = two_people()
    async with at_home(app) as pilot:
        for screen, keys in SCREENS.items():
            await pilot.press(*keys)
            await settle(pilot)
            assert unreadable(app) == [], screen
            await back_home(pilot, app)


def without_colour(app: HeardApp) -> tuple[tuple[str, bool, bool, bool], ...]:
    """What is left of the screen where no colour is seen."""
    found = []
    for line in segment_lines(app):
        for text, style, _ in line:
            manner = style or Style()
            found.append((text, bool(manner.bold), bool(manner.reverse), bool(manner.underline)))
    return tuple(found)


def coloured(app: HeardApp) -> list[str]:
    """The pieces that would be sent with a colour."""
    return [
        text
        for line in segment_lines(app)
        for text, style, _ in line
        if style and any(one and not one.is_default for one in (style.color, style.bgcolor))
    ]


@pytest.fixture
def _no_color(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")


@pytest.mark.usefixtures("_no_color")
async def test_without_colour_no_colour_is_sent_and_focus_and_selection_are_seen() -> None:
    app = two_people()
    async with at_home(app) as pilot:
        seen_at: dict[str, object] = {}
        for keys in (*"231", "down", "p", "tab", "shift+tab shift+tab"):
            await pilot.press(*keys.split())
            await settle(pilot)
            assert coloured(app) == []
            seen_at[keys] = without_colour(app)
        for one, other in combinations(seen_at, 2):
            assert seen_at[one] != seen_at[other], (one, other)
        await pilot.press("tab", "a", "b", "c")
        await settle(pilot)
        before = without_colour(app)
        await pilot.press("shift+left", "shift+left")
        await settle(pilot)
        assert without_colour(app) != before
        assert ("bc", False, True, False) in without_colour(app)


@pytest.mark.usefixtures("_no_color")
async def test_without_colour_the_first_answers_tell_where_the_user_is() -> None:
    app = app_for()
    async with app.run_test() as pilot:
        await until(pilot, lambda: isinstance(app.screen, FirstStart) and app.focused)
        first = without_colour(app)
        await pilot.press("down")
        await settle(pilot)
        assert without_colour(app) != first


async def test_other_looks_work_and_quiet_frames_are_seen() -> None:
    app = two_people()
    async with at_home(app) as pilot:
        for name in ("ansi-dark", "ansi-light", "textual-light", "nord"):
            app.theme = name
            await pilot.press("p")
            await settle(pilot)
            assert "Whose promise is it?" in seen(app)
            await back_home(pilot, app)
            variables = app.get_css_variables()
            assert variables["border-blurred"] not in (variables["background"], "ansi_black")
            assert "1 Active relationships" in seen(app)


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        ("", "troth-dark"),
        ("troth-light", "troth-light"),
        ("ansi-dark", "ansi-dark"),
        ("x", "troth-dark"),
    ],
)
def test_the_look_can_be_named_outside(
    monkeypatch: pytest.MonkeyPatch, asked: str, given: str
) -> None:
    monkeypatch.setenv("TEXTUAL_THEME", asked)
    assert first_theme() == given
    assert app_for().theme == given
