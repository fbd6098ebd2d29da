"""`troth backup` and `troth doctor`: what they say, and what they leave."""

import json
import os
from pathlib import Path

import pytest

from coaching.record.promise import Promise
from tests.tui.command_line import CommandLine, run_process


@pytest.fixture
def troth(troth: CommandLine) -> CommandLine:
    """Ben, with a promise made after the first backup."""
    troth("add", "Ben Lindqvist", "--i-am", "mentor")
    troth("promise", "Ben", "introduction to Priya", "--by", "fri")
    return troth


def promised(troth: CommandLine) -> list[str]:
    """What was promised to Ben."""
    return [one.what for one in troth.workbook("Ben").all(Promise)]


def file_of(troth: CommandLine, name: str) -> Path:
    """Somebody's file."""
    return troth.vault / "workbooks" / f"{troth.workbook(name).id}.json"


def the_backup(troth: CommandLine) -> str:
    """The name of the newest one."""
    return troth("backup", "list").out.split()[0]


def test_a_new_vault_says_when_there_will_be_a_backup(troth: CommandLine, tmp_path: Path) -> None:
    other = CommandLine(tmp_path / "other", troth.capsys)
    assert "no records" in other("backup", "list").complaint
    other("add", "Ben", "--i-am", "mentor")
    assert other("backup", "list").line == (
        "There is no backup yet. One is made before the first change of each day."
    )


def test_the_list_says_when_why_and_how_many(troth: CommandLine) -> None:
    line = troth("backup", "list").line
    assert line.endswith("before the first change of the day")
    assert "1 person" in line
    assert "1 kB" in line


def test_backups_go_by_the_real_day(troth: CommandLine) -> None:
    for day in ("2027-01-01T09:00", "2027-06-01T09:00"):
        troth.at(day)("promise", "Ben", f"for {day}", "--by", "2027-12-01")
    assert troth("backup", "list").out.count("\n") == 1


def test_putting_one_back_shows_first_what_would_change(troth: CommandLine) -> None:
    troth("add", "Amara Okafor", "--i-am", "mentor")
    name = the_backup(troth)
    ran = troth("backup", "restore", name, "--yes")
    assert ran.code == 0
    first, *lines, last = ran.out.splitlines()
    assert first.startswith("Putting back the state of ")
    assert lines == [
        "  Ben Lindqvist  changes  1 record gone",
        "  Amara Okafor   goes     1 record gone",
    ]
    assert "before-restore" in last
    assert promised(troth) == []
    assert troth("backup", "restore", the_backup(troth), "--yes").code == 0
    assert promised(troth) == ["introduction to Priya"]
    assert troth.workbook("Amara").relationship.name == "Amara Okafor"


def test_one_person_alone_is_put_back(troth: CommandLine) -> None:
    troth("add", "Amara Okafor", "--i-am", "mentor")
    troth("backup", "restore", the_backup(troth), "--only", "ben", "--yes")
    assert promised(troth) == []
    assert troth.workbook("Amara").relationship.name == "Amara Okafor"
    name = the_backup(troth)
    again = troth("backup", "restore", name, "--only", "Zed", "--yes")
    assert again.code == 2
    assert 'Nobody is called "Zed", in this backup or in your records' in again.complaint
    assert "There are: Amara Okafor and Ben Lindqvist." in again.complaint
    assert "troth add" not in again.complaint
    ran = troth("backup", "restore", name, "--only", "amara", "--yes")
    assert ran.line.startswith("Nothing would change: Amara Okafor's pages are as they were on ")


def test_a_person_who_was_not_there_yet_is_said_not_to_be_in_the_backup(troth: CommandLine) -> None:
    troth("add", "Amara Okafor", "--i-am", "mentor")
    ran = troth("backup", "restore", the_backup(troth), "--only", "amara", "--yes")
    assert ran.code == 1
    assert "Amara Okafor's pages are not in the backup" in ran.complaint


def test_of_a_damaged_person_it_says_what_would_come_back(troth: CommandLine) -> None:
    troth("promise", "Ben", "the slides", "--by", "fri")
    name = the_backup(troth)
    path = file_of(troth, "Ben")
    for one in (path, path.with_suffix(".last")):
        one.unlink()
        one.write_bytes(b"{")
    ran = troth("backup", "restore", name, "--only", "ben", "--yes")
    assert ran.code == 0
    assert "Ben Lindqvist  comes back  1 record back" in ran.out
    assert promised(troth) == []


