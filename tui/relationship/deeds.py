"""What can be done about a person: one table with the key, the words and the form of each deed."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from textual.binding import Binding, BindingType

if TYPE_CHECKING:
    from collections.abc import Callable

    from coaching.record.workbook import Workbook
    from tui.app import TrothApp


@dataclass(frozen=True, slots=True)
class Deed:
    """One deed on a person's page; from this entry come its key, its line in `?` and the palette.

    `opens` names a function ("module:function") loaded on use and called with the app and the
    person's workbook. `label` stands in the key line where `shown`; `words` everywhere else.
    `answers` are the deeds of notices (data/content/strategies.yaml) that this one carries out;
    `tab` is the tab whose empty page names it. One without a key is reached from a notice only.
    `ends` is false where it makes no sense after the relationship has ended.
    """

    id: str
    key: str
    label: str
    words: str
    opens: str
    shown: bool = False
    answers: tuple[str, ...] = ()
    tab: str = ""
    ends: bool = True

    def open(self, app: TrothApp, workbook: Workbook) -> None:
        """Open its form."""
        _loaded(self.opens)(app, workbook)


_OWN = "tui.relationship.opening"

DEEDS: tuple[Deed, ...] = (
    Deed(
        "checkin",
        "c",
        "check-in",
        "Log how a check-in went, or plan one",
        f"{_OWN}:open_checkin",
        shown=True,
        answers=("plan", "log"),
        tab="checkins",
    ),
    Deed(
        "promise",
        "p",
        "promise",
        "A promise, yours or theirs",
        f"{_OWN}:open_promise",
        shown=True,
        tab="promises",
    ),
    Deed(
        "before",
        "b",
        "agenda",
        "Before a check-in: its agenda, to read and to change",
        "tui.checkin.before:open_before",
        tab="checkins",
        ends=False,
    ),
    Deed(
        "during",
        "d",
        "during",
        "During a check-in: one calm page to glance at",
        "tui.checkin.during:open_during",
        ends=False,
    ),
    Deed(
        "reply",
        "r",
        "reply",
        "A reply owed, by you or to you",
        "tui.reply.desk:open_replies",
        answers=("reply",),
    ),
    Deed(
        "hurdle",
        "h",
        "hurdle",
        "Something strains the trust: work it through",
        f"{_OWN}:open_hurdle",
        shown=True,
        answers=("hurdle",),
        tab="hurdles",
    ),
    Deed("note", "t", "note", "Write a note", f"{_OWN}:open_note", shown=True, tab="notes"),
    Deed(
        "edit",
        "e",
        "edit",
        "Name, rhythm, phase and the other details",
        f"{_OWN}:open_edit",
        answers=("rhythm",),
    ),
    Deed(
        "promises",
        "o",
        "open promises",
        "Open promises: keep, agree a new date, let go",
        f"{_OWN}:open_promises",
        answers=("settle",),
        tab="promises",
    ),
    Deed(
        "agreement",
        "a",
        "agreement",
        "The agreement: write it, read it, say yes",
        "tui.agreement.desk:open_agreement",
        answers=("agreement",),
        tab="agreement",
    ),
    Deed(
        "goals",
        "G",
        "goals",
        "Goals: write one, or say what became of it",
        "tui.agreement.goals:open_goals",
        tab="agreement",
        ends=False,
    ),
    Deed(
        "doubt",
        "q",
        "say or keep",
        "Say it or keep it: a doubt, a fear or a hope, only for you",
        "tui.doubt.desk:open_doubts",
        tab="notes",
    ),
    Deed(
        "feedback",
        "f",
        "feedback",
        "Feedback: prepare it, ask for it, keep what was said",
        "tui.feedback.desk:open_feedback",
        answers=("feedback",),
        tab="feedback",
    ),
    Deed(
        "celebrate",
        "w",
        "well done",
        "Well done: note something good, and say it",
        "tui.celebration.desk:open_celebrations",
        answers=("celebrate",),
        tab="feedback",
    ),
    Deed(
        "story",
        "s",
        "stories",
        "Stories of your own, and what was told",
        "tui.story.desk:open_stories",
        answers=("story",),
        tab="stories",
    ),
    Deed(
        "topic",
        "l",
        "who decides",
        "Who decides: a topic on the ladder, moved as the mentee says",
        "tui.independence.desk:open_independence",
        answers=("topic",),
        tab="agreement",
    ),
    Deed(
        "format",
        "T",
        "try a format",
        "Try another format for a while: a walk, in writing, shorter",
        "tui.trial.desk:open_trials",
        answers=("format",),
        tab="agreement",
        ends=False,
    ),
    Deed(
        "pulse",
        "P",
        "pulse",
        "A pulse: three statements, answered apart or alone",
        "tui.pulse.desk:open_pulses",
        tab="pulse",
    ),
    Deed(
        "review",
        "v",
        "review",
        "Review the agreement line by line",
        "tui.review.desk:open_review",
        answers=("review",),
        tab="agreement",
        ends=False,
    ),
    Deed(
        "phase",
        "W",
        "where you are",
        "Where you two are: starting, growing, parting, afterwards",
        "tui.ending.phases:open_phases",
    ),
    Deed(
        "contacts",
        "",
        "people outside",
        "People outside: support contacts",
        f"{_OWN}:open_contacts",
        answers=("contact",),
    ),
    Deed(
        "guide",
        "g",
        "guide",
        "Guide: the page on the line or tab you are at",
        "tui.guide.opening:open_for_person",
    ),
    Deed(
        "out",
        "x",
        "take out",
        "Take records out: pages to read, calendar, tables, everything",
        f"{_OWN}:open_take_out",
    ),
    Deed(
        "end",
        "E",
        "ending",
        "An ending: announce it, tie it up, end it well; or another way",
        "tui.ending.desk:open_ending",
        answers=("follow_up",),
    ),
)
"""In the order of the key line. Keys the page itself takes are in `PAGE_KEYS`."""

PAGE_KEYS = frozenset("imnzDFLUujk/?") | frozenset("1234567890")
"""Letters that are no deed's: they move on the page, or work everywhere."""

