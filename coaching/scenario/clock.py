"""How much of a workshop's time is left, in words."""

from datetime import datetime, timedelta

MINUTE_S = 60


def time_left(counting_from: datetime | None, minutes: int, now: datetime) -> str:
    """What is left of so many minutes that began to count then; None is not yet."""
    if counting_from is None:
        return f"{minutes} minutes, not begun"
    left = counting_from + timedelta(minutes=minutes) - now
    whole = round(left.total_seconds() / MINUTE_S)
    if whole > 0:
        return f"{whole} min left"
    return f"{-whole} min over" if whole < 0 else "time is up"


def countdown(until: datetime, now: datetime) -> str:
    """Minutes and seconds of a short countdown, and what to say at its end."""
    left = max(0, round((until - now).total_seconds()))
    return f"{left // MINUTE_S}:{left % MINUTE_S:02}" if left else "Time."
