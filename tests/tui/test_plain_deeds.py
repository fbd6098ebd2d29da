"""The main deeds on plain lines, from what is typed to the record as it is afterwards."""

from datetime import date, timedelta
from functools import partial
from typing import cast

from coaching.ports import Sealing
from coaching.record.agenda_item import AgendaItem
from coaching.record.base import Side
from coaching.record.checkin import Checkin
from coaching.record.contact import SupportContact
from coaching.record.promise import Promise
from coaching.record.reply import Reply
from coaching.verbs import preparing, promises
from coaching.when import read_when
from data.memory_vault import MemoryVault
from tests.tui.app_for import NOW, ZONE, new_id, person
from tests.tui.plain_for import Plain, plain

BEN = ("People", "Ben Lindqvist")
TODAY = NOW.date()


def with_ben(next_one: str = "") -> MemoryVault:
    return MemoryVault([person("Ben Lindqvist", next_one=next_one)])


def ben_id(vault: MemoryVault) -> str:
    return vault.overview().people[0].id


def promised(vault: MemoryVault, what: str, by: date, whose: Side = "me") -> None:
    made = min(TODAY, by) - timedelta(days=7)
    verb = partial(promises.make, promise_id=new_id(), what=what, whose=whose, by=by, today=made)
    vault.change(ben_id(vault), verb)


def test_home_tells_the_next_step_with_its_reason_and_leaves() -> None:
    vault = with_ben("today 15:00")
    promised(vault, "an introduction", date(2026, 11, 13))
    run = plain("leave", vault=vault)
    assert run.ended == "left"
    assert "Next step: You promised Ben Lindqvist for Fri 13 Nov: an introduction." in run.text
    assert "Why: The date passed 11 days ago." in run.text
    assert "You have 1 active relationship, 1 upcoming check-in, 0 open hurdles." in run.text
    assert "stays in the scrollback" in run.text
    assert "type: back, skip, help, again, where, save, leave." in run.text


def owing() -> MemoryVault:
    vault = with_ben()
    promised(vault, "an introduction", date(2026, 11, 13))
    return vault


def states(run: Plain) -> list[str]:
    return [one.state for one in run.named("Ben Lindqvist").all(Promise)]


def test_doing_the_next_step_settles_the_promise_and_undo_brings_it_back() -> None:
    run = plain("Do the next step", "Kept", vault=owing())
    assert (run.ended, states(run)) == ("ended", ["kept"])
    assert "1. Kept, today. 11 days after Fri 13 Nov 2026." in run.text
    run = plain("Do the next step", "Kept", "Undo", vault=owing())
    assert states(run) == ["open"]
    assert "Undone: Promise kept, 11 days late: an introduction." in run.text


def test_a_promise_is_renewed_let_go_or_not_kept() -> None:
    run = plain("1", "2", "yesterday", "fri", vault=owing())
    (promise,) = run.named("Ben Lindqvist").all(Promise)
    assert (promise.by, promise.state) == (date(2026, 11, 27), "open")
    assert "Agree a date from today on." in run.text
    assert states(plain("1", "let go", vault=owing())) == ["dropped"]
    assert states(plain("1", "not kept", vault=owing())) == ["broken"]


def test_a_step_is_hidden_until_a_day() -> None:
    run = plain("Not today", "", "Hear home", vault=owing())
    assert "Hidden until Wed 25 Nov 2026." in run.text
    assert "Next step: You promised" not in run.last()


def test_a_promise_is_made_in_words_that_are_kept_clean() -> None:
    vault = with_ben()
    run = plain(
        *BEN, "Make a promise", "Theirs", "Read the\x1b[31m draft", "someday", "fri", vault=vault
    )
    (promise,) = run.named("Ben Lindqvist").all(Promise)
    assert (promise.what, promise.whose) == ("Read the[31m draft", "them")
    assert promise.by == date(2026, 11, 27)
    assert run.text.count("question 3 of 3. By when?") == 2
    assert "\x1b" not in run.text


