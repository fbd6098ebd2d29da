"""The record's clock: the machine's, a shifted one and a fixed one, and the machine's zone."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from data import clock
from data.clock import FixedClock, LocalZone, ShiftedClock, SystemClock

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def test_the_system_clock_is_the_machines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Asia/Kolkata")
    with time_machine.travel(NOON.timestamp(), tick=False):
        assert SystemClock().now() == NOON
        assert SystemClock().now().isoformat() == "2026-11-22T17:30:00+05:30"


def test_a_change_of_the_machines_zone_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    system = SystemClock()
    monkeypatch.setenv("TZ", "Europe/Berlin")
    assert system.zone() == "Europe/Berlin"
    monkeypatch.setenv("TZ", "America/New_York")
    assert system.zone() == "America/New_York"
    assert str(system.now().tzinfo) == "America/New_York"


def test_a_change_of_the_machines_setting_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = [((1,), "Europe/Berlin"), ((1,), "never asked"), ((2,), "Asia/Kolkata")]
    zone = LocalZone()
    names = []
    for signs, name in settings:
        monkeypatch.setattr(clock, "_signs", lambda signs=signs: signs)
        monkeypatch.setattr(clock, "_ask", lambda name=name: name)
        names.append(zone.name())
    assert names == ["Europe/Berlin", "Europe/Berlin", "Asia/Kolkata"]


@pytest.mark.parametrize(
    "named", ["Nowhere/Land", "PST4DST", "", "../../etc/passwd", "/etc/passwd"]
)
def test_a_zone_nobody_knows_is_no_reason_to_stop(
    monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    monkeypatch.setenv("TZ", named)
    assert SystemClock().now().utcoffset() is not None


def test_a_machine_that_does_not_tell_is_in_utc(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TZ", raising=False)
    monkeypatch.setattr(clock, "_linked", lambda: None)
    monkeypatch.setattr(clock, "_ask_tzlocal", lambda: "UTC")
    assert SystemClock().zone() == "UTC"


def test_a_shifted_clock_ticks_from_where_it_was_set() -> None:
    passed = iter([100.0, 100.0, 160.0])
    shifted = ShiftedClock(NOON, "Europe/Berlin", lambda: next(passed))
    assert shifted.now() == NOON
    assert shifted.now() == NOON + timedelta(minutes=1)
    assert shifted.zone() == "Europe/Berlin"


def test_a_start_without_offset_is_local_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Asia/Kolkata")
    shifted = ShiftedClock(datetime(2026, 11, 22, 9), seconds=lambda: 5.0)
    assert shifted.now().isoformat() == "2026-11-22T09:00:00+05:30"
    assert shifted.zone() == "Asia/Kolkata"


def test_a_shifted_clock_counts_real_hours_over_a_clock_change() -> None:
    seconds = [0.0]
    start = datetime(2026, 10, 25, 0, 30)
    shifted = ShiftedClock(start, "Europe/Berlin", lambda: seconds[0])
    seconds[0] = 4 * 3600
    assert shifted.now().isoformat() == "2026-10-25T03:30:00+01:00"


def test_a_fixed_clock_stands_still() -> None:
    fixed = FixedClock(NOON, "Europe/Berlin")
    assert fixed.now() == NOON
    assert fixed.now().hour == 13
    assert fixed.zone() == "Europe/Berlin"
