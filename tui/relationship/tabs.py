"""The tabs of a person's page: what each holds, what an empty one teaches, and the line of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

from coaching.say import say_count
from tui.relationship import deeds

if TYPE_CHECKING:
    from textual.geometry import Size

    from coaching.timeline import Kind

FACTS = "facts"
NARROW = 60
GAP = "  "
HARD_BLANK = "\u00a0"


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab: its number key, its title, the kinds of record in it (none: all), one and several."""

    id: str
    key: str
    title: str
    kinds: tuple[Kind, ...] = ()
    one: str = "record"
    several: str = "records"
    empty: str = ""


TABS: tuple[Tab, ...] = (
    Tab(FACTS, "0", "Facts"),
    Tab("timeline", "1", "Timeline", empty="Nothing yet. Everything you record stands here."),
    Tab("checkins", "2", "Check-ins", ("checkin",), "check-in", "check-ins", "No check-in yet."),
    Tab(
        "promises",
        "3",
        "Promises",
        ("promise", "reply"),
        "promise or reply",
        "promises and replies",
        "No promise yet, on either side.",
    ),
    Tab(
        "agreement",
        "4",
        "Agreement",
        ("agreement", "goal", "topic", "trial", "review", "parting"),
        empty="No agreement yet: how you two work together, in a few lines.",
    ),
    Tab(
        "feedback",
        "5",
        "Feedback",
        ("feedback", "celebration"),
        empty="No feedback and nothing celebrated yet.",
    ),
    Tab("stories", "6", "Stories", ("story",), "story", "stories", "No story told yet."),
    Tab(
        "hurdles",
        "7",
        "Hurdles",
        ("hurdle",),
        "hurdle",
        "hurdles",
        "No hurdle. This is where something that strains the trust is worked through.",
    ),
    Tab("pulse", "8", "Pulse", ("pulse",), "pulse", "pulses", "No pulse taken yet."),
    Tab(
        "notes",
        "9",
        "Notes",
        ("note", "doubt"),
        empty="No note yet. A note is for you alone unless you say otherwise.",
    ),
)


def tab_of(tab_id: str) -> Tab:
    """The tab with this id."""
    return next(tab for tab in TABS if tab.id == tab_id)


def neighbour(tab_id: str, by: int) -> Tab:
    """The tab so many places further on, from the last to the first."""
    place = [tab.id for tab in TABS].index(tab_id)
    return TABS[(place + by) % len(TABS)]


def teaches(tab: Tab) -> str:
    """What an empty tab says, with the keys that fill it."""
    named = deeds.of_tab(tab.id) or deeds.DEEDS[:4]
    keys = " · ".join(f"{deed.key} {deed.label}" for deed in named if deed.key)
    return f"{tab.empty} {keys}"


def heading(tab: Tab, count: int) -> str:
    """What is shown, and how many."""
    return f"{tab.title}, {say_count(count, tab.one, tab.several)}"


class TabLine(Widget):
    """The tabs in one line, or in as many as it takes; where it is tiny, only the open one."""

    DEFAULT_CSS = """
    TabLine { height: auto; padding: 0 1; }
    """
    open: reactive[str] = reactive(FACTS)

    def on_mount(self) -> None:
        """The tabs look like tabs, not like links."""
        self.auto_links = False

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as it takes."""
        return len(self._lines(width))

    def render(self) -> Content:
        """The tabs."""
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[Content]:
        if width < NARROW:
            here = tab_of(self.open)
            words = (f"{here.key} {here.title}", "bold reverse")
            return [Content.assemble(words, "   0-9 or ← → for others")]
        lines = [Content("")]
        for tab in TABS:
            entry = self._entry(tab)
            joined = lines[-1] + Content(GAP if lines[-1] else "") + entry
            if joined.cell_length > width:
                lines.append(entry)
            else:
                lines[-1] = joined
        return lines

    def _entry(self, tab: Tab) -> Content:
        open_it = Style.from_meta({"@click": f"screen.tab({tab.id!r})"})
        if tab.id == self.open:
            words = Content.styled(f"{tab.key}{HARD_BLANK}{tab.title}", "bold reverse")
        else:
            words = Content.assemble(
                (tab.key, "$text-accent"), (f"{HARD_BLANK}{tab.title}", "$text-muted")
            )
        return words.stylize(open_it)
