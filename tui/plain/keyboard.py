"""How a terminal gives out what is typed and pasted: line editing, lines that wait, cut lines."""

from __future__ import annotations

import os
import re
import select
import sys

PASTED_WITHIN_S = 0.03
LONGEST_LINE = 4095
"""The most bytes that Linux gives out as one line where no program edits the line."""

SEQUENCE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|O[A-DFHP-S]|\][^\x07\x1b]*(?:\x07|\x1b\\))|\x1b")


def without_sequences(typed: str) -> str:
    """The text without what arrow keys, Esc, function keys and colours leave in it."""
    return SEQUENCE.sub("", typed)


def somebody_types() -> bool:
    """Whether input is a terminal."""
    return sys.stdin is not None and sys.stdin.isatty()


def edit_lines() -> bool:
    """Let arrow keys move in the line that is typed; False where that cannot be had here.

    A paste is one text then, where the terminal marks its beginning and end. Nothing of what is
    typed is remembered: there is no history, in a file or in the process.
    """
    if not somebody_types() or not sys.stdout.isatty():
        return False
    try:
        import readline
    except ImportError:
        return False
    readline.set_auto_history(False)
    readline.clear_history()
    if "libedit" not in (readline.__doc__ or ""):
        readline.parse_and_bind("set enable-bracketed-paste on")
        readline.parse_and_bind("set enable-active-region off")
    return True


def more_waits() -> bool:
    """Whether more is there already, as only a paste brings it: a line, or a part of one."""
    if os.name != "posix" or not somebody_types():
        return False
    return bool(select.select([sys.stdin], [], [], PASTED_WITHIN_S)[0]) or _part_waits()


def may_be_cut(line: str) -> bool:
    """Whether a line typed without line editing is as long as the terminal gives out at most."""
    return somebody_types() and len(line.encode("utf-8", "replace")) == LONGEST_LINE


def _part_waits() -> bool:
    """Whether a line without its end waits, which a terminal gives out only after Enter.

    It counts for a moment what is there, without taking it.
    """
    import fcntl
    import termios

    terminal = sys.stdin.fileno()
    before = termios.tcgetattr(terminal)
    whole_lines_only = before[3] & termios.ICANON
    if not whole_lines_only:
        return False
    counting = [*before]
    counting[3] = before[3] & ~termios.ICANON
    termios.tcsetattr(terminal, termios.TCSANOW, counting)
    try:
        waiting = fcntl.ioctl(terminal, termios.FIONREAD, bytes(4))
    finally:
        termios.tcsetattr(terminal, termios.TCSANOW, before)
    return int.from_bytes(waiting, sys.byteorder) > 0
