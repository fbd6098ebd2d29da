"""Support outside the pair: who, what they must pass on, and when to go."""

from typing import Annotated

from pydantic import Field

from coaching.guide.hurdles import Kind
from coaching.guide.parts import Choice, Evidenced, Id, Lines, Part, Words
from coaching.record.outside import RungId


class SupportKind(Evidenced):
    """A kind of person outside the pair, with typical duties; never legal advice.

    `care_sentence` is the first sentence where no talk with the other person may be asked for.
    """

    id: Id
    name: Words
    acts_for: Words
    must_report: Words
    bring: Words
    first_sentence: Words
    care_sentence: Words | None = None
    where: Words

    def sentence(self, *, care: bool) -> str:
        """A first sentence to them; `care` after a yes at the safety door."""
        return self.care_sentence or self.first_sentence if care else self.first_sentence


class Rung(Evidenced):
    """A rung of the ladder to outside help, 0 (the two of you) to 6 (help right now)."""

    id: RungId
    level: Annotated[int, Field(ge=0, le=6)]
    name: Words
    when: Words
    kinds: tuple[Id, ...]


class OfferFirst(Part):
    """The people offered first for a kind of hurdle."""

    kind: Kind
    people: tuple[Id, ...]


class RungWords(Part):
    """What stands around the ladder."""

    not_kept: Words
    fits: Words
    fits_care: Words
    no_talk: Words


class ShareWords(Part):
    """The page for someone outside: how much is told, its headings, what is left out.

    `levels` and `extras` are by the ids of the record; `never` is left out whatever is chosen.
    """

    title: Words
    levels: tuple[Choice, ...]
    extras: tuple[Choice, ...]
    never: Lines
    left_out: Words
    look_once_more: Words
    without_name: Words
    my_side: Words
    recorded: Words
    agreed: Words
    question: Words
    closing: Words
    fields: tuple[Choice, ...]

    def heading(self, field: str) -> str:
        """The heading of a field of what to tell."""
        return next(one.label for one in self.fields if one.id == field)

    def extra(self, extra: str) -> str:
        """The words for something that is left out unless it is taken in."""
        return next(one.label for one in self.extras if one.id == extra)


class AskWords(Part):
    """The pieces of a short message which asks someone outside for a talk."""

    greeting: Words
    time: Words
    duties: Words
    reach: Words
    thanks: Words


class SupportPlanWords(Part):
    """The headings that the deeper support adds to the plan."""

    rung: Words
    how_to_ask: Words
    came_of_it: Words
    came_note: Words


class Support(Part):
    """People outside the pair, and when to go to them."""

    typical_line: Words
    own_notes_tip: Words
    no_contacts: Words
    urgent: Words
    kinds: tuple[SupportKind, ...]
    rungs: tuple[Rung, ...]
    move_up: Lines
    reasons: tuple[Choice, ...]
    ladder: RungWords
    share: ShareWords
    ask: AskWords
    came: tuple[Choice, ...]
    plan: SupportPlanWords
    offer_first: tuple[OfferFirst, ...]

    def rung(self, rung_id: str) -> Rung | None:
        """The rung of this id; None where it is not known."""
        return next((rung for rung in self.rungs if rung.id == rung_id), None)

    def offered_first(self, kind: Kind) -> tuple[str, ...]:
        """Ids of the people to offer first for this kind of hurdle."""
        return next((offer.people for offer in self.offer_first if offer.kind == kind), ())
