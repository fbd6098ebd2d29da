"""Runs of cases on the disk: kept at each page, taken up after a kill, private, cleaned up."""

import os
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from coaching.errors import Refused, TrothError
from coaching.scenario.play import Play
from coaching.scenario.run import Run
from data.scenario_loader import Case, ScenarioLibrary
from data.scenario_store import PlayStore, play_store

AT = datetime(2026, 11, 24, 14, 0, tzinfo=UTC)
LIBRARY = ScenarioLibrary()
CASE = LIBRARY.find("sc03")


def begun(case: Case = CASE) -> Run:
    """A fresh run as it is kept at first."""
    play = Play.begin(case, LIBRARY.house(), minutes=25, at=AT)
    return Run(saved=AT, session=play.session)


@pytest.fixture
def store(tmp_path: Path) -> PlayStore:
    """A store whose folder is not there yet."""
    return PlayStore(tmp_path / "run" / "plays")


@pytest.mark.parametrize("case", LIBRARY.shipped(), ids=lambda case: case.id)
def test_every_case_comes_back_as_it_was(store: PlayStore, case: Case) -> None:
    opened = store.begin(case, begun(case))
    opened.close()
    (file,) = store.runs(case.id)
    assert file.case() == case
    assert file.read() == begun(case)


def test_a_living_player_keeps_others_out_and_a_dead_one_does_not(store: PlayStore) -> None:
    opened = store.begin(CASE, begun())
    (file,) = store.runs()
    assert file.is_playing()
    with pytest.raises(Refused, match="open in another window"):
        store.resume(file)
    opened.close()
    assert not file.is_playing()
    store.resume(file).close()


def test_the_run_that_is_played_comes_before_a_newer_one(store: PlayStore) -> None:
    first = store.begin(CASE, begun())
    store.begin(LIBRARY.find("sc01"), begun(LIBRARY.find("sc01"))).close()
    newest = store.newest()
    assert newest is not None
    assert newest.name == first.file.name
    first.close()
    newest = store.newest()
    assert newest is not None
    assert newest.read().session.scenario == "sc01_the_maybe"


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff\x00", b'{"version": 2}', b"[" * 9000])
def test_a_damaged_run_is_passed_over_and_told_in_one_sentence(
    store: PlayStore, content: bytes
) -> None:
    opened = store.begin(CASE, begun())
    opened.close()
    opened.file.path.write_bytes(content)
    assert store.runs() == []
    with pytest.raises(TrothError, match="damaged and cannot be taken up"):
        opened.file.read()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_only_the_owner_reads_what_is_kept(store: PlayStore) -> None:
    opened = store.begin(CASE, begun())
    opened.save(begun())
    folder = opened.file.path.parent
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {file.stat().st_mode & 0o777 for file in folder.iterdir()} == {0o600}
    opened.close()


def test_runs_of_last_month_go_when_the_next_begins(store: PlayStore) -> None:
    old = store.begin(CASE, begun())
    old.close()
    last_month = time.time() - timedelta(days=31).total_seconds()
    for file in old.file.path.parent.iterdir():
        os.utime(file, (last_month, last_month))
    store.begin(CASE, begun()).close()
    assert len(store.runs()) == 1
    assert not old.file.case_path.exists()


def test_a_long_break_takes_no_time_from_the_room() -> None:
    run = begun().model_copy(update={"counting_from": AT, "saved": AT + timedelta(minutes=10)})
    short = run.taken_up(AT + timedelta(minutes=15))
    assert short.counting_from == AT
    tomorrow = run.taken_up(AT + timedelta(days=1))
    assert tomorrow.counting_from == AT + timedelta(days=1) - timedelta(minutes=10)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such folder")
def test_a_folder_that_others_can_enter_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    runtime = tmp_path / "runtime"
    runtime.mkdir(mode=0o755)
    runtime.chmod(0o755)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    opened = play_store().begin(CASE, begun())
    opened.close()
    assert opened.file.path.is_relative_to(tmp_path / "state")
    runtime.chmod(0o700)
    private = play_store().begin(CASE, begun())
    private.close()
    assert private.file.path.is_relative_to(runtime)
