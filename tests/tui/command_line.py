"""Runs `troth` on a vault of its own at a moment that is said, and keeps what it printed."""

import os
import subprocess
import sys
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from coaching.ports import Verb
from coaching.record.workbook import Workbook
from coaching.verbs import checkins
from coaching.when import read_when
from tests.source_files import ROOT
from tui.bootstrap import Records, open_records
from tui.cli.main import main
from tui.cli.names import find_person

ZONE = "Europe/Berlin"
NOW = "2026-11-24T09:14"


@dataclass(frozen=True)
class Ran:
    """What one run printed, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def line(self) -> str:
        """The one line on standard output, where all went well."""
        assert (self.code, self.err) == (0, "")
        assert self.out.count("\n") == 1, self.out
        return self.out.rstrip("\n")

    @property
    def complaint(self) -> str:
        """The one line on standard error, where nothing was printed and nothing done."""
        assert self.code in (1, 2)
        assert self.out == ""
        assert self.err.count("\n") == 1, self.err
        assert "Traceback" not in self.err
        return self.err.rstrip("\n")


@dataclass
class CommandLine:
    """Runs words as a user would type them after `troth`, in this process."""

    vault: Path
    capsys: pytest.CaptureFixture[str]
    now: str = NOW

    def __call__(self, *words: str) -> Ran:
        """Run these words on the vault, at the moment."""
        return self.bare("--vault", str(self.vault), "--now", self.now, *words)

    def bare(self, *words: str) -> Ran:
        """Run exactly these words."""
        code = main(words)
        printed = self.capsys.readouterr()
        return Ran(code, printed.out, printed.err)

    def at(self, now: str) -> "CommandLine":
        """The same vault at another moment."""
        return CommandLine(self.vault, self.capsys, now)

    @property
    def records(self) -> Records:
        """The records, as another window would open them."""
        return open_records(str(self.vault), self.now)

    def workbook(self, name: str) -> Workbook:
        """All that is recorded about somebody."""
        return self.records.coach.open(find_person(self.records.overview(), name).id)

    def do(self, name: str, verb: Verb) -> None:
        """What a user does in the app, which the command line has no verb for."""
        records = self.records
        records.coach.do(find_person(records.overview(), name).id, verb)
        records.close()

    def plan(self, name: str, when: str, **more: Any) -> None:
        """Plan a check-in."""
        wall = read_when(when, self.records.clock.now(), ZONE)
        new_id = self.records.coach.new_id()
        self.do(name, partial(checkins.plan, checkin_id=new_id, wall=wall, **more))


def run_process(*words: str, **more: Any) -> subprocess.CompletedProcess[str]:
    """Run `troth` as a process of its own; `env` is added to the environment of the tests."""
    env = os.environ | more.pop("env", {})
    return subprocess.run(
        [sys.executable, "-m", "tui", *words],
        cwd=ROOT,
        env=env,
        check=False,
        text=True,
        **({"capture_output": True, "stdin": subprocess.DEVNULL} | more),
    )
