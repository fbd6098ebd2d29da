"""The vault's one lock: the kernel's, held while a change lasts, its holder written beside it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

import orjson

from coaching.errors import VaultTrouble
from data.places import FILE_MODE, Places
from data.troubles import told_on_save

if TYPE_CHECKING:
    from filelock import BaseFileLock

PATIENCE_S = 5.0
LOOK_AGAIN_S = 0.01


def machine() -> str:
    """The name of this machine."""
    import platform

    return platform.node() or "this machine"


class Busy(VaultTrouble):
    """Somebody else holds the vault's lock."""


class VaultLock:
    """One writer at a time in a vault; the kernel frees it when its holder dies.

    One thread of a process may use it at a time.
    """

    def __init__(self, places: Places, patience_s: float = PATIENCE_S) -> None:
        self._places = places
        self._patience_s = patience_s
        self._kernel_lock: BaseFileLock | None = None

    @contextmanager
    def held(self, patience_s: float | None = None) -> Iterator[None]:
        """Hold the lock; `Busy` names who has it after some seconds of waiting."""
        lock = self._lock()
        self._take(lock, self._patience_s if patience_s is None else patience_s)
        try:
            self._sign()
            yield
        finally:
            lock.release()

    def _lock(self) -> "BaseFileLock":
        if self._kernel_lock is None:
            from filelock import FileLock

            self._kernel_lock = FileLock(
                self._places.lock, mode=FILE_MODE, thread_local=False, poll_interval=LOOK_AGAIN_S
            )
        return self._kernel_lock

    def _take(self, lock: "BaseFileLock", patience_s: float) -> None:
        from filelock import Timeout

        with told_on_save(self._places.root):
            try:
                lock.acquire(timeout=patience_s)
            except Timeout as error:
                raise Busy(
                    f"Another Troth ({self._holder()}) is saving in {self._places.root}, "
                    "so nothing was saved here. Try again in a moment."
                ) from error

    def _sign(self) -> None:
        """Write who holds it. Only the sentence above needs this, so a full disk stops nothing."""
        text = orjson.dumps({"process": os.getpid(), "machine": machine()})
        with suppress(OSError):
            flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
            descriptor = os.open(self._places.holder, flags, FILE_MODE)
            try:
                os.write(descriptor, text)
            finally:
                os.close(descriptor)

    def _holder(self) -> str:
        try:
            holder = orjson.loads(self._places.holder.read_bytes())
            return f"process {holder['process']} on {holder['machine']}"
        except (OSError, ValueError, LookupError, TypeError):
            return "another process"
