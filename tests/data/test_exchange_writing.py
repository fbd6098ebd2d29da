"""Writing what leaves: whole or not at all, private, never over what is there."""

import errno
import os
from pathlib import Path

import pytest

from coaching.errors import Refused, VaultTrouble
from coaching.exchange import Page
from data.exchange.writing import write_parcel
from data.files import replace_file

ONE = [Page("ben.json", b"one\n")]
TWO = [Page("ben.md", b"ben"), Page("ana.md", b"ana")]


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    """The folder of the records."""
    folder = tmp_path / "vault"
    folder.mkdir()
    return folder


def write(path: Path | str, vault: Path, pages: list[Page] = ONE, *, force: bool = False) -> Path:
    return write_parcel(str(path), pages, vault=vault, folder=len(pages) > 1, force=force)


def test_a_file_is_private_and_whole(tmp_path: Path, vault: Path) -> None:
    path = write(tmp_path / "out.json", vault)
    assert path.read_bytes() == b"one\n"
    assert path.stat().st_mode & 0o777 == 0o600
    assert sorted(one.name for one in tmp_path.iterdir()) == ["out.json", "vault"]


def test_what_is_there_stays_unless_forced(tmp_path: Path, vault: Path) -> None:
    path = tmp_path / "out.json"
    path.write_text("old")
    path.chmod(0o644)
    with pytest.raises(Refused, match="there already"):
        write(path, vault)
    assert path.read_text() == "old"
    write(path, vault, force=True)
    assert path.read_text() == "one\n"
    assert path.stat().st_mode & 0o777 == 0o600


def test_several_go_into_a_folder_all_or_none(tmp_path: Path, vault: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "ana.md").write_text("old")
    with pytest.raises(Refused, match=r"ana\.md is there already"):
        write(folder, vault, TWO)
    assert [one.name for one in folder.iterdir()] == ["ana.md"]
    assert write(tmp_path / "new" / "pages", vault, TWO) == tmp_path / "new" / "pages"
    assert (tmp_path / "new" / "pages" / "ben.md").read_bytes() == b"ben"


def test_one_file_may_go_into_a_folder_that_is_there(tmp_path: Path, vault: Path) -> None:
    assert write(tmp_path, vault) == tmp_path / "ben.json"


@pytest.mark.parametrize("place", ["vault.json", "workbooks/x.json"])
def test_nothing_is_written_among_the_records(vault: Path, place: str) -> None:
    (vault / "workbooks").mkdir()
    with pytest.raises(Refused, match="folder of your records"):
        write(vault / place, vault, force=True)
    assert not (vault / place).exists()


def test_the_records_are_found_behind_a_link_too(tmp_path: Path, vault: Path) -> None:
    (tmp_path / "link").symlink_to(vault)
    with pytest.raises(Refused, match="folder of your records"):
        write(tmp_path / "link" / "x.json", vault)


def test_links_and_pipes_are_never_written_over(tmp_path: Path, vault: Path) -> None:
    (tmp_path / "target").write_text("old")
    (tmp_path / "link").symlink_to(tmp_path / "target")
    os.mkfifo(tmp_path / "pipe")
    for name in ("link", "pipe"):
        with pytest.raises(Refused, match="there already"):
            write(tmp_path / name, vault, force=True)
    assert (tmp_path / "target").read_text() == "old"


def test_no_path_and_no_folder_are_said_in_a_sentence(tmp_path: Path, vault: Path) -> None:
    with pytest.raises(Refused, match="Write where"):
        write("  ", vault)
    with pytest.raises(VaultTrouble, match=r"There is no folder .*nowhere\. Make it first"):
        write(tmp_path / "nowhere" / "x.json", vault)
    (tmp_path / "file").write_text("")
    with pytest.raises(Refused, match="a folder is needed"):
        write(tmp_path / "file", vault, TWO)


def test_a_full_disk_leaves_nothing(
    tmp_path: Path, vault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, content: bytes) -> object:
        if "ana" in path.name:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
        return replace_file(path, content)

    monkeypatch.setattr("data.exchange.writing.replace_file", full)
    with pytest.raises(VaultTrouble, match="No space left"):
        write(tmp_path / "pages", vault, TWO)
    assert list((tmp_path / "pages").iterdir()) == []


def test_a_disk_without_links_gets_the_file_too(
    tmp_path: Path, vault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(Path, "hardlink_to", no_links)
    path = write(tmp_path / "out.json", vault)
    assert path.read_bytes() == b"one\n"
    with pytest.raises(Refused, match="there already"):
        write(path, vault)
