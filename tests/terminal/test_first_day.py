"""The first minute with Troth in a real terminal, and coming back to it."""

import pytest

from tests.terminal.place import Place

pytestmark = pytest.mark.pty
READY = "? all keys"


def test_a_new_user_has_a_relationship_in_a_minute_and_finds_it_next_time(place: Place) -> None:
    with place.open() as terminal:
        terminal.wait_for("What brings you here?")
        terminal.press("1")
        terminal.wait_for("One person on each line")
        terminal.type("Ben every 2w, next tue 3pm")
        terminal.wait_for("every 2 weeks, next Tue 1 Dec 2026, 15:00")
        terminal.press("enter")
        terminal.wait_for("1 active")
        terminal.press("ctrl+q")
        assert (terminal.wait_exit(), terminal.not_given_back()) == (0, set())
    with place.open() as terminal:
        terminal.wait_for(READY)
        assert "What brings you here?" not in terminal.screen
        assert "Next: Ben, Tue 1 Dec" in terminal.screen


def test_the_demo_says_that_it_is_one_and_makes_no_records(place: Place) -> None:
    with place.open("demo") as terminal:
        terminal.wait_for("demo")
        terminal.wait_for(READY)
        terminal.press("ctrl+q")
        assert (terminal.wait_exit(), terminal.not_given_back()) == (0, set())
    assert not place.vault.exists()


def test_what_the_command_line_does_shows_in_the_open_window(with_ben: Place) -> None:
    with with_ben.open() as terminal:
        terminal.wait_for(READY)
        with_ben.says("add", "Amara", "--i-am", "mentor", "--every", "3w")
        terminal.wait_for("2 active")
        with_ben.says("log", "Ben", "--held", "2026-11-23")
        terminal.wait_for("yesterday")
        with_ben.says("promise", "Ben", "the reading list", "--by", "2026-11-27")
        terminal.wait_for("you owe: the reading list")
        with_ben.says("keep", "Ben", "the reading list")
        terminal.wait_gone("you owe: the reading list")


def test_without_a_terminal_one_sentence_says_so(place: Place) -> None:
    ran = place.run()
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.count("\n") == 1
    assert "need a terminal" in ran.stderr
    assert not place.vault.exists()
