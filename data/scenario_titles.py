"""Finds the title of a case at once, for the first frame, before anything is read with care."""

import re
from pathlib import Path

from coaching.text import tame

FIRST_BYTES = 4096
LONGEST = 120
TITLE = re.compile(r'^title: *(["\']?)(.+?)\1 *$', re.MULTILINE)
SHIPPED = Path(__file__).parent / "content" / "scenarios"


def quick_title(which: str) -> str:
    """The title in the file of a case, "" where it is not easily found; nothing is checked."""
    try:
        found = TITLE.search(_beginning(_path(which)))
    except OSError:
        return ""
    return tame(found[2])[:LONGEST] if found else ""


def quick_titles() -> dict[str, str]:
    """The title of each shipped case by its number ("sc03"), in their order."""
    return {path.stem.partition("_")[0]: quick_title(path.stem) for path in sorted(_shipped())}


def _shipped() -> list[Path]:
    return list(SHIPPED.glob("*.yaml"))


def _path(which: str) -> Path:
    begin = [path for path in _shipped() if path.stem.startswith(which)]
    return begin[0] if which and len(begin) == 1 else Path(which)


def _beginning(path: Path) -> str:
    if not path.is_file():
        return ""
    with path.open("rb") as file:
        return file.read(FIRST_BYTES).decode("utf-8", "replace")
