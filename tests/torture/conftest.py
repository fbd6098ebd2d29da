"""What the torture shares: made-up records of a year, on a disk of their own."""

import shutil
from datetime import datetime
from pathlib import Path

import pytest

from data.demo import make_demo
from tests.torture.bench import Bench


@pytest.fixture(scope="session")
def story(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, datetime]:
    """The records of the demo and its own moment; not to be changed."""
    folder = tmp_path_factory.mktemp("story") / "records"
    return folder, make_demo(folder)


@pytest.fixture
def bench(story: tuple[Path, datetime], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bench:
    """A copy of these records to do anything with."""
    folder, moment = story
    monkeypatch.setenv("TZ", "Europe/London")
    monkeypatch.chdir(tmp_path)
    return Bench(Path(shutil.copytree(folder, tmp_path / "records")), moment)
