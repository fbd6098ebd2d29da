"""A hurdle on plain lines: the short way, the way of care, alone, deeper, the plan, every word."""

from datetime import date

from coaching.hurdle import steps
from coaching.record.checkin import Checkin
from coaching.record.contact import SupportContact
from coaching.record.hurdle import Hurdle
from coaching.record.promise import Promise
from data.memory_vault import MemoryVault
from tests.tui.app_for import person
from tests.tui.plain_for import Plain, Scripted, plain
from tui.world import Opening

NONE_KNOWN = "None that I know of"
STORY = ("I cancelled our last two meetings on the day.", "He had prepared both times.")
SOURCE = (*STORY, "A date or a promise", "Promises slip")
REPAIR = (
    *("Talk", "I do", "Still none", "I cancelled twice on the day. That was my doing."),
    *("Send two dates", "", ""),
    *("I say so the day before", ""),
)
SUPPORT = ("Another mentor", "")
NINE_ANSWERS = (NONE_KNOWN, *SOURCE, *REPAIR, *SUPPORT)


def with_ben(*answers: str, **more: object) -> Plain:
    """A new hurdle with Ben, whom the user mentors, opened as `troth hurdle Ben` does."""
    ben = person("Ben Lindqvist")
    opening = Opening("hurdle", ben.id, keep=True)
    return plain(*answers, vault=MemoryVault([ben]), opening=opening, **more)  # type: ignore[arg-type]  # only `now` and `unused`


def alone(*answers: str) -> Plain:
    """As `troth hurdle` without a name."""
    return plain(*answers, opening=Opening("hurdle", i_am="mentee"))


def hurdle_of(run: Plain) -> Hurdle:
    """The one hurdle with Ben, read anew."""
    (found,) = run.named("Ben Lindqvist").all(Hurdle)
    return found


def test_nine_answers_make_a_whole_plan() -> None:
    run = with_ben(*NINE_ANSWERS)
    hurdle = hurdle_of(run)
    assert run.ended == "ended"
    assert steps.first_open(hurdle) == steps.PLAN
    assert (hurdle.closest, hurdle.how, hurdle.side) == ("broken_promises", "talk", "me")
    assert hurdle.who == "kind:mentor_or_peer"
    assert hurdle.first_sentence.startswith("Can I think aloud")
    (promise,) = run.named("Ben Lindqvist").all(Promise)
    assert (promise.what, promise.by) == ("Send two dates", date(2026, 12, 1))
    (look,) = run.named("Ben Lindqvist").all(Checkin)
    assert look.hurdle == hurdle.id
    places = [line for line in run.lines.said if line.startswith("Question ")]
    assert places[0] == "Question 1 of 9, Source. What happened?"
    assert places[-1] == "Question 9 of 9, Support. Your first sentence to them."
    assert "One deed: “Send two dates” (I do this, by Tue 1 Dec 2026)" in run.text
    assert "Look again: Tue 15 Dec 2026." in run.text


def test_the_safety_question_stands_before_and_its_answer_is_not_kept() -> None:
    run = with_ben(*NINE_ANSWERS)
    assert run.text.index("Does any of this apply") < run.text.index("What happened?")
    assert "safety" not in repr(run.named("Ben Lindqvist")).casefold()
    assert "10. I would rather not say." in run.text


def test_after_a_yes_the_card_comes_then_no_label_and_no_joint_talk() -> None:
    run = with_ben("Someone threatens", "me", "Go on anyway", *STORY, "1", "")
    hurdle = hurdle_of(run)
    assert run.ended == "ended"
    assert "Thank you for saying so." in run.text
    assert "Security and human resources must act on threats" in run.text
    assert (hurdle.closest, hurdle.how, hurdle.words) == ("", None, "")
    assert "Which comes closest?" not in run.text
    assert "Own it, in your words" not in run.text
    assert "The plan. What would you like to do?" in run.text
    assert "Look again." not in run.text


def test_leaving_at_the_card_writes_nothing() -> None:
    run = with_ben("Someone threatens", "me", "Leave it here")
    assert run.named("Ben Lindqvist").all(Hurdle) == ()
    assert run.ended == "done"


def test_not_meant_and_back_lead_to_the_question_again() -> None:
    run = with_ben(
        "Someone threatens", "back", "false data", "someone else", "not what I", NONE_KNOWN
    )
    assert run.text.count("Does any of this apply") == 3
    assert "Question 1 of 9, Source." in run.text


def test_alone_says_first_what_cannot_be_hidden_and_keeps_nothing() -> None:
    run = alone(NONE_KNOWN, *STORY)
    assert run.ended == "half"
    assert run.text.index("Not hidden: your shell's history") < run.text.index("Does any of")
    assert run.mine.all(Hurdle) == ()


def test_alone_can_be_kept_by_choice_and_goes_on_from_there() -> None:
    run = alone(NONE_KNOWN, STORY[0], "save", "Yes", STORY[1], "not sure yet", "+2w", "skip", "")
    (hurdle,) = run.mine.all(Hurdle)
    assert (hurdle.what_happened, hurdle.effect) == STORY
    assert (hurdle.closest, hurdle.look_again) == ("not_sure", date(2026, 12, 8))
    run = alone(NONE_KNOWN, STORY[0], "save", "No", "back", "back", "back")
    assert run.mine.all(Hurdle) == ()
    assert run.text.count("Nothing is kept. Type back once more") == 1
    assert run.ended == "done"


