"""A case is read with care: each mistake has its place, and hostile files get one sentence."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from coaching.errors import Refused, TrothError
from coaching.scenario.problems import CaseProblem
from data.scenario_loader import (
    NEW_SCENARIO,
    SCENARIOS,
    ScenarioLibrary,
    schema,
    write_new_case,
)
from data.scenario_source import MOST_BYTES

Edit = Callable[[str, str], None]


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    path = tmp_path / "mine.yaml"
    write_new_case(path)
    return path


@pytest.fixture
def edit(mine: Path) -> Edit:
    """Replace the first find in the file."""

    def change(old: str, new: str) -> None:
        text = mine.read_text("utf-8")
        assert old in text
        mine.write_text(text.replace(old, new, 1), "utf-8")

    return change


def problems(path: Path) -> tuple[str, ...]:
    """What is told about the file."""
    with pytest.raises(CaseProblem) as caught:
        ScenarioLibrary().read(path)
    assert "\n" not in caught.value.sentence
    return caught.value.problems


def place(path: Path, text: str) -> str:
    """file:line:column of the first find, counted from 1."""
    before = path.read_text("utf-8").split(text, 1)[0]
    return f"{path}:{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"


def test_the_begun_case_is_whole_and_stays_where_it_is(mine: Path) -> None:
    assert ScenarioLibrary().read(mine).title == "The late slides"
    with pytest.raises(Refused, match="is there already and stays as it is"):
        write_new_case(mine)
    with pytest.raises(TrothError, match="cannot be written"):
        write_new_case(mine / "deeper.yaml")


@pytest.mark.parametrize(
    ("old", "new", "at", "field", "message"),
    [
        ("minutes: 25\n", "minutes: 5\n", "minutes: 5", "minutes", "is too small"),
        (
            "view: mentee",
            "view: pupil",
            "view: pupil",
            "view",
            "must be 'mentor', 'mentee' or 'both'",
        ),
        ("setting: an", "place: an", "place: an", "place", "is not a field here"),
        (
            "hurdle: broken_promises",
            "hurdle: broken_vows",
            "hurdle: broken_vows",
            "hurdle",
            "there is no hurdle 'broken_vows'",
        ),
        (
            "next: thursday",
            "next: friday",
            "next: friday",
            "scenes[0].choices[0].next",
            "there is no scene 'friday'",
        ),
        (
            "pull: He will surely think of it himself.",
            "pull: 3",
            "pull: 3",
            "scenes[0].choices[0].pull",
            "must be text",
        ),
        (
            "now: 2026-11-25 18:00",
            "now: soon",
            "now: soon",
            "records.now",
            "must be a moment like 2026-11-24 09:14",
        ),
    ],
)
def test_a_mistake_names_its_place(
    mine: Path, edit: Edit, old: str, new: str, at: str, field: str, message: str
) -> None:
    edit(old, new)
    assert f"{place(mine, at)}: {field}: {message}" in problems(mine)


def test_a_mistake_stays_one_short_line_whatever_it_quotes(mine: Path, edit: Edit) -> None:
    edit("setting: an office", f'"odd\\n{"x" * 5_000}": 1\nsetting: an office')
    (told,) = problems(mine)
    assert told.isprintable()
    assert len(told) < 500


def test_several_mistakes_are_told_in_the_order_of_the_file(mine: Path, edit: Edit) -> None:
    edit("next: noon", "next: none_of_them")
    edit("start: wednesday", "start: sunday")
    told = [line.split(": ")[1] for line in problems(mine)]
    assert told == ["start", "scenes[0].choices[1].next"]


def test_a_key_that_stands_twice_is_told(mine: Path, edit: Edit) -> None:
    edit("view: mentee", "view: mentee\nview: mentor")
    assert problems(mine) == (f"{place(mine, 'view: mentor')}: view: stands twice; keep one",)


def test_an_alias_is_told(mine: Path, edit: Edit) -> None:
    edit("setting: an office in any town", "setting: &t an office in any town")
    edit("line: One sentence that makes a room want to play it.", "line: *t")
    assert problems(mine) == (
        f"{place(mine, '*t')}: *t: an alias is not allowed; write the text out",
    )


def test_a_file_that_goes_round_in_circles_is_told(tmp_path: Path) -> None:
    path = tmp_path / "round.yaml"
    path.write_text("id: &a\n  scenes: [*a]\n", "utf-8")
    assert "an alias is not allowed" in problems(path)[0]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (b"title: [The\n", "file: "),
        (b"", "file: is empty"),
        (b"\xff\xfe\x00\x01", "file: is not"),
        (b"- one\n- two\n", "must have named fields"),
        (b"just words\n", "must have named fields"),
        (b"a: 1\n---\nb: 2\n", "file: "),
        (b"id: \x00\n", "file: "),
        (b"!!python/object:os.system {}\n", "is missing"),
        (b"[" * 50_000, "is nested too deep"),
        (b"a: {" * 20_000, "is nested too deep"),
        (b"- " * 30_000 + b"x", "is nested too deep"),
        (b"x: " + b"y" * (MOST_BYTES + 1), "a case has at most 400,000"),
    ],
)
def test_a_hostile_file_is_told_in_one_sentence(tmp_path: Path, text: bytes, message: str) -> None:
    path = tmp_path / "hostile.yaml"
    path.write_bytes(text)
    assert any(message in problem for problem in problems(path))


@pytest.mark.parametrize("hidden", ["\\e[31m", "\\u202e", "\\x07", "\\u2066"])
def test_characters_that_steer_a_terminal_are_told(mine: Path, edit: Edit, hidden: str) -> None:
    edit("setting: an office in any town", f'setting: "an office {hidden}"')
    (told,) = problems(mine)
    assert "holds a control character" in told
    assert told.isprintable()


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("zone: Europe/Berlin\n  whose", "zone: Mars/North\n  whose", "no time zone"),
        ("now: 2026-11-25 18:00", "now: 1492-10-12 18:00", "between the years"),
        ("last: 2026-11-30", "last: 2126-11-30", "ten years at most"),
        ("made: 2026-11-16, by: 2026-11-23", "made: 2026-11-16, by: 2026-11-03", "not in order"),
        ("every: every 2 weeks", "every: now and then", "records.people[0].every"),
    ],
)
def test_records_that_cannot_be_built_are_told(
    mine: Path, edit: Edit, old: str, new: str, message: str
) -> None:
    edit(old, new)
    assert any(message in told for told in problems(mine))


def test_what_is_no_file_is_told(tmp_path: Path) -> None:
    assert problems(tmp_path)[0].endswith("file: is not a file")
    assert problems(tmp_path / "gone.yaml")[0].endswith("file: is not there")
    pipe = tmp_path / "pipe.yaml"
    os.mkfifo(pipe)
    assert problems(pipe)[0].endswith("file: is not a file")


def test_a_case_is_found_by_its_number_its_id_or_its_file(mine: Path) -> None:
    library = ScenarioLibrary()
    assert library.find("sc03").id == library.find("sc03_third_reschedule").id
    assert library.find("sc03_third").title == "The third reschedule"
    assert library.find(str(mine)).title == "The late slides"
    with pytest.raises(Refused, match="Several cases begin with"):
        library.find("sc0")
    with pytest.raises(Refused, match="no case and no file"):
        library.find("sc99")


def test_a_case_with_mistakes_hides_no_other(tmp_path: Path) -> None:
    (tmp_path / "a_broken.yaml").write_text("title: [", "utf-8")
    (tmp_path / "b_whole.yaml").write_text(NEW_SCENARIO.read_text("utf-8"), "utf-8")
    assert ScenarioLibrary(tmp_path).find("b_whole").id == "my_case"


def test_the_schema_describes_what_a_file_may_say() -> None:
    described = json.loads(schema())
    assert {"scenes", "cast", "facilitator", "records"} <= set(described["required"])
    assert described["additionalProperties"] is False
    assert described["properties"]["view"]["enum"] == ["mentor", "mentee", "both"]
    assert described["$defs"]["StoryPerson"]["properties"]["every"]["type"] == "string"


@pytest.mark.parametrize(
    ("title", "column", "message"),
    [
        (
            "She waits #1.",
            17,
            "everything after # is a remark in YAML; put the text between quotes",
        ),
        ("Waits #1.", 13, "everything after # is a remark"),
        ("The late: slides", 16, "holds a colon and a blank; put the text between quotes"),
        ('"The late slides', 8, "the text between quotes that begins here goes on too far"),
        ("- The late slides", 8, "a dash cannot stand here"),
        ('"No" she says', 13, "does not fit the lines around it"),
        ("@home", 8, "use blanks, not tabs, or put the text between quotes"),
        ("The\x07 slides", 11, "holds a control character; leave it out"),
    ],
)
def test_what_yaml_stumbles_over_is_told_in_plain_words(
    mine: Path, edit: Edit, title: str, column: int, message: str
) -> None:
    edit("\ntitle: The late slides", f"\ntitle: {title}")
    line = 1 + mine.read_text("utf-8").split("\n").index(f"title: {title}")
    (told,) = problems(mine)
    assert told.startswith(f"{mine}:{line}:{column}: ")
    assert message in told


def test_a_tab_is_told_with_its_line(mine: Path, edit: Edit) -> None:
    edit("\ntitle:", "\n\ttitle:")
    assert "holds a tab; use blanks, not tabs" in problems(mine)[0]


def test_an_open_quote_is_told_where_it_began(tmp_path: Path) -> None:
    text = (SCENARIOS / "sc03_third_reschedule.yaml").read_text("utf-8")
    began = """text: "She writes the date: 12 November, nine days."""
    assert f'{began}"' in text
    path = tmp_path / "open.yaml"
    path.write_text(text.replace(f'{began}"', began), "utf-8")
    line = 1 + next(n for n, one in enumerate(text.split("\n")) if began in one)
    assert f":{line}:15: " in problems(path)[0]


def test_a_remark_after_one_word_stays_a_remark(mine: Path, edit: Edit) -> None:
    edit("\nminutes: 25", "\nminutes: 25  # the least")
    assert ScenarioLibrary().read(mine).minutes == 25


def test_a_scene_with_two_ways_on_keeps_one(mine: Path, edit: Edit) -> None:
    edit("\n    ending:", "\n    next: somewhere\n    ending:")
    assert "has next and ending; keep one of them" in problems(mine)[0]
