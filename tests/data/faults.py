"""A disk that refuses one step of a deed after the other."""

import errno
import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from coaching.errors import VaultTrouble

STEPS = ("open", "write", "utime", "fsync", "replace", "link", "mkdir", "unlink")
MOST_STEPS = 200


class Disk:
    """Counts every step that changes the disk and refuses one of them."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.refused = self.done = 0
        self.error = errno.EIO
        for step in STEPS:
            patch.setattr(os, step, self._watched(getattr(os, step)))

    def refuse(self, number: int, error: int) -> None:
        """Refuse the step with this number from now; 0 for none."""
        self.done, self.refused, self.error = 0, number, error

    @property
    def has_refused(self) -> bool:
        """Whether that step was reached."""
        return 0 < self.refused <= self.done

    def _watched(self, step: Callable[..., Any]) -> Callable[..., Any]:
        def watched(*given: Any, **named: Any) -> object:
            self.done += 1
            if self.done == self.refused:
                raise OSError(self.error, os.strerror(self.error))
            return step(*given, **named)

        return watched


def outcomes(
    disk: Disk, deed: Callable[[], object], error: int = errno.ENOSPC
) -> Iterator[VaultTrouble | None]:
    """Try a deed with its first step refused, then its second, until none is refused any more."""
    for number in range(1, MOST_STEPS):
        disk.refuse(number, error)
        trouble = None
        try:
            deed()
        except VaultTrouble as raised:
            trouble = raised
        reached = disk.has_refused
        disk.refuse(0, error)
        yield trouble
        if not reached:
            return
    raise AssertionError("the deed never came to its end")
