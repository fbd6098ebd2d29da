"""The shipped coaching content as frozen values; read by the data layer, shown by the screens."""

from coaching.guide.content import Content
from coaching.guide.hurdles import SAFETY_DOOR, SIGNAL_MEANINGS, Kind, KnownHurdle, Signal
from coaching.guide.parts import Choice, Evidence, Evidenced, Part, fill
from coaching.guide.path import Area, DecisionPath
from coaching.guide.safety import About, Safety, SafetyItem, SafetyNote
from coaching.guide.start import Start
from coaching.guide.support import Rung, Support, SupportKind
from coaching.guide.wizard import Question, QuestionId, StepId, Titled, Wizard

__all__ = [
    "SAFETY_DOOR",
    "SIGNAL_MEANINGS",
    "About",
    "Area",
    "Choice",
    "Content",
    "DecisionPath",
    "Evidence",
    "Evidenced",
    "Kind",
    "KnownHurdle",
    "Part",
    "Question",
    "QuestionId",
    "Rung",
    "Safety",
    "SafetyItem",
    "SafetyNote",
    "Signal",
    "Start",
    "StepId",
    "Support",
    "SupportKind",
    "Titled",
    "Wizard",
    "fill",
]
