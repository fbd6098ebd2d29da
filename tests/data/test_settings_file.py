"""Settings are read from one file; a wrong entry is named with its line and changes nothing."""

from pathlib import Path

import pytest

from coaching.settings import Settings
from data.settings_file import Read, read_settings


def write(folder: Path, text: str) -> Path:
    path = folder / "settings.toml"
    path.write_text(text, "utf-8")
    return path


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "settings.toml") == Read()


def test_what_is_set_counts_and_the_rest_stays(tmp_path: Path) -> None:
    read = read_settings(
        write(tmp_path, "[lock]\nafter_minutes = 3\n[calendar]\nnames = false\n[backups]\n")
    )
    assert (read.settings.lock.after_minutes, read.settings.calendar.names) == (3, False)
    assert read.settings.backups == Settings().backups


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("[lock]\n\nafter_minutes = true\n", 3, "after_minutes is a whole number from 0 to"),
        ("[lock]\nafter_minutes = -1\n", 2, "after_minutes is a whole number from 0 to"),
        ("[calendar]\nnames = 'yes'\n", 2, "names is either true or false"),
        ("[backups]\ndays = 2\nyears = 1\n", 3, "[backups] has no setting years"),
        ("[backups]\ndays = 2\n\n[colour]\nred = 1\n", 5, "There are no settings [colour]"),
        ("after_minutes = 2\n", 1, "There are no settings [after_minutes]"),
    ],
)
def test_a_wrong_entry_is_named_with_its_line(
    tmp_path: Path, text: str, line: int, says: str
) -> None:
    path = write(tmp_path, text)
    (problem,) = read_settings(path).problems
    assert problem.startswith(f"{path}:{line}: {says}")


def test_a_wrong_entry_leaves_the_others_standing(tmp_path: Path) -> None:
    read = read_settings(write(tmp_path, "[backups]\ndays = 'many'\nweeks = 9\n"))
    assert (read.settings.backups.days, read.settings.backups.weeks) == (7, 9)


@pytest.mark.parametrize(
    ("content", "says"),
    [(b"[lock\n", "line 1 is not TOML"), (b"\xff\xfe", "not written in UTF-8")],
)
def test_a_file_that_is_no_settings_file_is_named(
    tmp_path: Path, content: bytes, says: str
) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(content)
    read = read_settings(path)
    assert read.settings == Settings()
    assert says in read.problems[0]
