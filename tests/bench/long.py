"""Measures a page down in a list of 10,000 rows, beside the toolkit's own table."""

from statistics import median

from tests.bench.programs import bare, long_list
from tests.bench.run import PAGES, run
from tests.bench.table import Line, percentile, shown

ROWS = 10_000
MOST_S = 0.015


def lines(times: int) -> list[Line]:
    """Run both in turn so many times."""
    tables, lists = [], []
    for _ in range(times):
        tables.append(run(bare(ROWS), PAGES))
        lists.append(run(long_list(ROWS), PAGES))
    found = []
    for share, target in ((0.5, None), (0.95, MOST_S)):
        ours, theirs = (
            median(percentile(one.keys, share) for one in runs) for runs in (lists, tables)
        )
        what = f"a page down in {ROWS:,} rows, p{share * 100:.0f}"
        said = f"at most {shown(target, 'ms')}" if target else ""
        reached = ours <= target if target else None
        found.append(
            Line(what, shown(ours, "ms"), shown(theirs, "ms"), ours / theirs, said, reached)
        )
    return found
