"""The lines of a mentoring agreement: what each asks, an example, and the forms they stand in."""

from typing import Literal

from coaching.guide.parts import Evidenced, Id, Lines, Part, Words
from coaching.record.relationship import Tie

AgreementPart = Literal["purpose", "meeting", "safety", "work", "trouble", "end"]


class AgreementLine(Part):
    """One line; `field` is a field of the record, `short` puts it on the short form."""

    field: Id
    part: AgreementPart
    label: Words
    help: Words
    example: Words | None = None
    short: bool = False


class AgreementPartWords(Part):
    """The heading of one part, in the order of a first meeting."""

    id: AgreementPart
    name: Words


class TieWords(Part):
    """One answer to the once-only question about power and age, and what follows from it."""

    id: Tie
    label: Words
    follows: Lines


class AgreementWords(Evidenced):
    """All words of the agreement. `confidentiality` is what the line begins with, to be edited."""

    opening: Words
    in_a_hurry: Words
    signing: Words
    confidentiality: Words
    notes_line: Words
    ties_question: Words
    ties_none: Words
    ties: tuple[TieWords, ...]
    parts: tuple[AgreementPartWords, ...]
    lines: tuple[AgreementLine, ...]

    def line(self, field: str) -> AgreementLine | None:
        """The line of this field; None where the field has no words."""
        return next((one for one in self.lines if one.field == field), None)

    def short_form(self) -> tuple[AgreementLine, ...]:
        """The lines for people in a hurry."""
        return tuple(line for line in self.lines if line.short)
