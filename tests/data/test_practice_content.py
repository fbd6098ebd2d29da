"""The content of strategies and practices: complete, and its mistakes told with their place."""

import shutil
from pathlib import Path

import pytest

from coaching.guide import Content
from data.content_loader import CONTENT_FOLDER, ContentProblem, load_content


@pytest.fixture(scope="module")
def content() -> Content:
    return load_content()


def told(tmp_path: Path, file: str, old: str, new: str) -> str:
    """What is told about the content with the first find in one file replaced."""
    folder = tmp_path / "content"
    shutil.copytree(CONTENT_FOLDER, folder)
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ContentProblem) as caught:
        load_content(folder)
    return "\n".join(caught.value.problems)


def test_the_ten_strategies_each_have_a_practice(content: Content) -> None:
    assert [one.number for one in content.strategies] == list(range(1, 11))
    practised = {practice.strategy for practice in content.practices}
    assert practised == {strategy.id for strategy in content.strategies}


def test_every_notice_asks_a_question(content: Content) -> None:
    for strategy in content.strategies:
        for notice in strategy.notices:
            assert "?" in notice.question, notice.id
            assert len(notice.question) <= 80, notice.question


def test_there_are_questions_for_both_roles_in_every_phase(content: Content) -> None:
    for phase in ("starting", "growing", "strain", "parting"):
        for role in ("mentor", "mentee"):
            assert len(content.questions.fitting(phase, role)) >= 4


def test_the_bank_gives_one_of_each_purpose_before_a_second(content: Content) -> None:
    first = content.questions.fitting("growing", "mentor")[:6]
    groups = [g for g in content.questions.groups if g.phase == "growing"]
    purposes = [g.purpose for q in first for g in groups if q in g.questions]
    assert len(set(purposes)) == 6


def test_a_practice_of_no_strategy_is_told(tmp_path: Path) -> None:
    said = told(tmp_path, "practices.yaml", "strategy: reliability", "strategy: punctuality")
    assert "practices.yaml:" in said
    assert "there is no strategy 'punctuality'" in said


def test_an_agreement_line_without_a_field_and_a_field_without_a_line_are_told(
    tmp_path: Path,
) -> None:
    said = told(tmp_path, "agreement.yaml", "field: gifts", "field: presents")
    assert "an agreement has no field 'presents'" in said
    assert "the field 'gifts' is missing" in said


def test_an_agenda_kind_that_is_missing_is_told(tmp_path: Path) -> None:
    said = told(tmp_path, "agendas.yaml", "- kind: short", "- kind: regular")
    assert "exactly one agenda of kind 'short'" in said
    assert "exactly one agenda of kind 'regular'" in said


def test_a_question_that_stands_twice_is_told(tmp_path: Path) -> None:
    said = told(tmp_path, "questions.yaml", "id: what_else", "id: real_challenge")
    assert "id 'real_challenge' is used twice" in said


def test_a_deed_nobody_knows_is_told_with_its_line(tmp_path: Path) -> None:
    said = told(tmp_path, "strategies.yaml", "deed: agreement", "deed: dance")
    assert said.startswith("strategies.yaml:")
    assert "deed" in said
