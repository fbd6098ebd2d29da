"""People, deeds and windows that the tests of the vault share."""

import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from coaching.coach import Coach
from coaching.ports import Vault, Verb
from coaching.record.note import Note
from coaching.record.workbook import Done, Workbook
from coaching.verbs.promises import make
from coaching.verbs.relationships import new_workbook
from data.clock import FixedClock
from data.ids import NewIds
from data.memory_vault import MemoryDrafts
from tests.source_files import ROOT

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
new_id = NewIds()

# Opens one store once more, as another window would.
Windows = Callable[[], Vault]


def person(name: str) -> Workbook:
    """A new relationship with somebody."""
    return new_workbook(
        workbook_id=new_id(),
        checkin_id=new_id(),
        name=name,
        i_am="mentor",
        today=TODAY,
        zone="Europe/Berlin",
    )


def promises(what: str, promise_id: str | None = None) -> Verb:
    """The verb of promising something by the first of December."""
    return partial(
        make,
        promise_id=promise_id or new_id(),
        what=what,
        whose="me",
        by=date(2026, 12, 1),
        today=TODAY,
    )


def notes(text: str) -> Verb:
    """The verb of writing a note."""

    def verb(workbook: Workbook) -> Done:
        note = Note(id=new_id(), text=text, about=TODAY)
        return Done(workbook.put(note), "Note kept.")

    return verb


def coach_on(vault: Vault) -> Coach:
    """A coach of a window on this vault."""
    return Coach(vault, MemoryDrafts(), FixedClock(NOW), new_id)


def everything(folder: Path) -> dict[str, bytes]:
    """The content of every file in a folder, but for the lock's, the cache and the backups."""
    passing = (".lock", ".lock-holder", ".owner")
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        and path.name not in passing
        and not {".cache", "backups"} & set(path.parts)
    }


def names(vault: Vault) -> Sequence[str]:
    """Who is in a vault, in alphabetical order."""
    return sorted(one.name for one in vault.overview().people)


def killed(program: str, *given: str) -> None:
    """Run a program in a process of its own that kills itself, as a crash would."""
    ending = "\nimport os\nos.kill(os.getpid(), 9)\n"
    run = subprocess.run([sys.executable, "-c", program + ending, *given], cwd=ROOT, check=False)
    assert run.returncode == -signal.SIGKILL
