"""What was typed and not yet saved is kept by form, and never thrown away unseen."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.errors import VaultTrouble
from coaching.ports import Draft, Drafts
from data.drafts import FileDrafts
from data.places import Places
from data.vault import FileVault

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def draft(key: str, text: str = "", minutes: int = 0) -> Draft:
    """What was typed into one field of a form, some minutes after noon."""
    return Draft(key, {"words": text}, NOON + timedelta(minutes=minutes))


def test_a_draft_comes_back_as_it_was_typed(drafts: Drafts) -> None:
    assert drafts.read("hurdle") is None
    typed = draft("hurdle", "Ben, I cancelled\n our last two  ")
    drafts.write(typed)
    assert drafts.read("hurdle") == typed
    assert drafts.read("note") is None


def test_a_newer_draft_takes_the_place_of_the_older(drafts: Drafts) -> None:
    drafts.write(draft("hurdle", "Ben, I"))
    drafts.write(draft("hurdle", "Ben, I cancelled", 1))
    assert drafts.read("hurdle") == draft("hurdle", "Ben, I cancelled", 1)
    assert drafts.keys() == ("hurdle",)


def test_the_forms_with_a_draft_stand_newest_first(drafts: Drafts) -> None:
    assert drafts.keys() == ()
    for minutes, key in enumerate(("note/Ben", "hurdle/Amara", "new")):
        drafts.write(draft(key, minutes=minutes))
    assert drafts.keys() == ("new", "hurdle/Amara", "note/Ben")


def test_a_draft_can_be_forgotten(drafts: Drafts) -> None:
    drafts.write(draft("hurdle", "x"))
    drafts.drop("hurdle")
    drafts.drop("hurdle")
    assert drafts.read("hurdle") is None
    assert drafts.keys() == ()


@given(key=st.text(), text=st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_can_be_typed(
    tmp_path_factory: pytest.TempPathFactory, key: str, text: str
) -> None:
    drafts = FileDrafts(Places(tmp_path_factory.getbasetemp() / "typed"))
    drafts.write(draft(key, text))
    assert drafts.read(key) == draft(key, text)
    drafts.drop(key)


def test_half_a_character_does_not_lose_the_rest(folder: Path) -> None:
    drafts = FileDrafts(Places(folder))
    drafts.write(draft("note", "good \ud83d words"))
    assert drafts.read("note") == draft("note", "good ? words")


def test_drafts_need_no_vault_and_do_not_make_one(folder: Path) -> None:
    drafts = FileDrafts(Places(folder))
    drafts.write(draft("new", "Ben every 2w"))
    assert not FileVault.at(folder).exists()
    FileVault.at(folder).create([])
    assert drafts.keys() == ("new",)


def test_the_files_tell_nothing_by_their_names_and_are_private(folder: Path) -> None:
    FileDrafts(Places(folder)).write(draft("hurdle/Ben", "x"))
    (path,) = (folder / "drafts").iterdir()
    assert "ben" not in path.name.lower()
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize(
    "damage", [b"", b"{", b"[]", b'{"key":"hurdle"}', b'{"key":1,"fields":{},"typed":"2026"}']
)
def test_a_damaged_draft_is_passed_over_and_never_removed(folder: Path, damage: bytes) -> None:
    drafts = FileDrafts(Places(folder))
    drafts.write(draft("hurdle", "Ben, I cancelled"))
    (path,) = (folder / "drafts").iterdir()
    path.write_bytes(damage)
    assert drafts.read("hurdle") is None
    assert drafts.keys() == ()
    drafts.write(draft("hurdle", "Ben, I"))
    assert drafts.read("hurdle") == draft("hurdle", "Ben, I")
    drafts.drop("hurdle")
    (kept,) = (folder / "drafts").iterdir()
    assert kept.read_bytes() == damage


def test_a_full_disk_is_told_and_keeps_the_older_draft(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    drafts = FileDrafts(Places(folder))
    drafts.write(draft("hurdle", "Ben"))
    with monkeypatch.context() as patch:
        patch.setattr("data.files.os.write", full)
        with pytest.raises(VaultTrouble, match="disk is full"):
            drafts.write(draft("hurdle", "Ben, I"))
    assert drafts.read("hurdle") == draft("hurdle", "Ben")
