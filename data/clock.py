"""The record's clock: the system's own, one that starts elsewhere, and one that stands still."""

import os
import time
import warnings
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from data.files import Signature

FALLBACK = "UTC"
LOCALTIME = "/etc/localtime"
OTHER_SIGNS = ("/etc/timezone", "/etc/TZ")
ASK_WITHOUT_SIGNS_EVERY_S = 30

Signs = tuple[object, ...]


class LocalZone:
    """The IANA name of this machine's zone, asked again when a sign of a change is seen."""

    def __init__(self) -> None:
        self._signs: Signs | None = None
        self._name = FALLBACK

    def name(self) -> str:
        """The name as it is now; UTC where the machine does not tell."""
        signs = _signs()
        if signs != self._signs:
            self._name = _ask()
            self._signs = signs
        return self._name


class SystemClock:
    """The machine's clock and zone: `coaching.ports.Clock`."""

    def __init__(self) -> None:
        self._zone = LocalZone()

    def now(self) -> datetime:
        """The present moment in the machine's zone, also after that has changed."""
        return datetime.now(ZoneInfo(self._zone.name()))

    def zone(self) -> str:
        """The IANA name of the machine's zone."""
        return self._zone.name()


class ShiftedClock:
    """Ticks on from a given moment, for `--now` and the demo.

    A start without an offset is local time. Without a zone, the machine's is used.
    """

    def __init__(
        self, start: datetime, zone: str | None = None, seconds: Callable[[], float] = time.time
    ) -> None:
        self._local = LocalZone()
        self._fixed_zone = zone
        self._start = start.replace(tzinfo=start.tzinfo or ZoneInfo(self.zone())).astimezone(UTC)
        self._seconds = seconds
        self._began = seconds()

    def now(self) -> datetime:
        """The start, and what has passed since then."""
        passed = timedelta(seconds=self._seconds() - self._began)
        return (self._start + passed).astimezone(ZoneInfo(self.zone()))

    def zone(self) -> str:
        """The IANA name of the zone."""
        return self._fixed_zone or self._local.name()


class FixedClock:
    """Stands still at one moment until it is set; for tests."""

    def __init__(self, moment: datetime, zone: str = FALLBACK) -> None:
        self.moment = moment
        self.its_zone = zone

    def now(self) -> datetime:
        """The moment, in the zone."""
        return self.moment.astimezone(ZoneInfo(self.its_zone))

    def zone(self) -> str:
        """The IANA name of the zone."""
        return self.its_zone


def _signs() -> Signs:
    """What changes when the machine's zone does; where nothing tells, the time in steps."""
    files = tuple(map(_sign, (LOCALTIME, *OTHER_SIGNS)))
    if any(files):
        return os.environ.get("TZ"), *files
    return os.environ.get("TZ"), int(time.monotonic() // ASK_WITHOUT_SIGNS_EVERY_S)


def _sign(path: str) -> Signature | None:
    try:
        status = os.lstat(path)
    except OSError:
        return None
    return Signature(status.st_ino, status.st_mtime_ns, status.st_size)


def _ask() -> str:
    """The zone of TZ or of the link that most systems have; else what tzlocal finds."""
    named = os.environ.get("TZ")
    if named is None:
        named = _linked()
    return named if named and _is_zone(named) else _ask_tzlocal()


def _linked() -> str | None:
    try:
        target = os.path.realpath(LOCALTIME, strict=True)
    except OSError:
        return None
    _, marker, name = target.partition("/zoneinfo/")
    return name if marker else None


def _ask_tzlocal() -> str:
    import tzlocal

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            name = tzlocal.reload_localzone().key
    except (ZoneInfoNotFoundError, ValueError, AttributeError, OSError):
        return FALLBACK
    return name if _is_zone(name) else FALLBACK


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True
