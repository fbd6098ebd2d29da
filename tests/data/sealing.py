"""A vault full of marked words, and what may and may not be found in it."""

from datetime import UTC, datetime
from pathlib import Path

from coaching.ports import Draft
from coaching.record.workbook import MINE, Workbook
from data.drafts import FileDrafts
from data.vault import FileVault
from tests.data.people import notes, person, promises

PASSPHRASE = "lamp orbit velvet gravel"
OTHER = "moss velvet lamp gravel"
MARK = "Zebramarke"
TYPED = datetime(2026, 11, 22, 9, tzinfo=UTC)
NOT_OURS = {".lock", ".lock-holder", ".owner"}


def draft(text: str = MARK, key: str = f"note for {MARK}") -> Draft:
    """Something typed and not saved."""
    return Draft(key, {"text": text}, TYPED)


def filled(root: Path) -> dict[str, Workbook]:
    """Fill a vault with marked words in every kind of file; its records, `MINE` among them.

    Somebody else's deleted records are in the trash, as a window leaves them that is still open.
    """
    vault = FileVault(root, patience_s=0)
    ben, amara, gone = person(f"Ben {MARK}"), person(f"Amara {MARK}"), person(f"Noor {MARK}")
    vault.create([ben, amara, gone])
    for one in (ben, amara, gone):
        vault.change(one.id, promises(f"{MARK} one"))
        vault.change(one.id, promises(f"{MARK} two"))
    vault.change(MINE, notes(f"{MARK} of mine"))
    vault.change(MINE, notes(f"{MARK} again"))
    aside = root / "trash" / "1-elsewhere-1"
    aside.mkdir(mode=0o700)
    for name in (f"{gone.id}.json", f"{gone.id}.last"):
        (root / "workbooks" / name).rename(aside / name)
    (root / "workbooks" / f"{ben.id}.json.damaged-2026-11-20").write_text(f"{{{MARK}")
    (root / ".cache").mkdir(exist_ok=True)
    (root / ".cache" / "last-crash.txt").write_text(MARK)
    (root / "workbooks" / f"{ben.id}.json.99.tmp").write_text(MARK)
    FileDrafts(vault.places).write(draft())
    vault.overview()
    return {key: vault.open(key) for key in (ben.id, amara.id, MINE)}


def clear_words(root: Path) -> list[str]:
    """The files whose bytes or name hold a marked word."""
    return [
        str(path.relative_to(root))
        for path in root.rglob("*")
        if MARK in path.name or (path.is_file() and MARK.encode() in path.read_bytes())
    ]


def sealed_names(root: Path) -> list[str]:
    """The files that are sealed by their names."""
    return [str(path.relative_to(root)) for path in root.rglob("*.age")]


def opened_again(root: Path) -> FileVault:
    """A new window, unlocked if need be; what was cut off is finished."""
    vault = FileVault(root, patience_s=0)
    vault.check()
    vault.unlock(PASSPHRASE)
    return vault


def assert_whole(root: Path, records: dict[str, Workbook]) -> FileVault:
    """Everything is there for a new window, and the vault is all clear or all sealed."""
    vault = opened_again(root)
    assert {key: vault.open(key) for key in records} == records
    assert len(vault.overview().people) == len(records) - 1
    assert not vault.overview().troubles
    assert FileDrafts(vault.places).read(draft().key) == draft()
    vault.tidy()
    if vault.sealed:
        assert clear_words(root) == []
    else:
        assert sealed_names(root) == []
    assert b'"operation":null' in vault.places.vault_file.read_bytes()
    return vault