def test_nothing_to_change_is_said_and_nothing_done(troth: CommandLine) -> None:
    name = the_backup(troth)
    troth("backup", "restore", name, "--yes")
    assert troth("backup", "restore", name, "--yes").line.startswith("Nothing would change")
    assert troth("backup", "list").out.count("\n") == 2


def test_without_a_terminal_or_a_yes_nothing_is_put_back(troth: CommandLine) -> None:
    ran = troth("backup", "restore", the_backup(troth))
    assert ran.code == 2
    assert "--yes" in ran.err
    assert promised(troth) == ["introduction to Priya"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("list", "2026"), "takes no name"),
        (("restore",), "Say which backup"),
        (("restore", "1999", "--yes"), "no backup"),
    ],
)
def test_wrong_use_is_one_sentence(troth: CommandLine, words: tuple[str, ...], said: str) -> None:
    complaint = troth("backup", *words).complaint
    assert said in complaint


def test_a_sound_vault_is_said_to_be_so(troth: CommandLine) -> None:
    assert troth("doctor").line == "Everything is as it should be."
    assert json.loads(troth("doctor", "--json").out) == {"findings": [], "repaired": []}


def test_findings_are_explained_and_mended_only_when_asked(troth: CommandLine) -> None:
    path = file_of(troth, "Ben")
    path.chmod(0o644)
    (troth.vault / "readme.txt").write_text("mine")
    ran = troth("doctor")
    assert ran.code == 1
    assert "1. This is no file of Troth." in ran.out
    assert "   Means     It is in nobody's records and in no backup." in ran.out
    assert ran.out.endswith(
        "2 findings. troth doctor --repair would mend 1 of them, after a backup.\n"
    )
    assert path.stat().st_mode & 0o777 == 0o644
    mended = troth("doctor", "--repair")
    assert mended.code == 1
    assert "can be read only by you now" in mended.out
    assert "1 finding for you to decide about" in mended.out
    assert path.stat().st_mode & 0o777 == 0o600
    (told,) = json.loads(troth("doctor", "--json").out)["findings"]
    assert (told["kind"], told["repairable"]) == ("foreign", False)


def test_escapes_in_a_file_name_reach_no_terminal(troth: CommandLine) -> None:
    (troth.vault / "evil\x1b[2J\x07.txt").write_text("mine")
    ran = troth("doctor")
    assert "evil" in ran.out
    assert "\x1b" not in ran.out + ran.err
    assert "\x07" not in ran.out
    assert "\x1b" not in troth("doctor", "--json").out


def test_a_damaged_vault_file_is_made_anew(troth: CommandLine) -> None:
    (troth.vault / "vault.json").write_text("{")
    assert "troth doctor --repair" in troth("due").complaint
    assert troth("doctor").code == 1
    troth("doctor", "--repair")
    assert promised(troth) == ["introduction to Priya"]


def test_due_tells_of_a_damaged_file_and_goes_on(troth: CommandLine) -> None:
    troth("promise", "Ben", "the slides", "--by", "fri")
    path = file_of(troth, "Ben")
    path.unlink()
    path.write_bytes(b"{")
    ran = troth("due")
    assert ran.code == 0
    assert "introduction to Priya" in ran.out
    assert ran.err.count("Ben Lindqvist's pages were damaged") == 1


def test_every_command_tells_what_it_did_to_a_damaged_file(troth: CommandLine) -> None:
    troth("promise", "Ben", "the slides", "--by", "fri")
    path = file_of(troth, "Ben")
    path.unlink()
    path.write_bytes(b"{")
    ran = troth("promise", "Ben", "a map", "--by", "fri")
    assert ran.code == 0
    assert ran.err.count("Ben Lindqvist's pages were damaged") == 1
    assert promised(troth) == ["introduction to Priya", "a map"]


@pytest.mark.skipif(os.name == "nt", reason="a process of its own, by its path")
def test_neither_is_loaded_by_other_commands(troth: CommandLine) -> None:
    ran = run_process("--vault", str(troth.vault), "due", "--short", env={"PYTHONVERBOSE": "1"})
    assert "'data.keeper'" not in ran.stderr
    assert "'tinydb'" not in ran.stderr
