"""A mistake in the content is told with its file, line, column and field, and all at once."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from coaching.errors import TrothError
from data.content_loader import CONTENT_FOLDER, ContentProblem, load_content

Edit = Callable[[str, str, str], None]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copy = tmp_path / "content"
    shutil.copytree(CONTENT_FOLDER, copy)
    return copy


@pytest.fixture
def edit(folder: Path) -> Edit:
    """Replace the first find in one file of the copy."""

    def change(file: str, old: str, new: str) -> None:
        path = folder / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


def problems(folder: Path) -> tuple[str, ...]:
    """What is told about this folder."""
    with pytest.raises(ContentProblem) as caught:
        load_content(folder)
    assert isinstance(caught.value, TrothError)
    assert all(problem in caught.value.sentence for problem in caught.value.problems)
    return caught.value.problems


def place(folder: Path, file: str, text: str) -> str:
    """file:line:column of the first find, counted from 1."""
    before = (folder / file).read_text(encoding="utf-8").split(text, 1)[0]
    return f"{file}:{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"


def test_a_good_copy_reads_the_same(folder: Path) -> None:
    assert load_content(folder) == load_content()


def test_a_wrong_type_names_its_place(folder: Path, edit: Edit) -> None:
    edit("hurdles.yaml", "follow_up_days: 21", "follow_up_days: soon")
    where = place(folder, "hurdles.yaml", "follow_up_days: soon")
    assert problems(folder) == (f"{where}: hurdles[2].follow_up_days: must be a whole number",)


def test_an_unknown_field_names_its_place(folder: Path, edit: Edit) -> None:
    edit("support.yaml", "    bring: Documents.", "    bringt: Documents.")
    where = place(folder, "support.yaml", "bringt")
    told = problems(folder)
    assert f"{where}: kinds[9].bringt: is not a field here" in told
    assert any("kinds[9].bring: is missing" in line for line in told)


def test_a_key_that_stands_twice_is_refused(folder: Path, edit: Edit) -> None:
    edit("start.yaml", "  yours:", "  question: Again?\n  yours:")
    where = place(folder, "start.yaml", "question: Again?")
    assert problems(folder) == (f"{where}: welcome.question: stands twice; keep one",)


def test_an_alias_is_refused(folder: Path, edit: Edit) -> None:
    edit("start.yaml", "question: What brings you here?", "question: &q What brings you here?")
    edit("start.yaml", "yours: Your records stay", "yours: *q\n  more: Your records stay")
    where = place(folder, "start.yaml", "*q")
    assert problems(folder) == (f"{where}: *q: an alias is not allowed; write the text out",)


@pytest.mark.parametrize(
    ("file", "old", "new", "field", "message"),
    [
        (
            "hurdles.yaml",
            "neighbours: [missed_expectations, harsh_feedback,",
            "neighbours: [missed_expectations, harsh_words,",
            "hurdles[0].neighbours[1]",
            "there is no hurdle 'harsh_words'",
        ),
        (
            "hurdles.yaml",
            "points_to: [broken_promises]",
            "points_to: [broken_vows]",
            "hurdles[1].ask[0].points_to[0]",
            "there is no hurdle 'broken_vows'",
        ),
        (
            "decision_path.yaml",
            "hurdles: [broken_promises,",
            "hurdles: [capacity_shock, broken_promises,",
            "areas[0].hurdles",
            "'capacity_shock' needs names_outside_cause",
        ),
        (
            "safety.yaml",
            "kinds: [emergency, counselor]",
            "kinds: [emergency, councillor]",
            "items[0].kinds[1]",
            "there is no support kind 'councillor'",
        ),
        (
            "support.yaml",
            "kinds: [ombuds]",
            "kinds: [ombudsman]",
            "rungs[3].kinds[0]",
            "there is no support kind 'ombudsman'",
        ),
        (
            "support.yaml",
            "- id: coordinator",
            "- id: mentor_or_peer",
            "kinds[1].id",
            "'mentor_or_peer' is used twice",
        ),
    ],
)
def test_a_name_that_points_nowhere_is_told(
    folder: Path, edit: Edit, file: str, old: str, new: str, field: str, message: str
) -> None:
    edit(file, old, new)
    assert any(
        line.startswith(file) and line.endswith(f": {field}: {message}")
        for line in problems(folder)
    )


def test_a_missing_question_is_told(folder: Path, edit: Edit) -> None:
    edit("wizard.yaml", "- id: first_sentence", "- id: who")
    told = problems(folder)
    assert any("the question 'first_sentence' is missing" in line for line in told)
    assert any("'who' is used twice" in line for line in told)


def test_general_knowledge_is_never_printable(folder: Path, edit: Edit) -> None:
    edit(
        "hurdles.yaml",
        "evidence: [general_knowledge, design]\n  printable: false",
        "evidence: [looked_up, general_knowledge]\n  printable: true",
    )
    assert any("general knowledge is never printed" in line for line in problems(folder))


def test_mistakes_of_several_files_are_told_together(folder: Path, edit: Edit) -> None:
    edit("hurdles.yaml", "kind: repairable\n", "kind: mendable\n")
    edit("start.yaml", "  not_a_substitute: Troth is", "  not_a_substitute: 3\n  other: Troth is")
    files = [line.split(":")[0] for line in problems(folder)]
    assert set(files) == {"hurdles.yaml", "start.yaml"}
    assert len(files) == 3


def test_broken_yaml_is_placed(folder: Path) -> None:
    (folder / "start.yaml").write_text("welcome:\n  question: [What\n", encoding="utf-8")
    assert problems(folder)[0].startswith("start.yaml:3:1: file: ")


def test_a_file_that_is_gone_empty_or_no_text_is_told(folder: Path) -> None:
    (folder / "start.yaml").unlink()
    (folder / "support.yaml").write_text("", encoding="utf-8")
    (folder / "wizard.yaml").write_bytes(b"\xff\xfe")
    assert problems(folder) == (
        "start.yaml:1:1: file: cannot be read: No such file or directory",
        "support.yaml:1:1: file: is empty",
        "wizard.yaml:1:1: file: is not UTF-8 text",
    )


def test_yes_and_no_stay_words(folder: Path, edit: Edit) -> None:
    edit("start.yaml", "question: What brings you here?", "question: no")
    assert load_content(folder).start.welcome.question == "no"
