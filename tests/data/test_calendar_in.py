"""Calendars come in as check-ins: planned, or not known where the date is gone; never as held."""

from collections.abc import Sequence
from datetime import date, time

import pytest

from coaching.errors import VaultTrouble
from coaching.exchange import Wish
from coaching.importing.items import as_held
from coaching.moments import Wall
from coaching.record.base import Audience
from coaching.record.checkin import Checkin
from coaching.record.workbook import Workbook
from coaching.verbs import checkins
from data.exchange.out import pack
from data.memory_vault import MemoryVault
from tests.data.importing import BERLIN, NOW, planned, take_in, told
from tests.data.people import person

NEW_YORK = "America/New_York"


def event(*lines: str, uid: str = "one", title: str = "Ben Lindqvist") -> str:
    return "\r\n".join(["BEGIN:VEVENT", f"UID:{uid}", f"SUMMARY:{title}", *lines, "END:VEVENT", ""])


def calendar(*events: str) -> str:
    head = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Other//EN\r\n"
    return f"{head}{''.join(events)}END:VCALENDAR\r\n"


def at(when: str, zone: str = BERLIN) -> str:
    return f"DTSTART;TZID={zone}:{when}"


def vault_with(*names: str) -> MemoryVault:
    vault = MemoryVault()
    vault.create([person(name) for name in names])
    return vault


def book(vault: MemoryVault, name: str = "Ben Lindqvist") -> Workbook:
    (found,) = [one for one in vault.overview().people if one.name == name]
    return vault.open(found.id)


def walls(vault: MemoryVault, *events: str) -> list[Wall]:
    """The walls that come in, in order."""
    take_in(vault, planned(calendar(*events), vault))
    found = [one.planned for one in book(vault).all(Checkin) if one.planned]
    return sorted(found, key=Wall.order)


def days(found: Sequence[Wall]) -> list[str]:
    return [one.day.isoformat() for one in found]


def test_dates_ahead_are_planned_and_dates_gone_by_are_not_known() -> None:
    vault = vault_with("Ben Lindqvist")
    text = calendar(
        event(at("20261126T150000"), uid="a", title="Ben Lindqvist: spring goals"),
        event(at("20261110T150000"), uid="b"),
    )
    found = planned(text, vault)
    assert [(one.when, one.says) for one in found.items] == [
        ("Tue 10 Nov 2026, 15:00", "not known, counts for nothing"),
        ("Thu 26 Nov 2026, 15:00", "planned"),
    ]
    coach = take_in(vault, found)
    past, ahead = book(vault).all(Checkin)
    assert (past.outcome, past.topic, past.held) == ("unknown", "", None)
    assert (ahead.outcome, ahead.topic) == ("planned", "Ben Lindqvist: spring goals")
    assert vault.overview().people[0].held == 0
    coach.undo()
    assert book(vault).all(Checkin) == ()


def test_only_a_review_makes_it_held_at_its_time() -> None:
    vault = vault_with("Ben Lindqvist")
    found = planned(
        calendar(
            event(at("20261110T150000"), uid="a"),
            event("DTSTART;VALUE=DATE:20261111", uid="b"),
            event(at("20261126T150000"), uid="c"),
        ),
        vault,
    )
    take_in(vault, found, tuple(as_held(item, NOW) for item in found.items))
    first, second, third = book(vault).all(Checkin)
    assert first.held is not None
    assert first.held.wall() == Wall(date(2026, 11, 10), time(15), BERLIN)
    assert second.held is not None
    assert (second.held.day, second.held.at) == (date(2026, 11, 11), None)
    assert third.outcome == "planned"


def test_zones_utc_floating_and_whole_days() -> None:
    found = walls(
        vault_with("Ben Lindqvist"),
        event(at("20261126T150000", NEW_YORK), uid="a"),
        event("DTSTART:20261127T140000Z", uid="b"),
        event("DTSTART:20261128T140000", uid="c"),
        event("DTSTART;VALUE=DATE:20261129", uid="d"),
        event("DTSTART:20270601T140000Z", uid="e"),
    )
    assert found == [
        Wall(date(2026, 11, 26), time(15), NEW_YORK),
        Wall(date(2026, 11, 27), time(15), BERLIN),
        Wall(date(2026, 11, 28), time(14), BERLIN),
        Wall(date(2026, 11, 29), None, BERLIN),
        Wall(date(2027, 6, 1), time(16), BERLIN),
    ]


