"""The ending with one person: other ways first, then announced, tied up, ended, one word later."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.content import Content

from coaching.hurdle.closure import WAYS, Route, Way, may_talk, route
from coaching.record.checkin import Checkin
from coaching.record.parting import Parting
from coaching.record.promise import Promise
from coaching.say import say_day
from coaching.verbs import partings, relationships
from coaching.verbs.together import together
from tui.ending.forms import Announce, EndWell, Goodbye, LooseEnds, PlanClosing
from tui.ending.ways import open_way, show_route
from tui.widgets.desk import Desk, Line, open_desk, paragraphs
from tui.widgets.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coaching.guide.forms import Forms
    from coaching.record.workbook import Workbook
    from tui.app import TrothApp


def open_ending(app: TrothApp, workbook: Workbook, *, care: bool = False) -> None:
    """The ending with this person; `care` after a yes at the safety door, which is never kept."""
    open_desk(app, lambda forms: Ending(workbook, forms, care=care))


def open_one_parting(app: TrothApp, workbook: Workbook, record_id: str) -> None:
    """The ending this record is about; nothing where it is gone."""
    if workbook.find(Parting, record_id):
        open_ending(app, workbook)


class Ending(Desk):
    """What can be done about the ending, as it stands now."""

    def __init__(self, workbook: Workbook, forms: Forms, *, care: bool = False) -> None:
        """Over these records, in the words of these forms."""
        super().__init__(workbook, forms)
        self._care = care
        self._was_over = self._is_over

    @property
    def parting(self) -> Parting | None:
        """The newest ending."""
        return max(self.workbook.all(Parting), key=lambda one: one.announced, default=None)

    @property
    def _open(self) -> Parting | None:
        found = self.parting
        return found if found is not None and found.ended is None else None

    @property
    def _is_over(self) -> bool:
        return self.workbook.relationship.state == "ended"

    def heading(self) -> str:
        """With whom."""
        return f"An ending with {self.who}"

    def text(self) -> Content:
        """How it is done well, or where it stands."""
        if self._is_over:
            return self._over()
        parting = self._open
        words = self.forms.parting
        if self.route == "office":
            return paragraphs(*(("", line) for line in words.closure.route["office"]))
        if parting is None:
            told = [("", words.opening), *(("", f"· {step}") for step in words.steps)]
            return paragraphs(*told, ("", self._special()))
        ends = f"Last day {say_day(parting.ends)}." if parting.ends else "No last day is set."
        early = partings.announced_early(self.workbook, parting, self.app.world.limits) or ""
        announced = f"Announced {say_day(parting.announced)}. {ends}"
        return paragraphs(("", announced), ("", early), ("", self._special()))

    @property
    def route(self) -> Route:
        """Who carries the ending."""
        under_18 = "under_18" in (self.workbook.relationship.ties or ())
        return route(care=self._care, under_18=under_18)

    def _special(self) -> str:
        words = self.forms.parting
        return words.under_18 if self.route == "lead" else words.after_harm

    def _over(self) -> Content:
        about, parting = self.workbook.relationship, self.parting
        since = f" on {say_day(about.state_since)}" if about.state_since else ""
        rows = [("", f"Ended{since}. The record stays.")]
        if parting is not None:
            rows += [("Thanks", parting.thanks), ("From now on", parting.from_now)]
            rows.append(("", self._word_later(parting)))
        return paragraphs(*rows)

    def _word_later(self, parting: Parting) -> str:
        if parting.followed is not None:
            return f"A friendly word was sent {say_day(parting.followed)}."
        if parting.both_want_follow_up and parting.follow_up is not None:
            return f"You both want a friendly word, about {say_day(parting.follow_up)}."
        return ""

    def show(self, *, empty: str | None = None) -> None:
        """Begin at the first line again when it has just ended: the others mean something else."""
        super().show(empty=empty)
        if self._is_over and not self._was_over:
            self.query_one(Rows).cursor = 0
        self._was_over = self._is_over

    def lines(self) -> Iterator[Line]:
        """What can be done now."""
        if self._is_over:
            yield from self._afterwards()
        elif self.route == "office":
            yield from self._by_office()
        elif (parting := self._open) is not None:
            yield from self._announced(parting)
        else:
            yield from self._before()

    def _by_office(self) -> Iterator[Line]:
        """After harm: a text for someone else to act on, people, and the record; no talk."""
        yield Line("route", "A text for an office or another person", "to copy", self._show_route)
        yield Line("people", "People outside", "whom you could ask", self._contacts)
        yield Line("now", "It has ended: note it here", "the record stays", self._end_now)

    def _before(self) -> Iterator[Line]:
        announce = partial(self.open, Announce, self.workbook)
        yield Line("announce", "Announce it", "name a last day, or none yet", announce)
        for one in self.forms.parting.closure.ways:
            way = next(known for known in WAYS if known == one.id)
            if way != "close":
                make = partial(self._way, way)
                yield Line(way, f"Instead: {_lower(one.label)}", one.help, make)
        yield Line("agree", "The agreement", "agree anew, line by line", self._agree)
        if self.route == "lead":
            lead = "A text for the lead of the programme"
            yield Line("route", lead, "to copy", self._show_route)
            yield Line("now", "It has ended: note it here", "the record stays", self._end_now)
        else:
            yield Line("now", "End it now", "without these steps", self._end_now)

    def _way(self, way: Way) -> None:
        open_way(self.app, self.forms.parting.closure, way, self.who, self.workbook)

    def _show_route(self) -> None:
        show_route(self.app, self.forms.parting.closure, self.route, self.who)

    def _announced(self, parting: Parting) -> Iterator[Line]:
        day = say_day(parting.ends) if parting.ends else "not set"
        yield Line(
            "ends", "The last day", day, partial(self.open, Announce, self.workbook, parting)
        )
        if may_talk("close", self.route):
            yield Line("closing", "A closing check-in", self._closing_day(), self._plan_closing)
        loose = [line for line in parting.loose_ends.splitlines() if line.strip()]
        ends = partial(self.open, LooseEnds, self.workbook, parting)
        note = f"{len(loose)} noted" if loose else "none noted"
        yield Line("loose", "Loose ends, thanks, from now on", note, ends)
        count = sum(one.state == "open" for one in self.workbook.all(Promise))
        settle = f"{count} open" if count else "none open"
        yield Line("promises", "Promises: keep, hand over, let go", settle, self._promises)
        goodbye = partial(self.open, Goodbye, self.workbook, self.forms, parting)
        yield Line("goodbye", "The goodbye message", "only me, until you copy it", goodbye)
        if parting.message:
            yield Line("copy", "Copy the message", "to send it yourself", self._copy)
        whom = "lead" if self.route == "lead" else "coordinator"
        yield Line("route", f"A text for the {whom}", "to copy", self._show_route)
        end = partial(self.open, EndWell, self.workbook, self.forms, parting)
        yield Line("end", "End it today", "the record stays", end)
        back = partial(partings.go_on_after_all, parting_id=parting.id, today=self.app.now.date())
        yield Line(
            "go_on", "Go on after all", "the phase is growing again", partial(self.carry, back)
        )

    def _afterwards(self) -> Iterator[Line]:
        parting = self.parting
        wanted = parting is not None and parting.both_want_follow_up
        if parting is not None and wanted and not partings.is_followed(self.workbook, parting):
            sent = partial(partings.follow_up, parting_id=parting.id, today=self.app.now.date())
            yield Line("sent", "I sent a friendly word", "today", partial(self.carry, sent))
        if parting is not None:
            change = partial(self.open, LooseEnds, self.workbook, parting)
            yield Line("loose", "Loose ends, thanks, from now on", "", change)
        today = self.app.now.date()
        again = together(
            partial(relationships.go_on, today=today),
            partial(partings.change_phase, phase="growing", today=today),
        )
        yield Line("again", "Take it up again", "", partial(self.carry, again))

    def _closing_day(self) -> str:
        planned = [
            one.planned
            for one in self.workbook.all(Checkin)
            if one.kind == "closing" and one.outcome == "planned" and one.planned is not None
        ]
        return (
            say_day(min(planned, key=lambda wall: wall.order()).day) if planned else "none planned"
        )

    def _plan_closing(self) -> None:
        self.open(PlanClosing, self.workbook)

    def _agree(self) -> None:
        from tui.agreement.desk import open_agreement

        open_agreement(self.app, self.workbook)

    def _contacts(self) -> None:
        from tui.guide.contacts import ContactsScreen

        self.app.push_screen(ContactsScreen())

    def _promises(self) -> None:
        from tui.promise.settle import SettlePromise

        self.app.push_screen(SettlePromise(self.workbook.id))

    def _end_now(self) -> None:
        from tui.relationship.questions import ask_end

        self.app.push_screen(ask_end(self.workbook, self.app.now.date()))

    def _copy(self) -> None:
        parting = self._open
        if parting is not None:
            self.app.copy_to_clipboard(parting.message)
            self.app.say("Your message is copied, nothing else.")


def _lower(label: str) -> str:
    return f"{label[:1].lower()}{label[1:]}"
