"""The plan of a hurdle on plain lines: to hear, to change, to take along, to close."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto
from functools import partial
from typing import TYPE_CHECKING

from coaching.errors import TrothError
from coaching.hurdle import steps
from coaching.hurdle.plan import PlanSheet, plan_page
from coaching.record.base import Audience
from coaching.verbs import hurdles
from tui.plain.deeper_way import answerable
from tui.plain.desk import NOTHING_CHANGED
from tui.plain.form import Given, Part, fill_in
from tui.plain.question import Back, Option, Question, choice, joined, short_text

if TYPE_CHECKING:
    from coaching.guide.wizard import PlanWords
    from tui.hurdle.session import HurdleSession
    from tui.plain.desk import Desk

PLACE = "The plan"
OPEN_AGAIN = "open"


class Deed(Enum):
    """What can be done with a plan."""

    DONE = auto()
    AGAIN = auto()
    ON = auto()
    CHANGE = auto()
    DEEPER = auto()
    TAKE = auto()
    CLOSE = auto()
    KEEP = auto()


class PlanMenu:
    """What can be done with a plan. `keep` asks whether an unkept hurdle shall be kept.

    `changing` is set where one answer is to be changed and the others stay.
    """

    def __init__(self, desk: Desk, session: HurdleSession, keep: Callable[[], None]) -> None:
        self.desk, self.session, self._keep = desk, session, keep
        self.changing = False

    def run(self) -> bool:
        """Say the plan and ask; True where the wizard goes on at another question."""
        self.tell()
        while True:
            chosen = self.desk.prompt.need(self._question())
            try:
                if chosen == Deed.DONE:
                    return False
                if self._do(chosen):
                    return chosen != Deed.CLOSE
            except Back:
                self.desk.say(NOTHING_CHANGED)
            except TrothError as error:
                self.desk.say(error.sentence)
            if chosen == Deed.KEEP:
                return True

    def tell(self) -> None:
        """Every part of the plan under its heading."""
        self.desk.say("", *plan_lines(self._page(Audience.ONLY_ME), self._words))

    def _question(self) -> Question[Deed]:
        session = self.session
        options = [Option(Deed.DONE, "Done for now"), Option(Deed.AGAIN, "Hear the plan again")]
        if session.first_open() != steps.PLAN:
            options.append(Option(Deed.ON, "Go on where a question is open"))
        options.append(Option(Deed.CHANGE, "Change an answer"))
        if session.deeper_question(partial(answerable, session)):
            options.append(Option(Deed.DEEPER, "Go deeper", "more questions, where you like"))
        options.append(Option(Deed.TAKE, "Take it along", "as a page for you, or for us two"))
        if session.kept:
            options.append(Option(Deed.CLOSE, "Close this hurdle", "or open it again"))
        else:
            options.append(Option(Deed.KEEP, "Keep this", "put it into your records"))
        return choice("What would you like to do?", options, rest=True).placed(PLACE)

    def _do(self, chosen: Deed) -> bool:
        """Whether the plan is left by it."""
        match chosen:
            case Deed.AGAIN:
                self.tell()
            case Deed.ON:
                self.session.question = self.session.first_open()
                return True
            case Deed.CHANGE:
                return self._change()
            case Deed.DEEPER:
                self.session.go_deeper(partial(answerable, self.session))
                return True
            case Deed.TAKE:
                self._take_along()
            case Deed.CLOSE:
                return self._close()
            case _:
                self._keep()
        return False

    def _change(self) -> bool:
        session = self.session
        way = steps.way(session.answers, care=session.care)
        options = [Option(one, session.say(session.worded(one).title)) for one in way]
        chosen = choice("Which answer?", options).placed(PLACE)
        session.question = self.desk.prompt.need(chosen)
        self.changing = True
        return True

    def _take_along(self) -> None:
        reader = Audience.ONLY_ME
        if not self.session.care:
            name = self.session.name
            readers = [
                Option(Audience.ONLY_ME, "Me", "everything"),
                Option(Audience.US_TWO, f"{name[:1].upper()}{name[1:]}", "us two only"),
            ]
            whose = choice("Who is this page for?", readers).placed("Take it along")
            reader = self.desk.prompt.need(whose)
        page = self._page(reader)
        left_out = ", ".join(dict.fromkeys(page.left_out)) or "nothing"
        self.desk.say("", "Exactly this leaves:", *plan_lines(page, self._words))
        self.desk.say(joined(f"{page.left_out_heading}: {left_out}"))
        self._write(page)

    def _write(self, page: PlanSheet) -> None:
        path = f"~/plan-{self.session.today:%Y-%m-%d}.md"
        under = "A new file, readable only by your account; never over another."
        question = short_text("Where shall it be written?", proposal=path).telling(under)

        def deed(given: Given) -> None:
            path = self.desk.world.write_page(given["to"], page.as_markdown())
            self.desk.say(f"Written to {path}.")

        fill_in(self.desk.prompt, "Write it to a file", [Part("to", lambda _: question)], deed)

    def _close(self) -> bool:
        session, closing = self.session, self.session.content.wizard.closing
        options = [Option(one.id, one.label, one.help or "") for one in closing.choices]
        if session.answers.closed is not None:
            options.append(Option(OPEN_AGAIN, "Not yet: open it again"))
        learned = short_text(closing.learned, needed=False).telling("Only you read this.")
        parts = (
            Part("ending", lambda _: choice(closing.question, options)),
            Part("learned", lambda _: learned, lambda given: given.get("ending") != OPEN_AGAIN),
        )
        given = fill_in(self.desk.prompt, "Close this hurdle", parts)
        if given["ending"] == OPEN_AGAIN:
            verb = partial(hurdles.open_again, hurdle_id=session.hurdle_id)
        else:
            verb = partial(
                hurdles.close,
                hurdle_id=session.hurdle_id,
                ending=given["ending"],
                learned=given["learned"] or "",
                today=session.today,
            )
        self.desk.say(session.save(verb).said)
        return bool(given["ending"] != OPEN_AGAIN)

    @property
    def _words(self) -> PlanWords:
        return self.session.content.wizard.plan

    def _page(self, audience: Audience) -> PlanSheet:
        session = self.session
        return plan_page(
            session.answers,
            session.content,
            name=session.name,
            audience=audience,
            contacts=session.contacts,
            care=session.care,
        )


def plan_lines(page: PlanSheet, words: PlanWords) -> list[str]:
    """A page as lines: each part begins with its heading; the user's own words are quoted."""
    sentences = (words.closest, words.who)
    lines = [joined(page.title)]
    for section in page.sections:
        if section.own_words:
            quoted = f"“{' '.join(section.lines)}” {section.aside}".rstrip()
            lines.append(joined(f"{section.heading}: {quoted}"))
        elif len(section.lines) == 1 or section.heading in sentences:
            lines.append(joined(f"{section.heading}: {section.lines[0]}", *section.lines[1:]))
        else:
            listed = (f"{number}. {line}" for number, line in enumerate(section.lines, 1))
            lines += [f"{section.heading}:", *listed]
    return [*lines, page.closing]
