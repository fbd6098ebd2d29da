"""Copies that programs which synchronise folders leave are known by their names."""

import pytest

from data.strays import conflict_of

BEN = "018bf979-f000-738b-a652-e44da7f29e26"


@pytest.mark.parametrize(
    "name",
    [
        f"{BEN} (Anna's conflicted copy 2026-11-24).json",
        f"{BEN} (conflicted copy 2026-11-24 091205).json",
        f"{BEN}.sync-conflict-20261124-091205-ABCDEFG.json",
        f"{BEN} 2.json",
        f"{BEN}-LAPTOP.json",
        f"{BEN} (1).json",
        f"{BEN}.json.sync-conflict-20261124-091205-ABCDEFG.age",
        f"{BEN}.json (conflicted copy).age",
        f"{BEN} 2.json.age",
    ],
)
def test_a_copy_is_known_under_every_name(name: str) -> None:
    assert conflict_of(name) == BEN


@pytest.mark.parametrize("name", ["mine (1).json", "mine.sync-conflict-2026-A.json", "mine 2.json"])
def test_a_copy_of_my_own_pages_too(name: str) -> None:
    assert conflict_of(name) == "mine"


@pytest.mark.parametrize(
    "name",
    [
        f"{BEN}.json",
        f"{BEN}.json.age",
        f"{BEN}.last",
        f"{BEN}.last.age",
        f"{BEN}.json.77.tmp",
        f"{BEN}7.json",
        f"{BEN} notes.txt",
        "mine.json",
        "mine.last",
        "minetwo.json",
        "readme (1).json",
        "",
    ],
)
def test_no_other_file_is_taken_for_one(name: str) -> None:
    assert conflict_of(name) is None
