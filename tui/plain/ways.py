"""Not going on as before, on plain lines: five ways without fault, or a text for others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from coaching.hurdle import closure
from coaching.hurdle.closure_form import ROUTE_TITLES, done_by, parts_given, way_parts
from coaching.when import read_every
from tui.plain.answer_form import draft_after, fill_kept, kept_parts
from tui.plain.form import Given, Part
from tui.plain.question import Option, Question, choice, joined
from tui.plain.typed import PlainDrafts

if TYPE_CHECKING:
    from coaching.guide.closure import ClosureWords
    from coaching.hurdle.closure import Way
    from coaching.hurdle.forms import FormPart
    from tui.hurdle.session import HurdleSession
    from tui.plain.desk import Desk

PLACE = "Not going on as before"
MESSAGE = "Your message, as it would leave:"
NOTHING_SENT = "Copy it from here; nothing was sent."
THEN = "Is it right so?"


def other_ways(desk: Desk, session: HurdleSession) -> None:
    """Ask for the way and make its message; after harm, and where one is under 18, others lead."""
    words = session.content.forms.parting.closure
    by = closure.route(care=session.care, under_18=session.under_18)
    if by == "office":
        _tell_route(desk, words, by, session.name)
        return
    options: list[Option[Way | None]] = [
        Option(way, words.way(way).label, words.way(way).help) for way in closure.WAYS
    ]
    options.append(Option(None, "A text", f"{ROUTE_TITLES[by].lower()}, to copy"))
    way = desk.prompt.ask(choice("Which way?", options).placed(PLACE))
    if way is None:
        _tell_route(desk, words, by, session.name)
    else:
        _Way(desk, session, words, way).run()


def _tell_route(desk: Desk, words: ClosureWords, by: closure.Route, name: str) -> None:
    said = words.route[by] if by != "together" else ("No more than this need be told.",)
    text = closure.text_for_route(words, "close", by, name=name)
    desk.say("", joined(ROUTE_TITLES[by]), *said, "", text, "", NOTHING_SENT)


class _Way:
    """One way: its parts, its message, and what is done in the records."""

    def __init__(self, desk: Desk, session: HurdleSession, words: ClosureWords, way: Way) -> None:
        self.desk, self.session, self.words, self.way = desk, session, words, way
        about = session.workbook.about_someone and session.kept
        self.key = f"way-{way}-{session.workbook.id}" if about else ""

    def run(self) -> None:
        """Ask part after part; the deed is done once the message was heard and is right."""
        title = f"{self.words.way(self.way).label}: {self.session.name} and you"
        self.desk.say("", *self.words.route["together"])
        asked = kept_parts(
            self.desk,
            self.session,
            self.parts,
            self.key,
            told=_as_it_is,
            looks={"every": read_every},
        )
        keeps = draft_after(self.desk, self.session, self.key, self.parts, self.look)
        fill_kept(
            self.desk,
            self.session,
            title,
            [*asked, Part("then", self.then)],
            lambda name, given: keeps(name, given) if name != "then" else None,
            self.key,
            self.deed,
        )
        PlainDrafts(self.desk, self.session.coach).drop(self.key)

    def parts(self, _: Given) -> Sequence[FormPart]:
        """What the message is made of."""
        session, about = self.session, self.session.workbook.about_someone
        name = session.name
        begun = closure.open_between(session.workbook, self.words, name=name) if about else ""
        return way_parts(self.words, self.way, begun=begun, kept=about)

    def look(self, name: str, given: Given) -> None:
        """Say which loose ends have no day."""
        if name == "loose_ends" and (loose := closure.undated(given[name] or "")):
            self.desk.say(joined(f"{self.words.undated}: {', '.join(loose)}"))

    def then(self, given: Given) -> Question[bool]:
        """The message whole, and whether it is right."""
        message = self.message(given)
        long = [self.words.too_long] if closure.is_too_long(message) else []
        question = choice(THEN, [Option(True, "Yes", "back changes it")])
        return question.saying(MESSAGE, *message.splitlines(), *long)

    def message(self, given: Given) -> str:
        """The message these answers make."""
        parts = parts_given(self.way, given)
        return closure.message(self.words, parts, name=self.session.name)

    def deed(self, given: Given) -> None:
        """Do it, and say what was done."""
        session, parts = self.session, parts_given(self.way, given)
        verb = done_by(
            parts,
            self.message(given),
            every=given.get("every") or "",
            new_id=session.coach.new_id,
            today=session.today,
        )
        if verb is not None and session.workbook.about_someone:
            self.desk.say(session.save(verb).said)
        self.desk.say(NOTHING_SENT)


def _as_it_is(question: Question[Any]) -> Question[Any]:
    return question
