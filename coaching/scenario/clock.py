"""How much of a workshop's time is left, in words."""

from datetime import datetime, timedelta
from math import ceil

MINUTE_S = 60
TIME = "Time."


def time_left(counting_from: datetime | None, minutes: int, now: datetime) -> str:
    """What is left of so many minutes that began to count then; None is not yet."""
    if counting_from is None:
        return f"{minutes} minutes, not begun"
    left = (counting_from + timedelta(minutes=minutes) - now).total_seconds()
    if left > 0:
        return f"{ceil(left / MINUTE_S)} min left"
    over = int(-left) // MINUTE_S
    return f"{over} min over" if over else "time is up"


def countdown(until: datetime, now: datetime) -> str:
    """Minutes and seconds of a short countdown, and what to say at its end."""
    digits = countdown_digits(until, now)
    return f"{digits} left" if digits else TIME


def countdown_digits(until: datetime, now: datetime) -> str:
    """The minutes and seconds alone; "" at its end."""
    left = max(0, ceil((until - now).total_seconds()))
    return f"{left // MINUTE_S}:{left % MINUTE_S:02}" if left else ""
