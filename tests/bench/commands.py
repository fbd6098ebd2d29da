"""Measures commands that open no screen, beside a Python that does nothing."""

import subprocess
import time
from collections.abc import Sequence
from statistics import median

from tests.bench.programs import NOW, PYTHON, Program, troth
from tests.bench.table import Line, compared
from tests.source_files import ROOT

TIMES_EACH = 3


def lines(times: int) -> list[Line]:
    """Run the three in turn."""
    program = troth(20, 6_000)
    module = (PYTHON, "-m", "tui")
    commands = {
        "nothing": (PYTHON, "-c", "pass"),
        "version": (*module, "--version"),
        "due": (*module, "due", "--now", NOW),
    }
    took: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(times * TIMES_EACH):
        for name, command in commands.items():
            took[name].append(_run(command, program))
    middle = {name: median(all_of_them) for name, all_of_them in took.items()}
    nothing = middle["nothing"]
    return [
        compared("troth --version", middle["version"], nothing, 3, "ms", "python -c pass"),
        compared("troth due, 6,000 records", middle["due"], nothing, 10, "ms", "python -c pass"),
    ]


def _run(command: Sequence[str], program: Program) -> float:
    began = time.perf_counter()
    subprocess.run(
        command, check=True, cwd=ROOT, env=program.environment(), stdout=subprocess.DEVNULL
    )
    return time.perf_counter() - began
