"""A text handed to an editor: private while it is out, gone afterwards, never lost when unfit."""

import stat
from pathlib import Path

import pytest

from coaching.errors import VaultTrouble
from coaching.text import LONG_LIMIT
from data.loose_text import LooseText


def test_the_file_is_private_holds_the_text_and_goes_with_what_the_editor_left(
    tmp_path: Path,
) -> None:
    loose = LooseText("Größe\nzwei", tmp_path)
    assert loose.path.read_bytes() == "Größe\nzwei".encode()
    assert stat.S_IMODE(loose.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(loose.path.parent.stat().st_mode) == 0o700
    loose.path.with_name("text.md~").write_text("the editor's own copy")
    loose.path.write_bytes(b"\xef\xbb\xbfwith\r\na mark\x1b[2J\n")
    assert loose.read() == "with\na mark[2J\n"
    loose.remove()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("left", "says"),
    [
        (b"x" * (LONG_LIMIT + 1), "has more than 200,000 characters"),
        (b"x" * (5 * LONG_LIMIT), "has more than 200,000 characters"),
        (b"caf\xe9", "is no text in UTF-8"),
    ],
)
def test_what_does_not_fit_stays_in_the_file_that_is_named(
    tmp_path: Path, left: bytes, says: str
) -> None:
    loose = LooseText("before", tmp_path)
    loose.path.write_bytes(left)
    with pytest.raises(VaultTrouble) as told:
        loose.read()
    assert says in told.value.sentence
    assert told.value.sentence.endswith(str(loose.path))
    assert loose.path.read_bytes() == left


def test_a_file_the_editor_removed_changes_nothing(tmp_path: Path) -> None:
    loose = LooseText("before", tmp_path)
    loose.path.unlink()
    with pytest.raises(VaultTrouble, match="removed the file"):
        loose.read()
    assert list(tmp_path.iterdir()) == []


def test_it_lies_in_the_runtime_folder_where_there_is_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    loose = LooseText("x")
    assert loose.path.is_relative_to(tmp_path)
    loose.remove()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "gone"))
    loose = LooseText("x")
    assert not loose.path.is_relative_to(tmp_path)
    loose.remove()


def test_no_room_is_told_and_nothing_is_left(tmp_path: Path) -> None:
    with pytest.raises(VaultTrouble, match=r"cannot be handed to an editor \(No such file"):
        LooseText("x", tmp_path / "gone")
    assert list(tmp_path.iterdir()) == []
