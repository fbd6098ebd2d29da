"""What does not fit is told in our own words, never in those of a library."""

import json
from typing import Any

import pytest

from coaching.record.promise import Promise
from data.documents import parse
from data.plain_reasons import JSON_REASONS, of_json
from tests.data.importing import planned

SOUND: dict[str, Any] = {
    "id": "p",
    "what": "introduction",
    "whose": "me",
    "made": "2026-11-20",
    "by": "2026-11-27",
}
LIBRARY = ("Input", "should be", "Extra inputs", "Field required", "valid", "permitted")


@pytest.mark.parametrize(
    ("field", "value", "why"),
    [
        ("by", "2026-02-31", "by: this is not a date, such as 2026-11-24"),
        ("by", None, "by: this is not a date, such as 2026-11-24"),
        ("by", "2026-11-27T10:00", "by: this is not a date, such as 2026-11-24"),
        ("what", 3, "what: this is not a text"),
        ("state", "done", "state: this is none of open, kept, dropped, broken"),
        ("new_dates", 3, "new_dates: this is not a list"),
        ("new_dates", [3], "new_dates.0: this is not a record with named fields"),
        ("colour", "red", "colour: this Troth does not know this field"),
        ("what", "", "This field is empty. Write a word or two."),
    ],
)
def test_a_field_that_does_not_fit(field: str, value: object, why: str) -> None:
    parsed = parse("ben", {Promise.table: {"1": SOUND | {field: value}}})
    assert [one.why for one in parsed.workbook.unreadable] == [why]


@pytest.mark.parametrize("gone", ["what", "by"])
def test_a_field_that_is_missing(gone: str) -> None:
    document = {name: value for name, value in SOUND.items() if name != gone}
    (odd,) = parse("ben", {Promise.table: {"1": document}}).workbook.unreadable
    assert odd.why == f"{gone}: this is missing"


def test_no_words_of_a_library_reach_an_import() -> None:
    records = {"promises": [SOUND | {"by": 3.5, "id": "a"}, SOUND | {"whose": []}, 4, None]}
    books = [{"id": "mine", "records": records}]
    whole = {"format": "troth-export", "version": 1, "audience": "only me", "workbooks": books}
    problems = planned(json.dumps(whole)).problems
    assert len(problems) == 4
    assert not [word for word in LIBRARY for one in problems if word in one.sentence]


@pytest.mark.parametrize(
    "text",
    [
        '{"a": "x\ny"}',
        '{"a": "x',
        '{"a": "\\q"}',
        '{"a": "\\u12"}',
        '{"a": 1 "b": 2}',
        '{"a" 1}',
        "{a: 1}",
        '{"a": }',
        "{} {}",
        '{"a": 1,}',
        "[1,]",
    ],
)
def test_every_way_to_break_json_has_words_of_ours(text: str) -> None:
    with pytest.raises(json.JSONDecodeError) as caught:
        json.loads(text)
    assert of_json(caught.value) in [ours for _, ours in JSON_REASONS]
