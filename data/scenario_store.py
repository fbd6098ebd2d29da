"""Keeps the runs of workshop cases in the user's runtime folder, so that each can be taken up."""

import os
import stat
import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

from filelock import FileLock, Timeout
from pydantic import BaseModel, ValidationError

from coaching.errors import Refused, TrothError
from coaching.scenario.run import Run
from data.files import Signature, read_file, replace_file, signature_of
from data.places import FILE_MODE, make_private_folder
from data.scenario_loader import Case

VARIABLE = "TROTH_PLAYS"
PLAYS = "plays"
CASE_SUFFIX = ".case.json"
LOCK_SUFFIX = ".lock"
MOST_BYTES = 5_000_000
KEPT_FOR = timedelta(days=30)
TAKE_WITHIN_S = 1.0

Model = TypeVar("Model", bound=BaseModel)


class RunFile:
    """One run on the disk: `path` holds the run, and its copy of the case stands beside it."""

    def __init__(self, path: Path) -> None:
        """The run kept in this file."""
        self.path = path

    @property
    def name(self) -> str:
        """What tells it from other runs; later runs sort after earlier ones."""
        return self.path.stem

    @property
    def case_path(self) -> Path:
        """The copy of the case this run began with."""
        return self.path.with_suffix(CASE_SUFFIX)

    def stamp(self) -> Signature | None:
        """What changes whenever the run is kept anew; None where it is gone."""
        with suppress(OSError):
            return signature_of(self.path)
        return None

    def read(self) -> Run:
        """The run as it was kept last. Raises `TrothError` where it cannot be read."""
        return _read(self.path, Run)

    def case(self) -> Case:
        """The case as it was when the run began. Raises `TrothError` where it cannot be read."""
        return _read(self.case_path, Case)

    def is_playing(self) -> bool:
        """Whether a living player has it."""
        lock = self.lock()
        if not Path(lock.lock_file).exists():
            return False
        try:
            lock.acquire(timeout=0)
        except Timeout:
            return True
        except OSError:
            return False
        lock.release()
        return False

    def lock(self) -> FileLock:
        """The lock that its player holds; the kernel frees it when the player dies."""
        return FileLock(self.path.with_suffix(LOCK_SUFFIX), mode=FILE_MODE, thread_local=False)


class OpenRun:
    """A run in the hands of its player."""

    def __init__(self, file: RunFile, lock: FileLock) -> None:
        """`lock` is held already."""
        self.file = file
        self._lock = lock

    def save(self, run: Run) -> None:
        """Keep the run as it is now. Raises `TrothError`; what was kept before stays then."""
        try:
            make_private_folder(self.file.path.parent)
            replace_file(self.file.path, run.model_dump_json().encode())
        except OSError as error:
            raise TrothError(
                f"This page could not be kept ({error.strerror or error}). The play goes on; "
                "free some space before you close it."
            ) from error

    def close(self) -> None:
        """Let another player have it."""
        self._lock.release()


class PlayStore:
    """All runs in one folder."""

    def __init__(self, folder: Path) -> None:
        """Runs are kept here; the folder need not be there yet."""
        self._folder = folder

    def begin(self, case: Case, run: Run) -> OpenRun:
        """Keep a new run with a copy of its case. Raises `TrothError` where that fails."""
        now = time.time_ns()
        stamp = time.strftime("%Y%m%d-%H%M%S", time.localtime(now // 1_000_000_000))
        file = RunFile(self._folder / f"{stamp}-{now % 1_000_000_000:09}.json")
        try:
            make_private_folder(self._folder)
            self._remove_old()
            replace_file(file.case_path, case.model_dump_json().encode())
        except OSError as error:
            raise TrothError(
                f"The play cannot be kept in {self._folder} ({error.strerror or error}). "
                f"Free some space, or name another folder in {VARIABLE}."
            ) from error
        opened = self.resume(file)
        opened.save(run)
        return opened

    def resume(self, file: RunFile) -> OpenRun:
        """Take a run up. Refused while another player has it."""
        lock = file.lock()
        try:
            lock.acquire(timeout=TAKE_WITHIN_S)
        except Timeout as error:
            raise Refused(
                "This play is open in another window. Go on there, or leave it there first."
            ) from error
        except OSError as error:
            raise TrothError(
                f"{self._folder} cannot be used ({error.strerror or error}). "
                f"Name another folder in {VARIABLE}."
            ) from error
        return OpenRun(file, lock)

    def runs(self, scenario_id: str = "") -> list[RunFile]:
        """The runs that can be read, of one case or of all, the newest first."""
        return list(self._readable(scenario_id))

    def newest(self) -> RunFile | None:
        """The newest run that is being played, else the newest of all; None where there is none."""
        runs = self.runs()
        playing = (run for run in runs if run.is_playing())
        return next(playing, runs[0] if runs else None)

    def _readable(self, scenario_id: str) -> Iterator[RunFile]:
        for path in sorted(self._folder.glob("*.json"), reverse=True):
            if path.name.endswith(CASE_SUFFIX):
                continue
            file = RunFile(path)
            try:
                kept = file.read()
            except TrothError:
                continue
            if scenario_id in ("", kept.session.scenario):
                yield file

    def _remove_old(self) -> None:
        before = time.time() - KEPT_FOR.total_seconds()
        for path in self._folder.iterdir():
            if path.lstat().st_mtime < before and not RunFile(_run_of(path)).is_playing():
                path.unlink(missing_ok=True)


def play_store() -> PlayStore:
    """The store of this user: the folder `TROTH_PLAYS` names, else the system's for running things.

    Where the system gives none that is the user's alone, it lies with the other state of programs.
    """
    if named := os.environ.get(VARIABLE, "").strip():
        return PlayStore(Path(named))
    if hasattr(os, "getuid"):
        runtime = Path(os.environ.get("XDG_RUNTIME_DIR") or f"/run/user/{os.getuid()}")
        if _is_mine_alone(runtime):
            return PlayStore(runtime / "troth" / PLAYS)
    from platformdirs import user_state_path

    return PlayStore(user_state_path("troth", appauthor=False) / PLAYS)


def _is_mine_alone(folder: Path) -> bool:
    try:
        status = folder.lstat()
    except OSError:
        return False
    own = status.st_uid == os.getuid() and not status.st_mode & 0o077
    return own and stat.S_ISDIR(status.st_mode)


def _run_of(path: Path) -> Path:
    return path.with_name(f"{path.name.split('.')[0]}.json")


def _read(path: Path, kind: type[Model]) -> Model:
    try:
        content, _ = read_file(path, MOST_BYTES)
        if content is None:
            raise TrothError(f"{path} is too large to be a play of Troth.")
        return kind.model_validate_json(content)
    except OSError as error:
        raise TrothError(f"{path} cannot be read ({error.strerror or error}).") from error
    except ValidationError as error:
        raise TrothError(
            f"{path} is damaged and cannot be taken up. Begin the play again without --resume."
        ) from error
