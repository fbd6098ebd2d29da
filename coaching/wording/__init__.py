"""The wording check: what a draft of an apology says, in the user's own words. Pure and quick."""

from coaching.wording.check import check
from coaching.wording.content import NoteId, Severity, WordingContent
from coaching.wording.names import ComponentId, FlagId
from coaching.wording.reading import FoundFlag, Reading, Verdict
from coaching.wording.tell import Told, ToldFlag, ToldPart, tell

__all__ = [
    "ComponentId",
    "FlagId",
    "FoundFlag",
    "NoteId",
    "Reading",
    "Severity",
    "Told",
    "ToldFlag",
    "ToldPart",
    "Verdict",
    "WordingContent",
    "check",
    "tell",
]
