"""A mentor's weeks with Troth, by keyboard alone, in a real terminal, at two sizes."""

import pytest

from tests.terminal.place import Place
from tests.terminal.terminal import Terminal

READY = "? all keys"
SIZES = [(80, 24), pytest.param((120, 36), marks=pytest.mark.torture)]
LATER = "2026-12-02T10:00"
DEED = "send the reading list"

pytestmark = pytest.mark.pty


def leave(terminal: Terminal) -> None:
    """Leave by ctrl+q; all must be as it was before."""
    terminal.press("ctrl+q")
    assert (terminal.wait_exit(), terminal.not_given_back()) == (0, set())


def add_two_people(terminal: Terminal) -> None:
    """The first start, and two people by one paste."""
    terminal.wait_for("What brings you here?")
    terminal.press("1")
    terminal.wait_for("One person on each line")
    terminal.paste("Ben every 2w, next tue 3pm\nAmara every 3w, 26 nov 10am")
    terminal.wait_for("Amara: your mentee, every 3 weeks")
    terminal.press("enter")
    terminal.wait_for("2 active")


def promise(terminal: Terminal, name: str, what: str, by: str, *, theirs: bool = False) -> None:
    """A promise between the user and the person under the cursor."""
    terminal.press("p")
    terminal.wait_for(f"A promise, {name} and you")
    if theirs:
        terminal.press("shift+tab", "right", "tab")
        terminal.wait_for("● theirs")
    terminal.type(what)
    terminal.wait_for(what)
    terminal.press("enter")
    terminal.type(by)
    terminal.press("enter")
    terminal.wait_gone(f"A promise, {name} and you")
    terminal.wait_for(f"{'owes you' if theirs else 'you owe'}: {what[:8]}")


def move_the_next_checkin(terminal: Terminal) -> None:
    """Amara's check-in, which comes first, to the day after."""
    terminal.press("1", "home", "c")
    terminal.wait_for("Check-in with Amara")
    terminal.press("down", "enter")
    terminal.wait_for("Moved, with Amara")
    terminal.type("fri 11am")
    terminal.wait_for("→ Fri 27 Nov 2026, 11:00")
    terminal.press("ctrl+s")
    terminal.wait_gone("Moved, with Amara")
    terminal.wait_for("Fri 11:00")


def hold_the_passed_checkin(terminal: Terminal) -> None:
    """Ben's check-in was held as planned: three keys."""
    terminal.press("1", "end")
    terminal.wait_for("▌Ben")
    terminal.press("c", "enter", "enter")
    terminal.wait_for("yesterday")


@pytest.mark.parametrize("size", SIZES)
def test_plans_moves_holds_and_promises_are_there_the_next_time(
    place: Place, size: tuple[int, int]
) -> None:
    with place.open(size=size) as terminal:
        add_two_people(terminal)
        move_the_next_checkin(terminal)
        promise(terminal, "Amara", "a draft of the plan", "mon", theirs=True)
        terminal.press("down")
        terminal.wait_for("▌Ben")
        promise(terminal, "Ben", DEED, "fri")
        leave(terminal)
    with place.open(size=size, now=LATER) as terminal:
        terminal.wait_for(READY)
        hold_the_passed_checkin(terminal)
        terminal.press("o")
        terminal.wait_for(f"You promised: {DEED}")
        terminal.press("enter")
        terminal.wait_for("Promise kept, 5 days late")
        terminal.press("u")
        terminal.wait_for("Undone")
        terminal.wait_for(f"you owe: {DEED[:8]}")
        leave(terminal)
    shown = place.says("show", "Ben", now=LATER)
    assert DEED in shown


@pytest.mark.parametrize("size", SIZES)
def test_the_short_way_through_a_hurdle_ends_in_a_promise_and_a_date(
    with_ben: Place, size: tuple[int, int]
) -> None:
    with with_ben.open(size=size) as terminal:
        terminal.wait_for(READY)
        terminal.press("h")
        for awaited, answer in SHORT_WAY:
            terminal.wait_for(awaited)
            if len(answer) > 1:
                terminal.type(answer)
                terminal.wait_for(answer)
                terminal.press("tab")
            else:
                terminal.press(answer)
        terminal.wait_for("One deed, small, with a date")
        terminal.type(DEED)
        terminal.press("tab", "tab", "tab")
        terminal.wait_for("One change")
        terminal.type("If a date slips, I say so the day before")
        terminal.press("tab", "tab")
        terminal.wait_for("Who outside the two of you could help?")
        terminal.press("1")
        terminal.wait_for("Your first sentence to them")
        terminal.press("tab")
        terminal.wait_for("A plan for a hurdle")
        terminal.press("enter")
        terminal.wait_for(READY)
        terminal.wait_for(f"you owe: {DEED[:8]}")
        terminal.wait_for("Tue 15 Dec")
        leave(terminal)


SHORT_WAY = (
    ("Does any of this apply", "i"),
    ("What happened?", "I cancelled our last two meetings on the day"),
    ("What did it do?", "Ben had prepared both times"),
    ("Which of these is nearest?", "1"),
    ("Which comes closest?", "1"),
    ("How do you want to go on?", "1"),
    ("Who has something to own here?", "1"),
    ("Still none of those things that you know of?", "y"),
    ("Own it, in your words", "Ben, that was my doing"),
)
