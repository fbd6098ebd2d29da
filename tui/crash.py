"""What a fault of the program tells the user: one sentence, no traceback, none of their words."""

import traceback


def stack_of(error: BaseException | None) -> str:
    """Where the program was, without values: no text of the user's is in it."""
    if error is None:
        return "no error is known\n"
    frames = "".join(traceback.format_tb(error.__traceback__))
    return f"{type(error).__module__}.{type(error).__name__}\n{frames}"


def sentence(report: str) -> str:
    """What is said on the way out; `report` is the path of the written stack, or ""."""
    where = f" Where it happened stands in {report}, without your words." if report else ""
    return (
        "Troth has stopped because of a mistake of its own. What it showed as saved is saved, and "
        f"what you typed is a draft.{where} Start it again to go on."
    )
