"""New ids: UUIDs of version 7, from a source of time and a source of chance."""

import os
import time
from collections.abc import Callable
from uuid import UUID

# RFC 9562, section 5.7: 48 bits of milliseconds, version, 12 random bits, variant, 62 random bits.
RANDOM_BYTES = 10
_MILLISECONDS = 0xFFFF_FFFF_FFFF
_VERSION = 0x7 << 76
_VARIANT = 0b10 << 62


class NewIds:
    """Gives a new id at each call: `coaching.ports.NewId`. Nothing relies on the order of ids."""

    def __init__(
        self,
        now_ns: Callable[[], int] = time.time_ns,
        random_bytes: Callable[[int], bytes] = os.urandom,
    ) -> None:
        self._now_ns = now_ns
        self._random_bytes = random_bytes

    def __call__(self) -> str:
        """A UUID in small letters."""
        moment = (self._now_ns() // 1_000_000) & _MILLISECONDS
        chance = int.from_bytes(self._random_bytes(RANDOM_BYTES))
        first, second = chance >> 68, chance & ((1 << 62) - 1)
        return str(UUID(int=moment << 80 | _VERSION | first << 64 | _VARIANT | second))
