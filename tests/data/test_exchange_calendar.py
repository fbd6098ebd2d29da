"""The calendar file: the same instants in other readers, the same event after every change."""

import os
import shutil
import subprocess
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from pathlib import Path

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st
from vobject.base import Component as Base

from coaching.exchange import Wish
from coaching.moments import Wall
from coaching.record.checkin import Checkin
from coaching.record.workbook import Workbook
from coaching.verbs import checkins, promises
from tests.coaching.making import ben, checkin, day, promise, wall
from tests.data.taking_out import NOW, US_TWO, text_of

KHAL = shutil.which("khal")
ICS = Wish("ics")
LATER = datetime(2026, 11, 24, 12, tzinfo=UTC)
ROUND_THE_CHANGES = (
    ("2026-03-29", "01:59", "Europe/Berlin"),
    ("2026-03-29", "02:30", "Europe/Berlin"),
    ("2026-03-29", "03:00", "Europe/Berlin"),
    ("2026-10-25", "01:59", "Europe/Berlin"),
    ("2026-10-25", "02:30", "Europe/Berlin"),
    ("2026-10-25", "03:00", "Europe/Berlin"),
    ("2026-03-08", "02:30", "America/New_York"),
    ("2026-11-01", "01:30", "America/New_York"),
    ("2026-07-01", "12:00", "America/New_York"),
    ("2026-12-01", "12:00", "America/New_York"),
)


def agreed(on: str, at: str, zone: str) -> Wall:
    return Wall(date.fromisoformat(on), time.fromisoformat(at), zone)


def met(record_id: str, on: str, at: str, zone: str) -> Checkin:
    return Checkin(id=record_id, planned=agreed(on, at, zone))


def events(text: str) -> dict[str, Base]:
    """The events by the id of their record, as another reader sees them."""
    forget_zones()
    calendar = vobject.readOne(text)
    return {one.uid.value.removesuffix("@troth"): one for one in calendar.contents["vevent"]}


def forget_zones() -> None:
    """The reader keeps the rules of a zone from the first file it saw; each file has its own."""
    known = vars(vobject.icalendar)["__tzidMap"]
    for zone in [*known]:
        if zone != "UTC":
            del known[zone]


def number(event: Base) -> int:
    return int(event.sequence.value)


def instant(event: Base) -> datetime:
    started: datetime = event.dtstart.value
    return started.astimezone(UTC)


walls = st.builds(
    Wall,
    st.dates(date(2020, 1, 1), date(2035, 12, 31)),
    st.times().map(lambda one: one.replace(second=0, microsecond=0)),
    st.sampled_from(("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata")),
)
changing = st.sampled_from(ROUND_THE_CHANGES).map(lambda one: agreed(*one))


@given(st.lists(walls | changing, min_size=1, max_size=4))
def test_another_reader_sees_the_same_instants(plans: list[Wall]) -> None:
    book = ben(*(Checkin(id=f"c{place}", planned=one) for place, one in enumerate(plans)))
    found = events(text_of(book, ICS))
    assert [instant(found[f"c{place}"]) for place in range(len(plans))] == [
        one.instant() for one in plans
    ]


def test_wall_times_keep_their_zone_and_days_stay_days() -> None:
    book = ben(met("c", "2026-12-01", "15:00", "Europe/Berlin"), checkin("d", "12-02"))
    text = text_of(book, ICS)
    assert "DTSTART;TZID=Europe/Berlin:20261201T150000" in text
    assert "DTSTART;VALUE=DATE:20261202" in text
    assert "TZID:Europe/Berlin" in text


@pytest.mark.skipif(KHAL is None, reason="khal is not on this machine")
def test_khal_takes_the_file_in_with_the_same_instants(tmp_path: Path) -> None:
    book = ben(*(met(f"c{place}", *one) for place, one in enumerate(ROUND_THE_CHANGES)))
    listed = khal_list(tmp_path, text_of(book, ICS))
    assert listed == {
        f"c{place}@troth": f"{agreed(*one).instant():%Y-%m-%d %H:%M}"
        for place, one in enumerate(ROUND_THE_CHANGES)
    }


def khal_list(folder: Path, text: str) -> dict[str, str]:
    """The starts in UTC by UID, after `khal import`."""
    (folder / "calendar").mkdir()
    (folder / "troth.ics").write_text(text, newline="")
    shapes = "".join(
        f"{name} = {shape}\n"
        for name, shape in (
            *(("timeformat", "%H:%M"), ("dateformat", "%Y-%m-%d")),
            *(("longdateformat", "%Y-%m-%d"), ("datetimeformat", "%Y-%m-%d %H:%M")),
            *(("longdatetimeformat", "%Y-%m-%d %H:%M"), ("local_timezone", "UTC")),
            ("default_timezone", "UTC"),
        )
    )
    (folder / "khal.conf").write_text(
        f"[calendars]\n[[troth]]\npath = {folder}/calendar\n[locale]\n{shapes}"
        f"[sqlite]\npath = {folder}/khal.db\n[default]\ndefault_calendar = troth\n"
    )
    khal = partial(
        subprocess.run,
        check=True,
        capture_output=True,
        text=True,
        env=os.environ | {"HOME": str(folder)},
    )
    config = ["khal", "-c", str(folder / "khal.conf")]
    khal([*config, "import", "--batch", str(folder / "troth.ics")])
    form = ["--format", "{uid}|{start-long-full}", "--day-format", ""]
    listed = khal([*config, "list", *form, "2026-01-01", "400d"]).stdout
    rows = (line.split("|") for line in listed.splitlines() if "|" in line)
    return dict(rows)


