"""A damaged file is set aside, the last good copy is opened, and one sentence says so."""

import errno
import os
from datetime import datetime
from pathlib import Path

import orjson
import pytest

from coaching.errors import VaultTrouble
from coaching.record.promise import Promise
from coaching.record.workbook import MINE
from data import reading
from data.care import Care
from data.erasing import erase
from data.places import last_good
from data.vault import FileVault
from tests.data.people import everything, names, notes, person, promises

NOW = datetime(2026, 11, 24, 9, 14, 5)
DEEP = b"[" * 5000 + b"]" * 5000
DAMAGE = {
    "empty": b"",
    "cut off": b'{"troth":{"1":{"schema":1}},"relationship":{"1":{"id":"',
    "no JSON": b"{",
    "a list": b"[]",
    "nothing": b"null",
    "no header": b'{"promises":{}}',
    "header of another type": b'{"troth":[]}',
    "zeros": b"\x00" * 100,
    "no Unicode": b"\xff\xfe{}",
    "very deep": DEEP,
}


@pytest.fixture
def ben(file_vault: FileVault) -> str:
    """Ben, with one promise in his pages and none in their last good copy; Amara beside him."""
    workbook = person("Ben")
    file_vault.create([workbook, person("Amara")])
    file_vault.change(workbook.id, promises("the first"))
    file_vault.change(workbook.id, promises("the second"))
    return workbook.id


def again(vault: FileVault) -> FileVault:
    """The same vault in a window that has seen nothing of it, at a moment of the machine."""
    fresh = FileVault(vault.places.root, patience_s=0)
    fresh.care = Care(fresh.places, lambda: NOW)
    return fresh


def promised(vault: FileVault, workbook_id: str) -> list[str]:
    """What was promised."""
    return [promise.what for promise in vault.open(workbook_id).all(Promise)]


@pytest.mark.parametrize("content", DAMAGE.values(), ids=DAMAGE)
@pytest.mark.parametrize("first", ["home", "a person", "a change"])
def test_the_last_good_copy_goes_on(
    file_vault: FileVault, ben: str, content: bytes, first: str
) -> None:
    path = file_vault.places.workbook(ben)
    path.write_bytes(content)
    vault = again(file_vault)
    if first == "home":
        assert names(vault) == ["Amara", "Ben"]
    elif first == "a change":
        vault.change(ben, promises("the third"))
    expected = ["the first"] + ["the third"] * (first == "a change")
    assert promised(vault, ben) == expected
    aside = path.with_name(f"{path.name}.damaged-20261124-091405")
    assert aside.read_bytes() == content
    (notice,) = vault.overview().notices
    assert notice.startswith("Ben's pages were damaged; the copy from ")
    assert notice.endswith(f"The damaged file is kept as {aside}.")
    assert vault.overview().troubles == ()


def test_the_sentence_says_from_when_the_copy_is(file_vault: FileVault, ben: str) -> None:
    path = file_vault.places.workbook(ben)
    moment = datetime(2026, 11, 24, 9, 12).timestamp()
    os.utime(last_good(path), (moment, moment))
    path.write_bytes(b"")
    (notice,) = again(file_vault).overview().notices
    assert "from Tue 24 Nov 2026, 09:12, is open" in notice
    assert "What was saved later is not in it" in notice


def test_later_starts_tell_of_it_for_a_day(file_vault: FileVault, ben: str) -> None:
    path = file_vault.places.workbook(ben)
    path.write_bytes(b"")
    again(file_vault).overview()
    (notice,) = again(file_vault).overview().notices
    assert "Ben's pages" in notice
    assert "damaged-20261124-091405" in notice
    later = again(file_vault)
    later.care = Care(later.places, lambda: NOW.replace(day=26))
    assert later.overview().notices == ()
    earlier = again(file_vault)
    earlier.care = Care(earlier.places, lambda: NOW.replace(day=23))
    assert earlier.overview().notices == ()


def test_a_window_that_stays_open_tells_of_it_for_a_day(file_vault: FileVault, ben: str) -> None:
    now = [NOW]
    vault = again(file_vault)
    vault.care = Care(vault.places, lambda: now[0])
    file_vault.places.workbook(ben).write_bytes(b"")
    assert len(vault.overview().notices) == 1
    now[0] = NOW.replace(day=26)
    assert vault.overview().notices == ()
    assert vault.care.happened() == ()


