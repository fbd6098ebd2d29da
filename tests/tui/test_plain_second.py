"""What a second newcomer stumbled on by ear: lost choices, lists alike, questions without words."""

from coaching.record.hurdle import Hurdle
from coaching.record.repair import ExpectedLine
from data.memory_vault import MemoryVault
from tests.tui.app_for import NOW, person
from tests.tui.plain_for import Plain, Scripted, plain
from tests.tui.test_plain_deeper import LISTEN, STILL_NONE, again_with, goes_on, hurdle, kept, looks
from tests.tui.test_plain_hurdle import NINE_ANSWERS, NONE_KNOWN, STORY, hurdle_of, with_ben
from tests.tui.test_plain_mends import again
from tui.plain.prompt import Prompt
from tui.plain.question import Option, Question, choice, first_words

BEN = "Ben Lindqvist"


def test_who_spoke_is_not_lost_when_a_form_is_left_in_the_middle() -> None:
    run = goes_on(
        "Go deeper", "Repair", STILL_NONE, "Ben did", "Skip it.", "leave", at="listen expected"
    )
    back = again_with(run, STILL_NONE, "That it is optional.", "", "leave")
    came_back = back.text.partition("You left this in the middle.")[2]
    assert "Who spoke: Ben did. What were the words: Skip it." in came_back
    assert "part 3 of 4. What did you hear?" in came_back
    assert "Enter alone takes: I did" not in back.text
    listen = kept(back).listen
    assert listen is not None
    assert (listen.speaker, listen.mine) == ("them", "That it is optional.")
    chosen = goes_on("Go deeper", "Repair", STILL_NONE, "Ben did", "leave", at="listen expected")
    assert "part 2 of 4." in again_with(chosen, STILL_NONE, "leave").text


def test_hurdles_of_one_day_are_told_apart_and_enter_takes_the_one_it_names() -> None:
    first = with_ben(NONE_KNOWN, *STORY, "leave")
    second = again(first, "Begin a new one", NONE_KNOWN, "He read my notes aloud.", "It hurt.")
    asked = again(second, "", NONE_KNOWN, "1", "Promises", "deeper", "leave")
    listed = asked.text.partition("Which one do you mean?\n")[2].splitlines()
    assert listed[0].startswith("1. Go on with the one since Tue 24 Nov 2026: He read my notes")
    assert listed[1].endswith(
        ": I cancelled our last two meetings …. Find what comes closest, about 2 minutes."
    )
    assert f"Enter alone takes: {listed[0][3:].partition('. Find')[0]}." in listed
    assert [one.area for one in hurdles(asked)] == ["", "agreed_not_kept"]


def hurdles(run: Plain) -> list[Hurdle]:
    """The hurdles with Ben, the one that began first in front."""
    return list(run.named(BEN).all(Hurdle))


def test_the_hurdle_left_in_the_middle_comes_first_in_each_list() -> None:
    deep = hurdle(left_open=("expected", "own_parts", "words"))
    other = Hurdle(id="z", opened=NOW.date(), i_am="mentor", what_happened="He left early.")
    vault = MemoryVault([person(BEN).put(deep, other)])
    run = plain("Open hurdles", "Ben", "leave", vault=vault, unused=())
    listed = run.text.partition("Open hurdles. Which one?\n")[2].splitlines()
    assert listed[0].endswith("I cancelled our last two meetings …. Your plan is ready to read.")
    left = plain(
        *("Open hurdles", "2", NONE_KNOWN, "It hurt.", "deeper", "Who saw it", "leave"), vault=vault
    )
    back = plain("Open hurdles", "leave", vault=vault, drafts=left.desk.coach.drafts)
    first = back.text.partition("Open hurdles. Which one?\n")[2].splitlines()[0]
    assert "He left early" in first


def asked(question: Question[str], *answers: str) -> tuple[str | None, str]:
    """The answer, and all that was said."""
    lines = Scripted(list(answers))
    found = Prompt(lines).ask(question)
    return found, "\n".join(lines.said)


def test_words_count_from_their_beginning_and_are_told_as_understood() -> None:
    meals = [
        Option("a", "Lemon frightens her"),
        Option("b", "Tea, with milk"),
        Option("c", "Water"),
    ]
    found, said = asked(choice("What?", meals), "emo", "igh", "milk")
    assert found == "b"
    assert said.count(" is none of these.") == 2
    assert said.endswith("Understood: Tea, with milk.")
    assert "Understood" not in asked(choice("What?", meals), "water")[1]
    assert "Understood" not in asked(choice("What?", meals), "2")[1]
    twice = [Option("a", "Tea"), Option("b", "Tea"), Option("c", "Water")]
    assert asked(choice("What?", twice).taking(2), "")[0] == "b"


