"""Records: who reads each text, what is cleaned and refused, and what a workbook gives back."""

import typing
from collections.abc import Iterator

import pytest
from hypothesis import given
from pydantic import ValidationError

from coaching.errors import Gone, Refused
from coaching.moments import Every
from coaching.record.agreement import Agreement
from coaching.record.base import Audience, Record
from coaching.record.checkin import Checkin
from coaching.record.note import Note
from coaching.record.promise import NewDate
from coaching.record.relationship import Rhythm
from coaching.record.workbook import KINDS, Touched, Workbook, touched
from tests.coaching.hostile import answer_or_sentence, hostile
from tests.coaching.making import SAMPLES, VALUES, ben, checkin, day, moment, promise
from tests.data.strategies import several_records

# Ids, choices of the content and names of zones: chosen, never typed, so nobody reads them.
NOT_TEXT = {
    "Relationship": {"id", "zone"},
    "Checkin": {
        *("id", "moved_to", "hurdle", "agenda_order", "agenda_dropped", "asked", "habit"),
    },
    "Promise": {"id", "hurdle"},
    "Hurdle": {
        *("id", "area", "closest", "struck_facts", "promise", "checkin", "who", "left_open"),
        *("signs", "told_apart"),
    },
    "Note": {"id"},
    "SupportContact": {"id", "kind"},
    "PutOff": {"id", "rule", "subject"},
    "Agreement": {"id"},
    "Goal": {"id"},
    "Reply": {"id"},
    "Feedback": {"id"},
    "Celebration": {"id"},
    "Story": {"id"},
    "Telling": {"id", "story"},
    "Pulse": {"id"},
    "PulseAnswer": {"id", "pulse"},
    "Topic": {"id"},
    "Doubt": {"id"},
    "Review": {"id", "agreement"},
    "Parting": {"id", "checkin"},
    "AgendaItem": {"id", "checkin"},
    "Trial": {"id"},
}
TITLES = {
    *(("Relationship", "name"), ("Promise", "what"), ("SupportContact", "name")),
    *(("Goal", "what"), ("Celebration", "act"), ("Story", "title"), ("Telling", "title")),
    *(("Topic", "name"), ("Doubt", "text"), ("AgendaItem", "what"), ("Trial", "what")),
}


def holds_text(annotation: object) -> bool:
    """Whether a value of this type can be any text at all."""
    if typing.get_origin(annotation) is typing.Literal:
        return False
    return annotation is str or any(map(holds_text, typing.get_args(annotation)))


def text_fields(kind: type[Record]) -> Iterator[str]:
    """The fields in which somebody's words may stand."""
    for name in kind.model_fields:
        if kind.audience_of(name) is not None:
            yield name


READ_BY_SOMEBODY = [(sample, field) for sample in SAMPLES for field in text_fields(type(sample))]
named = pytest.mark.parametrize(
    ("sample", "field"),
    READ_BY_SOMEBODY,
    ids=[f"{type(s).__name__}.{f}" for s, f in READ_BY_SOMEBODY],
)


def test_there_is_a_sample_of_every_kind() -> None:
    assert {type(sample) for sample in SAMPLES} == set(KINDS.values())


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: str(kind.__name__))
def test_every_text_field_says_who_reads_it(kind: type[Record]) -> None:
    silent = {
        name
        for name, field in kind.model_fields.items()
        if holds_text(field.annotation) and kind.audience_of(name) is None
    }
    assert silent == NOT_TEXT[kind.__name__]


@pytest.mark.parametrize("kind", VALUES, ids=lambda kind: str(kind.__name__))
def test_no_field_has_two_audiences(kind: type[Record]) -> None:
    for name, field in kind.model_fields.items():
        found = [one for one in field.metadata if isinstance(one, Audience)]
        assert found in ([], [kind.audience_of(name)])


def test_what_is_private_stays_private() -> None:
    for_us_two = {
        f"{kind.table}.{name}"
        for kind in KINDS.values()
        for name in text_fields(kind)
        if kind.audience_of(name) is Audience.US_TWO and kind is not Agreement
    }
    assert for_us_two == {
        *("relationship.name", "relationship.pronouns", "relationship.channel"),
        *("checkins.topic", "promises.what", "hurdles.deed", "hurdles.change"),
        *("goals.what", "topics.name", "agenda_items.what", "trials.what"),
        *("feedback.thanks", "feedback.will_do", "feedback.will_not", "feedback.why"),
        "feedback.changed_since",
        *("celebrations.act", "celebrations.effort", "celebrations.effect", "celebrations.hears"),
        *("tellings.title", "tellings.fits"),
        *("pulse_answers.intentions_shown", "pulse_answers.abilities_shown"),
        *("pulse_answers.character_shown", "pulse_answers.open_shown"),
        *("partings.thanks", "partings.loose_ends", "partings.from_now"),
    }


def test_all_of_an_agreement_is_for_both() -> None:
    assert {Agreement.audience_of(name) for name in text_fields(Agreement)} == {Audience.US_TWO}


def test_a_note_is_for_the_user_alone_unless_it_says_otherwise() -> None:
    assert Note(id="n", text="x", about=day("11-24")).audience is Audience.ONLY_ME


@named
@given(typed=hostile)
def test_every_text_is_kept_clean_or_refused_in_a_sentence(
    sample: Record, field: str, typed: str
) -> None:
    record, sentence = answer_or_sentence(lambda: sample.changed(**{field: typed}))
    if record is None:
        assert sentence
        return
    kept = getattr(record, field)
    assert not set(kept) & set("\x00\x1b\x9b\x7f\u202e\u2066\ud800\r\u2028")
    assert kept == kept.strip()
    assert sample.changed(**{field: kept}) == record


