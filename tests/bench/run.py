"""One run of a program in a real terminal: start, move in a list, rest, leave, all timed."""

import time
from collections.abc import Iterable
from dataclasses import dataclass, field

from tests.bench.process import cpu_seconds, peak_mb
from tests.bench.programs import Program
from tests.source_files import ROOT
from tests.terminal.terminal import PATIENCE_S, Terminal

SIZE = (120, 40)
QUIET_S = 0.03
NO_ANSWER_S = 0.5
USABLE_S = 0.15
REST_S = 5.0
CALM_STEP_S, CALM_CPU, CALM_STEPS = 0.2, 0.02, 25
DOWN_AND_UP = ("down",) * 15 + ("up",) * 15
PAGES = ("pagedown",) * 60


@dataclass
class Measured:
    """What one run showed. Seconds, but for names that say otherwise; None was not measured."""

    frame: float = 0.0
    answer: float = 0.0
    usable: float = 0.0
    keys: list[float] = field(default_factory=list)
    cpu_a_key: float | None = None
    rest_bytes: int | None = None
    rest_cpu: float | None = None
    peak_mb: float | None = None
    leave: float = 0.0


def run(program: Program, keys: Iterable[str] = DOWN_AND_UP, *, rest: bool = False) -> Measured:
    """Start the program, press these keys in its list, let it rest if asked, and leave."""
    seen = Measured()
    with Terminal(program.command, SIZE, program.environment(), ROOT) as terminal:
        _start(terminal, program, seen)
        _calm(terminal)
        _move(terminal, tuple(keys), seen)
        if rest:
            _calm(terminal)
            _rest(terminal, seen)
        seen.peak_mb = peak_mb(terminal.pid)
        left = time.perf_counter()
        terminal.press("ctrl+q")
        terminal.wait_exit()
        seen.leave = time.perf_counter() - left
    return seen


def _start(terminal: Terminal, program: Program, seen: Measured) -> None:
    """A frame is usable once it is whole and a key pressed then is answered soon."""
    shown = terminal.wait_until(
        lambda: all(text in terminal.display.text for text in program.texts),
        f"not all of {program.texts} came",
        PATIENCE_S,
    )
    seen.frame = shown - terminal.started
    pressed = time.perf_counter()
    terminal.press(program.first_key)
    seen.answer = (
        terminal.wait_until(lambda: program.answered(terminal.display), "no answer", PATIENCE_S)
        - pressed
    )
    late = seen.answer > USABLE_S
    seen.usable = pressed + seen.answer - terminal.started if late else seen.frame


def _calm(terminal: Terminal) -> None:
    """Wait until the program does nothing any more, so that keys are measured alone."""
    for _ in range(CALM_STEPS):
        before = cpu_seconds(terminal.pid)
        terminal.listen(CALM_STEP_S)
        after = cpu_seconds(terminal.pid)
        if before is None or after is None or after - before < CALM_CPU * CALM_STEP_S:
            break
    terminal.read_all()


def _move(terminal: Terminal, keys: tuple[str, ...], seen: Measured) -> None:
    before, moved = cpu_seconds(terminal.pid), 0
    for key in keys:
        _, settled = _press(terminal, key)
        if settled is not None:
            seen.keys.append(settled)
            moved += 1
    after = cpu_seconds(terminal.pid)
    if before is not None and after is not None and moved:
        seen.cpu_a_key = (after - before) / moved


def _rest(terminal: Terminal, seen: Measured) -> None:
    before, written = cpu_seconds(terminal.pid), len(terminal.raw)
    terminal.listen(REST_S)
    after = cpu_seconds(terminal.pid)
    seen.rest_bytes = len(terminal.raw) - written
    if before is not None and after is not None:
        seen.rest_cpu = (after - before) / REST_S


def _press(terminal: Terminal, key: str) -> tuple[float | None, float | None]:
    """Seconds from the key to the first and to the last byte of its answer."""
    terminal.read_all()
    pressed = time.perf_counter()
    terminal.press(key)
    first = last = terminal.read(NO_ANSWER_S)
    while last is not None and (stamp := terminal.read(QUIET_S)) is not None:
        last = stamp
    if first is None or last is None:
        return None, None
    return first - pressed, last - pressed
