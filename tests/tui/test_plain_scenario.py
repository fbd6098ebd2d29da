"""A workshop case on plain lines, from the first page to the papers."""

from pathlib import Path

import pytest

from data.scenario_store import PlayStore
from tests.tui.plain_for import Scripted
from tests.tui.player_for import begin, take_up
from tui.plain.prompt import Prompt
from tui.plain.question import Ended, Left
from tui.plain.scenario import PlainPlay
from tui.scenario.stage import Stage

TO_FIRST_CHOICE = ("",) * 9


def played(stage: Stage, *answers: str) -> str:
    """What was said until the answers ended, the case was left or came to its end."""
    lines = Scripted(list(answers))
    try:
        PlainPlay(Prompt(lines), stage).run()
    except (Ended, Left) as end:
        lines.said.append(type(end).__name__ + (" half" if getattr(end, "half", False) else ""))
    finally:
        stage.keeper.close()
    assert lines.answers == []
    return "\n".join(lines.said)


def kept_page(folder: Path) -> int:
    """The page a new process would begin from."""
    newest = PlayStore(folder).newest()
    assert newest is not None
    return newest.read().session.page


def test_pages_come_one_by_one_and_a_choice_is_taken_by_its_number(tmp_path: Path) -> None:
    stage = begin(tmp_path)
    said = played(stage, *TO_FIRST_CHOICE, "2", "", "")
    assert stage.play.session.steps[0].by == "facilitator"
    assert "Page 1. " in said
    assert "Press Enter to go on." in said
    assert "Where trust stands" in said
    assert said.endswith("Ended half")


def test_hands_are_counted_hidden_until_all_are_in_then_taken_as_the_groups(tmp_path: Path) -> None:
    stage = begin(tmp_path)
    votes = ("Count hands", "3", "many", "8", "1")
    said = played(stage, *TO_FIRST_CHOICE, *votes, "2", "leave")
    step = stage.play.session.steps[0]
    assert step.by == "group"
    assert stage.play.session.ballots[0].hands[step.choice] == 8
    assert "8 hands." in said
    assert "8 hands" not in said.partition("Answer: 8")[0]
    assert "Type how many hands" in said


def test_a_play_that_was_left_goes_on_and_choices_are_taken_again(tmp_path: Path) -> None:
    played(begin(tmp_path), *TO_FIRST_CHOICE, "1", "save", "back", "where", "leave")
    page = kept_page(tmp_path)
    assert page == len(TO_FIRST_CHOICE) + 4
    stage = take_up(tmp_path)
    said = played(stage, "choice", "2", "leave")
    assert stage.play.session.chosen[0] == stage.play.script.scenes[0].choices[1].id
    assert "Taken." in said


def test_the_case_comes_to_its_end_and_the_papers_are_written(
    tmp_path: Path,
) -> None:
    stage = begin(tmp_path / "plays")
    answers = [*TO_FIRST_CHOICE]
    lines = Scripted(answers)
    prompt = Prompt(lines)
    play = PlainPlay(prompt, stage)
    papers = str(tmp_path / "papers")
    while not stage.play.at_end:
        lines.answers[:] = ["1" if stage.play.page.kind == "question" else ""]
        with pytest.raises(Ended):
            play.run()
    lines.answers[:] = ["papers", papers, ""]
    play.run()
    stage.keeper.close()
    assert stage.play.session.is_over
    assert (Path(papers) / "transcript.md").exists()
    assert "This was the last page." in lines.said
