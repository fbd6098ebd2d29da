"""The page the room sees, and the keys that turn it; no key shows what is not asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from coaching.errors import Refused
from coaching.scenario.plan import timer_minutes
from tui.scenario.bindings import BINDINGS
from tui.scenario.countdown import Countdown
from tui.scenario.page_text import Shown, first_text, page_text, waiting_text
from tui.widgets.keyline import KeyLine

if TYPE_CHECKING:
    from coaching.scenario.play import Play
    from coaching.scenario.session import By
    from tui.scenario.player import PlayerApp

TEST_PAGE = (
    "Can the back row read this?",
    "If not, make the letters of your terminal larger, and try again.",
)
"""As in workshop.yaml, which is read after the first frame."""
RESUMING = "Opening the page that was left…"
NOTHING_TYPED = "Nothing counted. Enter again to go on without a count."
LEAST_WIDTH, LEAST_HEIGHT = 60, 18
AROUND = 4
MOST_DIGITS = 6
ONE_MORE_MIN = 1
SMALL = f"Small window. {LEAST_WIDTH} by {LEAST_HEIGHT} is enough."
HOW_TO_LEAVE = "ctrl+q leaves. The play is kept, --resume goes on from this page."
TYPE_ONE = "Take one: type its number, then enter."
SURE = "v once more: the room votes again. Hands it has seen stay in the transcript."
SPACE_FIRST = "space first: eyes closed. Then numbers count hands."
SPACE_SHOWS = "space first: it shows the hands. Then a number marks a choice."
NUMBER_ONLY = "There is no such number here."


class PlayScreen(Screen[None]):
    """One page of the play."""

    app: PlayerApp
    BINDINGS: ClassVar[list[BindingType]] = BINDINGS

    def __init__(self) -> None:
        """The page the play stands on."""
        super().__init__()
        self.typed = ""
        self.mark = ""
        self._sure = False
        self._without_count = False

    def compose(self) -> ComposeResult:
        """A line for small windows, the page, the countdown, the keys."""
        yield Static(Content(SMALL), id="small")
        with VerticalScroll(id="page", can_focus=False):
            yield Static(id="text")
            yield Countdown(id="timer")
        with Horizontal(id="foot"):
            yield Static(id="said")
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the page, and move the countdown on."""
        self.set_interval(0.5, self._tick)

    def on_resize(self, event: events.Resize) -> None:
        """Wrap anew; say where the window is small."""
        small = event.size.width < LEAST_WIDTH or event.size.height < LEAST_HEIGHT
        self.query_one("#small").display = small
        self.call_after_refresh(self._draw)
        self.call_after_refresh(self._tick)

    @property
    def play(self) -> Play:
        """The play as it is now."""
        return self.app.stage.play

    def show_page(self) -> None:
        """Show the page the play stands on, from its top."""
        self.typed = ""
        self.mark = self._first_mark()
        self._sure = self._without_count = False
        self.query_one("#page").scroll_home(animate=False)
        self._draw()
        self._tick()
        self.refresh_bindings()

    def on_key(self, event: events.Key) -> None:
        """Numbers count hands, or mark a choice."""
        if event.character is None or event.character not in "0123456789":
            return
        event.stop()
        if self.play.page.kind == "vote" and len(self.typed) < MOST_DIGITS:
            self.typed += event.character
        elif self._may_take():
            self._mark_number(int(event.character))
        elif self.play.page.kind == "question":
            self.app.say(SPACE_FIRST)
        elif self.play.page.kind == "reveal":
            self.app.say(SPACE_SHOWS)
        self._draw()
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what can be done on this page."""
        if not self.app.is_ready:
            return action in {"on", "back"}
        if action == "keep_hands":
            return bool(self.typed)
        if action in {"on", "how_to_take"}:
            must_take = self._may_take() and self.play.next_page is None
            return must_take == (action == "how_to_take")
        if action == "take":
            return self._may_take() and bool(self.mark)
        if action == "vote_again":
            return self.play.page.kind in {"question", "vote", "reveal"} and self._voted()
        if action == "wipe":
            return bool(self.typed)
        if action == "longer":
            return self.app.stage.run.timer_until is not None
        return True

    async def action_keep_hands(self) -> None:
        """Keep the hands typed, and go on."""
        page = self.play.page
        try:
            counted = self.play.vote(page.choice, int(self.typed), self.app.stage.now)
        except Refused as refused:
            self.typed = ""
            self._draw()
            self.refresh_bindings()
            self.app.show_error(refused)
            return
        await self.turn(counted.forward())

    async def action_on(self) -> None:
        """The next page; before that, hands are kept and shown."""
        page = self.play.page
        if self.typed:
            await self.action_keep_hands()
        elif self._nothing_counted() and not self._without_count:
            self._without_count = True
            self.app.say(NOTHING_TYPED)
        elif page.kind == "reveal" and not self.app.stage.revealed:
            await self.turn(self.play.reveal(self.app.stage.now))
        elif self.play.next_page is not None:
            await self.turn(self.play.forward())
        else:
            self.app.say("This is the last page. w writes the transcript and the hand-out.")

    def action_how_to_take(self) -> None:
        """Nothing is taken by turning the page; say how it is."""
        self.app.say(TYPE_ONE)

    async def action_back(self) -> None:
        """The page before."""
        if self.play.session.page > 0:
            await self.turn(self.play.back())

    async def action_take(self) -> None:
        """Take the choice marked: the group's where it has most hands."""
        by: By = "group" if self.mark == self._leading() else "facilitator"
        await self.turn(self.play.choose(self.mark, by, self.app.stage.now))

    async def action_vote_again(self) -> None:
        """Put the hands aside, and ask once more; only at the second press."""
        if not self._sure:
            self._sure = True
            self.app.say(SURE)
            return
        again = self.play.vote_again()
        decision = again.page.decision
        if decision is not None:
            await self.turn(again.to_choice(decision, self.app.stage.now))
            self.app.say("Vote again.")

    def action_mark(self, step: int) -> None:
        """The choice above or below; where there is none, a line up or down."""
        if not self._may_take():
            self.query_one("#page").scroll_relative(y=step, animate=False)
            return
        ids = [choice.id for choice in self.play.choices()]
        place = ids.index(self.mark) + step if self.mark in ids else 0
        self._mark_number(min(max(place, 0), len(ids) - 1) + 1)
        self._draw()

    def action_wipe(self) -> None:
        """Without the last number typed."""
        self.typed = self.typed[:-1]
        self._draw()
        self.refresh_bindings()

    def action_stay(self) -> None:
        """Without what is typed; with nothing typed, say how to leave."""
        if not self.typed:
            self.app.say(HOW_TO_LEAVE)
            return
        self.typed = ""
        self._draw()
        self.refresh_bindings()

    async def action_timer(self) -> None:
        """Begin two minutes, in a role-play those of the plan; or stop them."""
        running = self.app.stage.run.timer_until is not None
        await self._count_down(0 if running else timer_minutes(self.play))

    async def action_longer(self) -> None:
        """One minute more."""
        until = self.app.stage.run.timer_until
        if until is not None:
            left = max(0.0, (until - self.app.stage.now).total_seconds() / 60)
            await self._count_down(left + ONE_MORE_MIN)

    def action_parts(self) -> None:
        """Ask where to go."""
        from tui.scenario.parts import Parts

        self.app.push_screen(Parts())

    def action_note(self) -> None:
        """Ask for a line for the transcript."""
        from tui.scenario.note import NoteForm

        self.app.push_screen(NoteForm())

    def action_papers(self) -> None:
        """Ask where transcript and hand-out go."""
        from tui.scenario.papers import PapersForm

        self.app.push_screen(PapersForm())

    def action_records(self) -> None:
        """The records of the cast, as a program of its own; the room would see them, so ask."""
        from tui.scenario.cast import AskRecords

        self.app.push_screen(AskRecords())

    def say(self, sentence: str, *, wrong: bool = False) -> None:
        """Say something to the facilitator under the page, which stays whole."""
        said = self.query_one("#said", Static)
        said.update(Content(f"! {sentence}" if wrong else sentence))
        said.set_class(wrong, "error")

    async def turn(self, play: Play) -> None:
        """Keep what was done, then show it; where it cannot be kept, say so and go on."""
        self.say("")
        await self.app.keep(lambda: self.app.stage.turn(play))
        self.show_page()

    async def _count_down(self, minutes: float) -> None:
        await self.app.keep(lambda: self.app.stage.count_down(minutes))
        self._tick()
        self._draw()
        self.refresh_bindings()

    def _may_take(self) -> bool:
        return self.play.page.kind == "reveal" and self.app.stage.revealed

    def _nothing_counted(self) -> bool:
        """Whether hands are asked for here and none were typed; not where one only looks back."""
        page = self.play.page
        asked = page.kind == "vote" and page.choice not in self.app.stage.hands
        return asked and (not self.app.stage.taken or self.play.asked_again)

    def _voted(self) -> bool:
        return bool(self.app.stage.hands) or self.app.stage.revealed

    def _first_mark(self) -> str:
        if not self._may_take():
            return ""
        return self.app.stage.taken or self._leading()

    def _leading(self) -> str:
        """The one choice with most hands; "" for a tie or where nobody voted."""
        leading = self.play.leading()
        return leading[0].id if len(leading) == 1 else ""

    def _mark_number(self, number: int) -> None:
        choices = self.play.choices()
        if 1 <= number <= len(choices):
            self.mark = choices[number - 1].id
            self._bring_in_sight(number - 1, len(choices) - 1)
        else:
            self.app.say(NUMBER_ONLY)
        self.refresh_bindings()

    def _bring_in_sight(self, place: int, last: int) -> None:
        """Where the page is longer than the window, bring the choice marked into it."""
        page = self.query_one("#page")
        page.scroll_to(y=page.max_scroll_y * place / max(1, last), animate=False)

    def _draw(self) -> None:
        room = self.query_one("#page").size
        timer = self.query_one("#timer", Countdown)
        if not self.app.is_ready:
            title, width = self.app.title_first, room.width - AROUND
            if self.app.is_resumed:
                text = waiting_text(title, RESUMING, width, room.height)
            else:
                text = first_text(title, TEST_PAGE, width, room.height)
            self.query_one("#text", Static).update(text)
            return
        stage = self.app.stage
        counted = frozenset(stage.hands)
        shown = Shown(self.typed, self.mark, stage.taken, counted, stage.hello)
        height = room.height - timer.height_in(room.height) * (stage.run.timer_until is not None)
        text = page_text(stage.play, shown, room.width - AROUND, height)
        self.query_one("#text", Static).update(text)

    def _tick(self) -> None:
        if not self.app.is_ready:
            return
        until = self.app.stage.run.timer_until
        timer = self.query_one("#timer", Countdown)
        timer.tell(until, self.app.stage.now, self.query_one("#page").size.height)
