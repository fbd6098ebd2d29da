"""`troth export`: what leaves on standard output or to files, and what is said of it."""

import json
import os
import pty
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from coaching.record.base import Audience
from coaching.record.promise import Promise
from coaching.verbs import notes
from tests.source_files import ROOT
from tests.tui.command_line import CommandLine, run_process
from tui.cli.main import _meant

SECRET = "kestrel"


@pytest.fixture
def troth(troth: CommandLine) -> CommandLine:
    """Ben, with a note of each kind, a promise and a planned check-in; and Ana."""
    troth("add", "Ben Lindqvist", "--i-am", "mentor", "--every", "2w")
    troth("add", "Ana", "--i-am", "mentee")
    troth("promise", "Ben", "introduction to Priya", "--by", "fri")
    troth.plan("Ben", "1 dec 3pm", topic="the talk")
    today = troth.records.today()
    for note_id, text, reader in (
        ("n1", SECRET, Audience.ONLY_ME),
        ("n2", "likes trains", Audience.US_TWO),
    ):
        troth.do(
            "Ben", partial(notes.write, note_id=note_id, text=text, about=today, audience=reader)
        )
    return troth


def test_everyone_leaves_whole_for_me(troth: CommandLine) -> None:
    ran = troth("export", "--format", "json")
    assert ran.code == 0
    books = json.loads(ran.out)["workbooks"]
    assert [one["records"]["relationship"][0]["name"] for one in books] == ["Ana", "Ben Lindqvist"]
    assert SECRET in ran.out
    assert ran.err == (
        "Leaves, for you: 2 people, 1 check-in, 1 promise and 2 notes.\nLeft out: nothing.\n"
    )


def test_us_two_is_for_one_person_and_leaves_the_rest_out(troth: CommandLine) -> None:
    ran = troth("export", "Ben", "--format", "markdown", "--for", "us-two")
    assert "likes trains" in ran.out
    assert SECRET not in ran.out
    assert "Left out: 1 note" in ran.err
    assert "so that nobody reads of another" in (
        troth("export", "--format", "json", "--for", "us-two").complaint
    )


def test_pages_for_us_two_go_into_a_folder_one_for_each(troth: CommandLine, tmp_path: Path) -> None:
    out = tmp_path / "pages"
    ran = troth("export", "--format", "markdown", "--for", "us-two", "-o", str(out))
    assert ran.out == f"Written to {out}. Whoever has it can read it.\n"
    assert sorted(one.name for one in out.iterdir()) == ["ana.md", "ben-lindqvist.md"]
    assert "Ana" not in (out / "ben-lindqvist.md").read_text()
    assert out.stat().st_mode & 0o777 == 0o700


def test_a_file_is_never_written_over_without_force(troth: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "ben.ics"
    words = ("export", "Ben", "--format", "ics", "-o", str(path))
    assert troth(*words).code == 0
    assert path.stat().st_mode & 0o777 == 0o600
    before = path.read_bytes()
    assert troth(*words, "--titles", "short").complaint.endswith(
        "is there already. Choose another name. To write over it, add --force."
    )
    assert path.read_bytes() == before
    assert troth(*words, "--titles", "short", "--force").code == 0
    assert b"Ben" not in path.read_bytes()


def test_a_folder_that_is_not_there_is_named_and_no_file_of_ours(
    troth: CommandLine, tmp_path: Path
) -> None:
    path = tmp_path / "none" / "ben.ics"
    assert troth("export", "Ben", "--format", "ics", "-o", str(path)).complaint == (
        f"There is no folder {path.parent}. Make it first, or choose another place."
    )
    far = tmp_path / "none" / "deeper"
    ran = troth("export", "Ben", "--format", "csv", "--table", "promises", "-o", str(far / "x"))
    assert f"There is no folder {far}." in ran.complaint


def test_no_temporary_name_is_told_of_a_file() -> None:
    assert _meant("/srv/x/.ben.md.27637.part") == "/srv/x/ben.md"
    assert _meant("/srv/x/workbooks/a.json.12.tmp") == "/srv/x/workbooks/a.json"
    assert _meant("/srv/x/notes.tmp") == "/srv/x/notes.tmp"


def test_csv_asks_for_no_table_and_takes_promises(troth: CommandLine, tmp_path: Path) -> None:
    assert "introduction to Priya" in troth("export", "--format", "csv").out
    assert "the talk" in troth("export", "--format", "csv", "--table", "check-ins").out
    troth("export", "--format", "csv", "-o", str(tmp_path / "tables"))
    assert sorted(one.name for one in (tmp_path / "tables").iterdir()) == [
        "check-ins.csv",
        "promises.csv",
    ]


def test_a_calendar_can_ring(troth: CommandLine) -> None:
    out = troth("export", "--format", "ics", "--alarm", "1d").out
    assert "TRIGGER:-P1D" in out
    assert "DTSTART;TZID=Europe/Berlin:20261201T150000" in out


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--format", "ics", "--alarm", "soon"), "not a length Troth can use"),
        (("--format", "json", "--titles", "short"), "--titles is for --format ics"),
        (("--format", "json", "--table", "promises"), "--table is for --format csv"),
        (("--format", "json", "--force"), "--force is for writing over a file"),
        (("Zoe", "--format", "json"), 'Nobody in your records is called "Zoe"'),
        ((), "--format"),
    ],
)
def test_wrong_use_is_one_sentence(troth: CommandLine, words: tuple[str, ...], says: str) -> None:
    ran = troth("export", *words)
    assert ran.code == 2
    assert says in ran.complaint


