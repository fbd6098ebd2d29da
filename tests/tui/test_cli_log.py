"""`troth log`: a check-in held, missed, cancelled or moved."""

from functools import partial

import pytest

from coaching.record.checkin import Checkin
from coaching.record.workbook import Done, Workbook
from coaching.verbs import checkins
from tests.tui.command_line import CommandLine


@pytest.fixture
def troth(troth: CommandLine) -> CommandLine:
    """Ben every two weeks, with check-ins planned for 12, 24 and 26 November."""
    early = troth.at("2026-11-02T08:00")
    early("add", "Ben", "--i-am", "mentor", "--every", "2w")
    early.plan("Ben", "2026-11-12 15:00")
    early.plan("Ben", "2026-11-24 08:00")
    early.plan("Ben", "2026-11-26 15:00")
    return troth


def outcomes(troth: CommandLine) -> list[tuple[str, str | None]]:
    """What became of Ben's check-ins, in the order they were made."""
    return [(one.outcome, one.by) for one in troth.workbook("Ben").all(Checkin)]


def only_early(troth: CommandLine) -> CommandLine:
    """The same evening before anything else is planned."""
    for day in ("24 nov", "26 nov"):
        troth("log", "Ben", "--cancelled", day)
    return troth


def test_held_finds_the_planned_one_and_names_the_next(troth: CommandLine) -> None:
    assert troth("log", "Ben", "--held", "today").line == (
        "Check-in with Ben held on Tue 24 Nov 2026. Next: Thu 26 Nov 2026, 15:00."
    )
    assert [outcome for outcome, _ in outcomes(troth)] == ["planned", "held", "planned"]
    held = troth.workbook("Ben").all(Checkin)[1].held
    assert held is not None
    assert held.wall().time is not None


def test_held_later_than_planned_keeps_the_time_it_was(troth: CommandLine) -> None:
    troth("log", "Ben", "--held", "12 nov 15:40")
    held = troth.workbook("Ben").all(Checkin)[0].held
    assert held is not None
    assert f"{held.wall().time:%H:%M}" == "15:40"


def test_held_today_before_its_hour_is_a_day_only(troth: CommandLine) -> None:
    early = troth.at("2026-11-24T07:00")
    assert early("log", "Ben", "--held", "today").code == 0
    held = troth.workbook("Ben").all(Checkin)[1].held
    assert held is not None
    assert held.at is None


def test_held_on_a_day_without_a_plan_is_recorded_as_unplanned(troth: CommandLine) -> None:
    assert troth("log", "Ben", "--held", "yesterday").line.startswith(
        "Check-in with Ben held on Mon 23 Nov 2026."
    )
    new = troth.workbook("Ben").all(Checkin)[3]
    assert (new.outcome, new.planned) == ("held", None)


def test_held_before_the_first_day_is_no_finding_of_the_doctor(troth: CommandLine) -> None:
    troth("add", "Priya", "--i-am", "mentor")
    said = troth("log", "Priya", "--held", "yesterday").line
    assert "The relationship counts from that day now." in said
    assert "before the relationship began" not in troth("doctor").out


def test_held_twice_on_a_day_needs_its_own_time(troth: CommandLine) -> None:
    troth("log", "Ben", "--held", "yesterday 10:00")
    again = troth("log", "Ben", "--held", "yesterday")
    assert again.code == 2
    assert "on Mon 23 Nov 2026 is recorded as held already" in again.complaint
    assert troth("log", "Ben", "--held", "yesterday 17:00").code == 0
    assert [outcome for outcome, _ in outcomes(troth)].count("held") == 2


def test_without_a_date_ahead_the_rhythm_proposes_one(troth: CommandLine) -> None:
    assert only_early(troth)("log", "Ben", "--held", "12 nov").line == (
        "Check-in with Ben held on Thu 12 Nov 2026. No next date yet; "
        "your rhythm says Thu 26 Nov 2026, 15:00. Open troth to plan it."
    )


def test_without_a_rhythm_the_hint_is_to_plan(troth: CommandLine) -> None:
    troth("add", "Efua", "--i-am", "mentor")
    assert troth("log", "Efua", "--held", "today").line == (
        "Check-in with Efua held on Tue 24 Nov 2026. No next date yet; open troth to plan one."
    )


def test_missed_and_cancelled_say_by_whom(troth: CommandLine) -> None:
    assert troth("log", "Ben", "--missed", "12 nov", "--by", "them").line == (
        "Check-in with Ben missed on Thu 12 Nov 2026."
    )
    assert troth("log", "Ben", "--cancelled", "26 nov", "--by", "me").line == (
        "Check-in with Ben cancelled on Thu 26 Nov 2026."
    )
    assert outcomes(troth) == [("missed", "them"), ("planned", None), ("cancelled", "me")]


@pytest.mark.parametrize("when", ["thu", "26 nov", "2026-11-26 15:00", "+2d"])
def test_moved_reads_a_day_to_come_too(troth: CommandLine, when: str) -> None:
    troth("log", "Ben", "--held", "12 nov")
    ran = troth("log", "Ben", "--moved", when, "--to", "1 dec 16:00", "--by", "them")
    assert ran.line == "Check-in with Ben moved to Tue 1 Dec 2026, 16:00."
    assert outcomes(troth)[2:] == [("moved", "them"), ("planned", None)]


