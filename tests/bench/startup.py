"""Writes docs/start-up.md, a profile of the start: `python -m tests.bench.startup`."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.__main__ import compile_sources
from tests.bench.programs import NOW, PYTHON, troth
from tests.bench.run import SIZE
from tests.bench.table import machine
from tests.source_files import LAYERS, ROOT
from tests.terminal.terminal import Terminal

RUNS = 7
PAGE = ROOT / "docs" / "start-up.md"
IMPORT_LINE = re.compile(r"import time:\s+(\d+) \|\s+\d+ \|\s*(\S+)")
LATER = ("pydantic", "tinydb", "yaml", "dateutil", "icalendar", "cryptography", "pyrage")
"""What is loaded after the first frame only; the page says which of these were there too soon."""
TEXT = """\
# What a start costs

Made by `python -m tests.bench.startup`, on {machine}.

Processor time of the whole process on 20 people with 6,000 records, from the command to the first
frame of home at 120x40: the least of {runs} runs, since all else that a machine does can only add
to it. Compare lines with one another, or with the same page made on your machine.

| until | ms | of it | what it buys |
|---|---:|---:|---|
{lines}

Home has {widgets} widgets at its first frame. {modules} modules are loaded then, {ours} of them
Troth's own. {later}

## The imports

What the modules of each package take by themselves, without those they import: again the least of
{runs} runs, this time by the clock, as `python -X importtime` tells it.

| package | ms | modules |
|---|---:|---:|
{imports}

## What each 10 ms buys, and what it would cost to spend them

- **Python and the standard library** are there before a line of Troth runs. `troth --version` and
  `troth due` pay this and little more: they never load Textual.
- **Textual and Rich** are the largest part of a start, for Troth as for the bare program beside it
  in `make bench`. Troth imports what home shows and no more; every other screen is imported when
  its key is pressed.
- **The facts** are one small derived file of plain dates, names and counts, read before the first
  frame, so that it is right at once. Reading the records themselves would take pydantic and
  TinyDB, and the time of every file.
- **Styles** are parsed once in a run. A rule in a stylesheet of a screen is parsed when that
  screen is first opened.
- **After the first frame**, off the event loop, come the records' models, the content and the
  settings. A key pressed meanwhile is answered when what it needs is there.
"""


def stages() -> dict[str, float]:
    """The stages of one run in a terminal."""
    program = troth(20, 6_000)
    with TemporaryDirectory(prefix="troth-bench-") as scratch:
        file = Path(scratch) / "stages.json"
        command = (PYTHON, "-m", "tests.bench.first_frame", str(file), "--now", NOW)
        with Terminal(command, SIZE, program.environment(), ROOT) as terminal:
            terminal.wait_exit()
        found: dict[str, float] = json.loads(file.read_text(encoding="utf-8"))
    return found


def imports() -> tuple[dict[str, float], Counter[str]]:
    """Milliseconds and modules by package, for what home imports."""
    command = (PYTHON, "-X", "importtime", "-c", "import tui.cli.main, tui.bootstrap, tui.app")
    told = subprocess.run(command, check=True, cwd=ROOT, capture_output=True, text=True).stderr
    took: dict[str, float] = {}
    modules: Counter[str] = Counter()
    for line in told.splitlines():
        if found := IMPORT_LINE.match(line):
            package = _package(found[2])
            took[package] = took.get(package, 0.0) + int(found[1]) / 1000
            modules[package] += 1
    return took, modules


def _package(module: str) -> str:
    top = module.split(".", maxsplit=1)[0]
    if top in LAYERS:
        return "Troth"
    known = top in sys.stdlib_module_names or top.startswith("_")
    return "the standard library" if known else top


def page() -> str:
    """The page, from runs made now."""
    runs = [stages() for _ in range(RUNS)]
    least = {name: min(run[name] for run in runs) * 1000 for name in runs[0]}
    samples = [imports() for _ in range(RUNS)]
    modules = samples[0][1]
    took = {name: min(sample[0].get(name, 0.0) for sample in samples) for name in modules}
    shown = [name for name in sorted(took, key=lambda name: -took[name]) if took[name] >= 1]
    return TEXT.format(
        machine=machine().partition(", /")[0],
        runs=RUNS,
        lines="\n".join(_lines(least)),
        widgets=int(runs[0]["widgets"]),
        modules=int(runs[0]["modules at the frame"]),
        ours=modules["Troth"],
        later=_said_of_later(modules),
        imports="\n".join(f"| {name} | {took[name]:.0f} | {modules[name]} |" for name in shown),
    )


def _lines(least: dict[str, float]) -> list[str]:
    drawn = least["frame"] - least["imports"]
    rest = drawn - least["facts"] - least["styles"]
    steps = (
        ("Python runs", least["python"], "", "the interpreter and its own modules"),
        ("all is imported", least["imports"], "", "Textual, and Troth's home"),
        ("", None, f"facts {least['facts']:.0f}", "the next step and every row are right at once"),
        ("", None, f"styles {least['styles']:.0f}", "one look for all screens"),
        ("", None, f"the rest {rest:.0f}", "the event loop, widgets, layout, drawing"),
        ("the first frame is out", least["frame"], "", "the whole of home, ready for a key"),
    )
    return [
        f"| {until} | {'' if ms is None else f'{ms:.0f}'} | {part} | {what} |"
        for until, ms, part, what in steps
    ]


def _said_of_later(modules: Counter[str]) -> str:
    early = [name for name in LATER if modules[name]]
    if early:
        return f"Too soon there: {', '.join(early)}."
    return "Pydantic, TinyDB, YAML and the rest come after it."


def main() -> int:
    """Measure and write the page."""
    compile_sources()
    PAGE.write_text(page(), encoding="utf-8")
    print(PAGE.relative_to(ROOT))
    return 0


if __name__ == "__main__":
    sys.exit(main())
