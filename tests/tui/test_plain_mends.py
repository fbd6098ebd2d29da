"""What somebody who only hears lines stumbled on: lost words, silent lists, plans read twice."""

from datetime import date
from pathlib import Path

import pytest

from coaching.errors import TrothError
from coaching.hurdle.next_words import BEGIN_NEW, say_go_on, say_open
from coaching.record.hurdle import Hurdle
from coaching.record.promise import Promise
from data.loose_text import LooseText
from data.memory_vault import MemoryVault
from tests.tui.app_for import NOW, person
from tests.tui.plain_for import Plain, plain
from tests.tui.test_plain_hurdle import NINE_ANSWERS, NONE_KNOWN, SOURCE, STORY, with_ben
from tui.plain.editor import edit_text
from tui.plain.walk import Walk
from tui.world import Opening

TO_DEED = (NONE_KNOWN, *SOURCE, "Talk", "I do", "Still none", "That was my doing.")
DEED = "Send two dates"
SIGN_COUNT = 41


def again(run: Plain, *answers: str) -> Plain:
    """Another run over the same records and drafts, opened as `troth hurdle Ben` does."""
    (ben,) = run.vault.overview().people
    opening = Opening("hurdle", ben.id, keep=True)
    return plain(*answers, vault=run.vault, opening=opening, drafts=run.desk.coach.drafts)


def alone_as_mentor(*answers: str) -> Plain:
    """As `troth hurdle --as mentor`: nothing is kept."""
    return plain(*answers, opening=Opening("hurdle", i_am="mentor"))


def hurdles(run: Plain) -> tuple[Hurdle, ...]:
    """The hurdles with Ben, read anew."""
    return run.named("Ben Lindqvist").all(Hurdle)


def test_the_words_of_a_deed_wait_for_whoever_leaves_or_runs_out_of_input() -> None:
    for end in (("leave",), ()):
        run = with_ben(*TO_DEED, DEED, "mine", *end)
        assert hurdles(run)[0].deed == ""
        back = again(run, "", "Still none", "fri")
        assert f": {DEED}. Whose deed is it: mine." in back.text
        assert "part 3 of 3. By when?" in back.text
        assert hurdles(back)[0].deed == DEED
        (promise,) = back.named("Ben Lindqvist").all(Promise)
        assert promise.by == date(2026, 11, 27)
        assert "You had written" not in again(back, "", "Still none").text


def test_going_back_offers_each_old_answer_kept_or_not() -> None:
    for walk in (with_ben, alone_as_mentor):
        run = walk(*TO_DEED, DEED, "mine", "back", "back", "back", "", "", "", "fri")
        _, _, after = run.text.partition(f"Answer: {DEED}")
        assert "You had chosen: mine. Enter keeps it." in after
        assert after.count(f"You had written: {DEED}. Enter keeps it.") == 2
        assert "You had written: That was my doing. Enter keeps it." in after
        assert "part 3 of 3. By when?" in after.rpartition("Answer: back")[2]
    vault = MemoryVault([person("Ben Lindqvist")])
    promise = ("Make a promise", "Mine", "Tea", "back", "back", "", "Coffee", "fri")
    run = plain("People", "Ben", *promise, vault=vault)
    assert "Whose promise is it?\n1. Mine.\n2. Theirs.\nYou had chosen: Mine. Enter" in run.text
    assert "You had written: Tea. Enter keeps it." in run.text
    assert [one.what for one in run.named("Ben Lindqvist").all(Promise)] == ["Coffee"]


def test_an_open_hurdle_is_offered_first_in_the_words_of_the_screen() -> None:
    run = with_ben(NONE_KNOWN, *STORY)
    on = again(run, "", NONE_KNOWN, "1")
    assert f"{say_open(1)}. Which one do you mean?" in on.text
    assert f"1. {say_go_on(NOW.date())}." in on.text
    assert [one.area for one in hurdles(on)] == ["agreed_not_kept"]
    new = again(on, BEGIN_NEW, NONE_KNOWN, "Another thing.")
    assert len(hurdles(new)) == 2
    assert "Hurdles are open." in again(new, "back").text


def test_on_the_same_day_the_list_of_dangers_is_not_read_again_once_none_was_named() -> None:
    named = with_ben(NONE_KNOWN, *SOURCE)
    assert "Does any of this apply" not in again(named, "", "Still none").text
    not_named = with_ben(NONE_KNOWN, *STORY)
    assert "Does any of this apply" in again(not_named, "").text
    harmed = with_ben("Someone threatens", "me", "Go on anyway", *STORY)
    assert "Does any of this apply" in again(harmed, "").text
    another_day = plain("Open hurdles", "1", vault=named.vault, now=NOW.replace(day=25))
    assert "Does any of this apply" in another_day.text
    assert "step 1" not in named.text + another_day.text


