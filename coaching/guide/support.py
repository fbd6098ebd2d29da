"""Support outside the pair: who, what they must pass on, and when to go."""

from typing import Annotated

from pydantic import Field

from coaching.guide.hurdles import Kind
from coaching.guide.parts import Evidenced, Id, Lines, Part, Words


class SupportKind(Evidenced):
    """A kind of person outside the pair, with typical duties; never legal advice."""

    id: Id
    name: Words
    acts_for: Words
    must_report: Words
    bring: Words
    first_sentence: Words
    where: Words


class Rung(Evidenced):
    """A rung of the ladder to outside help, 0 (the two of you) to 6 (help right now)."""

    level: Annotated[int, Field(ge=0, le=6)]
    name: Words
    when: Words
    kinds: tuple[Id, ...]


class OfferFirst(Part):
    """The people offered first for a kind of hurdle."""

    kind: Kind
    people: tuple[Id, ...]


class Support(Part):
    """People outside the pair, and when to go to them."""

    typical_line: Words
    own_notes_tip: Words
    no_contacts: Words
    urgent: Words
    kinds: tuple[SupportKind, ...]
    rungs: tuple[Rung, ...]
    move_up: Lines
    offer_first: tuple[OfferFirst, ...]

    def offered_first(self, kind: Kind) -> tuple[str, ...]:
        """Ids of the people to offer first for this kind of hurdle."""
        return next((offer.people for offer in self.offer_first if offer.kind == kind), ())
