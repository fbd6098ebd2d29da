"""Writes where the program was when it failed, beside the records; nothing where there are none."""

from pathlib import Path

from data.files import replace_file
from data.places import Places, make_private_folder


def write_crash_report(places: Places, text: str) -> Path | None:
    """Keep the newest report and give its path; None without records, or where it cannot."""
    if not places.vault_file.exists():
        return None
    report = places.cache / "last-crash.txt"
    try:
        make_private_folder(places.cache)
        replace_file(report, text.encode(errors="backslashreplace"), durable=False)
    except OSError:
        return None
    return report
