"""Questions on plain lines: the words that work everywhere, numbers, parts of words, errors."""

from collections.abc import Callable

import pytest

from coaching.errors import Refused, TrothError
from tests.tui.plain_for import Scripted
from tui.plain.form import Part, fill_in
from tui.plain.lines import StandardLines
from tui.plain.prompt import Prompt
from tui.plain.question import (
    WORDS,
    Back,
    Ended,
    Left,
    Option,
    Question,
    Said,
    choice,
    long_text,
    short_text,
)

MEALS = [Option("soup", "Soup of the day"), Option("fish", "Fish"), Option("salad", "Salad")]


def asked(question: Question[str], *answers: str) -> tuple[str | None, str]:
    """The answer in the end, and all that was said."""
    lines = Scripted(list(answers))
    found = Prompt(lines).ask(question)
    assert lines.answers == []
    return found, "\n".join(lines.said)


@pytest.mark.parametrize("typed", ["2", " 2. ", "2)", "fish", "FI", "fi"])
def test_an_answer_is_its_number_or_words_that_fit_no_other(typed: str) -> None:
    assert asked(choice("What would you like?", MEALS), typed)[0] == "fish"


def test_an_answer_that_fits_none_or_several_is_said_in_one_line_and_asked_again() -> None:
    meals = [*MEALS, Option("stew", "Soup of the sea")]
    question = choice("What would you like?", meals).placed("Lunch")
    found, said = asked(question, "9" * 5000, "s", "soup", "sa")
    assert found == "salad"
    assert '"soup" fits "Soup of the day" and "Soup of the sea". Type more of it' in said
    assert "There is no number 999999999 here. Type a number from 1 to 4, or help." in said
    assert said.count("Lunch. What would you like?") == 4
    assert said.count("1. Soup of the day.") == 1
    assert said.splitlines()[:5] == [
        "",
        "Lunch. What would you like?",
        "1. Soup of the day.",
        "2. Fish.",
        "3. Salad.",
    ]


@pytest.mark.parametrize(("typed", "raised"), [("back", Back), ("LEAVE", Left), ("le", Left)])
def test_back_and_leave_end_a_question(typed: str, raised: type[Exception]) -> None:
    with pytest.raises(raised):
        asked(choice("What would you like?", MEALS), typed)


def test_help_again_where_and_save_tell_something_and_the_question_stands() -> None:
    prompt = Prompt(lines := Scripted(["help", "again", "where", "save", "where.", "1"]))
    question = Question(
        "What would you like?",
        str,
        place="Lunch, question 1 of 2",
        why=("It is cooked fresh.",),
        options=(),
    )
    with prompt.at("The canteen"):
        assert prompt.ask(question) == "1"
    said = "\n".join(lines.said)
    assert "It is cooked fresh." in said
    assert all(f"{word}: {does}." in said for word, does in WORDS.items())
    assert said.count("You are here: The canteen. Lunch, question 1 of 2.") == 2
    assert "nothing more to save here" in said


def test_a_question_may_know_a_word_of_its_own() -> None:
    with pytest.raises(Said, match="outside"):
        asked(short_text("What happened?").knowing({"outside": "ask someone"}), "outside")


def test_skip_and_enter_alone() -> None:
    needed, free = short_text("Who?"), short_text("Why?", needed=False)
    assert asked(needed, "skip", "", "Ben")[0] == "Ben"
    assert "needs an answer" in asked(needed, "skip", "Ben")[1]
    assert asked(free, "skip")[0] is None
    assert asked(free, "")[0] is None
    proposed = short_text("Why?", needed=False, proposal="for tea")
    assert asked(proposed, "") == (
        "for tea",
        "\nWhy?\nEnter alone takes: for tea. skip leaves it empty.\nAnswer: ",
    )
    assert asked(proposed, "skip")[0] is None


@pytest.mark.parametrize("typed", ['"help"', "“help”", "'help'"])
def test_a_word_of_troth_in_quotation_marks_is_an_answer(typed: str) -> None:
    assert asked(short_text("What did you ask for?"), typed)[0] == "help"


@pytest.mark.parametrize("kind", [short_text, long_text])
@pytest.mark.parametrize(
    "typed", ["!leave it as it is", "!help", "! back", "leave me a day", "back to back", "help!"]
)
def test_a_word_counts_only_where_it_is_the_whole_answer(
    kind: Callable[[str], Question[str]], typed: str
) -> None:
    assert asked(kind("What did they say?"), typed)[0] == typed


