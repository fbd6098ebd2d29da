"""The records of a case's cast, checked by building them with the verbs a user would use."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Self

from pydantic import model_validator

from coaching.errors import Refused, TrothError
from coaching.moments import zone_of
from data.demo import counted_ids, workbook_of
from data.demo_story import Story, StoryMine, Words

Path = tuple[str | int, ...]
Wrong = tuple[Path, str]

FIRST_YEAR, LAST_YEAR = 1970, 2150
LONGEST = timedelta(days=3660)
MOST_PEOPLE = 50


class Records(Story):
    """What one person of the case keeps in Troth at the case's date; `whose` is that person."""

    whose: Words
    mine: StoryMine = StoryMine()

    @model_validator(mode="after")
    def _of_a_size_to_show(self) -> Self:
        if not FIRST_YEAR <= self.now.year <= LAST_YEAR:
            raise ValueError(f"now must be between the years {FIRST_YEAR} and {LAST_YEAR}")
        if not 1 <= len(self.people) <= MOST_PEOPLE:
            raise ValueError(f"needs 1 to {MOST_PEOPLE} people")
        for person in self.people:
            if person.series and person.series.last - person.series.first > LONGEST:
                raise ValueError("a series lasts ten years at most")
        return self


def record_problems(records: Records) -> Iterator[Wrong]:
    """What keeps these records from being built."""
    try:
        zone_of(records.zone)
    except Refused as refused:
        yield ("records", "zone"), refused.sentence
        return
    for place, person in enumerate(records.people):
        try:
            workbook_of(person, records.moment, counted_ids())
        except TrothError as error:
            yield ("records", "people", place), error.sentence