def test_nothing_is_told_of_somebody_who_is_not_there(file_vault: FileVault, ben: str) -> None:
    file_vault.places.workbook(ben).write_bytes(b"")
    vault = again(file_vault)
    assert len(vault.overview().notices) == 1
    vault.discard(ben)
    assert vault.overview().notices == ()
    assert again(file_vault).overview().notices == ()


@pytest.mark.parametrize("first", ["home", "a person", "a change"])
def test_a_file_that_is_gone_comes_back_from_its_copy(
    file_vault: FileVault, ben: str, first: str
) -> None:
    path = file_vault.places.workbook(ben)
    moment = datetime(2026, 11, 24, 9, 12).timestamp()
    os.utime(last_good(path), (moment, moment))
    path.unlink()
    vault = again(file_vault)
    if first == "home":
        assert names(vault) == ["Amara", "Ben"]
    elif first == "a change":
        vault.change(ben, promises("the third"))
    assert promised(vault, ben) == ["the first"] + ["the third"] * (first == "a change")
    (notice,) = vault.overview().notices
    assert notice.startswith(
        "Ben's pages were gone from their folder; the copy from Tue 24 Nov 2026, 09:12, is open."
    )
    assert vault.overview().troubles == ()


def test_a_file_that_goes_while_a_window_is_open_comes_back_too(
    file_vault: FileVault, ben: str
) -> None:
    vault = again(file_vault)
    assert vault.overview().notices == ()
    before = vault.stamp()
    vault.places.workbook(ben).unlink()
    assert vault.stamp() != before
    assert names(vault) == ["Amara", "Ben"]
    assert len(vault.overview().notices) == 1


def test_my_own_pages_come_back_before_anything_is_written(file_vault: FileVault) -> None:
    file_vault.change(MINE, notes("one"))
    file_vault.change(MINE, notes("two"))
    file_vault.places.workbook(MINE).unlink()
    vault = again(file_vault)
    vault.change(MINE, notes("three"))
    assert len(vault.open(MINE).tables["notes"]) == 2
    (notice,) = vault.overview().notices
    assert notice.startswith("Your own pages were gone")


@pytest.mark.parametrize("way", ["to the trash", "for good"])
def test_somebody_deleted_does_not_come_back(file_vault: FileVault, ben: str, way: str) -> None:
    if way == "for good":
        erase(file_vault, ben)
    else:
        file_vault.discard(ben)
    assert names(again(file_vault)) == ["Amara"]
    assert again(file_vault).overview() == FileVault(file_vault.places.root).overview()
    file_vault.close()
    assert names(again(file_vault)) == ["Amara"]
    assert again(file_vault).overview().notices == ()


def test_gone_with_a_copy_that_cannot_be_read_names_the_backup(
    file_vault: FileVault, ben: str
) -> None:
    made = file_vault.care.backups.make("before-repair")
    path = file_vault.places.workbook(ben)
    last_good(path).unlink()
    last_good(path).write_bytes(b"{")
    path.unlink()
    vault = again(file_vault)
    assert names(vault) == ["Amara"]
    (trouble,) = vault.overview().troubles
    assert trouble.sentence.startswith("Ben's pages are gone")
    assert trouble.sentence.endswith(f"troth backup restore {made.name} --only Ben")


def test_my_own_pages_too(file_vault: FileVault) -> None:
    file_vault.change(MINE, notes("one"))
    file_vault.change(MINE, notes("two"))
    path = file_vault.places.workbook(MINE)
    path.write_bytes(b"{")
    vault = again(file_vault)
    assert len(vault.open(MINE).tables["notes"]) == 1
    (notice,) = vault.overview().notices
    assert notice.startswith("Your own pages were damaged")
    assert path.with_name("mine.json.damaged-20261124-091405").read_bytes() == b"{"


def test_a_second_damage_in_one_second_keeps_the_first(file_vault: FileVault, ben: str) -> None:
    path = file_vault.places.workbook(ben)
    for content in (b"first", b"second"):
        path.unlink()
        path.write_bytes(content)
        assert names(again(file_vault)) == ["Amara", "Ben"]
    kept = {one.read_bytes() for one in path.parent.glob("*.damaged-*")}
    assert kept == {b"first", b"second"}


