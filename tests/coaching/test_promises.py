"""Promises: made, kept, renewed, let go, not kept, and put right again."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.errors import Gone, Refused
from coaching.record.promise import Promise
from coaching.record.workbook import MINE, Done, Workbook
from coaching.verbs import promises
from tests.coaching.making import TODAY, ben, day, promise

SETTLED: list[Callable[[Workbook], Done]] = [
    lambda book: promises.keep(book, "p", on=TODAY, today=TODAY),
    lambda book: promises.let_go(book, "p", today=TODAY),
    lambda book: promises.not_kept(book, "p", today=TODAY),
]


def of(done: Done) -> Promise:
    return done.workbook.get(Promise, "p")


def open_one(by: str = "11-20", whose: str = "me") -> Workbook:
    return ben(promise("p", by, whose, what="introduction"))


@pytest.mark.parametrize(
    ("whose", "said"),
    [
        ("me", "Promise to Ben Lindqvist: introduction, by Fri 4 Dec 2026."),
        ("them", "Promise from Ben Lindqvist: introduction, by Fri 4 Dec 2026."),
    ],
)
def test_a_promise_says_whose_it_is(whose: str, said: str) -> None:
    done = promises.make(
        ben(),
        promise_id="p",
        what=" introduction\x1b ",
        whose="me" if whose == "me" else "them",
        by=day("12-04"),
        today=TODAY,
    )
    assert done.said == said
    made = of(done)
    assert (made.whose, made.made, made.by, made.state) == (whose, TODAY, day("12-04"), "open")


@pytest.mark.parametrize(
    ("on", "said", "late"),
    [
        ("11-19", "Promise kept: introduction.", 0),
        ("11-20", "Promise kept: introduction.", 0),
        ("11-21", "Promise kept, 1 day late: introduction.", 1),
        ("11-24", "Promise kept, 4 days late: introduction.", 4),
    ],
)
def test_keeping_says_how_late_it_was(on: str, said: str, late: int) -> None:
    done = promises.keep(open_one(), "p", on=day(on), today=TODAY)
    assert (done.said, of(done).state, of(done).settled) == (said, "kept", day(on))
    assert of(done).kept_late_days == late


def test_it_cannot_be_kept_on_a_day_to_come() -> None:
    with pytest.raises(Refused) as told:
        promises.keep(open_one(), "p", on=day("11-25"), today=TODAY)
    assert told.value.sentence == "Wed 25 Nov 2026 is still to come. Keep it on that day."
    assert told.value.field == "when"


def test_a_new_date_agreed_in_time_makes_it_kept_in_time() -> None:
    renewed = promises.renew(open_one("11-24"), "p", by=day("12-04"), today=TODAY)
    assert renewed.said == "New date agreed: introduction, by Fri 4 Dec 2026."
    assert [new.in_good_faith for new in of(renewed).new_dates] == [True]
    kept = promises.keep(renewed.workbook, "p", on=day("12-04"), today=day("12-05"))
    assert kept.said == "Promise kept: introduction."


def test_a_new_date_agreed_too_late_does_not() -> None:
    renewed = promises.renew(open_one("11-23"), "p", by=day("12-04"), today=TODAY)
    assert [new.in_good_faith for new in of(renewed).new_dates] == [False]
    kept = promises.keep(renewed.workbook, "p", on=day("12-04"), today=day("12-05"))
    assert kept.said == "Promise kept, 11 days late: introduction."


@pytest.mark.parametrize(
    ("by", "told"),
    [
        ("11-23", "Mon 23 Nov 2026 has passed. Agree a date from today on."),
        ("12-01", "Tue 1 Dec 2026 is the date agreed already."),
    ],
)
def test_a_date_that_is_no_new_one_is_refused(by: str, told: str) -> None:
    with pytest.raises(Refused) as refused:
        promises.renew(open_one("12-01"), "p", by=day(by), today=TODAY)
    assert (refused.value.sentence, refused.value.field) == (told, "by")


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 30)), max_size=6))
def test_each_new_date_goes_on_from_the_one_before(steps: list[tuple[int, int]]) -> None:
    book, today = open_one("11-24"), TODAY
    dates = [TODAY]
    for later, ahead in steps:
        today += timedelta(days=later)
        by: date = today + timedelta(days=ahead)
        if by == dates[-1]:
            continue
        book = promises.renew(book, "p", by=by, today=today).workbook
        dates.append(by)
    agreed = book.get(Promise, "p").new_dates
    assert [new.was for new in agreed] == dates[:-1]
    assert [new.now for new in agreed] == dates[1:]
    assert book.get(Promise, "p").by == dates[-1]


def test_letting_go_and_not_keeping_are_said_plainly() -> None:
    gone = promises.let_go(open_one(), "p", today=TODAY)
    assert (gone.said, of(gone).state) == ("Promise let go: introduction.", "dropped")
    broken = promises.not_kept(open_one(), "p", today=TODAY)
    assert (broken.said, of(broken).state) == ("Promise not kept: introduction.", "broken")
    assert of(gone).settled == of(broken).settled == TODAY


@pytest.mark.parametrize("settle", SETTLED)
def test_a_settled_promise_is_settled_once_and_can_be_opened_again(
    settle: Callable[[Workbook], Done],
) -> None:
    book = settle(open_one()).workbook
    for again in SETTLED:
        with pytest.raises(Refused, match="settled already: introduction"):
            again(book)
    with pytest.raises(Refused):
        promises.renew(book, "p", by=day("12-04"), today=TODAY)
    reopened = promises.open_again(book, "p")
    assert reopened.said == "Promise open again: introduction."
    assert reopened.workbook == open_one()


def test_opening_an_open_promise_changes_nothing() -> None:
    assert promises.open_again(open_one(), "p").workbook == open_one()


def test_a_promise_is_between_two_people() -> None:
    with pytest.raises(Gone):
        promises.make(Workbook(MINE), promise_id="p", what="x", whose="me", by=TODAY, today=TODAY)


def test_a_promise_is_not_kept_before_it_was_made() -> None:
    book = ben(promise("p", "11-20").changed(made=day("11-10")))
    with pytest.raises(Refused, match=r"^This was promised on Tue 10 Nov 2026") as told:
        promises.keep(book, "p", on=day("11-09"), today=TODAY)
    assert told.value.field == "when"
    assert promises.keep(book, "p", on=day("11-10"), today=TODAY).workbook.get(
        Promise, "p"
    ).settled == day("11-10")
