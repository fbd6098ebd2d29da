"""A terminal's memory: bytes go in, the text on screen and the modes switched on come out."""

import re
import unicodedata

import pyte
from wcwidth import wcwidth

MODE = re.compile(rb"\x1b\[\?([0-9;]+)([hl])")
PUSHED, POPPED = re.compile(rb"\x1b\[>[0-9]*u"), re.compile(rb"\x1b\[<[0-9]*u")
CAN_SYNC, SYNC_ANSWER = b"\x1b[?2026$p", b"\x1b[?2026;2$y"
UNFINISHED = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*)?\Z")
SHOW_CURSOR, WRAP, ALTERNATE, PASTE = 25, 7, 1049, 2004
ON_AT_FIRST = frozenset({SHOW_CURSOR, WRAP})
SAYS = {
    ALTERNATE: "alternate screen",
    SHOW_CURSOR: "cursor",
    WRAP: "line wrap",
    PASTE: "bracketed paste",
    1000: "mouse clicks",
    1003: "mouse moves",
    1004: "focus reports",
    1006: "mouse places",
    1015: "mouse highlight",
    1016: "mouse pixels",
    2026: "held-back frames",
    2048: "size reports",
}


class _Screen(pyte.Screen):
    """pyte's screen, which else forgets the rest of a text after a joiner or variation selector."""

    def draw(self, data: str) -> None:
        if not data.isascii():
            data = "".join(
                char for char in data if wcwidth(char) > 0 or unicodedata.combining(char)
            )
        super().draw(data)


class Display:
    """What a terminal of this size knows after all the bytes it was fed."""

    def __init__(self, columns: int, rows: int) -> None:
        self._screen = _Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._held = b""
        self.modes = set(ON_AT_FIRST)
        self.kitty = 0

    def feed(self, data: bytes) -> bytes:
        """Take in what the program wrote; returns what the terminal answers."""
        data = self._held + data
        cut = UNFINISHED.search(data)
        end = cut.start() if cut else len(data)
        data, self._held = data[:end], data[end:]
        for numbers, switch in MODE.findall(data):
            change = self.modes.add if switch == b"h" else self.modes.discard
            for number in numbers.split(b";"):
                change(int(number))
        self.kitty += len(PUSHED.findall(data)) - len(POPPED.findall(data))
        self._stream.feed(POPPED.sub(b"", data))
        return SYNC_ANSWER * data.count(CAN_SYNC)

    def resize(self, columns: int, rows: int) -> None:
        """Be of another size from now on."""
        self._screen.resize(rows, columns)

    @property
    def lines(self) -> list[str]:
        """The text on screen, line by line, without the blanks at the ends."""
        buffer, columns = self._screen.buffer, range(self._screen.columns)
        rows = range(self._screen.lines)
        return ["".join(buffer[y][x].data for x in columns).rstrip() for y in rows]

    @property
    def text(self) -> str:
        """The text on screen."""
        return "\n".join(self.lines)

    def background_of(self, text: str) -> str:
        """The colour behind the first line that has this text; "" where none has."""
        for y, line in enumerate(self.lines):
            if text in line:
                cell: pyte.screens.Char = self._screen.buffer[y][line.index(text)]
                return cell.bg
        return ""

    def left_on(self) -> set[str]:
        """What a program has switched on or off and not put back, in words."""
        changed = self.modes ^ ON_AT_FIRST
        words = {SAYS.get(mode, f"mode {mode}") for mode in changed}
        return words | ({"keyboard protocol"} if self.kitty > 0 else set())
