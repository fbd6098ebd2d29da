"""What is measured: the bare program and Troth on vaults of two sizes, made once and kept."""

import hashlib
import os
import shutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from platformdirs import user_cache_path

from tests import make_vault
from tests.make_vault import make_vault as make
from tests.source_files import ROOT
from tests.terminal.display import Display

SEED = 7
TODAY = date(2026, 11, 22)
NOW = f"{TODAY}T09:14"
HOME_TEXTS = ("Next step", "1 Active", "2 Upcoming", "3 Trust hurdles", "Good lately", "? all keys")
PYTHON = sys.executable
CURSOR = "▌"


@dataclass(frozen=True)
class Program:
    """A command, the texts of its whole first frame, and a key that must be answered then.

    After that key the cursor is in the list to move in. `answered` judges the display.
    """

    name: str
    command: tuple[str, ...]
    texts: tuple[str, ...]
    first_key: str
    answered: Callable[[Display], bool]
    env: Mapping[str, str] = field(default_factory=dict)

    def environment(self) -> dict[str, str]:
        """What the program sees of this machine."""
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "TZ") if name in os.environ}
        terminal = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}
        return {**kept, **terminal, **self.env}


def bare(rows: int = 20) -> Program:
    """The yardstick. Its cursor shows by colour only."""
    command = (PYTHON, "-m", "tests.bench.bare", str(rows))
    return Program("bare", command, ("Bare", "Person 20 ", "palette"), "down", _second_is_lit)


def long_list(rows: int) -> Program:
    """Troth's list alone, with this many rows."""
    command = (PYTHON, "-m", "tests.bench.longlist", str(rows))
    return Program("long list", command, ("Person 20 ",), "down", _stands_on("Person 2 "))


def troth(people: int, records: int) -> Program:
    """Troth at home, on a vault of this size; 1 goes to the first pane, whose cursor shows then."""
    env = {"TROTH_VAULT": str(vault(people, records))}
    command = (PYTHON, "-m", "tui", "--now", NOW)
    name = f"{records:,} records"
    return Program(name, command, HOME_TEXTS, "1", _stands_on(""), env)


def _stands_on(words: str) -> Callable[[Display], bool]:
    """Whether Troth's cursor stands on a line that begins like this."""
    return lambda display: CURSOR + words in display.text


def _second_is_lit(display: Display) -> bool:
    return display.background_of("Person 2 ") != display.background_of("Person 3 ")


def vault(people: int, records: int) -> Path:
    """The folder of a vault of this size with a fixed seed, made on first use."""
    folder = cache() / f"{people}-people-{records}-records-{_version()}"
    if not folder.exists():
        unfinished = folder.with_suffix(".unfinished")
        shutil.rmtree(unfinished, ignore_errors=True)
        print(f"making a vault with {people} people and {records:,} records", file=sys.stderr)
        make(unfinished, people=people, records=records, seed=SEED, until=TODAY)
        unfinished.rename(folder)
    return folder


def cache() -> Path:
    """Where the made vaults are kept between runs."""
    folder = user_cache_path("troth-bench", appauthor=False)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _version() -> str:
    """Changes with the code that shapes a vault, so that an old one is not taken for a new one."""
    sources = [Path(make_vault.__file__), *sorted((ROOT / "coaching" / "record").glob("*.py"))]
    together = b"".join(path.read_bytes() for path in (*sources, ROOT / "data" / "documents.py"))
    return hashlib.sha256(together).hexdigest()[:10]
