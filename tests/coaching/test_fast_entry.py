"""New relationships from one line each, and from several pasted lines."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.errors import Refused
from coaching.fast_entry import NewRelationship, Problem, read_line, read_lines
from coaching.moments import DateStyle, Every, Wall
from tests.coaching.hostile import hostile

BERLIN = "Europe/Berlin"
NOW = datetime(2026, 11, 24, 9, 14, tzinfo=ZoneInfo(BERLIN))  # a Tuesday

FORTNIGHT, WEEK, MONTH = Every(2, "week"), Every(1, "week"), Every(1, "month")
NEXT_TUE = Wall(date(2026, 12, 1), time(15), BERLIN)
THU = Wall(date(2026, 11, 26), time(10), BERLIN)


def refusal(line: str) -> Refused:
    with pytest.raises(Refused) as refused:
        read_line(line, NOW, BERLIN)
    return refused.value


@pytest.mark.parametrize(
    ("line", "new"),
    [
        ("Dev", NewRelationship("Dev")),
        (
            "Ben every 2w, next tue 3pm",
            NewRelationship("Ben", every=FORTNIGHT, next=NEXT_TUE),
        ),
        ("Ben every 2w next tue 3pm", NewRelationship("Ben", every=FORTNIGHT, next=NEXT_TUE)),
        (
            "Amara Okafor, I am mentee, every month",
            NewRelationship("Amara Okafor", "mentee", MONTH),
        ),
        (
            "Chiara (my mentor) weekly thu 10:00",
            NewRelationship("Chiara", "mentee", WEEK, THU),
        ),
        ("Chiara(mentor), thu 10:00", NewRelationship("Chiara", "mentee", next=THU)),
        ("Ben I’m his mentor weekly", NewRelationship("Ben", "mentor", WEEK)),
        ("Ben, my mentee, 2w", NewRelationship("Ben", "mentor", FORTNIGHT)),
        ("Ben\t2w\tnext tue 3pm", NewRelationship("Ben", every=FORTNIGHT, next=NEXT_TUE)),
        ("Ben, next: tue, 3pm", NewRelationship("Ben", next=NEXT_TUE)),
        ("Ben, next: thu 10:00", NewRelationship("Ben", next=THU)),
        ("Ben next 26 nov 10:00", NewRelationship("Ben", next=THU)),
        ("Ben, next Thu 26 Nov 2026, 10:00", NewRelationship("Ben", next=THU)),
        ("Ben, in 2 days at 10:00", NewRelationship("Ben", next=THU)),
        ("Ben - every: 2w", NewRelationship("Ben", every=FORTNIGHT)),
        ("  Ben   Lindqvist ,, ", NewRelationship("Ben Lindqvist")),
    ],
)
def test_a_line_says_name_role_rhythm_and_next_date(line: str, new: NewRelationship) -> None:
    assert read_line(line, NOW, BERLIN) == new


@pytest.mark.parametrize(
    "name",
    [
        "[/x] [b] [$primary]",
        "👩\u200d👩\u200d👧",
        "مریم",
        "山田 太郎",
        "R2 D2",
        "Sam (they/them)",
        "Ben Every",
        "Every Smith",
        "Next",
        "O'Brien-Smith: PhD",
        "Anna Sun",
    ],
)
def test_a_name_may_be_anything(name: str) -> None:
    assert read_line(name, NOW, BERLIN).name == name
    assert read_line(f"{name}, 2w", NOW, BERLIN) == NewRelationship(name, every=FORTNIGHT)


def test_a_comma_says_that_a_date_belongs_to_the_name() -> None:
    assert read_line("Agent 3d,", NOW, BERLIN).name == "Agent 3d"


def test_your_role_is_the_usual_one_unless_the_line_says_otherwise() -> None:
    assert read_line("Ben", NOW, BERLIN, "mentor").i_am == "mentor"
    assert read_line("Ben (my mentor)", NOW, BERLIN, "mentor").i_am == "mentee"


@pytest.mark.parametrize(
    ("line", "field", "told"),
    [
        (", every 2w", "name", "A line begins with a name, like Ben every 2w, next tue 3pm."),
        ("\u200b", "name", "A line begins with a name, like Ben every 2w, next tue 3pm."),
        (
            "every 2w, next tue",
            "name",
            'A name is missing before "every 2w": begin with it, like Ben every 2w.',
        ),
        (
            "Ben tue 3pm",
            "name",
            (
                '"tue 3pm" looks like a date or a rhythm: write a comma before it,'
                " or after it if it belongs to the name."
            ),
        ),
        (
            "Okafor, Amara",
            None,
            (
                '"Amara" is not a rhythm, a date or a role Troth can read.'
                " Write it like every 2w, next tue 3pm or I am mentee."
            ),
        ),
        (
            "Ben every blue moon, tue",
            None,
            (
                '"every blue moon" is not a rhythm, a date or a role Troth can read.'
                " Write it like every 2w, next tue 3pm or I am mentee."
            ),
        ),
        ("Ben, 31 feb", None, '"31 feb" does not exist: February 2027 has 28 days.'),
        ("Ben, mentor", "i_am", '"mentor" is unclear: write I am mentor or my mentor.'),
        (
            "Ben, every 2w, monthly",
            "every",
            '"monthly" is a second rhythm in this line: keep one of them.',
        ),
        ("Ben, tue, wed", "next", '"wed" is a second date in this line: keep one of them.'),
        (
            "Ben, I am mentor, my mentor",
            "i_am",
            '"my mentor" is a second role in this line: keep one of them.',
        ),
        (
            "Ben, yesterday",
            "next",
            '"yesterday" is over (Mon 23 Nov 2026): the next check-in needs a date to come.',
        ),
        ("x" * 201, None, "The text has 201 characters; 200 fit here. Nothing was changed."),
    ],
)
def test_the_refusal_names_the_part(line: str, field: str | None, told: str) -> None:
    refused = refusal(line)
    assert (refused.field, refused.sentence) == (field, told)


def test_several_lines_are_read_one_by_one() -> None:
    read = read_lines("Ben every 2w\n\n  \nOkafor, Amara\r\nDev\n", NOW, BERLIN, "mentor")
    ben, problem, dev = read
    assert ben == NewRelationship("Ben", "mentor", FORTNIGHT)
    assert isinstance(problem, Problem)
    assert (problem.line_number, problem.text) == (4, "Okafor, Amara")
    assert problem.sentence.startswith('"Amara"')
    assert dev == NewRelationship("Dev", "mentor")


def test_numbers_follow_the_setting_in_a_line_too() -> None:
    line = "Ben, 12/24"
    assert read_line(line, NOW, BERLIN, style=DateStyle(day_first=False)).next == Wall(
        date(2026, 12, 24), None, BERLIN
    )
    assert "no month 24" in refusal(line).sentence


@given(st.lists(hostile).map("\n".join))
def test_any_text_gives_one_answer_for_each_line(text: str) -> None:
    read = read_lines(text, NOW, BERLIN)
    assert len(read) == len([line for line in text.splitlines() if line.strip()])
    for answer in read:
        if isinstance(answer, Problem):
            assert answer.sentence.endswith(".")
            assert "\x1b" not in answer.text + answer.sentence
        else:
            assert answer.name.strip() == answer.name != ""
