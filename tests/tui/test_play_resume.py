"""`troth scenario play` before its screen: fresh runs, runs taken up, case files that changed."""

from pathlib import Path

import pytest

from coaching.errors import Refused
from data.clock import FixedClock
from data.scenario_loader import SCENARIOS
from tests.tui.app_for import NOW, ZONE
from tui.cli.play import CHANGED, EARLIER, GONE, begun, taken_up

CLOCK = FixedClock(NOW, ZONE)


@pytest.fixture(autouse=True)
def plays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the runs are kept."""
    monkeypatch.setenv("TROTH_PLAYS", str(tmp_path / "plays"))
    return tmp_path / "plays"


@pytest.fixture
def own_case(tmp_path: Path) -> Path:
    """A case of the user's own."""
    path = tmp_path / "mine.yaml"
    path.write_bytes((SCENARIOS / "sc03_third_reschedule.yaml").read_bytes())
    return path


def test_a_run_that_was_left_is_told_of_and_taken_up() -> None:
    first = begun("sc03", None, CLOCK)
    first.turn(first.play.forward().forward())
    first.keeper.close()
    second = begun("sc03", 50, CLOCK)
    assert (second.hello, second.play.session.minutes) == (EARLIER, 50)
    second.keeper.close()
    again = taken_up("sc03", CLOCK)
    assert again.play.session.minutes == 50
    again.keeper.close()


def test_a_run_that_is_open_elsewhere_is_left_alone() -> None:
    first = begun("sc03", None, CLOCK)
    with pytest.raises(Refused, match="open in another window"):
        taken_up("sc03", CLOCK)
    first.keeper.close()
    with pytest.raises(Refused, match="no play to go on with"):
        taken_up("sc04", CLOCK)


def test_two_plays_at_once_each_keep_their_own() -> None:
    one, other = begun("sc03", 25, CLOCK), begun("sc03", 50, CLOCK)
    one.turn(one.play.forward())
    other.turn(other.play.forward().forward())
    one.keeper.close()
    again = taken_up("sc03", CLOCK)
    assert (again.play.session.minutes, again.play.session.page) == (25, 1)
    other.keeper.close()
    again.keeper.close()


@pytest.mark.parametrize("deed", ["nothing", "changed", "broken", "deleted"])
def test_a_case_file_that_moves_on_changes_nothing_in_the_play(own_case: Path, deed: str) -> None:
    first = begun(str(own_case), None, CLOCK)
    first.turn(first.play.forward())
    if deed == "changed":
        own_case.write_text(own_case.read_text().replace("third reschedule", "fourth one"))
    elif deed == "broken":
        own_case.write_text("a: [")
    elif deed == "deleted":
        own_case.unlink()
    first.turn(first.play.forward())
    first.keeper.close()
    again = taken_up(str(own_case), CLOCK)
    assert again.play.script == first.play.script
    assert again.play.session.page == 2
    assert again.hello == {"nothing": "", "changed": CHANGED}.get(deed, GONE)
    again.keeper.close()


def test_a_case_that_needs_longer_is_refused(own_case: Path) -> None:
    own_case.write_text(own_case.read_text().replace("minutes: 25\n", "minutes: 50\n", 1))
    with pytest.raises(Refused, match="needs 50 minutes"):
        begun(str(own_case), 25, CLOCK)
    stage = begun(str(own_case), None, CLOCK)
    assert stage.play.session.minutes == 50
    stage.keeper.close()
