"""Every key of the program is in one registry: each with an id and words; the pages come of it."""

import pytest

from tests.keys_page import KEYS_PAGE, PLACES, SETTINGS_PAGE, keys_page, settings_page
from tui.setup.own_keys import sharing, wrong_keys
from tui.setup.registry import every_key

SAYS = {
    ("home.new", "c"): "c is the key of home.checkin on the same screen.",
    ("home.new", "?"): "question_mark is the key of app.keys on the same screen.",
    ("app.undo", "h"): "h is the key of ",
    ("nobody.knows", "x"): "There is no deed nobody.knows; docs/keys.md lists them.",
    ("app.leave", "x"): "app.leave keeps its key, so that there is always a way out.",
    ("hurdle.back", "x"): "hurdle.back shares its key with another deed and keeps it.",
}


def test_every_key_has_an_id_of_its_place_and_words_that_say_what_it_does() -> None:
    for one in every_key():
        assert "." in one.id, one
        assert one.place in PLACES, one
        assert one.words[:1].isupper() or one.words[:1].isdigit(), one
    assert {one.place for one in every_key()} == set(PLACES)


@pytest.mark.parametrize(("chosen", "says"), SAYS.items())
def test_keys_that_cannot_hold_are_told_apart(chosen: tuple[str, str], says: str) -> None:
    deed, key = chosen
    assert wrong_keys({deed: key})[deed].startswith(says)


def test_keys_that_are_free_or_change_places_hold() -> None:
    assert wrong_keys({"home.new": "a,ctrl+n", "person.note": "B"}) == {}
    assert wrong_keys({"home.new": "c", "home.checkin": "n"}) == {}
    assert len(wrong_keys({"home.new": "a", "home.promise": "a"})) == 1


def test_no_deed_of_one_screen_hides_another_unless_they_take_turns() -> None:
    assert sharing() == {
        *("hurdle.back", "hurdle.back-alone", "hurdle.go-on", "hurdle.home", "hurdle.leave"),
        *("play.how-to-take", "play.keep", "play.on", "play.take"),
    }


def test_the_pages_of_keys_and_settings_are_as_the_program_is() -> None:
    assert KEYS_PAGE.read_text("utf-8") == keys_page(), "run make keys, and look at the change"
    assert SETTINGS_PAGE.read_text("utf-8") == settings_page(), "run make keys"
