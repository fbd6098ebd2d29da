"""What the system tells of a running program: the time its processor gave, the memory it took."""

import re
from pathlib import Path

NANO = 1e9


def cpu_seconds(pid: int) -> float | None:
    """Processor time of all threads so far; None where the system does not tell."""
    try:
        stats = [path.read_text() for path in Path(f"/proc/{pid}/task").glob("*/schedstat")]
    except OSError:
        return None
    return sum(int(stat.split()[0]) for stat in stats) / NANO if stats else None


def peak_mb(pid: int) -> float | None:
    """The most memory the program held so far, in MB; None where the system does not tell."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return None
    found = re.search(r"VmHWM:\s+(\d+) kB", status)
    return int(found[1]) / 1024 if found else None
