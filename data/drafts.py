"""What was typed into a form and is no change yet: one small file for each form."""

import hashlib
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

import orjson

from data.files import read_file, replace_file
from data.places import Places, make_private_folder
from data.troubles import told_on_read, told_on_save

if TYPE_CHECKING:
    from coaching.ports import Draft

SUFFIX = ".json"
DAMAGED = ".damaged"
_UNFIT = (ValueError, LookupError, TypeError, AttributeError)


class FileDrafts:
    """Implements `coaching.ports.Drafts`; safe to use from several threads.

    File names are hashes, so that they tell nothing. A file that cannot be read is passed over
    and set aside before another takes its place, never removed. Raises `VaultTrouble`.
    """

    def __init__(self, places: Places) -> None:
        self._folder = places.drafts
        self._root = places.root
        self._lock = Lock()

    def write(self, draft: "Draft") -> None:
        """Keep a draft, in place of the one with its key."""
        path = self._path(draft.key)
        content = orjson.dumps(
            {
                "key": draft.key,
                "fields": {name: _sound(text) for name, text in draft.fields.items()},
                "typed": draft.typed.isoformat(),
            }
        )
        with self._lock, told_on_save(self._folder):
            if not self._folder.is_dir():
                make_private_folder(self._root)
                make_private_folder(self._folder)
            _set_aside_if_damaged(path)
            replace_file(path, content)

    def read(self, key: str) -> "Draft | None":
        """The draft of a form, or None."""
        return self._read(self._path(key))

    def drop(self, key: str) -> None:
        """Forget a draft; no error where there is none."""
        path = self._path(key)
        with self._lock, told_on_save(self._folder):
            _set_aside_if_damaged(path)
            path.unlink(missing_ok=True)

    def keys(self) -> tuple[str, ...]:
        """The forms that have a draft, the newest first."""
        with told_on_read(self._folder):
            found = list(self._all()) if self._folder.is_dir() else []
        newest_first = sorted(found, key=lambda draft: draft.typed, reverse=True)
        return tuple(draft.key for draft in newest_first)

    def _all(self) -> "Iterator[Draft]":
        for path in self._folder.glob(f"*{SUFFIX}"):
            draft = self._read(path)
            if draft is not None and path == self._path(draft.key):
                yield draft

    def _path(self, key: str) -> Path:
        digest = hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()
        return self._folder / f"{digest[:32]}{SUFFIX}"

    def _read(self, path: Path) -> "Draft | None":
        from coaching.ports import Draft

        try:
            with told_on_read(path):
                kept = _parse(read_file(path)[0] or b"")
        except FileNotFoundError:
            return None
        if kept is None:
            return None
        return Draft(kept["key"], kept["fields"], datetime.fromisoformat(kept["typed"]))


def _parse(content: bytes) -> dict[str, Any] | None:
    """What is in a draft's file; None where it is damaged."""
    try:
        kept: dict[str, Any] = orjson.loads(content)
        texts = [kept["key"], *kept["fields"].values()]
        datetime.fromisoformat(kept["typed"])
    except _UNFIT:
        return None
    return kept if all(isinstance(text, str) for text in texts) else None


def _set_aside_if_damaged(path: Path) -> None:
    with suppress(FileNotFoundError):
        content, signature = read_file(path)
        if _parse(content or b"") is None:
            path.rename(path.with_name(f"{path.stem}-{signature.mtime_ns:x}{DAMAGED}"))


def _sound(text: str) -> str:
    """The text without the halves of characters that no file can hold."""
    return text.encode("utf-8", "replace").decode()
