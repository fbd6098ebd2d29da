"""Prints how the wording check reads the labelled drafts, as counts.

The development half is what the reader learned from; it also tells each disagreement with --each.
Of the others only the totals are told, so that nobody works on the check with them in view.
"""

import sys
from time import perf_counter

from coaching.wording import check
from coaching.wording.names import COMPONENTS, FLAGS
from tests.wording.counts import Counts, measure
from tests.wording.drafts import Half, drafts, words

HALVES: tuple[Half, ...] = ("development", "test", "third", "fourth")


def main() -> None:
    """Count each set that is there."""
    known = words()
    for half in [one for one in HALVES if drafts(one)]:
        began = perf_counter()
        result = measure(drafts(half), lambda text: check(text, known))
        each = (perf_counter() - began) * 1000 / result.drafts
        print(f"{half}: {result.drafts} drafts, {each:.1f} ms each")
        print(f"  components  {result.components.line()}")
        print(f"  flags       {result.flags.line()}")
        print(f"  verdicts    {result.verdicts} of {result.drafts} as labelled")
        if half == "development":
            print(
                "  learned from; for drafts of unseen writers: make wording-train ARGS=--count-only"
            )
            _table(result.components, COMPONENTS)
            _table(result.flags, FLAGS)
            if "--each" in sys.argv:
                print("\n".join(result.disagreements))


def _table(counts: Counts, names: tuple[str, ...]) -> None:
    for name in names:
        right, missed, wrong = (c[name] for c in (counts.right, counts.missed, counts.wrong))
        print(f"    {name:20} {right:4} found {missed:4} missed {wrong:4} wrong")


if __name__ == "__main__":
    main()