def test_a_moved_checkin_is_the_same_event_with_a_higher_number() -> None:
    book = ben(checkin("c", "12-01 15:00"))
    before = events(text_of(book, ICS))["c"]
    moved = checkins.move(book, "c", new_id="d", to=wall("12-08 15:00"), by="me").workbook
    again = checkins.move(moved, "d", new_id="e", to=wall("12-09 15:00"), by="me").workbook
    found = events(text_of(again, ICS))
    assert list(found) == ["c"]
    assert instant(found["c"]) == wall("12-09 15:00").instant()
    assert number(events(text_of(moved, ICS))["c"]) > number(before)
    assert number(found["c"]) > number(events(text_of(moved, ICS))["c"])


def test_a_move_taken_back_has_a_higher_number_too() -> None:
    """The record looks as before then; the moment of its last save does not."""
    book = ben(checkin("c", "12-01 15:00"))
    moved = checkins.move(book, "c", new_id="d", to=wall("12-08 15:00"), by="me").workbook
    saved = LATER + timedelta(seconds=2)
    first = number(events(text_of(moved, ICS, changed=LATER))["c"])
    assert number(events(text_of(book, ICS, changed=saved))["c"]) > first


def test_nothing_changed_is_the_same_number_at_any_time() -> None:
    book = ben(checkin("c", "12-01 15:00"), promise("p", "12-04"))
    first = events(text_of(book, ICS, changed=LATER))
    later = events(text_of(book, ICS, now=NOW + timedelta(days=2), changed=LATER))
    assert {one: number(first[one]) for one in first} == {one: number(later[one]) for one in later}


def test_a_new_date_and_the_end_of_a_promise_reach_the_calendar() -> None:
    book = ben(promise("p", "12-04"))
    renewed = promises.renew(book, "p", by=day("12-11"), today=NOW.date()).workbook
    kept = promises.keep(renewed, "p", on=NOW.date(), today=NOW.date()).workbook
    first, second, third = (events(text_of(one, ICS))["p"] for one in (book, renewed, kept))
    assert [one.dtstart.value for one in (first, second)] == [day("12-04"), day("12-11")]
    assert number(first) < number(second) < number(third)
    assert {one.status.value for one in (first, second, third)} == {"CONFIRMED"}
    assert third.summary.value == "Kept promise to Ben Lindqvist: the p"
    let_go = promises.let_go(renewed, "p", today=NOW.date()).workbook
    assert events(text_of(let_go, ICS))["p"].status.value == "CANCELLED"


def test_a_kept_promise_rings_no_more() -> None:
    kept = promises.keep(ben(promise("p", "12-04")), "p", on=NOW.date(), today=NOW.date())
    rung = text_of(kept.workbook, Wish("ics", alarm=timedelta(hours=1)))
    assert "Kept promise" in rung
    assert "VALARM" not in rung


def test_for_us_two_a_promise_names_the_role_of_who_gave_it() -> None:
    book = ben(promise("p", "12-04"), promise("q", "12-05").changed(whose="them"), i_am="mentor")
    text = text_of(book, Wish("ics", US_TWO)).replace("\r\n ", "")
    assert "SUMMARY:Promise of the mentor: the p" in text
    assert "SUMMARY:Promise of the mentee: the q" in text


def test_a_cancelled_checkin_is_taken_back() -> None:
    book = ben(checkin("c", "12-01 15:00"))
    cancelled = checkins.cancel(book, "c", by="them").workbook
    before, after = (events(text_of(one, ICS))["c"] for one in (book, cancelled))
    assert after.status.value == "CANCELLED"
    assert number(after) > number(before)
    assert not events(text_of(cancelled, Wish("ics", alarm=timedelta(hours=1))))["c"].contents.get(
        "valarm"
    )


def full_book() -> Workbook:
    return ben(checkin("c", "12-01 15:00").changed(topic="the talk"), promise("p", "12-04"))


def test_titles_can_be_made_short() -> None:
    full, short = text_of(full_book(), ICS), text_of(full_book(), Wish("ics", short_titles=True))
    assert "SUMMARY:Check-in with Ben Lindqvist" in full
    assert "SUMMARY:Promise to Ben Lindqvist: the p" in full
    assert "SUMMARY:Check-in\r\n" in short
    assert not [word for word in ("Ben", "talk", "the p") if word in short]


def test_the_other_person_reads_no_check_in_with_themselves() -> None:
    assert "Ben" not in text_of(full_book(), Wish("ics", US_TWO))


def test_an_alarm_rings_before() -> None:
    found = events(text_of(full_book(), Wish("ics", alarm=timedelta(minutes=30))))
    assert found["c"].valarm.trigger.value == timedelta(minutes=-30)


def test_what_is_over_is_left_out() -> None:
    book = ben(
        checkin("h", "11-20", "held"),
        checkin("u", "11-19", "unknown"),
        checkin("x", "11-18", "cancelled"),
        promise("k", "11-20", kept="11-20"),
        promise("late", "11-01"),
    )
    assert list(events(text_of(book, ICS))) == ["late"]
