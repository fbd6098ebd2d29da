"""The bytes a terminal sends for a key."""

ARROWS = {"up": "A", "down": "B", "right": "C", "left": "D", "home": "H", "end": "F"}
NUMBERED = {"insert": 2, "delete": 3, "pageup": 5, "pagedown": 6, "f5": 15, "f6": 17, "f7": 18}
SINGLE = {
    "enter": b"\r",
    "tab": b"\t",
    "shift+tab": b"\x1b[Z",
    "space": b" ",
    "backspace": b"\x7f",
    "escape": b"\x1b",
}
# A terminal that follows the kitty protocol sends escape so that nobody has to guess whether the
# next key belongs to it.
ESCAPE_SPELT_OUT = b"\x1b[27u"
PASTE_BEGINS, PASTE_ENDS = b"\x1b[200~", b"\x1b[201~"


def key_bytes(key: str, *, kitty: bool = False) -> bytes:
    """The bytes of a key by its name ("enter", "ctrl+q", "n"); `kitty` for that protocol."""
    if key == "escape" and kitty:
        return ESCAPE_SPELT_OUT
    if key in SINGLE:
        return SINGLE[key]
    if key in ARROWS:
        return f"\x1b[{ARROWS[key]}".encode()
    if key in NUMBERED:
        return f"\x1b[{NUMBERED[key]}~".encode()
    if key.startswith("ctrl+") and len(key) == len("ctrl+x"):
        return bytes([ord(key[-1].upper()) & 0x1F])
    if len(key) == 1:
        return key.encode()
    raise ValueError(f"no key is called {key!r}")