def test_someone_outside_at_any_question_and_a_contact_written_down() -> None:
    ways = (NONE_KNOWN, "outside", STORY[0], "outside", "Someone I know")
    contact = ("Noor", "ombuds person", "noor@example.org", "", "")
    run = with_ben(*ways, *contact, "May I ask first?")
    assert hurdle_of(run).first_sentence == "May I ask first?"
    (noor,) = run.mine.all(SupportContact)
    assert hurdle_of(run).who == f"contact:{noor.id}"


def test_back_skip_where_and_an_answer_kept_by_enter() -> None:
    run = with_ben(NONE_KNOWN, STORY[0], "skip", "back", "", "where", "save", "leave")
    hurdle = hurdle_of(run)
    assert (hurdle.what_happened, hurdle.left_open) == (STORY[0], ("effect",))
    assert "Enter alone takes: I cancelled our last two" not in run.text
    assert "You are here: A hurdle with Ben. Question 3 of 9, Source, part 1 of 2." in run.text
    assert "Kept up to your last answer." in run.text
    assert run.ended == "left"


def test_a_hurdle_left_half_way_goes_on_where_it_was() -> None:
    run = with_ben(NONE_KNOWN, *SOURCE)
    assert run.ended == "half"
    again = plain("Open hurdles", "1", "Still none", *REPAIR[:1], "leave", vault=run.vault)
    assert hurdle_of(again).how == "talk"
    assert "Question 4 of 9, Repair. How do you want to go on?" in again.text


def test_one_answer_is_changed_from_the_plan_and_the_others_stay() -> None:
    run = with_ben(*NINE_ANSWERS, "Change an answer", "How do you want", "Write")
    assert hurdle_of(run).how == "write"
    assert hurdle_of(run).words == REPAIR[3]
    assert run.text.count("A plan for a hurdle with Ben.") == 1


def test_the_plan_is_taken_along_without_what_is_only_for_me_and_closed() -> None:
    run = with_ben(
        *NINE_ANSWERS,
        "Take it along",
        "Ben",
        "",
        "Close",
        "Settled",
        "Say it early",
        "leave",
        unused=("leave",),
    )
    (page,) = run.pages.written.values()
    assert "Send two dates" in page
    assert STORY[0] not in page
    assert hurdle_of(run).ending == "settled"
    assert hurdle_of(run).learned == "Say it early"


def test_an_acknowledgement_is_read_along_and_an_impact_note_is_not() -> None:
    run = with_ben(*NINE_ANSWERS[:9])
    assert "That was my doing" in run.text.rpartition("in your words")[2]
    assert "To change your words, type back" in run.text
    them = with_ben(NONE_KNOWN, *SOURCE, "Talk", "The other side", "You cancelled twice.")
    assert "To change your words" not in them.text


def test_deeper_questions_are_answered_by_text_by_choice_and_by_ticks() -> None:
    ways = (NONE_KNOWN, STORY[0], "deeper", "Who decided it.", "1 and 3", "99", "2")
    run = with_ben(*ways)
    hurdle = hurdle_of(run)
    assert hurdle.not_known == "Who decided it."
    assert len(hurdle.signs) == 2
    assert len(hurdle.told_apart) == 1
    assert "Deeper question 1 of" in run.text


def test_words_that_no_file_can_hold_are_refused_and_asked_again() -> None:
    long = "x" * 200_001
    run = with_ben(NONE_KNOWN, long, "\x1b[2J" + STORY[0], "leave")
    assert "200,000 fit here" in run.text
    assert hurdle_of(run).what_happened == "[2J" + STORY[0]
    assert "\x1b" not in run.text


def test_braces_and_long_stories_are_told_as_they_were_written_and_not_in_full() -> None:
    run = with_ben(NONE_KNOWN, "He said {name} " + "and so " * 100, "skip", "1", "back", "leave")
    assert "You wrote: “He said {name} and so" in run.text
    assert run.text.count("and so " * 90) == 1


def test_a_relationship_deleted_in_another_window_ends_the_hurdle_in_one_sentence() -> None:
    ben = person("Ben Lindqvist")
    vault = MemoryVault([ben])

    class Deleting(Scripted):
        def read(self, before: str, *, several: bool) -> str:
            typed = super().read(before, several=several)
            if typed == STORY[1]:
                vault.discard(ben.id)
            return typed

    opening = Opening("hurdle", ben.id, keep=True)
    run = plain(NONE_KNOWN, *STORY, vault=vault, opening=opening, lines=Deleting)
    assert run.ended == "done"
    assert "deleted" in run.last(2)


def test_a_story_told_anew_brings_the_one_line_question_back() -> None:
    run = with_ben(NONE_KNOWN, STORY[0], "back", "Quite another story.", "Still none", "leave")
    assert "Safety question. Still none of those things that you know of?" in run.text
    assert hurdle_of(run).what_happened == "Quite another story."
