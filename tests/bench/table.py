"""The table that a benchmark prints: one line for each thing measured, its target beside it."""

import os
import platform
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version

HEADINGS = ("", "Troth", "beside it", "ratio", "to reach", "reached")
GAP = "  "


@dataclass(frozen=True)
class Line:
    """One thing measured. `ratio` is Troth to what stands beside it; `reached` None: no target."""

    what: str
    troth: str
    beside: str = ""
    ratio: float | None = None
    target: str = ""
    reached: bool | None = None

    def cells(self) -> tuple[str, ...]:
        """The words of the line."""
        ratio = "" if self.ratio is None else f"{self.ratio:.2f}"
        reached = {None: "", True: "yes", False: "no"}[self.reached]
        return self.what, self.troth, self.beside, ratio, self.target, reached


def compared(what: str, troth: float, beside: float, most: float, unit: str, name: str) -> Line:
    """Two times in seconds, shown in `unit` ("s" or "ms"), and at most how many times as long."""
    ratio = troth / beside
    target = f"at most {most:g}x {name}"
    return Line(what, shown(troth, unit), shown(beside, unit), ratio, target, ratio <= most)


def limited(what: str, value: float | None, most: float, shape: str) -> Line:
    """A value that may be so much at most; `shape` is a format such as "{:.1f} MB"."""
    target = f"at most {shape.format(most)}"
    if value is None:
        return Line(what, "this system does not tell", target=target)
    return Line(what, shape.format(value), target=target, reached=value <= most)


def shown(seconds: float, unit: str) -> str:
    """Seconds in the unit that suits them."""
    return f"{seconds:.3f} s" if unit == "s" else f"{seconds * 1000:.1f} ms"


def percentile(values: Sequence[float], share: float) -> float:
    """The value that this share of the values does not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def render(lines: Sequence[Line]) -> str:
    """The lines in columns."""
    cells = [HEADINGS, *(line.cells() for line in lines)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    rows = (
        GAP.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in cells
    )
    return "\n".join(rows)


def machine() -> str:
    """What this was measured on: times mean little without it, ratios more."""
    load = f", load {os.getloadavg()[0]:.1f} at the start" if hasattr(os, "getloadavg") else ""
    return (
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores{load}, "
        f"Python {platform.python_version()}, Textual {version('textual')}, {sys.executable}"
    )