@pytest.mark.parametrize(
    ("title", "more", "who"),
    [
        ("Weekly with ben lindqvist!", "", "Ben Lindqvist"),
        ("Amara / goals", "", "Amara Okafor"),
        ("1:1", "ATTENDEE;CN=Ben Lindqvist:mailto:b@example.org", "Ben Lindqvist"),
        ("1:1", "ATTENDEE:mailto:ben.lindqvist@example.org", "Ben Lindqvist"),
        ("Amara", "ORGANIZER:mailto:ben_lindqvist+x@example.org", "Ben Lindqvist"),
        ("Ben Lindqvist Smith", "", "Ben Lindqvist"),
        ("Benjamin", "", ""),
        ("Ben Lindqvist and Amara Okafor", "", ""),
        ("Sam", "", ""),
    ],
)
def test_who_it_is_with(title: str, more: str, who: str) -> None:
    vault = vault_with("Ben Lindqvist", "Amara Okafor", "Sam Lee", "Sam Roe")
    lines = [at("20261126T150000"), *([more] if more else [])]
    found = planned(calendar(event(*lines, title=title)), vault)
    assert [one.who for one in found.items] == ([who] if who else [])
    assert any(title in note for note in found.notes) == (not who)
    assert found.problems == ()


def test_the_same_calendar_again_changes_nothing_and_a_moved_event_moves_its_check_in() -> None:
    vault = vault_with("Ben Lindqvist")
    walls(vault, event(at("20261126T150000")))
    again = planned(calendar(event(at("20261126T150000"))), vault)
    assert (again.items, again.notes) == ((), ("1 date is here already.",))
    found = planned(calendar(event(at("20261127T100000"))), vault)
    assert [one.says for one in found.items] == ["moves here from Thu 26 Nov 2026, 15:00"]
    take_in(vault, found)
    assert days([one.planned for one in book(vault).all(Checkin) if one.planned]) == ["2026-11-27"]


def test_a_check_in_that_is_here_for_this_day_is_not_added_again() -> None:
    vault = vault_with("Ben Lindqvist")
    one = book(vault)
    wall = Wall(date(2026, 11, 26), time(15), BERLIN)
    vault.change(one.id, lambda it: checkins.plan(it, checkin_id="c", wall=wall))
    assert planned(calendar(event("DTSTART:20261126T140000Z")), vault).items == ()
    assert planned(calendar(event("DTSTART;VALUE=DATE:20261126")), vault).items == ()


def ours(vault: MemoryVault) -> str:
    """The calendar that Troth writes of these records."""
    wish = Wish("ics", Audience.ONLY_ME, short_titles=True)
    (page,) = pack(vault, wish, NOW, lambda _: None).pages
    return page.content.decode()


def test_what_troth_wrote_is_known_again_and_a_new_date_is_taken() -> None:
    vault = vault_with("Ben Lindqvist")
    one = book(vault)
    wall = Wall(date(2026, 11, 26), time(15), BERLIN)
    later = Wall(date(2026, 11, 30), time(15), BERLIN)
    vault.change(one.id, lambda it: checkins.plan(it, checkin_id="c1", wall=wall))
    vault.change(one.id, lambda it: checkins.move(it, "c1", new_id="c2", to=later, by="me"))
    text = ours(vault)
    found = planned(text, vault)
    assert (found.items, found.problems) == ((), ())
    moved = text.replace("20261130T150000", "20261201T100000")
    assert moved != text
    (item,) = planned(moved, vault).items
    assert item.says == "moves here from Mon 30 Nov 2026, 15:00"
    take_in(vault, planned(moved, vault))
    checkin = book(vault).get(Checkin, "c2")
    assert checkin.planned == Wall(date(2026, 12, 1), time(10), BERLIN)
    assert (checkin.outcome, book(vault).get(Checkin, "c1").moved_to) == ("planned", "c2")
    vault.change(one.id, lambda it: checkins.cancel(it, "c2", by="me"))
    logged = planned(text, vault)
    assert (logged.items, len(logged.notes)) == ((), 1)
    assert "stay as they are" in logged.notes[0] or "logged here already" in logged.notes[0]


def test_what_is_cancelled_in_the_calendar_is_told_and_left() -> None:
    found = planned(
        calendar(event(at("20261126T150000"), "STATUS:CANCELLED")), vault_with("Ben Lindqvist")
    )
    assert found.items == ()
    assert "cancelled in the calendar" in found.notes[0]


def test_a_zone_nobody_knows_is_told_and_no_hour_is_made_up() -> None:
    found = planned(
        calendar(
            event(at("20261126T100000", "Mars/Olympus"), uid="a"),
            event(at("20261127T100000"), uid="b"),
            event(
                at("20261201T100000"),
                "RRULE:FREQ=DAILY;COUNT=3",
                "EXDATE;TZID=Mars/Olympus:20261202T100000",
                uid="c",
            ),
        ),
        vault_with("Ben Lindqvist"),
    )
    assert [one.when for one in found.items] == [
        "Fri 27 Nov 2026, 10:00",
        "Tue 1 Dec 2026, 10:00",
    ]
    unknown = 'nobody here knows the zone "Mars/Olympus"'
    assert told(found) == [
        f'line 4, "Ben Lindqvist", DTSTART: {unknown}, so the event is left out.',
        f'line 14, "Ben Lindqvist", RRULE: {unknown}, so only its first date is taken.',
    ]