def test_in_the_list_of_dangers_only_whole_first_words_count() -> None:
    run = with_ben("fri", "threatens", "someone thr", "Someone", "None", *STORY)
    assert run.text.count("is not how one of these begins.") == 3
    assert "fits several of these." in run.text
    assert "Thank you for saying so." not in run.text
    assert "Understood: None that I know of." in run.text
    assert hurdle_of(run).effect == STORY[1]


def test_back_at_the_one_line_question_leads_to_the_answer_that_brought_it() -> None:
    told = "He threatened me with a knife."
    change = (*NINE_ANSWERS, "Change an answer", "What happened?", told)
    run = with_ben(*change, "back", "", "Still none", "leave")
    after = run.text.rpartition(f"Answer: {told}")[2]
    assert "What happened?" in after
    assert f"You had written: {told} Enter keeps it." in after
    assert after.count("Still none") >= 2
    assert run.ended == "left"
    assert "The plan. What would you like to do?" in after


def test_whoever_closes_needs_no_day_and_a_closed_hurdle_offers_what_applies() -> None:
    own = ("No", "Yes", "No", "Close it", "", "", "skip", "skip", "skip", "Close it")
    run = looks(*own, "leave")
    assert "Enter alone leaves it empty." in run.text.partition("Answer: Close it")[2][:400]
    assert kept(run).closed == NOW.date()
    run = with_ben(*NINE_ANSWERS, "Close this hurdle", "1", "")
    assert "open it again" not in run.text
    done = run.vault.open(run.named(BEN).id)
    found = done.all(Hurdle)[0]
    assert found.closed is not None
    closed = plain("Open hurdles", vault=MemoryVault([person(BEN).put(found)]))
    assert "No hurdle is open." in closed.text


def test_parts_ask_a_sentence_and_help_explains_them() -> None:
    lists_and_talk = [""] * 7
    heard = ("That we skip it.", "That it does not count.", "help", "We ask first.", "help", "")
    run = goes_on(
        *("Go deeper", "Repair", STILL_NONE, *LISTEN, STILL_NONE, *lists_and_talk, *heard, "leave"),
        at="listen when_and_how heard_back",
    )
    for words in ("Who speaks first?", "When do you two stop?", "How do they recall it?"):
        assert words in run.text
    for label in ("First.", "We stop.", "Said back.", "Now."):
        assert f". {label}\n" not in run.text
    assert "now that each was heard" in run.text
    assert "Saying back means" in run.text


def test_a_long_line_is_read_back_once_by_its_first_words() -> None:
    long = " ".join(f"w{number}" for number in range(1, 51))
    cut = "w1 w2 w3 w4 w5 w6 w7 w8 w9 w10 w11 w12 …"
    assert first_words(long) == f"{cut}, 50 words"
    assert first_words("Two words") == "Two words"
    run = goes_on(
        *(
            "Go deeper",
            "Repair",
            STILL_NONE,
            "Write a line",
            long,
            "skip",
            "skip",
            "skip",
            "Go on",
            "leave",
        ),
        at="expected",
    )
    after = run.text.partition(f"Answer: {long}")[2]
    assert after.count("w12") == 1
    assert f"Line 1: {cut}, 50 words." in after
    assert "Take line 1 away." in after
    told = with_ben(NONE_KNOWN, long, "It hurt.", "A date or a promise", "leave")
    assert told.text.count(f"You wrote: “{cut}”, 50 words.") == 1


def test_what_a_page_leaves_out_is_a_number_and_more_names_it() -> None:
    run = with_ben(*NINE_ANSWERS, "Take it along", "Ben", "more", "back", "leave")
    line = next(one for one in run.lines.said if one.startswith("Left out of this page: "))
    assert line.endswith(" parts. Type more to hear which.")
    named = run.text.partition("Answer: more\n")[2].splitlines()
    assert len(named[: int(line.split(": ")[1].split()[0])]) > 1
    assert not any(one.startswith("Answer") for one in named[:2])


def test_what_was_ticked_is_told_in_words() -> None:
    run = with_ben(NONE_KNOWN, *STORY, "deeper", "Who decided it.", "1 2", "back", "leave")
    ticked = next(one for one in run.lines.said if one.startswith("You ticked: "))
    asked_again = run.text.rpartition("Answer: back")[2]
    assert f"You had ticked: {ticked.removeprefix('You ticked: ')} Enter keeps it." in asked_again


def test_one_line_under_a_heading_of_the_same_name_is_told_without_it() -> None:
    line = ExpectedLine(expected="an hour")
    run = goes_on("leave", expected=(line,))
    assert "Expected, asked for: Expected:" not in run.text
    assert "Expected: an hour" in run.text


def test_questions_that_come_up_are_announced() -> None:
    learned = ("No", "Yes", "No", "Keep watching", "", "Say it sooner.", "leave")
    assert "One more question came up." in looks(*learned).text
