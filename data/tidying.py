"""Removes what dead windows left in a vault: files begun and never finished, or not sealed."""

import time
from contextlib import suppress
from pathlib import Path

from coaching.errors import VaultTrouble
from data.files import TEMPORARY
from data.places import Places

HOUR_S = 3600


def tidy(places: Places) -> None:
    """Remove left files; seal what was left clear in a sealed vault. The caller holds the lock.

    Raises `OSError`.
    """
    for folder in (places.root, places.workbooks):
        _remove_temporary(folder, older_than_s=0)
    for folder in (places.drafts, places.cache):
        _remove_temporary(folder, older_than_s=HOUR_S)
    if places.cover.recipient is not None:
        from data.sealing.work import seal_what_was_left

        with suppress(VaultTrouble):
            seal_what_was_left(places)
    elif places.identity.exists():
        from data.sealing.work import remove_key_of_nothing

        with suppress(VaultTrouble):
            remove_key_of_nothing(places)


def _remove_temporary(folder: Path, older_than_s: float) -> None:
    if not folder.is_dir():
        return
    for path in folder.glob(f"*{TEMPORARY}"):
        if time.time() - path.stat().st_mtime >= older_than_s:
            path.unlink(missing_ok=True)
