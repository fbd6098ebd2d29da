"""Measures home beside the bare program: first frame, moving in a list, rest, memory, leaving."""

from collections.abc import Callable, Sequence
from statistics import median

from tests.bench.programs import Program, bare, troth
from tests.bench.run import Measured, run
from tests.bench.table import Line, compared, limited, percentile, shown

Runs = Sequence[Measured]
KB_LIMIT = 64


def lines(times: int) -> list[Line]:
    """Run the three programs in turn so many times, and compare the medians."""
    programs: list[Program] = [bare(), troth(20, 6_000), troth(500, 150_000)]
    measured: list[list[Measured]] = [[] for _ in programs]
    for number in range(times):
        for program, runs in zip(programs, measured, strict=True):
            runs.append(run(program, rest=number == 0))
    yardstick, small, big = measured
    return [
        *_starts(yardstick, small, big),
        *_moves(yardstick, small, big),
        *_rests(yardstick, small),
        *_memory(small, big),
        _leaving(yardstick, small, "6,000 records"),
        _leaving(yardstick, big, "150,000 records"),
    ]


def _starts(yardstick: Runs, small: Runs, big: Runs) -> list[Line]:
    base = _middle(yardstick, lambda run: run.usable)
    return [
        compared(what, _middle(runs, lambda run: run.usable), base, most, "s", "bare")
        for what, runs, most in (
            ("first usable frame, 6,000 records", small, 1.3),
            ("first usable frame, 150,000 records", big, 1.5),
        )
    ] + [
        limited("the first key after it, answered", _middle(small, _answer_ms), 150, "{:.0f} ms"),
    ]


def _moves(yardstick: Runs, small: Runs, big: Runs) -> list[Line]:
    found = []
    for what, runs in (("6,000", small), ("150,000", big)):
        name = f"a key in a list, {what} records"
        middle, base = _middle(runs, _key_p50), _middle(yardstick, _key_p50)
        found.append(compared(f"{name}, p50", middle, base, 2.0, "ms", "bare"))
        slow, base = _middle(runs, _key_p95), _middle(yardstick, _key_p95)
        found.append(Line(f"{name}, p95", shown(slow, "ms"), shown(base, "ms"), slow / base))
    cpus = [_middle_known(runs, lambda run: run.cpu_a_key) for runs in (yardstick, small)]
    if cpus[0] and cpus[1]:
        found.append(compared("processor time a key", cpus[1], cpus[0], 1.5, "ms", "bare"))
    return found


def _rests(yardstick: Runs, small: Runs) -> list[Line]:
    at_rest = small[0]
    percent = None if at_rest.rest_cpu is None else at_rest.rest_cpu * 100
    beside = yardstick[0].rest_cpu
    cpu = limited("at rest for 5 s: processor", percent, 0.3, "{:.2f} %")
    written = limited("at rest for 5 s: written", at_rest.rest_bytes, 0, "{:.0f} bytes")
    return [written, _beside(cpu, "" if beside is None else f"{beside * 100:.2f} %")]


def _memory(small: Runs, big: Runs) -> list[Line]:
    few, many = (_middle_known(runs, lambda run: run.peak_mb) for runs in (small, big))
    found = [limited("memory at its peak, 6,000 records", few, KB_LIMIT, "{:.1f} MB")]
    if few and many:
        ratio, most = many / few, 1.3
        target = f"at most {most:g}x that"
        what = "memory at its peak, 150,000 records"
        found.append(
            Line(what, f"{many:.1f} MB", f"{few:.1f} MB", ratio, target, reached=ratio <= most)
        )
    return found


def _leaving(yardstick: Runs, runs: Runs, name: str) -> Line:
    leave = _middle(runs, lambda run: run.leave)
    base = _middle(yardstick, lambda run: run.leave)
    return compared(f"leaving, {name}", leave, base, 1.3, "s", "bare")


def _answer_ms(run: Measured) -> float:
    return run.answer * 1000


def _key_p50(run: Measured) -> float:
    return percentile(run.keys, 0.5)


def _key_p95(run: Measured) -> float:
    return percentile(run.keys, 0.95)


def _middle(runs: Runs, of: Callable[[Measured], float]) -> float:
    return median(of(run) for run in runs)


def _middle_known(runs: Runs, of: Callable[[Measured], float | None]) -> float | None:
    known = [value for run in runs if (value := of(run)) is not None]
    return median(known) if known else None


def _beside(line: Line, words: str) -> Line:
    return Line(line.what, line.troth, words, line.ratio, line.target, line.reached)
