"""Says the hands for a choice; what nobody counted is not taken for none."""

from collections.abc import Mapping

from coaching.say import say_count

NOT_COUNTED = "not counted"


def say_hands(counts: Mapping[str, int], choice: str) -> str:
    """The hands counted for a choice in words."""
    return say_count(counts[choice], "hand") if choice in counts else NOT_COUNTED
