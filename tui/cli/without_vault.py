"""Refuses --vault where a run has records of its own, or none at all."""

from typing import NoReturn

from coaching.errors import Refused


def refuse_vault(words: str) -> NoReturn:
    """For the command `troth` with these words: before a room no real records can be opened."""
    raise Refused(
        f"Before a room Troth opens no records of yours. Leave --vault out: troth {words}"
    )
