"""All content together, and the few pure questions asked of it."""

from coaching.guide.agendas import KnownAgenda
from coaching.guide.agreement import AgreementWords
from coaching.guide.forms import Forms
from coaching.guide.habits import Listening
from coaching.guide.hurdles import KnownHurdle
from coaching.guide.parts import Part
from coaching.guide.path import DecisionPath
from coaching.guide.practices import Practice
from coaching.guide.questions import QuestionBank
from coaching.guide.repair import RepairWords
from coaching.guide.safety import Safety
from coaching.guide.sources import Departure, Source
from coaching.guide.start import Start
from coaching.guide.strategies import KnownStrategy
from coaching.guide.support import Support, SupportKind
from coaching.guide.wizard import Wizard
from coaching.record.checkin import Kind


class Content(Part):
    """The shipped content: a field for each file."""

    hurdles: tuple[KnownHurdle, ...]
    decision_path: DecisionPath
    safety: Safety
    support: Support
    wizard: Wizard
    repair: RepairWords
    start: Start
    strategies: tuple[KnownStrategy, ...]
    practices: tuple[Practice, ...]
    questions: QuestionBank
    agendas: tuple[KnownAgenda, ...]
    habits: Listening
    agreement: AgreementWords
    forms: Forms
    sources: tuple[Source, ...]
    departures: tuple[Departure, ...]

    def hurdle(self, hurdle_id: str) -> KnownHurdle | None:
        """The hurdle of this id; None for "none", "not_sure" and ids of other versions."""
        return next((hurdle for hurdle in self.hurdles if hurdle.id == hurdle_id), None)

    def agenda(self, kind: Kind) -> KnownAgenda:
        """The beats of this kind of check-in."""
        return next(agenda for agenda in self.agendas if agenda.kind == kind)

    def support_kind(self, kind_id: str) -> SupportKind | None:
        """The kind of person of this id; None where it is not known."""
        return next((kind for kind in self.support.kinds if kind.id == kind_id), None)

    def people_first(self, hurdle_id: str) -> tuple[SupportKind, ...]:
        """The kinds of people in the order to offer them for this hurdle; all of them."""
        hurdle = self.hurdle(hurdle_id)
        first = self.support.offered_first(hurdle.kind) if hurdle else ()
        rank = {kind_id: place for place, kind_id in enumerate(first)}
        kinds = self.support.kinds
        return tuple(sorted(kinds, key=lambda kind: rank.get(kind.id, len(kinds))))