def test_without_records_there_is_nothing_to_take_out(troth: CommandLine, tmp_path: Path) -> None:
    ran = troth.bare("--vault", str(tmp_path / "none"), "export", "--format", "json")
    assert (ran.code, "There are no records" in ran.complaint) == (1, True)


def test_the_settings_say_what_titles_tell(
    troth: CommandLine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    settings = tmp_path / "config" / "troth" / "settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text("[calendar]\nnames = false\nalarm_minutes = 30\n")
    out = troth("export", "--format", "ics").out
    assert "Ben" not in out
    assert "TRIGGER:-PT30M" in out
    assert "Ben" in troth("export", "--format", "ics", "--titles", "full").out


def test_a_person_who_cannot_be_read_is_missed_aloud(troth: CommandLine) -> None:
    ana = troth.workbook("Ana").id
    for file in (troth.vault / "workbooks").glob(f"{ana}*"):
        file.write_text("{")
    ran = troth("export", "--format", "json")
    assert ran.code == 1
    assert "Missing in this export: " in ran.err
    assert "Ben Lindqvist" in ran.out


def test_redirected_bytes_are_utf_8_whatever_the_locale(troth: CommandLine) -> None:
    troth("add", "Łukasz", "--i-am", "mentor")
    ran = run_process(
        *("--vault", str(troth.vault), "export", "--format", "csv", "--table", "check-ins"),
        env={"LC_ALL": "C", "PYTHONIOENCODING": "ascii"},
        encoding="utf-8",
    )
    assert ran.returncode == 0
    assert ran.stdout.startswith("\ufeffperson,")


@pytest.mark.pty
def test_no_control_character_reaches_a_terminal(troth: CommandLine) -> None:
    """A document that this Troth cannot read is verbatim in a file, and tame on a terminal."""
    (path,) = (troth.vault / "workbooks").glob(f"{troth.workbook('Ben').id}.json")
    tables = json.loads(path.read_text())
    tables["moods"] = {"1": {"id": "m", "text": "\x9b31m\u202e\x1b]0;x\x07"}}
    path.write_text(json.dumps(tables))
    words = [sys.executable, "-m", "tui", "--vault", str(troth.vault), "export", "--format", "json"]
    ours, theirs = pty.openpty()
    process = subprocess.Popen(words, cwd=ROOT, stdout=theirs, stderr=theirs)
    os.close(theirs)
    shown = b""
    while chunk := _read(ours):
        shown += chunk
    os.close(ours)
    assert process.wait() == 0
    assert "moods" in shown.decode()
    assert not set("\x1b\x9b\x07\u202e") & set(shown.decode())
    assert "\x9b31m" in troth("export", "--format", "json").out


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 65536)
    except OSError:
        return b""


def test_the_records_are_not_changed_by_an_export(troth: CommandLine) -> None:
    before = troth.workbook("Ben")
    for wanted in ("json", "markdown", "ics", "csv"):
        assert troth("export", "--format", wanted).code == 0
    assert troth.workbook("Ben") == before
    assert len(before.all(Promise)) == 1
