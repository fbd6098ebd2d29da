"""A program in a real terminal: keys go in, its screen comes out, waits are for text."""

import os
import re
import select
import signal
import termios
import time
import warnings
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pexpect

from tests.terminal.display import PASTE, Display
from tests.terminal.keys import PASTE_BEGINS, PASTE_ENDS, key_bytes

PATIENCE_S = 20.0
POLL_S = 0.05
CHUNK = 65536
AT_ONCE = 1024
LOCAL_FLAGS = 3
Wanted = str | re.Pattern[str]


class NotSeen(AssertionError):
    """What was waited for did not come; tells what stood on the screen instead."""


class Terminal:
    """A program with a terminal of its own. Use it in a `with`, which ends the program.

    Times are `time.perf_counter()` seconds, taken when the bytes were read. `raw` is all that the
    program wrote, `pid` its process id.
    """

    def __init__(
        self,
        command: Sequence[str],
        size: tuple[int, int] = (80, 24),
        env: Mapping[str, str] | None = None,
        cwd: str | Path | None = None,
    ) -> None:
        """`size` is columns and rows; without `env` the program sees this one's."""
        self.display = Display(*size)
        self.raw = bytearray()
        self.closed = False
        self._unseen: deque[tuple[float, bytes]] = deque()
        self.started = time.perf_counter()
        with warnings.catch_warnings():
            # From Python 3.12 on a fork beside threads is warned of; this child only execs.
            warnings.simplefilter("ignore", DeprecationWarning)
            self._child: pexpect.spawn[bytes] = pexpect.spawn(
                command[0],
                list(command[1:]),
                env=env,
                cwd=cwd,
                dimensions=(size[1], size[0]),
                timeout=None,
            )
        self._child.delaybeforesend = None
        self._pty: Any = self._child.ptyproc  # type: ignore[attr-defined]  # the stubs forget it
        self.pid = int(self._pty.pid)
        self._flags = self._local_flags()

    def __enter__(self) -> Self:
        """The terminal itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the program, whatever it does."""
        self.kill(signal.SIGKILL)
        self._child.close(force=True)

    @property
    def screen(self) -> str:
        """The text on screen after everything read so far."""
        self.read_all()
        return self.display.text

    def read(self, seconds: float) -> float | None:
        """Read what the program writes within `seconds`; returns when, or None."""
        if self.closed:
            return None
        try:
            data = self._child.read_nonblocking(CHUNK, seconds)
        except pexpect.TIMEOUT:
            return None
        except pexpect.EOF:
            self.closed = True
            return None
        now = time.perf_counter()
        self.raw += data
        self._unseen.append((now, data))
        return now

    def listen(self, seconds: float) -> None:
        """Read whatever the program writes for so long."""
        end = time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0 and not self.closed:
            self.read(left)

    def read_all(self) -> None:
        """Take in what is there to read now."""
        while self.read(0) is not None:
            pass
        while self._unseen:
            self._show()

    def wait_for(self, wanted: Wanted, seconds: float = PATIENCE_S) -> float:
        """Wait until a text is on screen; returns when the bytes that brought it were read."""
        return self.wait_until(
            lambda: found(wanted, self.display.text), f"{wanted!r} did not come", seconds
        )

    def wait_gone(self, wanted: Wanted, seconds: float = PATIENCE_S) -> float:
        """Wait until a text is not on screen any more."""
        return self.wait_until(
            lambda: not found(wanted, self.display.text), f"{wanted!r} did not go", seconds
        )

    def wait_until(self, holds: Callable[[], bool], else_says: str, seconds: float) -> float:
        """Wait until something holds of the display, judged after each piece of output."""
        end = time.perf_counter() + seconds
        stamp = time.perf_counter()
        if not self._unseen and holds():
            return stamp
        while time.perf_counter() < end:
            if self.read(0 if self._unseen else POLL_S) is not None:
                continue
            if self._unseen:
                stamp = self._show()
                if holds():
                    return stamp
            elif self.closed:
                break
        ended = ", the program has ended" if self.closed else ""
        raise NotSeen(f"{else_says} within {seconds:g} s{ended}; on screen:\n{self.display.text}")

    def press(self, *keys: str) -> None:
        """Press keys, one right after the other."""
        for key in keys:
            self.send(key_bytes(key, kitty=self.display.kitty > 0))

    def type(self, text: str) -> None:
        """Type a text."""
        self.send(text.encode())

    def paste(self, text: str) -> None:
        """Paste a text, marked as a paste where the program asked for that."""
        marked = PASTE in self.display.modes
        data = text.encode()
        self.send(PASTE_BEGINS + data + PASTE_ENDS if marked else data)

    def send(self, data: bytes) -> None:
        """Send bytes as they are, reading meanwhile what comes back."""
        descriptor = self._child.child_fd
        while data and not self.closed:
            _, writable, _ = select.select([], [descriptor], [], POLL_S)
            if writable:
                data = data[os.write(descriptor, data[:AT_ONCE]) :]
            if data:
                self.read(0)

    def resize(self, columns: int, rows: int) -> None:
        """Change the size of the window."""
        self.read_all()
        self.display.resize(columns, rows)
        self._child.setwinsize(rows, columns)

    def kill(self, number: int) -> None:
        """Send a signal to the program; nothing happens where it has ended."""
        self._child.kill(number)

    def wait_asleep(self, seconds: float = PATIENCE_S) -> None:
        """Wait until the program is stopped, as ctrl+z stops it."""
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            self.read(POLL_S)
            _, status = os.waitpid(self.pid, os.WNOHANG | os.WUNTRACED)
            if os.WIFSTOPPED(status):
                return
        raise NotSeen(f"not stopped within {seconds:g} s; on screen:\n{self.display.text}")

    def wait_exit(self, seconds: float = PATIENCE_S) -> int:
        """Wait until the program has ended; returns its exit code, negative after a signal."""
        end = time.perf_counter() + seconds
        while not self.closed and time.perf_counter() < end:
            self.read(POLL_S)
        self.read_all()
        if not self.closed:
            raise NotSeen(f"still running after {seconds:g} s; on screen:\n{self.display.text}")
        self._child.wait()
        return self._exit_code()

    def hang_up(self, seconds: float = PATIENCE_S) -> int:
        """Close the terminal under the program, as closing its window does; returns as above."""
        self.closed = True
        self._pty.fileobj.close()
        end = time.perf_counter() + seconds
        while self._child.isalive():
            if time.perf_counter() > end:
                raise NotSeen(f"still running {seconds:g} s after its terminal was closed")
            time.sleep(POLL_S)
        return self._exit_code()

    def not_given_back(self) -> set[str]:
        """What an ended program has left changed in the terminal, in words; empty is right."""
        self.read_all()
        changed = set() if self._local_flags() == self._flags else {"echo and line editing"}
        return self.display.left_on() | changed

    def _exit_code(self) -> int:
        status = self._child.exitstatus
        return status if status is not None else -int(self._child.signalstatus or 0)

    def _local_flags(self) -> int:
        flags: int = termios.tcgetattr(self._child.child_fd)[LOCAL_FLAGS]
        return flags & (termios.ECHO | termios.ICANON | termios.ISIG)

    def _show(self) -> float:
        stamp, data = self._unseen.popleft()
        answer = self.display.feed(data)
        if answer and not self.closed:
            self.send(answer)
        return stamp


def found(wanted: Wanted, text: str) -> bool:
    """Whether a text, or a pattern, is in what stands on the screen."""
    return wanted in text if isinstance(wanted, str) else bool(wanted.search(text))
