"""Writes where the program was when it failed, beside the records; nothing where there are none."""

from pathlib import Path

from coaching.errors import VaultTrouble
from data.places import Places, make_private_folder
from data.unguarded import write_unguarded


def write_crash_report(places: Places, text: str) -> Path | None:
    """Keep the newest report and give its path; None without records, or where it cannot."""
    if not places.vault_file.exists():
        return None
    content = text.encode(errors="backslashreplace")
    try:
        make_private_folder(places.cache)
        return write_unguarded(
            places,
            lambda cover: places.cache / f"last-crash.txt{cover.suffix}",
            content,
            durable=False,
        )
    except (OSError, VaultTrouble):
        return None
