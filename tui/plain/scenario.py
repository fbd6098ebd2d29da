"""A workshop case on plain lines: one page after another, hands counted or a choice taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coaching.errors import Refused, TrothError
from coaching.scenario.hands import say_hands
from coaching.scenario.papers import papers_after
from tui.bootstrap import free_papers_folder, write_papers
from tui.plain.form import Given, Part, fill_in
from tui.plain.question import Back, Option, Question, Said, choice, joined, number_in, short_text

if TYPE_CHECKING:
    from coaching.scenario.deck import Page
    from coaching.scenario.play import Play
    from tui.plain.prompt import Prompt
    from tui.scenario.stage import Stage

KEPT = "The play is kept at every page. To go on another day: troth scenario play --resume --plain"
FIRST = "This is the first page."
LAST = "This was the last page."
ENTER = "Press Enter to go on."
UNCOUNTED = "Enter alone goes on without a count."
COUNT, ON, AGAIN = "count hands", "go on", "vote again"
NOT_PAGES = frozenset({COUNT, ON, AGAIN})
PAPERS = {"papers": "write the transcript and the hand-out"}
CHOICE = {"choice": "back to the last choice"}


class PlainPlay:
    """One run of a case, kept at every page as in the player."""

    def __init__(self, prompt: Prompt, stage: Stage) -> None:
        self.prompt, self.stage = prompt, stage

    def run(self) -> None:
        """Until the last page is passed."""
        self.prompt.saved = lambda: self.prompt.say(KEPT)
        if self.stage.hello:
            self.prompt.say(self.stage.hello)
        with self.prompt.at(self.play.script.title):
            while self._page():
                pass
        self.prompt.say(LAST, KEPT)

    @property
    def play(self) -> Play:
        """The play as it is now."""
        return self.stage.play

    def _page(self) -> bool:
        """Say a page and do what is asked; False after the last one."""
        try:
            return self._turn_on()
        except Back:
            if self.play.session.page == 0:
                self.prompt.say(FIRST)
            else:
                self._turn(self.play.back())
        except Said as said:
            self._word(said.word)
        except TrothError as error:
            self.prompt.say(error.sentence)
        return True

    def _turn_on(self) -> bool:
        page = self.play.page
        match page.kind:
            case "question":
                self._choose(page)
            case "vote":
                self._count(page)
            case "reveal":
                self._reveal(page)
            case _:
                self.prompt.ask(self._reading(page))
                if self.play.next_page is None:
                    return False
                self._turn(self.play.forward())
        return True

    def _reading(self, page: Page) -> Question[str]:
        """A page that is only read: Enter goes on."""

        def read(typed: str) -> str:
            raise Refused(f"{ENTER} {joined('Or type help')}")

        title = joined(page.title, page.day)
        last = self.play.at_end
        return Question(
            title,
            read,
            place=self._place,
            about=page.lines,
            needed=False,
            rest=last,
            extra=self._words,
            enter="Enter alone ends." if last else ENTER,
        )

    def _choose(self, page: Page) -> None:
        taken = self.stage.taken
        options = [
            Option(one.id, one.text, "taken" if one.id == taken else "")
            for one in self.play.choices()
        ]
        options.append(Option(COUNT, "Or: count hands first, then choose"))
        if taken:
            options.append(Option(ON, "Or: go on with what was taken"))
        self._take(self._ask(page, options))

    def _count(self, page: Page) -> None:
        def read(typed: str) -> int:
            hands = number_in(typed)
            if hands is None:
                raise Refused("Type how many hands: a number from 0 to 999.")
            return hands

        words = f"{self.play.house.eyes_closed} {page.number}."
        question = Question(words, read, about=page.lines, needed=False, extra=self._words)
        hands = self.prompt.ask(question.placed(self._place).entering(UNCOUNTED))
        if hands is not None:
            self.stage.turn(self.play.vote(page.choice, hands, self.stage.now))
        self._turn(self.play.forward())

    def _reveal(self, page: Page) -> None:
        if not self.stage.revealed:
            self._turn(self.play.reveal(self.stage.now))
        counts = self.play.counts() or {}
        options = [
            Option(one.id, one.text, say_hands(counts, one.id)) for one in self.play.choices()
        ]
        options.append(Option(AGAIN, "Or: vote again; these hands stay in the transcript"))
        if self.stage.taken:
            options.append(Option(ON, "Or: go on with what was taken"))
        self._take(self._ask(page, options))

    def _ask(self, page: Page, options: list[Option[str]]) -> str:
        question = choice(page.title, options).placed(self._place)
        return self.prompt.need(question.knowing(self._words))

    def _take(self, chosen: str) -> None:
        play = self.play
        if chosen not in NOT_PAGES:
            leading = {one.id for one in play.leading()}
            self._turn(
                play.choose(chosen, "group" if chosen in leading else "facilitator", self.stage.now)
            )
        elif chosen == COUNT:
            self._turn(play.forward())
        elif chosen == AGAIN:
            again = play.vote_again()
            self._turn(again.to_choice(again.page.decision or 0, self.stage.now))
        else:
            self._turn(self._after_choice(play))

    def _after_choice(self, play: Play) -> Play:
        """The page that tells what came of the choice taken here."""
        decision = play.page.decision
        while play.page.kind in ("question", "vote", "reveal") and play.page.decision == decision:
            play = play.forward()
        return play

    def _word(self, word: str) -> None:
        try:
            if word in CHOICE:
                decision = max(0, len(self.play.session.steps) - 1)
                self._turn(self.play.to_choice(decision, self.stage.now))
            else:
                self._papers()
        except Back:
            return
        except TrothError as error:
            self.prompt.say(error.sentence)

    def _papers(self) -> None:
        number = self.play.script.id.split("_")[0]
        folder = free_papers_folder(f"troth-{number}-{self.stage.now.date()}")
        question = short_text("Into which folder?", proposal=folder)

        def deed(given: Given) -> None:
            texts = papers_after(self.play)
            written = write_papers(given["to"], texts)
            self.prompt.say(f"Written to {written}: {', '.join(texts)}.")

        fill_in(self.prompt, "Papers to take along", [Part("to", lambda _: question)], deed)

    def _turn(self, play: Play) -> None:
        """Go on with this play; where it cannot be kept, that is said, and it goes on."""
        try:
            self.stage.turn(play)
        except TrothError as error:
            self.prompt.say(error.sentence)

    @property
    def _place(self) -> str:
        return f"Page {self.play.session.page + 1}"

    @property
    def _words(self) -> dict[str, str]:
        return PAPERS | (CHOICE if self.play.session.steps else {})