def test_dates_taken_out_that_cannot_be_read_leave_the_first_date() -> None:
    repeated = event(
        at("20261126T100000"), "RRULE:FREQ=DAILY;COUNT=3", "EXDATE;TZID=Europe/Berlin:VEVENT"
    )
    found = planned(calendar(repeated), vault_with("Ben Lindqvist"))
    assert [one.when for one in found.items] == ["Thu 26 Nov 2026, 10:00"]
    assert ["its EXDATE cannot be read" in one for one in told(found)] == [True]


def test_a_zone_of_the_files_own_is_read_by_its_rules() -> None:
    rules = (
        "BEGIN:VTIMEZONE\r\nTZID:Ours\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n"
        "TZOFFSETFROM:+0300\r\nTZOFFSETTO:+0300\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
    )
    found = planned(
        calendar(rules, event(at("20261126T100000", "Ours"))), vault_with("Ben Lindqvist")
    )
    assert [one.when for one in found.items] == ["Thu 26 Nov 2026, 08:00"]
    assert told(found) == []


def test_repeating_events_keep_their_wall_time_over_clock_changes() -> None:
    rule = "RRULE:FREQ=WEEKLY;BYDAY=SU;UNTIL=20261108T235959Z"
    found = walls(
        vault_with("Ben Lindqvist"),
        event(
            at("20261018T020000", NEW_YORK), rule, "EXDATE;TZID=America/New_York:20261025T020000"
        ),
    )
    assert days(found) == ["2026-10-18", "2026-11-01", "2026-11-08"]
    assert {(one.time, one.zone) for one in found} == {(time(2), NEW_YORK)}


def test_a_changed_date_of_a_repeating_event_stands_for_the_first_one() -> None:
    found = walls(
        vault_with("Ben Lindqvist"),
        event(at("20261201T100000"), "RRULE:FREQ=DAILY;COUNT=3"),
        event(at("20261210T100000"), "RECURRENCE-ID;TZID=Europe/Berlin:20261202T100000"),
    )
    assert days(found) == ["2026-12-01", "2026-12-03", "2026-12-10"]


def test_an_endless_repetition_is_bounded_and_told() -> None:
    vault = vault_with("Ben Lindqvist")
    weekly = planned(calendar(event(at("20200107T100000"), "RRULE:FREQ=WEEKLY")), vault)
    assert 100 <= len(weekly.items) <= 106
    assert "repeats without an end; it was read up to Thu 25 Nov 2027" in weekly.notes[0]
    daily = planned(calendar(event(at("20200107T100000"), "RRULE:FREQ=DAILY")), vault)
    assert len(daily.items) == 200
    assert all(item.says == "planned" for item in daily.items)
    assert "only 200 of its dates" in daily.notes[0]


def test_a_rule_that_cannot_be_followed_is_told_and_its_first_date_taken() -> None:
    found = planned(
        calendar(event(at("20261126T150000"), "RRULE:FREQ=SECONDLY")), vault_with("Ben Lindqvist")
    )
    assert len(found.items) == 1
    (problem,) = told(found)
    assert problem.startswith('line 4, "Ben Lindqvist", RRULE: it repeats in a way')


def test_one_event_that_is_none_is_told_with_its_line_and_the_others_come_in() -> None:
    found = planned(
        calendar(
            event("DTSTART:soon", uid="a"),
            event(uid="b"),
            event(at("18500101T100000"), uid="c"),
            event(at("20261126T150000"), uid="d", title="Ben \\;\\, [/x] \x1b[2J" + "x" * 300),
        ),
        vault_with("Ben Lindqvist"),
    )
    assert [one.partition(": ")[0] for one in told(found)] == [
        'line 4, "Ben Lindqvist", DTSTART',
        'line 9, "Ben Lindqvist", DTSTART',
        'line 13, "Ben Lindqvist", DTSTART',
    ]
    (item,) = found.items
    (pair,) = item.pairs
    assert isinstance(pair.after, Checkin)
    assert len(pair.after.topic) == 200
    assert "\x1b" not in pair.after.topic


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Ben\r\n", "line 4: the calendar breaks off"),
        ("BEGIN:VCALENDAR\r\nno colon\r\nEND:VCALENDAR\r\n", "no calendar that can be read"),
        ("BEGIN:VCALENDAR\r\n" + "BEGIN:VEVENT\r\n" * 10_001, "more than 10,000 events"),
    ],
)
def test_what_is_no_calendar_is_refused_in_one_sentence(text: str, said: str) -> None:
    with pytest.raises(VaultTrouble) as caught:
        planned(text)
    assert said in caught.value.sentence
