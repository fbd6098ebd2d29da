"""`troth import`: says what would come in, takes it in as one change, tells what it could not."""

import json
import os
import stat
from functools import partial
from pathlib import Path

import pytest

from coaching.record.checkin import Checkin
from coaching.record.contact import SupportContact
from coaching.record.workbook import MINE
from coaching.verbs import contacts
from tests.data.people import everything
from tests.tui.command_line import CommandLine, run_process

LIST = "Name;Role;Every;Start\nBen Lindqvist;mentee;2w;13.11.2026\nAda;mentor;sometimes;\n"
MEETING = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Other//EN
BEGIN:VEVENT
UID:one
SUMMARY:Ben Lindqvist
DTSTART;TZID=Europe/Berlin:20261126T150000
END:VEVENT
END:VCALENDAR
"""


@pytest.fixture
def troth(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    return CommandLine(tmp_path / "vault", capsys)


@pytest.fixture
def people(tmp_path: Path) -> str:
    return written(tmp_path, "people.csv", LIST)


def written(folder: Path, name: str, text: str) -> str:
    path = folder / name
    path.write_text(text)
    return str(path)


def test_a_dry_run_says_what_would_come_in_and_makes_nothing(
    troth: CommandLine, people: str
) -> None:
    ran = troth("import", people, "--dry-run")
    assert ran.out == (
        "2 things would come in. Nothing was changed yet:\n"
        "  Ben Lindqvist  new: your mentee, every 2 weeks, since Fri 13 Nov 2026\n"
        "  Ada            new: your mentor, since Tue 24 Nov 2026\n"
    )
    assert ran.err.startswith(f'Not taken: {people}, line 3, rhythm: "sometimes" is not a rhythm')
    assert ran.code == 1
    assert not troth.vault.exists()


def test_a_list_begins_the_records_and_again_changes_nothing(
    troth: CommandLine, people: str
) -> None:
    ran = troth("import", people)
    assert ran.code == 1
    assert ran.out == (
        "Brought in: 2 new people.\n"
        f"To take it back: there was nothing before it. Delete the folder {troth.vault}\n"
    )
    assert troth.workbook("Ben").relationship.i_am == "mentor"
    before = everything(troth.vault)
    again = troth("import", people)
    assert again.out == (
        "Nothing came in: 2 lines could not be taken, for the reasons told. Nothing was changed.\n"
    )
    assert again.err.endswith(
        "Names that are here: --merge adds to that person, --apart makes another one.\n"
    )
    assert everything(troth.vault) == before


def test_all_that_was_taken_out_comes_in_again_equal(
    troth: CommandLine, people: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    troth("import", people)
    troth("promise", "Ben", "introduction", "--by", "fri")
    troth("log", "Ben", "--held", "yesterday")
    exported = troth("export", "--format", "json").out
    other = CommandLine(tmp_path / "other", capsys)
    file = written(tmp_path, "all.json", exported)
    assert other("import", file).out.startswith("Brought in: 2 new people.\n")
    assert other("export", "--format", "json").out == exported
    ran = other("import", file)
    assert (ran.code, ran.err) == (0, "")
    assert "4 records are here already, the same." in ran.out


def test_a_backup_is_made_before_there_is_anything_to_lose(
    troth: CommandLine, people: str, tmp_path: Path
) -> None:
    troth("import", people)
    assert list(troth.vault.glob("backups/*import*")) == []
    said, back = troth("import", written(tmp_path, "a.ics", MEETING)).out.splitlines()
    assert said == "Brought in: 1 record added."
    (backup,) = troth.vault.glob("backups/*-before-import")
    assert back == (f"To take it back: troth --vault {troth.vault} backup restore {backup.name}")
    (checkin,) = troth.workbook("Ben").all(Checkin)
    assert checkin.outcome == "planned"
    assert troth("backup", "restore", backup.name, "--yes").code == 0
    assert troth.workbook("Ben").all(Checkin) == ()


def test_records_about_nobody_come_back_by_a_backup_too(troth: CommandLine, people: str) -> None:
    records = troth.records
    contact = SupportContact(id="c", name="Ombuds", kind="ombuds", checked=records.today())
    records.coach.do(MINE, partial(contacts.keep, contact=contact))
    records.close()
    ran = troth("import", people)
    assert "Delete" not in ran.out
    assert troth("backup", "restore", ran.out.split()[-1], "--yes").code == 0
    assert troth.records.overview().people == ()


def test_a_series_is_one_line_with_its_first_and_last_date(
    troth: CommandLine, people: str, tmp_path: Path
) -> None:
    troth("import", people)
    weekly = MEETING.replace("END:VEVENT", "RRULE:FREQ=WEEKLY;COUNT=3\nEND:VEVENT")
    ran = troth("import", written(tmp_path, "a.ics", weekly), "--dry-run")
    assert ran.out == (
        "3 things would come in. Nothing was changed yet:\n"
        "  Ben Lindqvist  3 dates, Thu 26 Nov 2026, 14:00 to Thu 10 Dec 2026, 14:00  planned\n"
    )


def test_content_and_not_the_name_tells_the_kind(troth: CommandLine, tmp_path: Path) -> None:
    assert troth("import", written(tmp_path, "x.json", "mentee\nBen\n")).code == 0
    assert troth("import", written(tmp_path, "x.csv", MEETING.replace("Ben ", "Ben, "))).code == 0


def test_standard_input_is_a_file_too(tmp_path: Path) -> None:
    vault = str(tmp_path / "vault")
    ran = run_process("import", "-", "--as", "mentor", "--vault", vault, stdin=None, input=LIST)
    assert ran.stdout.startswith("Brought in: 2 new people.\n")
    assert ran.stderr.startswith("Not taken: standard input, line 3, rhythm: ")
    assert ran.returncode == 1


def test_what_is_no_file_is_refused_in_one_sentence_and_nothing_is_made(
    troth: CommandLine, tmp_path: Path
) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "secret").write_text("x")
    places = {
        str(tmp_path): "is a folder, not a file",
        str(tmp_path / "pipe"): "is a pipe, not a file",
        os.devnull: "is a device, not a file",
        str(tmp_path / "nowhere"): "There is no file",
        "a\0b": "There is no file",
        "x" * 5000: "is too long for a file's name",
        str(tmp_path / "secret" / "x"): "cannot be read",
        "\x1b]0;own\x07 \u202egnp.exe": "There is no file",
        "~nobody-of-this-name/x": "There is no file",
    }
    for place, said in places.items():
        ran = troth("import", place)
        assert said in ran.complaint
        assert ran.code == 1
        assert "\x1b" not in ran.err
        assert "\u202e" not in ran.err
    assert not troth.vault.exists()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read every file")
def test_a_file_one_may_not_read_is_told(troth: CommandLine, people: str) -> None:
    Path(people).chmod(stat.S_IWUSR)
    assert "may not read" in troth("import", people).complaint


@pytest.mark.parametrize("content", ["", "{", "[" * 9999, '{"a": 1, "a": 2}', "words"])
def test_a_file_that_cannot_be_read_leaves_the_records_untouched(
    troth: CommandLine, people: str, tmp_path: Path, content: str
) -> None:
    troth("import", people)
    before = everything(troth.vault)
    ran = troth("import", written(tmp_path, "bad", content))
    assert ran.code == 1
    assert ran.complaint.startswith(str(tmp_path))
    assert everything(troth.vault) == before


def test_a_record_that_differs_is_told_and_taken_only_when_asked(
    troth: CommandLine, people: str, tmp_path: Path
) -> None:
    troth("import", people)
    troth("promise", "Ben", "introduction", "--by", "2026-11-27")
    whole = json.loads(troth("export", "Ben", "--format", "json").out)
    whole["workbooks"][0]["records"]["promises"][0]["what"] = "\x1b[2J[/x] another"
    file = written(tmp_path, "all.json", json.dumps(whole))
    ran = troth("import", file)
    assert ran.code == 1
    assert "Ben Lindqvist, promise: " in ran.err
    assert "--theirs" in ran.err
    assert "\x1b" not in ran.err + ran.out
    assert troth("import", file, "--theirs").out.startswith("Brought in: 1 record changed.\n")
    assert "[2J[/x] another" in troth("show", "Ben").out


def test_wrong_use_is_told_with_an_example(troth: CommandLine) -> None:
    assert troth("import").code == 2
    assert troth("import", "x", "--merge", "--apart").code == 2
    assert troth("import", "x", "--as", "boss").code == 2
