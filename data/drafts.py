"""What was typed into a form and is no change yet: one small file for each form."""

import hashlib
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

import orjson

from data.cover import Cover
from data.files import read_file
from data.places import Places, make_private_folder
from data.troubles import told_on_read, told_on_save
from data.unguarded import present_cover, write_unguarded

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
        self._places = places
        self._folder = places.drafts
        self._lock = Lock()

    def write(self, draft: "Draft") -> None:
        """Keep a draft, in place of the one with its key; sealed in a locked vault, too."""
        content = orjson.dumps(
            {
                "key": draft.key,
                "fields": {name: _sound(text) for name, text in draft.fields.items()},
                "typed": draft.typed.isoformat(),
            }
        )
        with self._lock, told_on_save(self._folder):
            if not self._folder.is_dir():
                make_private_folder(self._places.root)
                make_private_folder(self._folder)
            self._set_aside_if_damaged(draft.key)
            write_unguarded(self._places, partial(self._path, draft.key), content)

    def read(self, key: str) -> "Draft | None":
        """The draft of a form, or None."""
        cover = present_cover(self._places)
        return self._read(self._path(key, cover), cover)

    def drop(self, key: str) -> None:
        """Forget a draft; no error where there is none."""
        with self._lock, told_on_save(self._folder):
            self._set_aside_if_damaged(key)
            self._path(key, present_cover(self._places)).unlink(missing_ok=True)

    def keys(self) -> tuple[str, ...]:
        """The forms that have a draft, the newest first."""
        cover = present_cover(self._places)
        with told_on_read(self._folder):
            found = list(self._all(cover)) if self._folder.is_dir() else []
        newest_first = sorted(found, key=lambda draft: draft.typed, reverse=True)
        return tuple(draft.key for draft in newest_first)

    def _all(self, cover: Cover) -> "Iterator[Draft]":
        for path in self._folder.glob(f"*{SUFFIX}{cover.suffix}"):
            draft = self._read(path, cover)
            if draft is not None and path == self._path(draft.key, cover):
                yield draft

    def _path(self, key: str, cover: Cover) -> Path:
        digest = hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()
        return self._folder / f"{digest[:32]}{SUFFIX}{cover.suffix}"

    def _read(self, path: Path, cover: Cover) -> "Draft | None":
        from coaching.ports import Draft

        try:
            with told_on_read(path):
                kept = _parse(read_file(path)[0] or b"", cover)
        except FileNotFoundError:
            return None
        if kept is None:
            return None
        return Draft(kept["key"], kept["fields"], datetime.fromisoformat(kept["typed"]))

    def _set_aside_if_damaged(self, key: str) -> None:
        """Make room for another draft; what a locked window cannot read counts as sound."""
        cover = present_cover(self._places)
        if not cover.is_open:
            return
        path = self._path(key, cover)
        with suppress(FileNotFoundError):
            content, signature = read_file(path)
            if _parse(content or b"", cover) is None:
                stem = path.name.partition(SUFFIX)[0]
                aside = f"{stem}-{signature.mtime_ns:x}{DAMAGED}{cover.suffix}"
                path.rename(path.with_name(aside))


def _parse(content: bytes, cover: Cover) -> dict[str, Any] | None:
    """What is in a draft's file; None where it is damaged."""
    try:
        kept: dict[str, Any] = orjson.loads(cover.unwrap(content))
        texts = [kept["key"], *kept["fields"].values()]
        datetime.fromisoformat(kept["typed"])
    except _UNFIT:
        return None
    return kept if all(isinstance(text, str) for text in texts) else None


def _sound(text: str) -> str:
    """The text without the halves of characters that no file can hold."""
    return text.encode("utf-8", "replace").decode()
