"""A mistake in the wording content is told with its place; what it says keeps the manners."""

import re
from pathlib import Path

import pytest

from data.content_loader import ContentProblem
from data.wording_loader import READER_FILE, WORDING_FILE, load_wording
from tests.data.test_content import FORBIDDEN, LABELS, texts
from tests.wording.drafts import words

NEVER_SAID = re.compile(r"\b(?:missing|wrong|bad|fail\w*|points?|full|non-apology|core)\b", re.I)


def broken(tmp_path: Path, old: str, new: str) -> str:
    """What is told about a copy with the first find replaced."""
    path = tmp_path / "wording.yaml"
    text = WORDING_FILE.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(ContentProblem) as caught:
        load_wording(path)
    return caught.value.sentence


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("severity: high", "severity: huge", "flags[0].severity"),
        ("fewest_words: 12", "fewest_words: few", "fewest_words: must be a whole number"),
        ("  - id: pressure", "  - id: pressing", "notes[4].id"),
        ("'\\bsorry\\b'", "'\\bsorry('", "a pattern cannot be used"),
        ("<ive> <a>(?:<harm>)", "<ive> <a>(?:<harms>)", "there is no list <harms>"),
        ("id: regret", "id: impact", "needs each of these once"),
    ],
)
def test_a_mistake_names_its_place(tmp_path: Path, old: str, new: str, told: str) -> None:
    assert told in broken(tmp_path, old, new)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('"least_part": ', '"least_part": "much", "was": ', "least_part"),
        ('"names": [', '"names": ["other",', "was trained for other names"),
        ('"b am sorry": "', '"b am sorry": "?', "needs one letter or dot for each name"),
        ('"about"', "about", "wording_reader.json:1:1"),
    ],
)
def test_a_mistake_in_what_was_learned_is_told(
    tmp_path: Path, old: str, new: str, told: str
) -> None:
    path = tmp_path / "wording_reader.json"
    text = READER_FILE.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(ContentProblem) as caught:
        load_wording(reader=path)
    assert told in caught.value.sentence


def test_what_was_learned_has_to_be_there(tmp_path: Path) -> None:
    with pytest.raises(ContentProblem, match=r"no\.json:1:1: file: No such file"):
        load_wording(reader=tmp_path / "no.json")


def test_what_is_said_is_calm_and_never_a_verdict() -> None:
    known = words()
    spoken = [
        *texts(known.said),
        *((part.id, f"{part.label} {part.ask}") for part in known.components),
        *((flag.id, f"{flag.why} {flag.ask}") for flag in known.flags),
        *((note.id, note.text) for note in known.notes),
    ]
    for place, text in spoken:
        for never in (FORBIDDEN, LABELS):
            assert not never.search(text), (place, text)
        if place != "content.limits":
            assert not NEVER_SAID.search(text), (place, text)
