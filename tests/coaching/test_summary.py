"""The facts that the overview keeps: what counts, what does not, and what never gets in."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.due import due
from coaching.facts import facts_of
from coaching.home import home_view
from coaching.hurdle.recorded import recorded_facts, signals
from coaching.moments import Every
from coaching.overview import (
    CheckinLine,
    HurdleLine,
    Kept,
    Overview,
    PromiseLine,
    PutOffLine,
    TrialLine,
)
from coaching.record.base import Audience, Record
from coaching.record.checkin import Checkin, happened_on, last_held
from coaching.record.promise import Promise
from coaching.record.pulse import PulseAnswer
from coaching.record.putoff import PutOff
from coaching.record.relationship import Rhythm
from coaching.record.trial import Trial
from coaching.record.workbook import MINE, Unreadable, Workbook
from coaching.summary import kept, summarise
from tests.coaching.making import (
    LONDON,
    NOW,
    SAMPLES,
    TODAY,
    ben,
    checkin,
    day,
    hurdle,
    moment,
    promise,
    wall,
)

MARK = "nobody else reads this"

outcomes = st.sampled_from(("planned", "held", "moved", "missed", "cancelled", "unknown"))
days_ago = st.integers(-20, 200)
random_checkins = st.lists(
    st.tuples(outcomes, days_ago, st.sampled_from((None, "me", "them"))), max_size=12
)
random_promises = st.lists(
    st.tuples(
        st.sampled_from(("open", "kept", "dropped", "broken")),
        days_ago,
        st.sampled_from(("me", "them")),
        st.booleans(),
    ),
    max_size=10,
)


def checkins_of(drawn: list[tuple[str, int, str | None]]) -> list[Checkin]:
    """Check-ins of these outcomes, so many days ago; nothing to come was held."""
    made = []
    for number, (outcome, ago, by) in enumerate(drawn):
        on = TODAY - timedelta(days=abs(ago) if outcome != "planned" else ago)
        made.append(checkin(f"c{number}", f"{on} 10:00", outcome, by))
    return made


def promises_of(drawn: list[tuple[str, int, str, bool]]) -> list[Promise]:
    """Promises in these states, due so many days ago, some with a new date agreed in time."""
    made = []
    for number, (state, ago, whose, renewed) in enumerate(drawn):
        by = TODAY - timedelta(days=ago)
        old = by - timedelta(days=7)
        new = [{"was": old, "agreed": old, "now": by}] if renewed else []
        settled = None if state == "open" else TODAY
        fields: dict[str, Any] = {"state": state, "settled": settled, "new_dates": new}
        made.append(promise(f"p{number}", str(by), whose, **fields))
    return made


def everything_said(book: Workbook) -> tuple[Any, ...]:
    """All facts that are drawn from the records about one person."""
    view = home_view(Overview((summarise(book),)), NOW, LONDON)
    return (
        summarise(book),
        facts_of(book, TODAY),
        recorded_facts(book, TODAY, "Ben"),
        signals(book, TODAY),
        view,
        due(Overview((summarise(book),)), NOW, timedelta(days=14)),
    )


@given(drawn=random_checkins, some_promises=random_promises)
def test_unknown_check_ins_count_for_nothing(
    drawn: list[tuple[str, int, str | None]], some_promises: list[tuple[str, int, str, bool]]
) -> None:
    rhythm = Rhythm.of(Every(2, "week"))
    checkins, promises = checkins_of(drawn), promises_of(some_promises)
    known = [one for one in checkins if one.outcome != "unknown"]
    with_unknown = ben(*checkins, *promises, rhythm=rhythm)
    assert everything_said(with_unknown) == everything_said(ben(*known, *promises, rhythm=rhythm))


@given(drawn=random_promises)
def test_a_promise_let_go_counts_for_nothing(drawn: list[tuple[str, int, str, bool]]) -> None:
    promises = promises_of(drawn)
    others = [one for one in promises if one.state != "dropped"]
    assert facts_of(ben(*promises), TODAY) == facts_of(ben(*others), TODAY)
    assert signals(ben(*promises), TODAY) == signals(ben(*others), TODAY)


@given(drawn=random_promises)
def test_every_promise_is_counted_once(drawn: list[tuple[str, int, str, bool]]) -> None:
    promises = promises_of(drawn)
    for whose in ("me", "them"):
        theirs = [one for one in promises if one.whose == whose]
        counts = kept(promises, whose)
        open_ones = sum(one.state == "open" for one in theirs)
        assert counts.settled + counts.dropped + open_ones == len(theirs)
        assert counts.new_date_in_time <= len(theirs)


def renewed(record_id: str, agreed: str, **fields: Any) -> Promise:
    """A promise that was due on 10 November, with a new date agreed on a day."""
    new = {"was": day("11-10"), "agreed": day(agreed), "now": day("11-20")}
    return promise(record_id, "11-20", new_dates=[new], **fields)


@pytest.mark.parametrize(
    ("one", "counts"),
    [
        (promise("p", "11-20"), Kept()),
        (promise("p", "11-20", kept="11-20"), Kept(in_time=1)),
        (promise("p", "11-20", kept="11-21"), Kept(late=1)),
        (promise("p", "11-20", "them", kept="11-20"), Kept()),
        (promise("p", "11-20", state="broken", settled=TODAY), Kept(broken=1)),
        (promise("p", "11-20", state="dropped", settled=TODAY), Kept(dropped=1)),
        (renewed("p", "11-10"), Kept(new_date_in_time=1)),
        (renewed("p", "11-11"), Kept()),
        (renewed("p", "11-10", kept="11-20"), Kept(in_time=1, new_date_in_time=1)),
        (renewed("p", "11-11", kept="11-20"), Kept(late=1)),
    ],
)
def test_how_a_promise_counts_for_its_side(one: Promise, counts: Kept) -> None:
    assert kept([one], "me") == counts


def test_who_it_is_about() -> None:
    facts = summarise(ben(rhythm=Rhythm.of(Every(2, "week"), 20), state="paused", zone="UTC"))
    assert (facts.id, facts.name, facts.i_am, facts.state) == (
        *("ben", "Ben Lindqvist", "mentor", "paused"),
    )
    assert (facts.since, facts.zone) == (day("01-05"), "UTC")
    assert (facts.ideal_days, facts.longest_days) == (14, 20)
    assert summarise(ben()).ideal_days is None


def test_the_users_own_records_have_no_name() -> None:
    mine = summarise(Workbook(MINE).put(hurdle(look_again=day("12-01"))))
    assert (mine.id, mine.name, len(mine.hurdles)) == (MINE, "", 1)


def test_only_what_is_still_planned_stands_among_the_dates() -> None:
    facts = summarise(
        ben(
            *(checkin(outcome, "11-20", outcome) for outcome in ("held", "missed", "unknown")),
            checkin("c", "11-27 10:00").changed(topic="goals", kind="review", hurdle="h"),
        )
    )
    assert facts.planned == (CheckinLine("c", wall("11-27 10:00"), "review", "goals", "h"),)
    assert facts.held == 1


def test_the_latest_held_and_not_held_are_of_the_days_they_happened() -> None:
    book = ben(
        checkin("f", "11-20", "cancelled", "them"),
        checkin("a", "10-01", "held"),
        checkin("b", "10-08", "missed", "me"),
        checkin("c", "10-15", "held"),
        checkin("d", "10-22", "moved"),
        checkin("e", "10-29", "held"),
        checkin("u", "11-21", "unknown"),
        checkin("x", "11-27"),
    )
    assert summarise(book).last_held == day("10-29")
    assert summarise(book).last_not_held == (day("11-20"), "cancelled", "them")


def test_the_day_it_was_held_counts_not_the_day_it_was_planned() -> None:
    one = checkin("c", "11-10").changed(outcome="held", held=moment("11-17 12:00"))
    assert happened_on(one) == last_held([one]) == day("11-17")
    assert last_held([checkin("c", "11-10", "missed")]) is None


def test_open_promises_are_listed_with_whose_they_are() -> None:
    book = ben(
        promise("p", "11-20"), promise("q", "12-01", "them"), promise("r", "01-09", kept="01-09")
    )
    assert summarise(book).promises == (
        PromiseLine("p", "me", "the p", day("11-20")),
        PromiseLine("q", "them", "the q", day("12-01")),
    )


def test_an_open_hurdle_is_a_place_and_a_date_without_words() -> None:
    answered = {"what_happened": MARK, "effect": MARK, "area": "a", "closest": "dishonesty"}
    opened = day("11-21")
    assert summarise(ben(hurdle(**answered))).hurdles == (
        HurdleLine("h", "repair", "how", ("source",), opened),
    )
    own_date = hurdle(**answered, how="wait_a_day", look_again=day("12-01"))
    assert summarise(ben(own_date)).hurdles == (
        HurdleLine("h", "support", "who", ("source", "repair"), opened, day("12-01")),
    )
    planned = own_date.changed(checkin="c")
    assert summarise(ben(planned)).hurdles[0].look_again is None
    closed = own_date.changed(closed=TODAY, ending="settled")
    assert summarise(ben(closed)).hurdles == ()


def test_a_format_is_kept_until_it_is_decided_about() -> None:
    trial = Trial(id="t", what="a walk", since=TODAY, until=day("12-01"))
    assert summarise(ben(trial)).trials == (TrialLine("t", "a walk", day("12-01")),)
    assert summarise(ben(trial.changed(end="keep", ended=TODAY))).trials == ()


def test_next_steps_put_off_and_unreadable_records_are_kept() -> None:
    put_off = PutOff(id="o", rule="no_date", subject="ben", until=day("12-01"))
    book = Workbook("ben", ben(put_off).tables, (Unreadable("notes", {}, "why"),))
    assert summarise(book).put_offs == (PutOffLine("no_date", "ben", day("12-01")),)
    assert summarise(book).unreadable == 1


def marked(sample: Record) -> Record:
    """The record with a mark in every field that only the user may read."""
    kind = type(sample)
    private = [n for n in kind.model_fields if kind.audience_of(n) is Audience.ONLY_ME]
    if kind is PulseAnswer:
        private = ["open"]
    return sample.changed(**dict.fromkeys(private, MARK))


def test_nothing_for_the_user_alone_stands_in_the_overview_on_home_or_among_what_is_due() -> None:
    about_ben = ben(*map(marked, SAMPLES[1:]))
    mine = Workbook(MINE).put(*(marked(one) for one in SAMPLES[3:]))
    assert repr(about_ben).count(MARK) > 8
    overview = Overview((summarise(about_ben),), summarise(mine))
    shown = (overview, home_view(overview, NOW, LONDON), due(overview, NOW, timedelta(days=99)))
    assert MARK not in repr(shown)


def test_no_hurdles_title_stands_in_the_overview() -> None:
    choices = {"area": "trust_area", "closest": "dishonesty", "how": "talk", "who": "kind:ombuds"}
    seen = repr(summarise(ben(hurdle(**choices, deed="the deed", change="the change"))))
    for answer in (*choices.values(), "the deed", "the change"):
        assert answer not in seen