RECORDS: dict[str, str] = {
    "checkin": f"{_OWN}:open_one_checkin",
    "promise": f"{_OWN}:open_one_promise",
    "hurdle": f"{_OWN}:open_one_hurdle",
    "note": f"{_OWN}:open_one_note",
    "doubt": "tui.doubt.desk:open_doubt",
    "feedback": "tui.feedback.desk:open_one_feedback",
    "celebration": "tui.celebration.desk:open_celebration",
    "story": "tui.story.desk:open_telling",
    "topic": "tui.independence.desk:open_topic",
    "trial": "tui.trial.desk:open_one_trial",
    "pulse": "tui.pulse.desk:open_pulse",
    "agreement": "tui.agreement.desk:open_one_agreement",
    "goal": "tui.agreement.goals:open_one_goal",
    "review": "tui.review.desk:open_one_review",
    "parting": "tui.ending.desk:open_one_parting",
    "reply": "tui.reply.desk:open_one_reply",
}
"""What enter opens on a record of each kind of the timeline; called with app, workbook, id."""


def bindings() -> list[BindingType]:
    """A key for each deed."""
    return [
        Binding(
            deed.key,
            f"deed('{deed.id}')",
            deed.label,
            show=deed.shown,
            id=f"person.{deed.id}",
            tooltip=deed.words,
        )
        for deed in DEEDS
        if deed.key
    ]


def deed(deed_id: str) -> Deed:
    """The deed with this id."""
    return next(one for one in DEEDS if one.id == deed_id)


def answering(name: str) -> Deed | None:
    """The deed that does what a notice proposes, where there is one."""
    return next((one for one in DEEDS if name in one.answers), None)


def of_tab(tab: str) -> tuple[Deed, ...]:
    """The deeds that the empty page of a tab names."""
    return tuple(one for one in DEEDS if one.tab == tab)


def open_record(app: TrothApp, workbook: Workbook, key: str) -> None:
    """Open the record with this key: its kind, its id, perhaps a line of it, with blanks between.

    One without a form stays shut.
    """
    kind, record_id, *_ = (*key.split(" "), "")
    if kind in RECORDS:
        _loaded(RECORDS[kind])(app, workbook, record_id)


def _loaded(name: str) -> Callable[..., None]:
    module, function = name.split(":")
    found: Callable[..., None] = getattr(import_module(module), function)
    return found