def test_a_day_that_fits_before_and_after_asks_for_the_date(troth: CommandLine) -> None:
    troth.plan("Ben", "2026-11-19 15:00")
    ran = troth("log", "Ben", "--cancelled", "thu")
    assert ran.code == 2
    assert ran.complaint == (
        "2 check-ins with Ben fit: Thu 19 Nov 2026, 15:00 and Thu 26 Nov 2026, 15:00. "
        "Say which, with its day and time in full."
    )


@pytest.mark.parametrize("outcome", ["--missed", "--cancelled", "--moved"])
def test_what_was_not_planned_names_what_is(troth: CommandLine, outcome: str) -> None:
    to = ("--to", "fri") if outcome == "--moved" else ()
    ran = troth("log", "Ben", outcome, "17 nov", *to)
    assert ran.code == 2
    assert ran.complaint == (
        "No check-in with Ben is planned on Tue 17 Nov 2026. Planned: Thu 12 Nov 2026, 15:00, "
        "Tue 24 Nov 2026, 08:00 and Thu 26 Nov 2026, 15:00."
    )


def test_where_nothing_is_planned_it_says_so(troth: CommandLine) -> None:
    troth("add", "Efua", "--i-am", "mentor")
    assert "None is planned at all." in troth("log", "Efua", "--missed", "today").complaint


def test_two_on_a_day_need_the_time(troth: CommandLine) -> None:
    troth.plan("Ben", "2026-11-12 10:00")
    for outcome in ("--held", "--missed", "--cancelled"):
        assert troth("log", "Ben", outcome, "12 nov").complaint.startswith(
            "2 check-ins with Ben fit: Thu 12 Nov 2026, 10:00 and Thu 12 Nov 2026, 15:00."
        )
    assert troth("log", "Ben", "--missed", "12 nov 10:00").code == 0
    assert outcomes(troth)[0] == ("planned", None)
    assert outcomes(troth)[3] == ("missed", None)


def test_two_on_a_day_held_in_between_is_the_one_before(troth: CommandLine) -> None:
    troth.plan("Ben", "2026-11-12 10:00")
    assert troth("log", "Ben", "--held", "12 nov 10:20").code == 0
    assert outcomes(troth)[3] == ("held", None)
    assert outcomes(troth)[0] == ("planned", None)


def test_what_was_logged_wrongly_can_be_said_again(troth: CommandLine) -> None:
    troth("log", "Ben", "--missed", "12 nov")
    assert troth("log", "Ben", "--held", "12 nov").code == 0
    assert outcomes(troth)[0] == ("held", None)
    assert troth("log", "Ben", "--cancelled", "12 nov", "--by", "me").code == 0
    assert outcomes(troth)[0] == ("cancelled", "me")
    assert len(outcomes(troth)) == 3


def test_one_left_unknown_can_be_logged(troth: CommandLine) -> None:
    first = troth.workbook("Ben").all(Checkin)[0]

    def unknown(workbook: Workbook) -> Done:
        return checkins.leave_unknown(workbook, first.id)

    troth.do("Ben", unknown)
    assert troth("log", "Ben", "--held", "12 nov").code == 0
    assert outcomes(troth)[0] == ("held", None)
    assert len(outcomes(troth)) == 3


def test_a_plan_of_another_zone_is_found_by_the_users_day(troth: CommandLine) -> None:
    wall = troth.workbook("Ben").all(Checkin)[0].planned
    assert wall is not None
    late = type(wall)(wall.day.replace(day=17), wall.time, "America/Los_Angeles")
    new_id = troth.records.coach.new_id()
    troth.do("Ben", partial(checkins.plan, checkin_id=new_id, wall=late))
    assert troth("log", "Ben", "--missed", "18 nov").code == 0
    assert outcomes(troth)[3] == ("missed", None)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--held", "2026-11-25"), "Wed 25 Nov 2026 is still to come"),
        (("--held", "2026-11-24 23:00"), "is still to come"),
        (("--held", "31 feb"), "does not exist"),
        (("--held", "whenever"), '"whenever" is not a date Troth can read'),
        (("--held", ""), "A date is needed here"),
        (("--held", "29 mar 2026 02:30"), "does not exist on Sun 29 Mar 2026 in Europe/Berlin"),
        (("--held", "today", "--by", "me"), "--by says who missed, cancelled or moved"),
        (("--held", "today", "--to", "fri"), "--moved and --to go together"),
        (("--moved", "26 nov"), "--moved and --to go together"),
        (("--moved", "26 nov", "--to", "99 nov"), "November 2026 has 30 days"),
        (("--missed", "26 nov 2026"), "is still to come, so it cannot be missed yet"),
    ],
)
def test_what_cannot_be_is_refused_in_one_line(
    troth: CommandLine, words: tuple[str, ...], says: str
) -> None:
    before = troth.workbook("Ben")
    ran = troth("log", "Ben", *words)
    assert ran.code == 2
    assert says in ran.complaint
    assert troth.workbook("Ben") == before