def test_a_check_in_is_held_as_planned_with_the_next_date_and_a_reply_owed() -> None:
    vault = with_ben("yesterday 15:00")
    run = plain("Do the next step", "Held", "", "I do", vault=vault)
    checkins_now = sorted(run.named("Ben Lindqvist").all(Checkin), key=lambda one: one.outcome)
    assert [one.outcome for one in checkins_now] == ["held", "planned"]
    assert checkins_now[1].planned == read_when("7 dec 15:00", NOW, ZONE)
    (reply,) = run.named("Ben Lindqvist").all(Reply)
    assert (reply.owes, reply.since) == ("me", date(2026, 11, 23))
    assert run.named("Ben Lindqvist").relationship.since == date(2026, 11, 23)


def test_a_check_in_is_moved_missed_or_cancelled_by_somebody() -> None:
    log = (*BEN, "Log", "1")
    run = plain(*log, "Moved", "Ben", "fri 10:00", vault=with_ben("today 15:00"))
    moved = {one.outcome: one for one in run.named("Ben Lindqvist").all(Checkin)}
    assert moved["moved"].by == "them"
    assert moved["planned"].planned == read_when("fri 10:00", NOW, ZONE)
    for answer, outcome in (("Missed", "missed"), ("Cancelled", "cancelled")):
        run = plain(*log, answer, "Me", "skip", vault=with_ben("yesterday 15:00"))
        (checkin,) = run.named("Ben Lindqvist").all(Checkin)
        assert (checkin.outcome, checkin.by) == (outcome, "me")


def test_a_meeting_nobody_planned_is_logged_and_going_back_changes_nothing() -> None:
    run = plain(*BEN, "Log", "tomorrow", "today", "skip", "No", vault=with_ben())
    (checkin,) = run.named("Ben Lindqvist").all(Checkin)
    assert (checkin.outcome, checkin.held and checkin.held.day) == ("held", TODAY)
    run = plain(*BEN, "Log", "today", "back", "back", vault=with_ben())
    assert run.named("Ben Lindqvist").all(Checkin) == ()
    assert "Back. Nothing was changed by this." in run.text


def test_a_check_in_is_planned_and_a_date_that_passed_is_asked_about_once() -> None:
    run = plain(*BEN, "Plan", "2026-11-20", "2026-11-20", "spring goals", vault=with_ben())
    (checkin,) = run.named("Ben Lindqvist").all(Checkin)
    assert checkin.topic == "spring goals"
    assert "Fri 20 Nov 2026 has passed. To keep it, type it once more." in run.text
    proposed = plain(*BEN, "Plan", "", "", vault=with_ben()).named("Ben Lindqvist")
    assert [one.outcome for one in proposed.all(Checkin)] == ["planned"]


def test_the_agenda_is_read_a_line_ticked_off_and_one_added() -> None:
    vault = with_ben("today 15:00")
    item_id = new_id()
    add = partial(preparing.add, item_id=item_id, what="The talk", by="them", today=TODAY)
    vault.change(ben_id(vault), add)
    run = plain("Do the next step", "Tick", "The talk", "Add", "My notes", "Me", vault=vault)
    lines = {one.what: one for one in run.named("Ben Lindqvist").all(AgendaItem)}
    assert lines["The talk"].settled == TODAY
    assert (lines["My notes"].by, lines["My notes"].settled) == ("me", None)
    assert "with Ben Lindqvist. Tue 24 Nov 2026, 15:00. About" in run.text
    assert "Listening: " in run.text


def test_a_line_is_taken_off_the_agenda() -> None:
    vault = with_ben("today 15:00")
    add = partial(preparing.add, item_id=new_id(), what="The talk", by="them", today=TODAY)
    vault.change(ben_id(vault), add)
    run = plain("Do the next step", "Take a line off", "The talk", "Hear", vault=vault)
    assert "The talk" not in run.last(30).rpartition("Off")[2].rpartition("Listening")[2]


