"""`troth promise`, `keep` and `renew`, and what they leave as facts."""

from functools import partial

import pytest

from coaching.record.promise import Promise
from coaching.verbs import promises
from tests.tui.command_line import CommandLine


@pytest.fixture
def troth(troth: CommandLine) -> CommandLine:
    """Ben, with one promise each way."""
    troth("add", "Ben Lindqvist", "--i-am", "mentor")
    troth("promise", "Ben", "introduction to Priya", "--by", "fri")
    troth("promise", "Ben", "introduction of himself", "--by", "1 dec", "--from", "them")
    return troth


def test_a_promise_is_said_with_its_date_in_full(troth: CommandLine) -> None:
    assert troth("promise", "ben", "the slides", "--by", "+2w").line == (
        "Promise to Ben Lindqvist: the slides, by Tue 8 Dec 2026."
    )
    assert troth("promise", "ben", "a draft", "--by", "24/12", "--from", "them").line == (
        "Promise from Ben Lindqvist: a draft, by Thu 24 Dec 2026."
    )
    kept = [(one.what, one.whose) for one in troth.workbook("Ben").all(Promise)]
    assert kept[2:] == [("the slides", "me"), ("a draft", "them")]


def test_one_kept_late_after_a_new_date_is_a_fact(troth: CommandLine) -> None:
    assert troth.at("2026-11-26T09:00")("renew", "Ben", "Priya", "--by", "mon").line == (
        "New date agreed: introduction to Priya, by Mon 30 Nov 2026. With Ben Lindqvist."
    )
    assert troth.at("2026-12-03T09:00")("keep", "Ben", "Priya").line == (
        "Promise kept, 3 days late: introduction to Priya. To Ben Lindqvist, on Thu 3 Dec 2026."
    )
    page = troth.at("2026-12-03T09:01")("show", "Ben").out
    assert "  Your promises: 1 kept, 3 days late; 1 new date agreed in time; too early" in page
    assert "Priya" not in page


def test_one_kept_on_an_earlier_day_counts_for_that_day(troth: CommandLine) -> None:
    later = troth.at("2026-12-03T09:00")
    assert later("keep", "Ben", "Priya", "--on", "27 nov").line == (
        "Promise kept: introduction to Priya. To Ben Lindqvist, on Fri 27 Nov 2026."
    )
    assert "  Your promises: 1 kept, in time; too early" in later("show", "Ben").out


def test_the_other_side_keeps_too(troth: CommandLine) -> None:
    ran = troth("keep", "Ben", "himself")
    assert ran.line.endswith("From Ben Lindqvist, on Tue 24 Nov 2026.")
    assert "  Ben Lindqvist's promises: 1 kept, in time; too early" in troth("show", "Ben").out


def test_words_that_fit_two_promises_say_which(troth: CommandLine) -> None:
    ran = troth("keep", "Ben", "INTRODUCTION")
    assert ran.code == 2
    assert ran.complaint == (
        '"INTRODUCTION" fits "introduction to Priya" (yours, by Fri 27 Nov 2026) and '
        '"introduction of himself" (theirs, by Tue 1 Dec 2026). '
        "Write more of its words, or --from me or them."
    )
    assert "Priya" in troth("keep", "Ben", "INTRODUCTION", "--from", "me").line


def test_whole_words_win_and_the_same_words_mean_the_first_due(troth: CommandLine) -> None:
    troth("promise", "Ben", "notes", "--by", "2026-12-20")
    troth("promise", "Ben", "notes", "--by", "2026-12-06")
    troth("promise", "Ben", "notes of the talk", "--by", "2026-12-01")
    assert troth("keep", "Ben", "notes").code == 0
    left = sorted(
        one.by.day
        for one in troth.workbook("Ben").all(Promise)
        if one.what == "notes" and one.state == "open"
    )
    assert left == [20]


def test_words_of_no_promise_get_the_nearest_or_the_list(troth: CommandLine) -> None:
    assert troth("keep", "Ben", "introducton to Pria").complaint.endswith(
        'Did you mean "introduction to Priya"?'
    )
    assert troth("keep", "Ben", "zzz").complaint == (
        'No open promise with Ben Lindqvist has the words "zzz". '
        'Open: "introduction to Priya" and "introduction of himself".'
    )


def test_a_settled_promise_is_not_settled_twice(troth: CommandLine) -> None:
    troth("keep", "Ben", "Priya")
    ran = troth("keep", "Ben", "Priya")
    assert ran.code == 2
    assert ran.complaint == (
        'The promise "introduction to Priya" is kept already. Nothing was changed.'
    )
    himself = troth.workbook("Ben").all(Promise)[1]
    troth.do("Ben", partial(promises.let_go, promise_id=himself.id, today=himself.made))
    assert "is let go already" in troth("renew", "Ben", "himself", "--by", "fri").complaint
    assert troth("keep", "Ben", "other").complaint.endswith("None is open.")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("promise", "Ben", " ", "--by", "fri"), "The promise is empty."),
        (("promise", "Ben", "x" * 201, "--by", "fri"), "201 characters; 200 fit here"),
        (("promise", "Ben", "x", "--by", "31 feb"), "February 2027 has 28 days"),
        (("promise", "Ben", "x", "--by", "fri 3pm"), "has a time; a day is enough"),
        (("promise", "Ben", "x", "--by", "2099-01-01"), "too far away"),
        (("promise", "Ben", "x", "--by", "soon"), '"soon" is not a date Troth can read'),
        (("keep", "Ben", "Priya", "--on", "2026-11-30"), "Mon 30 Nov 2026 is still to come"),
        (("renew", "Ben", "Priya", "--by", "2026-11-01"), "Sun 1 Nov 2026 has passed"),
        (("keep", "Ben", ""), "The promise is empty."),
    ],
)
def test_what_cannot_be_is_refused_in_one_line(
    troth: CommandLine, words: tuple[str, ...], says: str
) -> None:
    before = troth.workbook("Ben")
    ran = troth(*words)
    assert ran.code == 2
    assert says in ran.complaint
    assert troth.workbook("Ben") == before
