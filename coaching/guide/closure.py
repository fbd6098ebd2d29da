"""The words of an ending without fault: its message, its loose ends, whom to tell what."""

from typing import Literal

from coaching.guide.parts import Id, Lines, Part, Words


class ClosureWay(Part):
    """One way of going on differently: its sentence, alone or with the day that belongs to it."""

    id: Id
    label: Words
    help: Words
    decision: Words
    decision_on: Words
    day: Words


class ClosureWords(Part):
    """What a message without blame is made of, and the texts for whoever runs the mentoring.

    `usual` are loose ends that are often forgotten.
    """

    greeting: Words
    thanks: Words
    ways: tuple[ClosureWay, ...]
    no_blame: Words
    loose_ends: Words
    stays_private: Words
    mine: Words
    theirs: Words
    usual: Words
    too_long: Words
    undated: Words
    coordinator: Words
    coordinator_rematch: Words
    office: Words
    lead: Words
    route: dict[Literal["together", "office", "lead"], Lines]

    def way(self, way: str) -> ClosureWay:
        """The words of this way."""
        return next(one for one in self.ways if one.id == way)
