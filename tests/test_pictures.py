"""The pictures in docs/pictures: reached by keys, the same at every run, sound by themselves."""

from dataclasses import replace
from xml.etree import ElementTree

import pytest

from tests.pictures import PAGE, PICTURES, SMALL, Picture, draw, on_a_sheet, page

SVG = "{http://www.w3.org/2000/svg}"
BY_NAME = {picture.name: picture for picture in PICTURES}
SHEETS = [one for one in PICTURES if len(one.sizes) > 1]


def sound(drawn: str, one: Picture) -> None:
    """It says what it shows, shows it, and needs nothing from elsewhere."""
    root = ElementTree.fromstring(drawn)
    assert root.findtext(f"{SVG}title") == one.label
    texts = [text.text for text in root.iter(f"{SVG}text")]
    assert len(texts) > 5 * len(one.sizes)
    assert drawn.count("http") == 1


@pytest.mark.parametrize("one", PICTURES, ids=lambda one: one.name)
async def test_a_picture_is_reached_in_the_smallest_window(one: Picture) -> None:
    small = replace(one, sizes=(SMALL,))
    sound(await draw(small), small)


@pytest.mark.torture
@pytest.mark.parametrize("one", SHEETS, ids=lambda one: one.name)
async def test_a_sheet_of_several_windows_is_reached(one: Picture) -> None:
    sound(await draw(one), one)


async def test_a_second_run_draws_the_same_and_a_sheet_is_sound() -> None:
    one = BY_NAME["check-in"]
    drawn = await draw(one)
    assert await draw(one) == drawn
    sheet = replace(one, sizes=(SMALL,) * 3)
    sound(on_a_sheet([drawn] * 3, one.label), sheet)


def test_the_page_of_pictures_shows_each_and_nothing_else_lies_there() -> None:
    assert PAGE.read_text(encoding="utf-8") == page()
    kept = {path.stem for path in PAGE.with_suffix("").iterdir()}
    assert kept == set(BY_NAME)


def test_the_pictures_asked_for_are_there() -> None:
    assert {
        "home-empty",
        "home",
        "sizes-home",
        "hurdle-source",
        "hurdle-repair",
        "check-in",
        "case-test",
        "case-scene",
        "case-hands",
        "case-reveal",
    } <= set(BY_NAME)