def test_a_reply_is_noted_and_answered() -> None:
    run = plain(
        *BEN, "Note a reply", "Me", "the form", "", "", "became of a reply", "1", vault=with_ben()
    )
    (reply,) = run.named("Ben Lindqvist").all(Reply)
    assert (reply.about, reply.answered) == ("the form", TODAY)
    assert "Two lines to say when are an answer too." in run.text


def test_the_first_start_adds_somebody_in_one_line() -> None:
    run = plain("I mentor", "Ben every 2w, next tue 3pm", "leave")
    workbook = run.named("Ben")
    assert workbook.relationship.i_am == "mentor"
    assert [one.planned for one in workbook.all(Checkin)] == [read_when("tue 3pm", NOW, ZONE)]
    assert "What brings you here?" in run.text
    assert run.text.index("Added. Ben: your mentee") < run.text.index("Home. What would")


def test_a_second_person_with_the_same_name_is_refused_in_one_line() -> None:
    run = plain("Add someone", "ben lindqvist", "Ben Two", "They mentor me", vault=with_ben())
    assert '"ben lindqvist" is here already.' in run.text
    assert run.named("Ben Two").relationship.i_am == "mentee"


def test_support_contacts_are_written_down_checked_and_deleted() -> None:
    outside = "People outside"
    added = ("Add", "Noor", "ombuds person", "noor@example.org", "", "")
    run = plain(outside, *added, "Hear who", "still true", "Noor", vault=with_ben())
    (contact,) = run.mine.all(SupportContact)
    assert (contact.name, contact.kind, contact.checked) == ("Noor", "ombuds", TODAY)
    assert (
        "1. Noor, a neutral adviser (ombuds person), noor@example.org. Checked Tue 24 Nov 2026."
        in run.text
    )
    run = plain(outside, *added, "Delete", "1", vault=with_ben())
    assert run.mine.all(SupportContact) == ()


def test_hostile_names_are_said_clean_and_the_facts_are_new_at_each_menu() -> None:
    name = "[/bold]$(rm) {name} %s"
    vault = MemoryVault([person(name)])
    run = plain("People", "1", "Make", "Mine", "Tea", "fri", "Hear the facts", vault=vault)
    assert f"{name}, your mentee since Tue 24 Nov 2026." in run.text
    assert "You promised: Tea, by Fri 27 Nov 2026." in run.text


class Seal:
    """Stands in for a seal that is on and opened."""

    sealed, locked = True, False

    def lock(self) -> None:
        self.locked = True


def test_sealed_records_are_locked_after_a_long_silence_and_the_passphrase_is_asked_again() -> None:
    run = plain(*BEN, "Make a promise", "Mine", "Tea", "fri", vault=with_ben())
    seal, asked = Seal(), []
    run.desk.world.sealing = cast("Sealing", seal)
    run.desk.unlock = lambda: asked.append(seal.locked)
    run.desk.after_silence(599)
    assert (seal.locked, asked) == (False, [])
    run.desk.after_silence(600)
    assert asked == [True]
    assert "locked after 10 minutes without an answer" in run.last(1)
    assert run.desk.coach.history.done == []


def test_upcoming_check_ins_lead_to_the_agenda_the_log_or_a_new_date() -> None:
    run = plain("Upcoming", "1", "Missed", "Nobody", "skip", vault=with_ben("yesterday 15:00"))
    assert [one.outcome for one in run.named("Ben Lindqvist").all(Checkin)] == ["missed"]
    run = plain("Upcoming", "1", "back", vault=with_ben("today 15:00"))
    assert "Listening: " in run.text
    run = plain("Upcoming", "No date", "fri 10:00", "skip", vault=with_ben())
    (checkin,) = run.named("Ben Lindqvist").all(Checkin)
    assert checkin.planned == read_when("fri 10:00", NOW, ZONE)
