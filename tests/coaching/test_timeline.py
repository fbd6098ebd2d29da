"""Everything recorded as lines, newest first; a hurdle's words are never among them."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from coaching.moments import Moment, Wall
from coaching.record.base import Audience
from coaching.record.checkin import Checkin
from coaching.record.hurdle import Hurdle
from coaching.record.note import Note
from coaching.record.promise import Promise
from coaching.record.workbook import Workbook
from coaching.timeline import say_column, timeline
from coaching.verbs.relationships import new_workbook

ZONE = "Europe/London"
NOW = datetime(2026, 11, 24, 9, 14, tzinfo=ZoneInfo(ZONE))
BEN = new_workbook(
    workbook_id="ben", checkin_id="-", name="Ben L", i_am="mentor", today=NOW.date(), zone=ZONE
)


def wall(day: date, at: time | None = None) -> Wall:
    return Wall(day, at, ZONE)


def lines(workbook: Workbook) -> list[str]:
    return [
        f"{say_column(one.day, NOW.date())} {one.what}" for one in timeline(workbook, NOW, ZONE)
    ]


def test_check_ins_say_what_became_of_them_newest_first() -> None:
    held = Moment.on(date(2025, 12, 1), ZONE)
    workbook = BEN.put(
        Checkin(id="1", planned=held.wall(), outcome="held", held=held, topic="goals"),
        Checkin(id="2", planned=wall(date(2026, 11, 2)), outcome="moved", by="me", moved_to="3"),
        Checkin(id="3", planned=wall(date(2026, 11, 9)), outcome="missed", by="them"),
        Checkin(id="4", planned=wall(date(2026, 11, 16)), outcome="cancelled"),
        Checkin(id="5", planned=wall(date(2026, 11, 20), time(10))),
        Checkin(id="6", planned=wall(date(2026, 12, 1), time(15)), topic="spring"),
        Checkin(id="7", planned=wall(date(2026, 10, 1)), outcome="unknown"),
    )
    assert lines(workbook) == [
        "Tue 1 Dec Check-in planned, 15:00: spring",
        "Fri 20 Nov Passed, 10:00, nothing recorded",
        "Mon 16 Nov Cancelled",
        "Mon 9 Nov Missed by Ben",
        "Mon 2 Nov Moved by you to Mon 9 Nov",
        "Thu 1 Oct Not known what became of it",
        "1 Dec 2025 Held: goals",
    ]


def test_promises_say_whose_they_are_and_how_they_ended() -> None:
    by = date(2026, 11, 13)
    workbook = BEN.put(
        Promise(id="1", what="a", whose="me", made=by, by=by),
        Promise(id="2", what="b", whose="them", made=by, by=date(2026, 11, 27)),
        Promise(
            id="3", what="c", whose="me", made=by, by=by, state="kept", settled=date(2026, 11, 15)
        ),
        Promise(
            id="4",
            what="d",
            whose="them",
            made=by,
            by=by,
            state="broken",
            settled=date(2026, 11, 14),
        ),
        Promise(
            id="5",
            what="e",
            whose="me",
            made=by,
            by=by,
            state="dropped",
            settled=date(2026, 11, 12),
        ),
    )
    assert lines(workbook) == [
        "Fri 27 Nov Ben owes you: b",
        "Sun 15 Nov You kept, 2 days late: c",
        "Sat 14 Nov Ben did not keep: d",
        "Fri 13 Nov You owe, 11 days late: a",
        "Thu 12 Nov Your promise, let go: e",
    ]


def test_a_hurdle_shows_its_step_and_dates_and_none_of_its_words() -> None:
    secret = "SECRET"
    opened = Hurdle(
        id="1",
        opened=date(2026, 11, 21),
        i_am="mentor",
        what_happened=secret,
        effect=secret,
        closest="broken_promises",
        how="talk",
        words=secret,
        look_again=date(2026, 12, 15),
        change=secret,
        deed=secret,
        first_sentence=secret,
        learned=secret,
    )
    closed = opened.changed(id="2", closed=date(2026, 11, 22))
    said = lines(BEN.put(opened, closed))
    assert said == [
        "Sun 22 Nov A hurdle, closed",
        "Sat 21 Nov A hurdle, at 2 Repair, look again Tue 15 Dec 2026",
    ]


def test_a_note_shows_its_first_line_and_whether_it_is_shared() -> None:
    workbook = BEN.put(
        Note(id="1", text="first\nsecond", about=date(2026, 11, 1)),
        Note(id="2", text="ours", about=date(2026, 11, 2), audience=Audience.US_TWO),
    )
    assert lines(workbook) == ["Mon 2 Nov Note for us two: ours", "Sun 1 Nov Note: first"]


def test_a_date_agreed_in_another_zone_stands_where_your_own_clocks_put_it() -> None:
    workbook = BEN.put(Checkin(id="1", planned=Wall(date(2026, 12, 2), time(8), "Asia/Tokyo")))
    assert lines(workbook) == ["Tue 1 Dec Check-in planned, 23:00"]
