"""Measures a save in this process: the same deed in a small vault and in a hundred times that."""

import shutil
import tempfile
import time
from datetime import date, timedelta
from functools import partial
from itertools import cycle
from pathlib import Path

from coaching.verbs import promises
from data.ids import NewIds
from data.vault import FileVault
from tests.bench.programs import TODAY, vault
from tests.bench.table import Line, compared, percentile, shown

FEW, MANY = (5, 1_500), (500, 150_000)
PEOPLE_USED = 5
SAVES_A_TIME = 40
WARMING = 5
FAST_DISK_S = 0.010


class Saver:
    """Makes promises to a few people of a vault, in turn, and notes how long each save took."""

    def __init__(self, folder: Path) -> None:
        self.vault = FileVault.at(folder)
        people = sorted(person.id for person in self.vault.overview().people)
        self.people = cycle(people[:PEOPLE_USED])
        self.new_id = NewIds()
        self.took: list[float] = []

    def save(self) -> None:
        """One promise, from the verb to the disk."""
        by = TODAY + timedelta(days=7)
        verb = partial(
            promises.make,
            promise_id=self.new_id(),
            what="send the reading list",
            whose="me",
            by=by,
            today=date(TODAY.year, TODAY.month, TODAY.day),
        )
        began = time.perf_counter()
        self.vault.change(next(self.people), verb)
        self.took.append(time.perf_counter() - began)


def lines(times: int) -> list[Line]:
    """Save in copies of both vaults in turn."""
    with tempfile.TemporaryDirectory(prefix="troth-bench-") as scratch:
        few, many = (
            Saver(Path(shutil.copytree(vault(*size), Path(scratch) / str(size[0]))))
            for size in (FEW, MANY)
        )
        for _ in range(WARMING + SAVES_A_TIME * times):
            few.save()
            many.save()
        few_s, many_s = few.took[WARMING:], many.took[WARMING:]
        few.vault.close()
        many.vault.close()
    small, large = f"{FEW[0]} people", f"{MANY[0]} people"
    middle = compared(
        f"a save, {large}, p50", percentile(many_s, 0.5), percentile(few_s, 0.5), 1.2, "ms", small
    )
    slow = percentile(many_s, 0.95)
    beside = shown(percentile(few_s, 0.95), "ms")
    target = f"at most {shown(FAST_DISK_S, 'ms')} on a fast disk"
    reached = slow <= FAST_DISK_S
    return [middle, Line(f"a save, {large}, p95", shown(slow, "ms"), beside, None, target, reached)]