def test_a_long_text_may_come_from_the_editor_which_nothing_but_its_sign_opens() -> None:
    prompt = Prompt(lines := Scripted(["help", "!", "!", "!", ""]))
    left, given = ["", "One.\nTwo."], []

    def edit(text: str) -> str:
        given.append(text)
        if not left:
            raise TrothError("No editor is set.")
        return left.pop(0)

    prompt.edit = edit
    assert prompt.ask(long_text("What happened?", proposal="Once.")) == "One.\nTwo."
    assert given == ["Once.", "Once.", "One.\nTwo."]
    said = "\n".join(lines.said)
    assert "Or type ! alone: your own editor opens" in said
    assert "You had written: One. Two. Enter keeps it." in said
    assert "No editor is set." in said
    prompt = Prompt(Scripted(["!"]))
    assert prompt.ask(long_text("What?")) == "!"
    prompt = Prompt(Scripted(["!"]))
    prompt.edit = edit
    assert prompt.ask(short_text("Who?")) == "!"


def test_a_word_of_one_question_in_quotation_marks_is_an_answer_too() -> None:
    question = short_text("What happened?").knowing({"outside": "ask someone"})
    assert asked(question, '"outside"')[0] == "outside"


def test_a_terminal_gets_lines_wrapped_at_words_and_a_pipe_gets_them_whole(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    StandardLines().write("A line that is longer than the window.")
    assert capsys.readouterr().out == "A line that is longer than the window.\n"
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    StandardLines().write("A line that is longer than the window.")
    assert capsys.readouterr().out == "A line that is\nlonger than the\nwindow.\n"


def test_too_much_text_is_refused_and_asked_again() -> None:
    found, said = asked(short_text("Who?"), "x" * 201, "\u200b", "Ben")
    assert found == "Ben"
    assert "The text has 201 characters; 200 fit here." in said
    assert "nothing to read" in said
    assert asked(long_text("What?"), "x" * 50_000)[0] == "x" * 50_000


def test_what_others_wrote_is_said_without_control_characters() -> None:
    name = "\x1b]0;owned\x07Ben\u202e\n[bold]"
    lines = Scripted([])
    Prompt(lines).say(name)
    assert lines.said == ["]0;ownedBen", "[bold]"]


def test_the_end_of_input_says_whether_something_is_half_done() -> None:
    for rest in (True, False):
        with pytest.raises(Ended) as ended:
            asked(choice("What would you like?", MEALS, rest=rest))
        assert ended.value.half is not rest


def test_a_long_list_comes_in_pieces_and_can_be_searched() -> None:
    people = [Option(f"p{n}", f"Person {n} of Kent") for n in range(1, 46)]
    found, said = asked(choice("Who?", people), "more", "45")
    assert found == "p45"
    assert "And 25 more. Type more to hear them" in said
    assert "40. Person 40 of Kent." in said
    assert "41. Person 41 of Kent." not in said
    assert asked(choice("Who?", people), "person 44")[0] == "p44"


def numbered(words: str) -> Callable[[object], Question[str]]:
    return lambda _: short_text(words)


def test_a_form_counts_its_questions_and_goes_back_one_by_one() -> None:
    def read(typed: str) -> str:
        if typed == "no":
            raise Refused("Not that.")
        return typed

    parts = (
        Part("first", numbered("First?")),
        Part(
            "second", lambda _: Question("Second?", read), lambda given: given.get("first") != "x"
        ),
        Part("third", numbered("Third?")),
    )
    lines = Scripted(["a", "no", "back", "b", "c", "d"])
    assert fill_in(Prompt(lines), "A form", parts) == {"first": "b", "second": "c", "third": "d"}
    said = "\n".join(lines.said)
    assert "A form, question 2 of 3. Second?" in said
    assert said.count("A form, question 1 of 3. First?") == 2
    lines = Scripted(["x", "d"])
    assert fill_in(Prompt(lines), "A form", parts) == {"first": "x", "third": "d"}
    assert "A form, question 2 of 2. Third?" in lines.said
    done: list[object] = []
    lines = Scripted(["a", "b", "back", "back", "x", "d"])
    fill_in(Prompt(lines), "A form", parts, lambda given: done.append(dict(given)))
    assert done == [{"first": "x", "third": "d"}]
    with pytest.raises(Back):
        fill_in(Prompt(Scripted(["a", "back", "back"])), "A form", parts)
