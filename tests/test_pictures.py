"""The pictures in docs/pictures: reached by keys, the same at every run, sound by themselves."""

from xml.etree import ElementTree

import pytest

from tests.pictures import PICTURES, Picture, draw

SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("one", PICTURES, ids=lambda one: one.name)
async def test_a_picture_is_reached_and_needs_nothing_from_elsewhere(one: Picture) -> None:
    drawn = await draw(one)
    root = ElementTree.fromstring(drawn)
    assert root.findtext(f"{SVG}title") == one.label
    texts = [text.text for text in root.iter(f"{SVG}text")]
    assert len(texts) > one.size[1] / 2
    assert drawn.count("http") == 1


async def test_a_second_run_draws_the_same_bytes() -> None:
    (one,) = [picture for picture in PICTURES if picture.name == "check-in"]
    assert await draw(one) == await draw(one)


def test_the_pictures_asked_for_are_there() -> None:
    names = {picture.name for picture in PICTURES}
    assert {
        "home-empty",
        "home",
        "home-wide",
        "hurdle-source",
        "hurdle-repair",
        "check-in",
    } <= names
