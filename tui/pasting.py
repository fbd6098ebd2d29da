"""Keeps a paste one paste: an escape code inside it must not end it or act as keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual._xterm_parser import XTermParser

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.message import Message

ESCAPE = "\x1b"
BEGINS, ENDS = f"{ESCAPE}[200~", f"{ESCAPE}[201~"


class PasteTamer:
    """Takes escape characters out of pasted text, however the terminal cuts it into pieces."""

    def __init__(self) -> None:
        """Before any paste."""
        self._inside = False
        self._passed = ""
        self._held = ""

    def tame(self, data: str) -> str:
        """The same input, with its pastes tamed; "" while a possible end of a paste is held."""
        out = ""
        while data:
            taken, data = self._within(data) if self._inside else self._outside(data)
            out += taken
        return out

    def _outside(self, data: str) -> tuple[str, str]:
        """Input up to the end of a paste's beginning, which may have begun in the last piece."""
        known = self._passed + data
        at = known.find(BEGINS)
        if at < 0:
            self._passed = known[1 - len(BEGINS) :]
            return data, ""
        after = at + len(BEGINS) - len(self._passed)
        self._inside, self._passed = True, ""
        return data[:after], data[after:]

    def _within(self, data: str) -> tuple[str, str]:
        """Pasted text without escapes up to the paste's end; what may be its beginning is held."""
        data, self._held = self._held + data, ""
        pasted, end, rest = data.partition(ENDS)
        if end:
            self._inside = False
            return pasted.replace(ESCAPE, "") + end, rest
        kept = _begun(data)
        self._held = data[len(data) - kept :]
        return data[: len(data) - kept].replace(ESCAPE, ""), ""


class TamedParser(XTermParser):
    """Textual's reader of keys, which would take an escape inside a paste for its end."""

    def __init__(self, debug: bool = False) -> None:
        super().__init__(debug)
        self._tamer = PasteTamer()

    def feed(self, data: str) -> Iterable[Message]:
        """The events in this input; nothing at all means its end."""
        tamed = self._tamer.tame(data)
        return super().feed(tamed) if tamed or not data else ()


def _begun(data: str) -> int:
    """How many characters at the end of the data may begin the end of a paste."""
    for length in range(min(len(ENDS) - 1, len(data)), 0, -1):
        if ENDS.startswith(data[-length:]):
            return length
    return 0
