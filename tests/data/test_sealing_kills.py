"""Killed or refused at any step of sealing and unsealing, a vault is clear or sealed, and whole."""

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from coaching.errors import VaultTrouble
from coaching.record.workbook import Workbook
from data.vault import FileVault
from tests.data.sealing import PASSPHRASE, assert_whole, filled

STEPS = ("open", "write", "utime", "fsync", "replace", "rename", "link", "unlink", "mkdir")
MOST_STEPS = 400
# Primes, so that in time all kinds of steps are met; every single step in the long run.
A_PART, EVERY = 7, pytest.param(1, marks=pytest.mark.torture)
Deed = Callable[[FileVault], object]


class Killed(BaseException):
    """The process has died; nothing it would still do reaches the disk."""


class Disk:
    """Counts the steps that change the disk; from one of them on, or at it alone, there is none.

    `reached` says whether the run before the last `until` came as far as its step.
    """

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.done = self.last = 0
        self.error: int | None = None
        self.for_good, self.reached = True, False
        for step in STEPS:
            patch.setattr(os, step, self._watched(step, getattr(os, step)))

    def until(self, last: int, error: int | None = None, *, for_good: bool = True) -> None:
        """Work up to this step; 0 for no end. With an error it is refused, else it is a kill."""
        self.reached = 0 < self.last <= self.done
        self.done, self.last, self.error, self.for_good = 0, last, error, for_good

    def _watched(self, name: str, step: Callable[..., Any]) -> Callable[..., Any]:
        def watched(*given: Any, **named: Any) -> object:
            reads = name == "open" and not given[1] & (os.O_WRONLY | os.O_RDWR)
            frees = name in ("unlink", "rename") and self.error is not None
            self.done += 1
            over = self.done >= self.last if self.for_good else self.done == self.last
            if self.last and over and not reads and not frees:
                if self.error is None:
                    raise Killed
                raise OSError(self.error, os.strerror(self.error))
            return step(*given, **named)

        return watched


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[Disk]:
    """The disk, until a test ends it."""
    with monkeypatch.context() as patch:
        yield Disk(patch)


@pytest.fixture(scope="module")
def clear(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Workbook]]:
    """A clear vault to copy, and its records."""
    root = tmp_path_factory.mktemp("clear") / "vault"
    return root, filled(root)


@pytest.fixture(scope="module")
def sealed(
    clear: tuple[Path, dict[str, Workbook]], tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, dict[str, Workbook]]:
    """The same vault, sealed."""
    root = copied(clear[0], tmp_path_factory.mktemp("sealed"))
    FileVault(root).seal(PASSPHRASE)
    return root, clear[1]


def copied(root: Path, into: Path) -> Path:
    """A copy of a vault, in place of an older one."""
    shutil.rmtree(into / "vault", ignore_errors=True)
    shutil.copytree(root, into / "vault")
    return into / "vault"


def seal(vault: FileVault) -> None:
    """Seal it."""
    vault.seal(PASSPHRASE)


def unseal(vault: FileVault) -> None:
    """Take the seal off."""
    vault.unlock(PASSPHRASE)
    vault.unseal()


def stop(vault: FileVault) -> None:
    """Begin to seal, and have it taken back in the middle."""
    assert not vault.seal(PASSPHRASE, lambda done, of: done < of // 2)


def stop_unsealing(vault: FileVault) -> None:
    """Begin to unseal, and have it taken back in the middle."""
    vault.unlock(PASSPHRASE)
    assert not vault.unseal(lambda done, of: done < of // 2)


def change_passphrase(vault: FileVault) -> None:
    """Change the passphrase, to the same."""
    vault.change_passphrase(PASSPHRASE, PASSPHRASE)


def tried(disk: Disk, deed: Deed, root: Path, step: int, **how: Any) -> bool:
    """Carry out a deed up to a step; whether it came to its end."""
    disk.until(step, **how)
    try:
        deed(FileVault(root, patience_s=0))
    except (Killed, VaultTrouble):
        return False
    finally:
        disk.until(0)
    return True


@pytest.mark.parametrize("stride", [A_PART, EVERY])
@pytest.mark.parametrize("deed", [seal, stop])
def test_killed_at_any_step_of_sealing(
    disk: Disk, clear: tuple[Path, dict[str, Workbook]], tmp_path: Path, deed: Deed, stride: int
) -> None:
    states = set()
    for step in range(1, MOST_STEPS, stride):
        root = copied(clear[0], tmp_path)
        if tried(disk, deed, root, step):
            break
        states.add(assert_whole(root, clear[1]).sealed)
    else:
        raise AssertionError("it never came to its end")
    assert step > 50
    assert states == {True, False}, "a kill early leaves it clear, one later is finished"


@pytest.mark.parametrize("stride", [A_PART, EVERY])
@pytest.mark.parametrize("deed", [unseal, stop_unsealing, change_passphrase])
def test_killed_at_any_step_of_unsealing(
    disk: Disk, sealed: tuple[Path, dict[str, Workbook]], tmp_path: Path, deed: Deed, stride: int
) -> None:
    states = set()
    for step in range(1, MOST_STEPS, stride):
        root = copied(sealed[0], tmp_path)
        if tried(disk, deed, root, step):
            break
        states.add(assert_whole(root, sealed[1]).sealed)
    else:
        raise AssertionError("it never came to its end")
    assert states == ({True, False} if deed is unseal else {True})


@pytest.mark.parametrize(
    "second", [7, 20, *(pytest.param(n, marks=pytest.mark.torture) for n in range(1, 70, 4))]
)
def test_killed_again_while_it_is_finished(
    disk: Disk, clear: tuple[Path, dict[str, Workbook]], tmp_path: Path, second: int
) -> None:
    for step in range(10, MOST_STEPS, 13):
        root = copied(clear[0], tmp_path)
        if tried(disk, seal, root, step):
            return
        tried(disk, lambda vault: vault.check(), root, second)
        assert_whole(root, clear[1])
    raise AssertionError("it never came to its end")


@pytest.mark.parametrize("stride", [13, EVERY])
@pytest.mark.parametrize("for_good", [True, False], ids=["from then on", "once"])
@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO])
@pytest.mark.parametrize("deed", [seal, unseal])
def test_a_disk_that_refuses_any_step_costs_nothing(
    disk: Disk,
    clear: tuple[Path, dict[str, Workbook]],
    sealed: tuple[Path, dict[str, Workbook]],
    tmp_path: Path,
    deed: Deed,
    error: int,
    for_good: bool,
    stride: int,
) -> None:
    whole, records = clear if deed is seal else sealed
    for step in range(1, MOST_STEPS, stride):
        root = copied(whole, tmp_path)
        tried(disk, deed, root, step, error=error, for_good=for_good)
        assert_whole(root, records)
        if not disk.reached:
            return
    raise AssertionError("it never came to its end")
