"""Find looks at names, open promises, and the dates and topics of planned check-ins."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from coaching.finding import everything, find, set_aside
from coaching.moments import Wall
from coaching.overview import CheckinLine, HurdleLine, Overview, Person, PromiseLine

ZONE = "Europe/London"
NOW = datetime(2026, 11, 24, 9, 14, tzinfo=ZoneInfo(ZONE))
PEOPLE = Overview(
    people=(
        Person(
            id="z",
            name="Zoë Łukasz",
            promises=(PromiseLine("p1", "me", "an introduction to Priya", date(2026, 11, 13)),),
            hurdles=(HurdleLine("h", "repair", "words", (), date(2026, 11, 1)),),
        ),
        Person(
            id="b",
            name="Ben",
            i_am="mentee",
            planned=(
                CheckinLine("c1", Wall(date(2026, 11, 26), time(15), ZONE), "regular", "Spring"),
            ),
        ),
        Person(id="a", name="Amara", state="paused"),
        Person(id="e", name="Efua", state="ended"),
    )
)
THERE = everything(PEOPLE, NOW, ZONE)


def found(words: str) -> list[str]:
    return [f"{one.who}: {one.what}" for one in find(THERE, words)]


def test_without_words_everyone_is_listed_by_name() -> None:
    assert found("") == [
        "Amara: your mentee, paused",
        "Ben: your mentor",
        "Efua: your mentee, ended",
        "Zoë Łukasz: your mentee",
    ]


def test_words_are_found_without_case_and_accents() -> None:
    assert found("ZOE priya") == [
        "Zoë Łukasz: you owe: an introduction to Priya, by Fri 13 Nov 2026"
    ]
    assert found("spring") == ["Ben: Thu 15:00: Spring"]
    assert found("zoë")[0] == "Zoë Łukasz: your mentee"


def test_people_come_before_what_is_about_them() -> None:
    assert [one.record_id for one in find(THERE, "ben")] == ["", "c1"]


def test_what_no_one_has_is_not_found() -> None:
    assert found("quantum") == []
    assert found("hurdle") == []


def test_those_set_aside_are_the_paused_and_the_ended() -> None:
    assert [one.who for one in set_aside(THERE, PEOPLE)] == ["Amara", "Efua"]


@given(st.text())
def test_any_words_only_narrow_the_list(words: str) -> None:
    assert set(find(THERE, words)) <= set(THERE)
