"""`troth scenario`: list, show, check, new, schema; no records are opened."""

import json
from pathlib import Path

import pytest

from data.scenario_loader import SCENARIOS
from tests.tui.command_line import CommandLine


def test_the_list_has_two_lines_for_each_case(troth: CommandLine) -> None:
    ran = troth("scenario", "list")
    assert (ran.code, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert [line[:4] for line in lines[:28:2]] == [f"sc{number:02}" for number in range(1, 15)]
    assert lines[4] == "sc03  The third reschedule (from 25 minutes, the mentee's chair)"
    assert all(len(line) <= 90 for line in lines)
    assert lines[-1] == "Read one: troth scenario show sc03"


def test_the_list_for_other_programs(troth: CommandLine) -> None:
    rows = json.loads(troth("scenario", "list", "--json").out)
    assert len(rows) == 14
    assert rows[2] | {"line": "", "endings": 0} == {
        "id": "sc03_third_reschedule",
        "title": "The third reschedule",
        "minutes": 25,
        "hurdle": "broken_promises",
        "view": "mentee",
        "line": "",
        "red_flags": [],
        "endings": 0,
    }
    assert [row["id"][:4] for row in rows if row["red_flags"]] == ["sc13", "sc14"]


def test_a_case_is_shown_with_all_a_facilitator_needs(troth: CommandLine) -> None:
    ran = troth("scenario", "show", "sc03")
    assert (ran.code, ran.err) == (0, "")
    for part in (
        "# The third reschedule",
        "- About: Promises slip",
        "- The wrong easy answer: ",
        "### 25 minutes",
        "### The third new time",
        "   - Why one might: He sounds tired.",
        "   - Leads to: Ten minutes",
        "- Samuel Boateng: You are ashamed",
        "- [ ] Did the owning come before the explaining?",
        "## What research says",
    ):
        assert part in ran.out, part


def test_a_whole_case_passes_and_nothing_is_kept(troth: CommandLine) -> None:
    path = SCENARIOS / "sc03_third_reschedule.yaml"
    assert troth("scenario", "check", str(path)).line == (
        "The third reschedule is ready to play: 12 scenes, 6 endings, all reached."
    )
    assert not troth.vault.exists()


def test_a_new_case_is_begun_checked_and_mended(troth: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    assert troth("scenario", "new", str(path)).code == 0
    assert "ready to play" in troth("scenario", "check", str(path)).line
    whole = path.read_text("utf-8")
    cut = whole.replace("[Guessing why he is late.]", "[It is late, and he is tired.]")
    path.write_text(cut, "utf-8")
    doubted = troth("scenario", "check", str(path))
    assert doubted.code == 0
    assert "notes.traps[1]: begins with a small letter" in doubted.out
    path.write_text(whole.replace("next: noon", "next: moon"), "utf-8")
    ran = troth("scenario", "check", str(path))
    assert ran.code == 1
    assert ran.out.startswith(f"{path}:")
    assert "scenes[0].choices[1].next: there is no scene 'moon'" in ran.out
    assert ran.err == f"1 thing to mend in {path} before it can be played.\n"
    assert "Mend" in troth("scenario", "show", str(path)).complaint


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("show",), "Say which: troth scenario show sc03"),
        (("check",), "Say which: troth scenario check my-case.yaml"),
        (("list", "sc03"), "troth scenario list takes nothing after it."),
        (("show", "sc03", "--json"), "--json goes with list only"),
        (("show", "sc0"), "Several cases begin with"),
        (("show", "no-such"), "There is no case and no file"),
        (("dance",), "invalid choice"),
    ],
)
def test_wrong_use_is_told_in_one_line(
    troth: CommandLine, words: tuple[str, ...], complaint: str
) -> None:
    ran = troth("scenario", *words)
    assert ran.code == 2
    assert complaint.lower() in ran.complaint.lower()


def test_an_existing_file_is_never_written_over(troth: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("mine", "utf-8")
    assert "stays as it is" in troth("scenario", "new", str(path)).complaint
    assert path.read_text("utf-8") == "mine"


def test_the_schema_is_json(troth: CommandLine) -> None:
    assert json.loads(troth("scenario", "schema").out)["title"] == "A workshop case of Troth"
