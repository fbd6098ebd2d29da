"""Every way out of Troth: the terminal is given back, and what was typed is kept."""

import signal

import pytest

from tests.terminal.place import NOW, Place
from tests.terminal.terminal import Terminal

pytestmark = pytest.mark.pty
READY = "? all keys"
TYPED = "an introduction to Chiara"
LAST_WORDS = "before the window closed"
KEYS_AT_MOST, A_KEY_S = 60, 0.1


def promise_half_typed(terminal: Terminal) -> None:
    """Open the form of a promise and type the words, not the date."""
    terminal.wait_for(READY)
    terminal.press("p")
    terminal.wait_for("What, in a few words")
    terminal.type(TYPED)
    terminal.wait_for(TYPED)


@pytest.mark.parametrize(
    "name", ["SIGTERM", "SIGHUP", pytest.param("SIGINT", marks=pytest.mark.torture)]
)
def test_a_signal_gives_the_terminal_back_and_keeps_what_was_typed(
    with_ben: Place, name: str
) -> None:
    number = signal.Signals[name]
    with with_ben.open() as terminal:
        promise_half_typed(terminal)
        terminal.kill(number)
        terminal.kill(signal.SIGCONT)  # as a system does that ends a session
        assert terminal.wait_exit() == 128 + number
        assert terminal.not_given_back() == set()
    assert TYPED in with_ben.drafts()


def test_a_window_closed_without_a_signal_keeps_what_was_typed(with_ben: Place) -> None:
    with with_ben.open_module("tests.terminal.unsignalled", "--now", NOW) as terminal:
        promise_half_typed(terminal)
        assert terminal.hang_up() != 0
    assert TYPED in with_ben.drafts()


def test_ctrl_q_leaves_at_once_from_within_a_field(with_ben: Place) -> None:
    with with_ben.open() as terminal:
        promise_half_typed(terminal)
        terminal.press("ctrl+q")
        assert (terminal.wait_exit(), terminal.not_given_back()) == (0, set())
    assert TYPED in with_ben.drafts()


def test_ctrl_z_gives_the_terminal_away_and_back_and_ctrl_c_twice_leaves(with_ben: Place) -> None:
    with with_ben.open() as terminal:
        terminal.wait_for(READY)
        terminal.press("ctrl+z")
        terminal.wait_asleep()
        assert terminal.not_given_back() == set()
        terminal.kill(signal.SIGCONT)
        terminal.wait_until(lambda: bool(terminal.display.left_on()), "not taken again", 20)
        terminal.wait_for(READY)
        terminal.press("ctrl+c")
        terminal.wait_for("ctrl+c once more leaves")
        terminal.press("ctrl+c", "ctrl+c")
        assert (terminal.wait_exit(), terminal.not_given_back()) == (0, set())


def test_a_hurdle_goes_on_at_the_same_place_after_the_program_was_killed(with_ben: Place) -> None:
    words = "Ben had prepared both times"
    with with_ben.open() as terminal:
        terminal.wait_for(READY)
        terminal.press("h")
        terminal.wait_for("Does any of this apply")
        terminal.press("i")
        terminal.wait_for("What happened?")
        terminal.type("I cancelled our last two meetings on the day")
        terminal.press("tab")
        terminal.wait_for("What did it do?")
        terminal.type(words)
        terminal.wait_for("draft kept")
        terminal.kill(signal.SIGKILL)
        assert terminal.wait_exit() == -signal.SIGKILL
    with with_ben.open() as terminal:
        terminal.wait_for(READY)
        terminal.wait_for("A hurdle with Ben is waiting")
        terminal.press("3", "enter")
        terminal.wait_for("Does any of this apply")
        terminal.press("i")
        terminal.wait_for("What did it do?")
        terminal.wait_for(words)
        assert "I cancelled our last two meetings on the day" in terminal.screen


def test_words_are_kept_while_one_types_and_when_the_window_is_closed(with_ben: Place) -> None:
    with with_ben.open() as terminal:
        promise_half_typed(terminal)
        for _ in range(KEYS_AT_MOST):
            terminal.type("a")
            terminal.listen(A_KEY_S)
            if "draft kept" in terminal.screen:
                break
        assert TYPED in with_ben.drafts()
        terminal.type(LAST_WORDS)
        terminal.wait_for(LAST_WORDS)
        assert terminal.hang_up() != 0
    assert LAST_WORDS in with_ben.drafts()


def test_a_crash_gives_the_terminal_back_and_is_no_success(with_ben: Place) -> None:
    with with_ben.open_module("tests.terminal.crash") as terminal:
        terminal.wait_for(READY)
        terminal.press("f7")
        assert terminal.wait_exit() not in (0, 130)
        assert terminal.not_given_back() == set()
        said = terminal.raw.split(b"\x1b[?1049l")[-1].decode()
        assert "Troth has stopped because of a mistake of its own." in " ".join(said.split())
        assert "Traceback" not in said
        assert "Broken on purpose" not in said
