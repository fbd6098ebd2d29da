"""`troth prepare`: the agenda of the next check-in, printed as Markdown."""

from tests.tui.command_line import CommandLine


def told_about_ben(troth: CommandLine) -> None:
    troth("add", "Ben Lindqvist", "--i-am", "mentor", "--every", "2w")
    troth("promise", "Ben", "introduction to Priya", "--by", "2026-11-27")


def test_prepare_prints_the_agenda_of_the_next_check_in(troth: CommandLine) -> None:
    told_about_ben(troth)
    troth.plan("Ben", "2026-11-26 15:00", topic="spring goals")
    ran = troth("prepare", "Ben")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("# Regular check-in with Ben Lindqvist\n\nThu 26 Nov 2026, 15:00. ")
    assert "For you alone" in ran.out
    assert "- Yours, by Fri 27 Nov 2026: introduction to Priya\n" in ran.out
    assert "- spring goals\n" in ran.out


def test_prepare_without_a_date_prints_a_regular_agenda_and_says_so(troth: CommandLine) -> None:
    told_about_ben(troth)
    ran = troth("prepare", "Ben")
    assert ran.code == 1
    assert ran.out.startswith("# Regular check-in with Ben Lindqvist\n\nNo date is agreed yet. ")
    assert ran.err.count("\n") == 1
    assert "No check-in with Ben Lindqvist is planned" in ran.err


def test_prepare_takes_another_kind(troth: CommandLine) -> None:
    told_about_ben(troth)
    troth.plan("Ben", "2026-11-26 15:00")
    ran = troth("prepare", "Ben", "--kind", "closing")
    assert ran.code == 0
    assert "## Loose ends (10 min)" in ran.out
    assert "introduction to Priya (keep, hand over or let go)" in ran.out


def test_prepare_asks_for_a_known_name_and_kind(troth: CommandLine) -> None:
    told_about_ben(troth)
    assert "Nobody in your records" in troth("prepare", "Zed").complaint
    assert troth("prepare", "Ben", "--kind", "party").code == 2