def test_without_a_good_copy_nothing_is_done_and_the_backup_is_named(
    file_vault: FileVault, ben: str
) -> None:
    file_vault.care.backups.make("before-repair")
    path = file_vault.places.workbook(ben)
    last_good(path).unlink()
    path.unlink()
    path.write_bytes(b"{")
    before = everything(file_vault.places.root)
    vault = again(file_vault)
    assert names(vault) == ["Amara"]
    (trouble,) = vault.overview().troubles
    assert str(path) in trouble.sentence
    assert trouble.sentence.startswith("Ben's pages are damaged")
    assert "troth backup restore" in trouble.sentence
    assert trouble.sentence.endswith("--only Ben")
    assert vault.overview() is vault.overview()
    with pytest.raises(VaultTrouble, match="troth backup restore"):
        vault.change(ben, promises("three"))
    assert everything(file_vault.places.root) == before


def test_a_damaged_copy_is_no_good_copy(file_vault: FileVault, ben: str) -> None:
    path = file_vault.places.workbook(ben)
    last_good(path).write_bytes(b"")
    path.write_bytes(b"{")
    vault = again(file_vault)
    assert names(vault) == ["Amara"]
    with pytest.raises(VaultTrouble, match="damaged, and no good copy"):
        vault.open(ben)
    assert path.read_bytes() == b"{"


def test_where_nothing_may_be_written_the_damage_is_told(
    file_vault: FileVault, ben: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbidden(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    path = file_vault.places.workbook(ben)
    path.write_bytes(b"{")
    monkeypatch.setattr("data.damage.link_or_copy", forbidden)
    vault = again(file_vault)
    assert names(vault) == ["Amara"]
    (trouble,) = vault.overview().troubles
    assert "is damaged" in trouble.sentence
    assert path.read_bytes() == b"{"


def test_a_crash_after_setting_aside_is_mended_without_a_second_copy(
    file_vault: FileVault, ben: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut_off(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    path = file_vault.places.workbook(ben)
    path.write_bytes(b"{")
    with monkeypatch.context() as patch:
        patch.setattr("data.damage.replace_file", cut_off)
        with pytest.raises(KeyboardInterrupt):
            again(file_vault).overview()
    assert names(again(file_vault)) == ["Amara", "Ben"]
    assert len(list(path.parent.glob("*.damaged-*"))) == 1


@pytest.fixture(params=["a folder", "a link out", "a pipe"])
def odd(request: pytest.FixtureRequest, file_vault: FileVault, ben: str) -> Path:
    """Ben's file is no plain file."""
    path = file_vault.places.workbook(ben)
    elsewhere = file_vault.places.root.parent / "elsewhere.json"
    path.rename(elsewhere)
    if request.param == "a folder":
        path.mkdir()
    elif request.param == "a link out":
        path.symlink_to(elsewhere)
    else:
        os.mkfifo(path)
    return elsewhere


def test_what_is_no_plain_file_hides_nobody_and_is_left_alone(
    file_vault: FileVault, ben: str, odd: Path
) -> None:
    content = odd.read_bytes()
    vault = again(file_vault)
    assert names(vault) == ["Amara"]
    (trouble,) = vault.overview().troubles
    assert str(file_vault.places.workbook(ben)) in trouble.sentence
    with pytest.raises(VaultTrouble, match="cannot be read: it is a"):
        vault.change(ben, promises("one"))
    vault.change(vault.overview().people[0].id, promises("for Amara"))
    assert odd.read_bytes() == content


def test_a_huge_file_is_refused_before_it_is_read(file_vault: FileVault, ben: str) -> None:
    path = file_vault.places.workbook(ben)
    with path.open("wb") as file:
        file.truncate(reading.MOST_BYTES * 2)
    vault = again(file_vault)
    assert names(vault) == ["Amara"]
    (trouble,) = vault.overview().troubles
    assert "100 MB" in trouble.sentence
    assert path.stat().st_size == reading.MOST_BYTES * 2


def test_a_deeply_nested_record_is_kept_through_saves(file_vault: FileVault, ben: str) -> None:
    path = file_vault.places.workbook(ben)
    tables = orjson.loads(path.read_bytes())
    text = orjson.dumps(tables)[:-1] + b',"later":{"1":{"id":"x","deep":' + b"[" * 600 + b"]" * 600
    path.write_bytes(text + b"}}}")
    vault = again(file_vault)
    vault.change(ben, promises("the third"))
    assert len(promised(vault, ben)) == 3
    assert b"[" * 600 + b"]" * 600 in path.read_bytes()
    assert len(again(file_vault).open(ben).unreadable) == 1
