"""A place of its own for Troth: home folder, records and clock, with the program run in it."""

import os
import subprocess
import sys
from pathlib import Path

from coaching.record.workbook import Workbook
from data.vault import FileVault
from tests.source_files import ROOT
from tests.terminal.terminal import Terminal

ZONE = "Europe/Berlin"
NOW = "2026-11-24T09:14"
COMMAND = (sys.executable, "-m", "tui")
TIME_LIMIT_S = 60
HOME_FOLDERS = (
    "XDG_DATA_HOME",
    "XDG_CONFIG_HOME",
    "XDG_STATE_HOME",
    "XDG_CACHE_HOME",
    "XDG_RUNTIME_DIR",
)


class Place:
    """A machine as a user has it, in a folder; it is Tuesday 24 November 2026, 09:14 in Berlin."""

    def __init__(self, folder: Path) -> None:
        """`vault` is where the records will be; there are none yet."""
        self.folder = folder
        self.vault = folder / "records"
        self.environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(folder),
            "TROTH_VAULT": str(self.vault),
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "LANG": "C.UTF-8",
            "TZ": ZONE,
            "PYTHONPATH": str(ROOT),
        }
        self.environment |= {name: str(folder / name.lower()) for name in HOME_FOLDERS}

    def keep(self, *workbooks: Workbook) -> None:
        """Put records about these people here."""
        vault = FileVault.at(self.vault)
        vault.create(workbooks)
        vault.close()

    def drafts(self) -> str:
        """All that was typed and not saved yet, as it lies on the disk."""
        files = sorted((self.vault / "drafts").glob("*"))
        return "\n".join(file.read_text("utf-8") for file in files)

    def crash(self) -> str:
        """Where a mistake of the program happened, as it noted it; "" where there was none."""
        note = self.vault / ".cache" / "last-crash.txt"
        return note.read_text("utf-8") if note.exists() else ""

    def open(
        self, *words: str, size: tuple[int, int] = (80, 24), now: str = NOW, **env: str
    ) -> Terminal:
        """Open `troth` with these words in a terminal; `env` adds to what it sees."""
        command = (*COMMAND, "--now", now, *words)
        return Terminal(command, size, {**self.environment, **env}, self.folder)

    def open_module(self, module: str, *words: str, size: tuple[int, int] = (80, 24)) -> Terminal:
        """Run a Python module with these words in a terminal of this place."""
        command = (sys.executable, "-m", module, *words)
        return Terminal(command, size, self.environment, self.folder)

    def run(self, *words: str, now: str = NOW) -> "subprocess.CompletedProcess[str]":
        """Run `troth` with these words as a script would, with nothing to read."""
        return subprocess.run(
            (*COMMAND, "--now", now, *words),
            env=self.environment,
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=TIME_LIMIT_S,
            check=False,
        )

    def says(self, *words: str, now: str = NOW) -> str:
        """What such a run prints; it must go well."""
        ran = self.run(*words, now=now)
        assert (ran.returncode, ran.stderr) == (0, ""), ran.stderr
        return ran.stdout
