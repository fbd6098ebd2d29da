"""A terminal that goes away while Troth draws stops nothing."""

import errno
import os
from io import StringIO
from threading import Thread

from textual.drivers._writer_thread import MAX_QUEUED_WRITES, WriterThread

from tui.driver import Outlet

ENOUGH_S = 10


class Gone(StringIO):
    """A terminal whose window was closed."""

    def write(self, _: str) -> int:
        """What the system says then."""
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    def flush(self) -> None:
        """The same."""
        raise OSError(errno.EIO, os.strerror(errno.EIO))


def test_drawing_goes_on_into_nothing_once_the_window_is_closed() -> None:
    output = WriterThread(Outlet(Gone()))  # type: ignore[arg-type]  # it is used as a file
    output.start()

    def draw() -> None:
        for _ in range(MAX_QUEUED_WRITES * 3):
            output.write("text")
        output.stop()

    drawing = Thread(target=draw, daemon=True)
    drawing.start()
    drawing.join(ENOUGH_S)
    assert not drawing.is_alive()


def test_what_is_drawn_reaches_a_terminal_that_is_there() -> None:
    shown = StringIO()
    outlet = Outlet(shown)
    assert outlet.write("text") == len("text")
    assert shown.getvalue() == "text"
    assert outlet.closed is False
