"""The shipped coaching content as frozen values; read by the data layer, shown by the screens."""

from coaching.guide.agendas import Beat, Fill, KnownAgenda
from coaching.guide.agreement import AgreementLine, AgreementWords, TieWords
from coaching.guide.content import Content
from coaching.guide.forms import Forms
from coaching.guide.habits import Habit, Listening
from coaching.guide.hurdles import SAFETY_DOOR, Kind, KnownHurdle, Signal
from coaching.guide.parts import Choice, Evidence, Evidenced, Part, fill
from coaching.guide.path import Area, DecisionPath
from coaching.guide.practices import Practice
from coaching.guide.questions import BankPhase, BankQuestion, QuestionBank
from coaching.guide.safety import About, Safety, SafetyItem, SafetyNote
from coaching.guide.sources import Departure, Source
from coaching.guide.start import Start
from coaching.guide.strategies import KnownStrategy, NoticeWords
from coaching.guide.support import Rung, Support, SupportKind
from coaching.guide.wizard import Question, QuestionId, StepId, Titled, Wizard

__all__ = [
    "SAFETY_DOOR",
    "About",
    "AgreementLine",
    "AgreementWords",
    "Area",
    "BankPhase",
    "BankQuestion",
    "Beat",
    "Choice",
    "Content",
    "DecisionPath",
    "Departure",
    "Evidence",
    "Evidenced",
    "Fill",
    "Forms",
    "Habit",
    "Kind",
    "KnownAgenda",
    "KnownHurdle",
    "KnownStrategy",
    "Listening",
    "NoticeWords",
    "Part",
    "Practice",
    "Question",
    "QuestionBank",
    "QuestionId",
    "Rung",
    "Safety",
    "SafetyItem",
    "SafetyNote",
    "Signal",
    "Source",
    "Start",
    "StepId",
    "Support",
    "SupportKind",
    "TieWords",
    "Titled",
    "Wizard",
    "fill",
]
