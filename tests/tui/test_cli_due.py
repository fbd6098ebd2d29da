"""`troth due`: what it prints for people and for other programs."""

import json
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from coaching.record.workbook import MINE
from coaching.verbs import hurdles, relationships, trials
from tests.tui.command_line import CommandLine

THREE = """\
overdue   Fri 13 Nov 2026         Ben Lindqvist  you promised: introduction to Priya
today     Tue 24 Nov 2026, 15:00  Amara Okafor   check-in: spring goals
upcoming  Thu 26 Nov 2026, 10:00  Ben Lindqvist  check-in: regular
upcoming  Fri 27 Nov 2026         Amara Okafor   promised to you: her draft
"""


@pytest.fixture
def troth(troth: CommandLine) -> CommandLine:
    """Two people, with check-ins and promises before and after the present moment."""
    early = troth.at("2026-11-02T08:00")
    early("add", "Ben Lindqvist", "--i-am", "mentor")
    early("add", "Amara Okafor", "--i-am", "mentor")
    early("promise", "Ben", "introduction to Priya", "--by", "2026-11-13")
    early("promise", "Amara", "her draft", "--by", "2026-11-27", "--from", "them")
    troth.plan("Ben", "2026-11-26 10:00")
    troth.plan("Amara", "2026-11-24 15:00", topic="spring goals")
    troth.plan("Amara", "2026-12-20")
    return troth


def test_lines_stand_in_columns_with_what_is_overdue_first(troth: CommandLine) -> None:
    assert troth("due").out == THREE


def test_no_colour_and_no_code_is_in_the_lines(troth: CommandLine) -> None:
    assert "\x1b" not in troth("due").out


@pytest.mark.parametrize(
    ("within", "last_words"),
    [
        ("0d", "check-in: spring goals"),
        ("2d", "check-in: regular"),
        ("1w", "her draft"),
        ("60", "check-in: regular"),
    ],
)
def test_within_says_how_far_to_look(troth: CommandLine, within: str, last_words: str) -> None:
    ran = troth("due", "--within", within)
    assert ran.code == 0
    assert ran.out.startswith("overdue   Fri 13 Nov")
    assert ran.out.endswith(f"{last_words}\n")


def test_nothing_due_is_said_calmly_and_is_no_failure(troth: CommandLine) -> None:
    quiet = troth.at("2026-11-02T08:00")
    quiet("keep", "Ben", "introduction")
    assert quiet("due", "--within", "3d").line == "Nothing is due in the next 3 days."
    assert quiet("due", "--within", "1d").line == "Nothing is due in the next 1 day."
    assert quiet("due", "--within", "0d").line == "Nothing is due today."
    assert quiet("due", "--within", "3d", "--short").line == "nothing due"
    assert json.loads(quiet("due", "--within", "3d", "--json").out) == []


def test_short_counts_and_names_nobody_unless_asked(troth: CommandLine) -> None:
    assert troth("due", "--short").line == "1 overdue, 1 today, 2 upcoming"
    assert (
        troth("due", "--short", "--names").line
        == "1 overdue (Ben Lindqvist), 1 today (Amara Okafor), "
        "2 upcoming (Ben Lindqvist and Amara Okafor)"
    )


def test_json_has_an_object_for_each_thing(troth: CommandLine) -> None:
    things = json.loads(troth("due", "--json").out)
    assert things[0] == {
        "kind": "promise",
        "relationship": "Ben Lindqvist",
        "what": "introduction to Priya",
        "when": "2026-11-13",
        "state": "overdue",
        "whose": "me",
    }
    assert things[1] == {
        "kind": "check-in",
        "relationship": "Amara Okafor",
        "what": "spring goals",
        "when": "2026-11-24T15:00+01:00",
        "state": "today",
    }
    assert [thing.get("whose") for thing in things] == ["me", None, None, "them"]


def test_json_is_plain_ascii_whatever_the_names(troth: CommandLine) -> None:
    troth("add", "Zoë 王芳", "--i-am", "mentee")
    troth("promise", "Zoë", "naïve plan", "--by", "2026-11-25")
    printed = troth("due", "--json").out
    assert printed.isascii()
    assert "Zoë 王芳" in {thing["relationship"] for thing in json.loads(printed)}


