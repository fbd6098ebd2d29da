"""The doctor finds what is not as it should be, explains it, and mends what needs no choice."""

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import orjson
import pytest

from coaching.errors import VaultTrouble
from coaching.keeping import Finding
from coaching.record.promise import Promise
from data.keeper import Keeper
from data.places import last_good
from data.vault import FileVault
from tests.data.people import everything, names, new_id, person, promises

TODAY = date(2026, 11, 24)


@pytest.fixture
def ben(file_vault: FileVault) -> str:
    """Ben, with two promises; Amara beside him."""
    workbook = person("Ben")
    file_vault.create([workbook, person("Amara")])
    file_vault.change(workbook.id, promises("the first"))
    file_vault.change(workbook.id, promises("the second"))
    return workbook.id


def findings(vault: FileVault) -> list[Finding]:
    """What a doctor in another window finds."""
    return list(Keeper(FileVault(vault.places.root)).findings(TODAY))


def kinds(vault: FileVault) -> list[str]:
    """The kinds of what is found."""
    return [finding.kind for finding in findings(vault)]


def rewrite(vault: FileVault, workbook_id: str, deed: Callable[[Any], object]) -> None:
    """Change a workbook's file as another program would."""
    path = vault.places.workbook(workbook_id)
    tables = orjson.loads(path.read_bytes())
    deed(tables)
    replace(path, orjson.dumps(tables))


def replace(path: Path, content: bytes) -> None:
    """Put another file in this place, as private as the first."""
    path.unlink(missing_ok=True)
    path.write_bytes(content)
    path.chmod(0o600)


def first(tables: Any, table: str) -> Any:  # noqa: ANN401 - a document, whatever is in it
    """The first document of a table."""
    return next(iter(tables[table].values()))


def test_a_sound_vault_has_no_findings_and_is_left_alone(file_vault: FileVault, ben: str) -> None:
    file_vault.discard(file_vault.overview().people[-1].id)
    before = everything(file_vault.places.root)
    assert findings(file_vault) == []
    assert everything(file_vault.places.root) == before


def test_files_of_others_links_and_left_overs(file_vault: FileVault, ben: str) -> None:
    places = file_vault.places
    replace(places.root / "thesis\x1b[31m.odt", b"mine")
    (places.workbooks / "link.json").symlink_to("/etc/passwd")
    begun = places.workbook(ben).with_name(f"{ben}.json.77.tmp")
    replace(begun, b"half a")
    os.utime(begun, (0, 0))
    found = {finding.kind: finding for finding in findings(file_vault)}
    assert set(found) == {"foreign", "link", "left-over"}
    assert "thesis" in found["foreign"].where
    assert "/etc/passwd" in found["link"].what
    done = Keeper(file_vault).repair(TODAY)
    assert any(str(begun) in sentence for sentence in done)
    assert kinds(file_vault) == ["foreign", "link"]
    assert not begun.exists()


def test_a_save_that_goes_on_now_is_no_left_over(file_vault: FileVault, ben: str) -> None:
    replace(file_vault.places.workbook(ben).with_name(f"{ben}.json.77.tmp"), b"half a")
    assert kinds(file_vault) == []


@pytest.mark.skipif(os.name == "nt", reason="modes are those of POSIX")
def test_what_others_may_read_is_told_once_and_closed(file_vault: FileVault, ben: str) -> None:
    file_vault.places.workbook(ben).chmod(0o644)
    file_vault.places.workbooks.chmod(0o755)
    (finding,) = findings(file_vault)
    assert finding.kind == "mode"
    assert "2 files and folders" in finding.what
    Keeper(file_vault).repair(TODAY)
    assert findings(file_vault) == []


def test_one_bad_record_is_explained_and_hides_no_other(file_vault: FileVault, ben: str) -> None:
    def spoil(tables: Any) -> None:  # noqa: ANN401 - the tables of a file
        first(tables, "promises")["whose"] = "the cat's"
        tables["horoscopes"] = {"1": {"id": "h1"}}

    rewrite(file_vault, ben, spoil)
    promise, horoscope = findings(file_vault)
    assert "promises" in promise.where
    assert "(Ben)" in promise.where
    assert "whose" in promise.what
    assert "horoscopes" in horoscope.where
    assert "does not know this kind" in horoscope.what
    assert len(file_vault.open(ben).all(Promise)) == 1


@pytest.mark.parametrize("day", ["2027-03-01", "2020-01-01"])
def test_a_check_in_held_in_the_future_or_before_the_beginning(
    file_vault: FileVault, ben: str, day: str
) -> None:
    def held(tables: Any) -> None:  # noqa: ANN401 - the tables of a file
        tables["checkins"] = {
            "1": {
                "id": new_id(),
                "planned": {"day": day, "time": None, "zone": "UTC"},
                "outcome": "held",
                "held": {"day": day, "at": None, "zone": "UTC"},
            }
        }

    rewrite(file_vault, ben, held)
    (finding,) = findings(file_vault)
    assert finding.kind == "date"
    assert "held on" in finding.what


