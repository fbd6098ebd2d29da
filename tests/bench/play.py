"""Measures a workshop case beside home: its first page, and its first page that can be turned."""

import shutil
import tempfile
from statistics import median

from tests.bench.programs import PYTHON, troth
from tests.bench.table import Line, compared, shown
from tests.source_files import ROOT
from tests.terminal.terminal import Terminal

SIZE = (120, 40)
PLAY = (PYTHON, "-m", "tui", "scenario", "play", "sc03")
FIRST_PAGE, SECOND_PAGE = "Can the back row read this?", "You may pass"


def lines(times: int) -> list[Line]:
    """Open home and a case in turn so many times, and compare the medians."""
    home = troth(20, 6_000)
    homes, firsts, seconds = [], [], []
    for _ in range(times):
        with Terminal(home.command, SIZE, home.environment(), ROOT) as terminal:
            homes.append(terminal.wait_for("? all keys") - terminal.started)
        first, second = _play(home.environment())
        firsts.append(first)
        seconds.append(second)
    name = "home with 6,000 records"
    turned = Line("a case: first page turned", shown(median(seconds), "s"))
    return [
        compared("a case: first page", median(firsts), median(homes), 1.0, "s", name),
        turned,
    ]


def _play(environment: dict[str, str]) -> tuple[float, float]:
    """Seconds to the first page, and to the second with space pressed at the first."""
    plays = environment | {"TROTH_PLAYS": tempfile.mkdtemp(prefix="troth-bench-plays-")}
    with Terminal(PLAY, SIZE, plays, ROOT) as terminal:
        first = terminal.wait_for(FIRST_PAGE) - terminal.started
        terminal.press("space")
        second = terminal.wait_for(SECOND_PAGE) - terminal.started
    shutil.rmtree(plays["TROTH_PLAYS"], ignore_errors=True)
    return first, second