def test_names_of_double_width_keep_the_columns(troth: CommandLine) -> None:
    troth("add", "王芳", "--i-am", "mentee")
    troth("promise", "王芳", "the list", "--by", "2026-11-25")
    lines = troth("due").out.splitlines()
    assert "upcoming  Wed 25 Nov 2026         王芳           you promised: the list" in lines


def test_a_check_in_whose_time_has_passed_today_is_overdue(troth: CommandLine) -> None:
    first, second, *_ = troth.at("2026-11-24T16:00")("due").out.splitlines()
    assert first.startswith("overdue   Fri 13 Nov 2026")
    assert second.startswith("overdue   Tue 24 Nov 2026, 15:00")


def test_an_open_hurdle_is_due_without_a_word_of_it(troth: CommandLine) -> None:
    for workbook_id, words in ((None, "he laughed at me"), (MINE, "quite alone")):
        start = partial(
            hurdles.start,
            hurdle_id=troth.records.coach.new_id(),
            i_am="mentor",
            today=date(2026, 11, 21),
            what_happened=words,
        )
        if workbook_id:
            troth.records.coach.do(workbook_id, start)
        else:
            troth.do("Ben", start)
    ran = troth("due")
    assert "today     Tue 24 Nov 2026         yourself       hurdle: say what it did" in ran.out
    assert "today     Tue 24 Nov 2026         Ben Lindqvist  hurdle: say what it did" in ran.out
    assert "laughed" not in ran.out
    assert "alone" not in ran.out
    things = json.loads(troth("due", "--json").out)
    assert {"hurdle"} == {thing["kind"] for thing in things if "say what it did" in thing["what"]}


def test_another_format_is_due_on_the_day_to_decide_until_it_is_decided(
    troth: CommandLine,
) -> None:
    begin = partial(trials.begin, trial_id="t", what="a walk", until=date(2026, 11, 27))
    troth.do("Ben", partial(begin, today=date(2026, 11, 2)))
    what = "decide about another format, a walk"
    assert f"upcoming  Fri 27 Nov 2026         Ben Lindqvist  check-in: {what}" in troth("due").out
    (thing,) = (one for one in json.loads(troth("due", "--json").out) if one["what"] == what)
    assert thing == {
        "kind": "check-in",
        "relationship": "Ben Lindqvist",
        "what": what,
        "when": "2026-11-27",
        "state": "upcoming",
    }
    troth.do("Ben", partial(trials.decide, trial_id="t", how="keep", today=date(2026, 11, 24)))
    assert what not in troth("due").out


def test_a_paused_person_is_not_due(troth: CommandLine) -> None:
    troth.do("Ben", partial(relationships.pause, today=date(2026, 11, 24)))
    assert "Ben" not in troth("due").out


def test_records_that_cannot_be_read_hide_no_others(troth: CommandLine) -> None:
    ben = troth.vault / "workbooks" / f"{troth.workbook('Ben').id}.json"
    ben.with_suffix(".last").unlink(missing_ok=True)
    ben.write_text("not a record", "utf-8")
    ran = troth("due")
    assert ran.code == 1
    assert "spring goals" in ran.out
    assert str(ben) in ran.err
    assert ran.err.count("\n") == 1


def test_one_record_that_cannot_be_read_is_counted(troth: CommandLine) -> None:
    workbook = troth.workbook("Ben")
    path = troth.vault / "workbooks" / f"{workbook.id}.json"
    path.write_text(path.read_text("utf-8").replace('"2026-11-13"', '"soon"'), "utf-8")
    ran = troth("due")
    assert ran.code == 0
    assert "introduction" not in ran.out
    assert "1 record about Ben Lindqvist cannot be read" in ran.err


def test_without_records_it_says_how_to_begin_and_makes_nothing(
    troth: CommandLine, tmp_path: Path
) -> None:
    empty = tmp_path / "empty"
    ran = troth.bare("due", "--vault", str(empty))
    assert ran.code == 1
    assert ran.complaint == (
        f"There are no records in {empty} yet. "
        "Begin with troth add NAME --i-am mentor, or with troth alone."
    )
    assert not empty.exists()
