"""Which backups are kept: the newest of each of the last days, weeks and months that have one."""

from collections.abc import Callable, Collection, Hashable, Iterable
from datetime import datetime

from coaching.settings import BackupSettings

USUAL = BackupSettings()


def keep(
    moments: Collection[datetime], now: datetime, how_many: BackupSettings = USUAL
) -> set[datetime]:
    """Those of these moments whose backups stay; all are local times without a zone.

    The newest of each of the last days, weeks and months stays, all of today, and always the
    newest of all. Only days that have a backup count, so that a long pause or a clock that once
    was wrong costs none. A moment later than now, left by such a clock, stays too.
    """
    today = now.date()
    passed = sorted(moment for moment in moments if moment.date() <= today)
    kept = {moment for moment in moments if moment.date() >= today}
    kept.update(passed[-1:])
    for count, period_of in (
        (how_many.days, datetime.date),
        (how_many.weeks, _week),
        (how_many.months, _month),
    ):
        newest = _newest_of(passed, period_of)
        kept.update(newest[max(0, len(newest) - count) :])
    return kept


def _newest_of(
    ascending: Iterable[datetime], period_of: Callable[[datetime], Hashable]
) -> list[datetime]:
    """The newest moment of each period, the latest period last."""
    return list({period_of(moment): moment for moment in ascending}.values())


def _week(moment: datetime) -> Hashable:
    return moment.isocalendar()[:2]


def _month(moment: datetime) -> Hashable:
    return moment.year, moment.month