@named
def test_a_text_over_its_limit_is_refused_whole(sample: Record, field: str) -> None:
    with pytest.raises(Refused, match=r"^The text has [\d,]+ characters; [\d,]+ fit here\."):
        sample.changed(**{field: "x" * 200_001})


@pytest.mark.parametrize("blank", ["", "  ", "\n\t", "\x00\u202e", "\u200b", "\u2800 \u3164"])
def test_a_name_that_nobody_would_see_is_refused(blank: str) -> None:
    for sample in SAMPLES:
        for field in [name for kind, name in TITLES if kind == type(sample).__name__]:
            with pytest.raises(Refused, match=r"^This field is empty"):
                sample.changed(**{field: blank})


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: str(sample.table))
def test_a_record_never_changes_and_knows_its_fields(sample: Record) -> None:
    with pytest.raises(ValidationError):
        sample.id = "another"  # type: ignore[misc]  # the very mistake that is tried
    with pytest.raises(ValidationError):
        sample.changed(trust_score=62)
    assert sample.changed() == sample


def test_a_held_check_in_has_its_day_and_no_other_has_one() -> None:
    planned = checkin("c", "11-12 10:00")
    for refused in (
        {"outcome": "held"},
        {"outcome": "missed", "held": moment("11-12")},
        {"outcome": "cancelled", "planned": None},
    ):
        with pytest.raises(Refused):
            planned.changed(**refused)
    assert Checkin(id="c", outcome="held", held=moment("11-12")).planned is None


def test_only_a_settled_promise_has_the_day_it_was_settled() -> None:
    with pytest.raises(Refused):
        promise("draft", "11-12").changed(settled=day("11-12"))
    with pytest.raises(Refused):
        promise("draft", "11-12").changed(state="kept")


@pytest.mark.parametrize(
    ("agreed", "good_faith"), [("11-09", True), ("11-10", True), ("11-11", False)]
)
def test_a_new_date_is_good_faith_until_the_old_day_is_over(agreed: str, good_faith: bool) -> None:
    new = NewDate(was=day("11-10"), agreed=day(agreed), now=day("11-20"))
    assert new.in_good_faith is good_faith


@pytest.mark.parametrize(
    ("kept", "new_dates", "late"),
    [
        ("11-09", [], 0),
        ("11-10", [], 0),
        ("11-13", [], 3),
        ("11-20", [("11-10", "11-08", "11-20")], 0),
        ("11-22", [("11-10", "11-08", "11-20")], 2),
        ("11-20", [("11-10", "11-15", "11-20")], 10),
        ("11-20", [("11-10", "11-08", "11-12"), ("11-12", "11-15", "11-20")], 8),
        ("11-20", [("11-10", "11-12", "11-15"), ("11-15", "11-14", "11-20")], 10),
    ],
)
def test_late_counts_from_the_last_date_agreed_in_time(
    kept: str, new_dates: list[tuple[str, str, str]], late: int
) -> None:
    agreed = [{"was": day(w), "agreed": day(a), "now": day(n)} for w, a, n in new_dates]
    by = new_dates[-1][2] if new_dates else "11-10"
    assert promise("draft", by, kept=kept, new_dates=agreed).kept_late_days == late


def test_an_open_promise_is_not_kept_late() -> None:
    assert promise("draft", "11-01").kept_late_days == 0


def test_the_longest_gap_is_twice_the_rhythm_unless_said_and_never_shorter() -> None:
    fortnight = Every(2, "week")
    assert (Rhythm.of(fortnight).longest_days, Rhythm.of(fortnight, 20).longest_days) == (28, 20)
    assert Rhythm.of(fortnight).every == fortnight
    with pytest.raises(Refused, match=r"13 days.*every 2 weeks.*at least 14 days"):
        Rhythm.of(fortnight, 13)


def test_a_relationship_needs_a_zone_that_exists() -> None:
    with pytest.raises(Refused, match='There is no time zone "Mars/Olympus"'):
        ben(zone="Mars/Olympus")


def test_a_workbook_gives_its_records_in_the_order_they_came() -> None:
    first, second = checkin("b", "11-12"), checkin("a", "11-10")
    book = ben(first, second)
    assert book.all(Checkin) == (first, second)
    topical = first.changed(topic="goals")
    assert book.put(topical).all(Checkin) == (topical, second)
    assert book.all(Checkin) == (first, second)
    assert book.without(first).all(Checkin) == (second,)
    assert (book.about_someone, book.relationship.name) == (True, "Ben Lindqvist")


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: str(kind.__name__))
def test_a_record_that_is_gone_is_said_in_its_own_word(kind: type[Record]) -> None:
    empty = Workbook("mine")
    assert empty.find(kind, "x") is None
    with pytest.raises(Gone, match=r"is not there any more\. Nothing was changed\.$") as told:
        empty.get(kind, "x")
    assert kind.__name__ not in told.value.sentence


def test_the_users_own_workbook_is_about_nobody() -> None:
    assert not Workbook("mine").about_someone
    with pytest.raises(Gone):
        _ = Workbook("mine").relationship


@given(before=several_records, after=several_records)
def test_what_was_touched_is_exactly_the_difference(
    before: list[Record], after: list[Record]
) -> None:
    old, new = Workbook("w").put(*before), Workbook("w").put(*after)
    patched = old
    for was, became in touched(old, new):
        assert was != became
        patched = patched.put(became) if became else patched.without(was) if was else patched
    assert touched(patched, new) == ()
    assert touched(old, old) == ()
    assert {Touched(b, a) for a, b in touched(old, new)} == set(touched(new, old))
