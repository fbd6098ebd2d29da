"""`troth add` and `troth show`: a new person, and the facts about one."""

from datetime import date
from functools import partial

import pytest

from coaching.record.base import Audience
from coaching.record.relationship import Relationship
from coaching.verbs import hurdles, notes, relationships
from tests.tui.command_line import CommandLine

PAGE = """\
Ben Lindqvist (he/him), your mentee since Mon 2 Nov 2026
  Phase    growing
  Rhythm   every 2 weeks, at most 4 weeks apart
  Channel  video call

Recorded
  You last met 12 days ago, on Thu 12 Nov 2026.
  Of the 3 check-ins, 2 were held and 1 moved by you.
  Your promises: 2 kept; 1 of them 7 days late; too early to say more.
  Ben Lindqvist's promises: too early to say.

Planned check-ins
  Fri 20 Nov 2026, 10:00  regular  passed, nothing recorded yet
  Thu 26 Nov 2026, 15:00  talk

You promised
  by Mon 23 Nov 2026  the slides  overdue

Ben promised
  by Fri 27 Nov 2026  his draft

Open hurdles
  none
"""


def told_about_ben(troth: CommandLine) -> None:
    """A few weeks with Ben, by the verbs of the command line where there are some."""
    early = troth.at("2026-11-02T08:00")
    early("add", "Ben Lindqvist", "--i-am", "mentor", "--every", "2w")
    early("promise", "Ben", "introduction to Priya", "--by", "2026-11-05")
    early("promise", "Ben", "a list of books", "--by", "2026-11-09")
    early("promise", "Ben", "the slides", "--by", "2026-11-23")
    early("promise", "Ben", "his draft", "--by", "2026-11-27", "--from", "them")
    early.plan("Ben", "2026-11-04 15:00", topic="talk")
    early("log", "Ben", "--moved", "4 nov", "--to", "2026-11-26 15:00", "--by", "me")
    early.plan("Ben", "2026-11-20 10:00")
    later = troth.at("2026-11-12T18:00")
    later("log", "Ben", "--held", "2026-11-06")
    later("log", "Ben", "--held", "today")
    later("keep", "Ben", "books", "--on", "2026-11-09")
    later("keep", "Ben", "Priya")
    later.do(
        "Ben",
        partial(relationships.edit, pronouns="he/him", channel="video call", phase="growing"),
    )


def test_add_begins_the_records_and_says_the_date_in_full(troth: CommandLine) -> None:
    assert not troth.vault.exists()
    ran = troth("add", "Ben Lindqvist", "--i-am", "mentor", "--every", "2w")
    assert ran.line == (
        "Ben Lindqvist added on Tue 24 Nov 2026: your mentee, every 2 weeks. "
        "Open troth to plan the first check-in."
    )
    ben = troth.workbook("Ben").relationship
    assert (ben.i_am, ben.since, ben.zone) == ("mentor", date(2026, 11, 24), "Europe/Berlin")
    assert ben.rhythm is not None
    assert ben.rhythm.every.words() == "every 2 weeks"


def test_add_needs_no_rhythm(troth: CommandLine) -> None:
    assert troth("add", "Chiara", "--i-am", "mentee").line.startswith(
        "Chiara added on Tue 24 Nov 2026: your mentor. "
    )
    assert troth.workbook("Chiara").relationship.rhythm is None


@pytest.mark.parametrize("again", ["Ben Lindqvist", "ben lindqvist", "  BEN LINDQVIST "])
def test_a_name_that_is_there_already_is_refused(troth: CommandLine, again: str) -> None:
    troth("add", "Ben Lindqvist", "--i-am", "mentor")
    ran = troth("add", again, "--i-am", "mentor")
    assert ran.code == 2
    assert ran.complaint.startswith("Ben Lindqvist is in your records already.")
    assert len(troth.records.overview().people) == 1


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("[/x] [b] [$primary]", "[/x] [b] [$primary]"),
        ("\x1b[31mRed\x07\x9b2J", "[31mRed2J"),
        ("a\u202eb\u2066c", "abc"),
        ("two\nlines", "two lines"),
        ("👩\u200d🏫 Zoë 王芳 ليلى", "👩\u200d🏫 Zoë 王芳 ليلى"),
    ],
)
def test_any_name_is_kept_and_printed_tame(troth: CommandLine, name: str, kept: str) -> None:
    assert troth("add", "--i-am", "mentor", "--", name).line.startswith(f"{kept} added")
    assert [one.name for one in troth.records.overview().people] == [kept]
    assert troth("show", "--", name).out.startswith(f"{kept}, your mentee")


def test_show_prints_the_facts(troth: CommandLine) -> None:
    told_about_ben(troth)
    assert troth("show", "ben").out == PAGE


def test_show_of_someone_new_says_none_where_there_is_none(troth: CommandLine) -> None:
    troth("add", "Efua", "--i-am", "mentee")
    out = troth("show", "Efua").out
    assert out.startswith("Efua, your mentor since Tue 24 Nov 2026\n")
    assert "No check-in held yet." in out
    assert out.count("\n  none\n") == 4


