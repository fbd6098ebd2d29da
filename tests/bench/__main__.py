"""Runs the benchmark and prints its table: `python -m tests.bench [GROUP ...] [--quick]`."""

import argparse
import compileall
import contextlib
import importlib.util
import io
import sys
from collections.abc import Callable
from pathlib import Path

import textual

from tests.bench import commands, home, long, play, saves
from tests.bench.table import Line, machine, render
from tests.source_files import LAYERS, ROOT

RUNS, QUICK_RUNS = 5, 1
GROUPS: dict[str, Callable[[int], list[Line]]] = {
    "home": home.lines,
    "play": play.lines,
    "long": long.lines,
    "save": saves.lines,
    "commands": commands.lines,
}


def main() -> int:
    """Read the arguments, measure, print."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument(
        "groups", nargs="*", metavar="GROUP", help=f"only these of {', '.join(GROUPS)}"
    )
    parser.add_argument("--runs", type=int, default=RUNS, help="how often each is run")
    parser.add_argument("--quick", action="store_true", help="run each once; figures are rough")
    given = parser.parse_args()
    unknown = sorted(set(given.groups) - set(GROUPS))
    if unknown:
        parser.error(f"no group is called {unknown[0]}; there are {', '.join(GROUPS)}")
    compile_sources()
    print(machine())
    times = QUICK_RUNS if given.quick else given.runs
    print(f"Each run {times} times, in turn with what stands beside it; medians.\n", flush=True)
    found: list[Line] = []
    for name in given.groups or GROUPS:
        print(f"measuring: {name}", file=sys.stderr, flush=True)
        found += GROUPS[name](times)
    print(render(found))
    return 0


def compile_sources() -> None:
    """Compile all that is measured, as `make setup` does: else each start would do it again."""
    with contextlib.redirect_stdout(io.StringIO()):
        for folder in (*LAYERS, "tests"):
            compileall.compile_dir(ROOT / folder, quiet=1)
    toolkit = Path(importlib.util.cache_from_source(textual.__file__))
    if not toolkit.exists():
        print("The libraries are not compiled, so every start is slow: run make setup.")


if __name__ == "__main__":
    sys.exit(main())