def test_signs_are_heard_in_groups_and_what_was_ticked_is_told() -> None:
    deeper = (NONE_KNOWN, STORY[0], "deeper", "Who decided it.")
    run = with_ben(*deeper, "1, 3 more", "more", "99", "12 more", "", "leave")
    heard = run.text.rpartition("Who decided it.")[2]
    first, second, third, *_ = heard.split("Answer: ")
    assert "\n10. " in first
    assert "\n11. " not in first
    assert f"And {SIGN_COUNT - 10} more. Type more to hear them; numbers typed" in first
    assert "11. " in second
    assert "21. " in third
    (hurdle,) = hurdles(run)
    assert len(hurdle.signs) == 3
    told = next(line for line in run.lines.said if line.startswith("You ticked: "))
    assert told.count(".") == 3
    none = with_ben(*deeper, "2 more", "none", "leave")
    assert "You ticked none." in none.text
    assert hurdles(none)[0].signs == ()


def test_every_question_says_what_enter_alone_does() -> None:
    run = with_ben(*NINE_ANSWERS)
    says = ("An answer is needed.", "Enter alone ", "You had ")
    asked = [at for at, line in enumerate(run.lines.said) if line.startswith("Answer: ")]
    assert asked
    assert [run.lines.said[at - 1] for at in asked if not _says(run, at - 1, says)] == []


def _says(run: Plain, at: int, says: tuple[str, ...]) -> bool:
    return run.lines.said[at].startswith(says)


def test_after_a_change_only_what_changed_in_the_plan_is_told_and_plan_tells_it_whole() -> None:
    run = with_ben(*NINE_ANSWERS, "Change an answer", "One deed", "Call him", "", "", "plan")
    changed = run.text.partition("Changed in the plan:\n")[2].splitlines()
    assert changed[0].startswith("One deed: “Call him”")
    assert changed[1] == "To hear it whole, type plan."
    assert changed[3].startswith("The plan. What would you like to do?")
    assert run.text.count("A plan for a hurdle with Ben.") == 2
    assert run.text.count("One deed: “Call him”") == 2
    same = with_ben(*NINE_ANSWERS, "Change an answer", "How do you want", "Talk")
    assert "The plan is as you heard it.\nTo hear it whole, type plan." in same.text


def test_going_deeper_asks_where_and_tells_what_is_open_in_each_step() -> None:
    run = with_ben(*NINE_ANSWERS, "Go deeper", "Source", "leave")
    where = run.text.partition("The plan. Where do you want to go deeper?\n")[2]
    source, repair, support, enter = where.splitlines()[:4]
    assert source.startswith("1. Source. 4 open questions. ")
    assert repair.startswith("2. Repair. ")
    assert support.startswith("3. Support. 5 open questions. ")
    assert enter == "Enter alone takes: Source."
    assert "Deeper question 1 of 4, Source." in where


def test_home_names_the_next_step_with_the_word_that_does_it() -> None:
    vault = MemoryVault([person("Ben Lindqvist", next_one="yesterday 15:00")])
    run = plain("next", "Held", "", "No", "next", vault=vault)
    assert "To do it, type the word next.\n" in run.text
    step = run.text.partition("Next step: ")[2].partition("\n")[0]
    assert f"1. Do the next step. {step}" in run.text
    assert "Log a check-in with Ben Lindqvist" in run.text


def test_a_date_is_told_in_full_at_once() -> None:
    vault = MemoryVault([person("Ben Lindqvist")])
    run = plain("People", "1", "Plan", "fri 10:00", "", vault=vault)
    assert "Answer: fri 10:00\nUnderstood: Fri 27 Nov 2026, 10:00.\n" in run.text
    run = plain("People", "1", "Make", "Mine", "Tea", "fri", vault=vault)
    assert "Answer: fri\nUnderstood: Fri 27 Nov 2026.\n" in run.text


def test_whoever_deletes_a_hurdle_hears_the_name_as_it_is_written() -> None:
    run = with_ben(*NINE_ANSWERS, "Delete this hurdle", "Keep it")
    assert "Delete a hurdle with Ben?" in run.text


def test_the_editor_gets_the_text_of_a_kept_hurdle_and_of_no_other(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def write(words: list[str]) -> None:
        assert Path(words[-1]).read_text("utf-8") == "Once."
        Path(words[-1]).write_text("One.\nTwo.\n", "utf-8")

    monkeypatch.setenv("VISUAL", "my-editor")
    monkeypatch.setattr("tui.plain.editor.run_editor", write)
    desk = with_ben().desk
    desk.world.set_out = lambda text: LooseText(text, tmp_path)
    assert edit_text(desk, "Once.") == "One.\nTwo."
    assert list(tmp_path.iterdir()) == []
    monkeypatch.delenv("VISUAL")
    monkeypatch.delenv("EDITOR", raising=False)
    with pytest.raises(TrothError, match="No editor is set"):
        edit_text(desk, "")
    unkept: list[bool] = []
    monkeypatch.setattr(Walk, "run", lambda walk: unkept.append(walk.desk.unkept))
    with_ben()
    desk = alone_as_mentor().desk
    assert unkept == [False, True]
    desk.unkept = True
    with pytest.raises(TrothError, match="Nothing of this text is kept"):
        edit_text(desk, "")