def test_far_dates_and_links_into_nothing(file_vault: FileVault, ben: str) -> None:
    def spoil(tables: Any) -> None:  # noqa: ANN401 - the tables of a file
        first(tables, "promises")["by"] = "2150-01-01"
        first(tables, "promises")["hurdle"] = "018bf979-f000-738b-a652-e44da7f29e26"

    rewrite(file_vault, ben, spoil)
    assert kinds(file_vault) == ["date", "link-gone"]


def test_one_id_in_two_files_and_a_file_under_another_name(file_vault: FileVault, ben: str) -> None:
    copy = file_vault.places.workbook("018bf979-f000-738b-a652-e44da7f29e26")
    replace(copy, file_vault.places.workbook(ben).read_bytes())
    assert set(kinds(file_vault)) == {"wrong-file", "id-twice"}


def test_a_key_that_stands_twice_is_written_once(file_vault: FileVault, ben: str) -> None:
    path = file_vault.places.workbook(ben)
    content = path.read_bytes()
    replace(path, content.replace(b'"what":', b'"what":"hidden","what":', 1))
    assert kinds(file_vault) == ["key-twice"]
    Keeper(file_vault).repair(TODAY)
    assert kinds(file_vault) == []
    assert len(file_vault.open(ben).all(Promise)) == 2
    backup = Keeper(file_vault).backups()[0]
    kept = file_vault.places.backups / backup.name / "workbooks" / path.name
    assert b'"what":"hidden"' in kept.read_bytes()


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"[" * 9999])
def test_a_damaged_workbook_is_mended_from_its_copy(
    file_vault: FileVault, ben: str, content: bytes
) -> None:
    replace(file_vault.places.workbook(ben), content)
    (finding,) = findings(file_vault)
    assert (finding.kind, finding.repairable) == ("damaged", True)
    Keeper(file_vault).repair(TODAY)
    assert kinds(file_vault) == ["set-aside"]
    assert names(file_vault) == ["Amara", "Ben"]


def test_a_file_that_is_gone_is_noticed_by_its_copy(file_vault: FileVault, ben: str) -> None:
    path = file_vault.places.workbook(ben)
    path.unlink()
    (finding,) = findings(file_vault)
    assert finding.where == str(last_good(path))
    assert path.name in finding.way_on
    done = Keeper(file_vault).repair(TODAY)
    assert f"{path} goes on from its last good copy." in done
    assert kinds(file_vault) == []
    assert names(file_vault) == ["Amara", "Ben"]


def test_without_a_good_copy_the_user_decides(file_vault: FileVault, ben: str) -> None:
    path = file_vault.places.workbook(ben)
    last_good(path).unlink()
    replace(path, b"{")
    (finding,) = findings(file_vault)
    assert not finding.repairable
    assert "troth backup restore" in finding.way_on


def test_where_the_copy_is_damaged_too_the_newest_backup_is_named(
    file_vault: FileVault, ben: str
) -> None:
    made = file_vault.care.backups.make("before-import")
    path = file_vault.places.workbook(ben)
    for one in (path, last_good(path)):
        replace(one, b"{")
    (finding,) = findings(file_vault)
    assert (finding.kind, finding.repairable) == ("damaged", False)
    command = f"troth backup restore {made.name} --only Ben"
    assert finding.way_on.endswith(command)
    (said,) = [one for one in Keeper(file_vault).repair(TODAY) if one.startswith("Not mended")]
    assert said.endswith(command)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"schema":"one"}', None])
def test_the_vaults_own_file_is_made_anew(
    file_vault: FileVault, ben: str, content: bytes | None
) -> None:
    path = file_vault.places.vault_file
    if content is None:
        path.unlink()
    else:
        replace(path, content)
    (finding,) = findings(file_vault)
    assert (finding.kind, finding.repairable) == ("vault-file", True)
    fresh = FileVault(file_vault.places.root)
    Keeper(fresh).repair(TODAY)
    assert names(fresh) == ["Amara", "Ben"]
    fresh.change(ben, promises("one more"))
    assert kinds(fresh) == ([] if content is None else ["set-aside"])


def test_the_doctor_looks_at_no_newer_vault_and_at_none_where_there_is_none(
    file_vault: FileVault, tmp_path: Path
) -> None:
    replace(file_vault.places.vault_file, b'{"schema":99}')
    with pytest.raises(VaultTrouble, match="newer Troth"):
        findings(file_vault)
    with pytest.raises(VaultTrouble, match="no records"):
        Keeper(FileVault(tmp_path / "nowhere")).findings(TODAY)


def test_every_finding_says_all_four_things(file_vault: FileVault, ben: str) -> None:
    replace(file_vault.places.root / "thesis.odt", b"mine")
    replace(file_vault.places.workbook(ben), b"{")
    for finding in findings(file_vault):
        assert all([finding.what, finding.where, finding.means, finding.way_on])