def test_show_tells_no_word_that_is_only_for_you(troth: CommandLine) -> None:
    told_about_ben(troth)
    records = troth.records
    ben = troth.workbook("Ben").id
    new_id = records.coach.new_id
    hurdle_id = new_id()
    today = date(2026, 11, 21)
    records.coach.do(
        ben,
        partial(
            hurdles.start,
            hurdle_id=hurdle_id,
            i_am="mentor",
            today=today,
            what_happened="secret one",
        ),
    )
    records.coach.do(
        ben,
        partial(
            hurdles.answer,
            hurdle_id=hurdle_id,
            question="effect",
            new_id=new_id(),
            today=today,
            effect="secret two",
        ),
    )
    for audience in Audience:
        records.coach.do(
            ben,
            partial(
                notes.write, note_id=new_id(), text="secret three", about=today, audience=audience
            ),
        )
    out = troth("show", "Ben").out
    assert "secret" not in out
    assert "  since Sat 21 Nov 2026  find what comes closest, about 2 minutes\n" in out


def test_show_says_where_a_relationship_stands(troth: CommandLine) -> None:
    told_about_ben(troth)
    troth.do("Ben", partial(relationships.pause, today=date(2026, 11, 24)))
    troth.do("Ben", partial(relationships.edit, zone="Asia/Kolkata"))
    out = troth("show", "Ben").out
    assert "  State      paused since Tue 24 Nov 2026\n" in out
    assert "  Time zone  Asia/Kolkata\n" in out


@pytest.mark.parametrize("part", ["Amara", "amara okafor", "oka", "  Amara  Okafor".strip()])
def test_a_part_of_a_name_is_enough(troth: CommandLine, part: str) -> None:
    for name in ("Amara Okafor", "Ben Lindqvist", "Ben"):
        troth("add", name, "--i-am", "mentor")
    found = troth("show", " ".join(part.split())).out
    assert found.startswith("Amara Okafor, ")


def test_a_whole_name_wins_over_a_longer_one(troth: CommandLine) -> None:
    for name in ("Ben Lindqvist", "Ben"):
        troth("add", name, "--i-am", "mentor")
    assert troth("show", "ben").out.startswith("Ben, ")


def test_a_part_of_two_names_says_which(troth: CommandLine) -> None:
    for name in ("Dev Patel", "Amara Okafor", "Efua Mensah"):
        troth("add", name, "--i-am", "mentor")
    ran = troth("show", "e")
    assert ran.code == 2
    assert ran.complaint == '"e" fits Dev Patel and Efua Mensah. Write more of the name.'


def test_a_part_of_many_names_stays_one_line(troth: CommandLine) -> None:
    for number in range(9):
        troth("add", f"Person {number}", "--i-am", "mentor")
    assert troth("show", "person").complaint == (
        '"person" fits Person 0, Person 1, Person 2, Person 3, Person 4 and 4 more. '
        "Write more of the name."
    )


def test_two_people_of_one_name_are_told(troth: CommandLine) -> None:
    for name in ("Sam", "Sam Two"):
        troth("add", name, "--i-am", "mentor")
    troth.do("Sam Two", partial(relationships.edit, name="Sam"))
    assert troth("show", "Sam").complaint.startswith("2 people are called Sam.")


def test_an_unknown_name_gets_the_nearest_one(troth: CommandLine) -> None:
    troth("add", "Amara Okafor", "--i-am", "mentor")
    near = troth("show", "Amera")
    assert near.code == 2
    assert near.complaint == (
        'Nobody in your records is called "Amera". Did you mean Amara Okafor?'
    )
    assert troth("show", "Xyz").complaint == (
        'Nobody in your records is called "Xyz". Add someone with: troth add NAME --i-am mentor'
    )


def test_an_unknown_name_beside_damage_tells_the_damage(troth: CommandLine) -> None:
    troth("add", "Ben", "--i-am", "mentor")
    path = troth.vault / "workbooks" / f"{troth.workbook('Ben').id}.json"
    path.write_text("{", "utf-8")
    ran = troth("show", "Ben")
    assert ran.code == 1
    assert str(path) in ran.complaint


def test_unreadable_records_are_counted_on_a_page(troth: CommandLine) -> None:
    troth("add", "Ben", "--i-am", "mentor")
    troth("promise", "Ben", "the slides", "--by", "2026-11-27")
    workbook = troth.workbook("Ben")
    path = troth.vault / "workbooks" / f"{workbook.id}.json"
    path.write_text(path.read_text("utf-8").replace('"2026-11-27"', '"soon"'), "utf-8")
    out = troth("show", "Ben").out
    assert out.endswith(
        "\n1 record cannot be read by this Troth and not shown; nothing was changed.\n"
    )
    assert len(workbook.all(Relationship)) == 1
