"""Every deed by its words, behind ctrl+p: only those that are possible where the user is now."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, cast

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.style import Style
from textual.theme import ThemeProvider

from tui.home.screen import HomeScreen
from tui.theme import DARK, LIGHT
from tui.widgets.keyline import key_says

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

    from textual.binding import ActiveBinding, Binding
    from textual.screen import Screen

    from tui.app import TrothApp

WORDS = {
    "home.new": "New person",
    "home.checkin": "Check-in with {name}",
    "home.promise": "New promise, {name} and you",
    "home.promises": "Open promises, {name} and you",
    "home.reply": "A reply owed, {name} and you",
    "home.before": "Agenda of the next check-in with {name}",
    "home.during": "During a check-in with {name}: one calm page",
    "home.hurdle": "New hurdle with {name}",
    "home.find": "Find",
    "home.not-today": "Put the next step off",
    "home.why": "Why this is the next step",
    "home.contacts": "People outside: support contacts",
    "home.guide": "Guide: strategies, practices, hurdles, sources",
    "home.set-aside": "Paused and ended relationships",
    "home.settings": "Settings: look, dates, thresholds, keys",
}
FROM_ANYWHERE = {
    "home.new": "",
    "home.find": "",
    "home.contacts": "ContactsScreen",
    "home.guide": "LibraryScreen",
    "home.set-aside": "",
    "home.settings": "SettingsScreen",
}
"""Deeds of home that fit on every screen, each with the screen it opens where that opens once."""
MOVES = ("app.", "rows.", "choice.")
MOVING_KEYS = frozenset({"escape", "enter", "tab", "space", "up", "down", "pageup", "pagedown"})
"""Going on, going back and reading on are no deeds to look up; those of the app come last."""


@dataclass(frozen=True)
class Deed:
    """Something to do: its words, the key that does it too, and how it is done."""

    words: str
    key: str
    do: Callable[[], Awaitable[object] | object]

    def shown(self, words: Content | None = None) -> Content:
        """Words and key on one line; none of it is read as markup."""
        return (words or Content(self.words)) + Content.styled(f"   {self.key}", "not bold dim")


class Palette(CommandPalette):
    """Textual's own; a key that comes before its list is laid out does nothing."""

    def _action_command_list(self, action: str) -> None:
        with suppress(KeyError):
            super()._action_command_list(action)


class Deeds(Provider):
    """What can be done where ctrl+p was pressed."""

    async def discover(self) -> Hits:
        """All of it, before anything is typed."""
        for deed in deeds(self._troth, self.screen):
            yield DiscoveryHit(deed.shown(), deed.do, text=deed.words)

    async def search(self, query: str) -> Hits:
        """What fits the words typed; people are found by name."""
        matcher = self.matcher(query)
        for deed in (*deeds(self._troth, self.screen), *people(self._troth, self.screen)):
            score, places = matcher.fuzzy_search.match(query, deed.words)
            if score > 0:
                shown = deed.shown(_marked(deed.words, places, self.match_style))
                yield Hit(score, shown, deed.do, text=deed.words)

    @property
    def _troth(self) -> TrothApp:
        return cast("TrothApp", self.app)


def open_palette(app: TrothApp) -> None:
    """Ask what to do; nothing happens where it is asked already."""
    if not isinstance(app.screen, CommandPalette):
        app.push_screen(Palette([Deeds], placeholder="What would you like to do?"))


def deeds(app: TrothApp, screen: Screen[object]) -> Iterator[Deed]:
    """What can be done on this screen now: its own deeds, then those of everywhere."""
    here = [one for one in screen.active_bindings.values() if one.enabled]
    yield from _of_screen(app, here)
    if not screen.is_modal and not isinstance(screen, HomeScreen):
        yield from _of_home(app)
    yield from _turns(app, screen)
    if not screen.is_modal:
        yield from _takes_out(app, screen)
        yield from _brings_in(app)
        yield Deed("A workshop: play a case with a room", "", partial(_workshop, app))
        yield from _seals(app)
        yield from _chooses(app)
    yield from _looks(app)
    yield Deed("All keys", "?", app.action_keys)
    yield Deed("Leave Troth", "ctrl+q", app.action_quit)


def people(app: TrothApp, screen: Screen[object]) -> Iterator[Deed]:
    """Everyone's pages; not from a dialog, which would lie under them."""
    if screen.is_modal:
        return
    home = _home(app)
    for person in app.facts.people:
        open_pages = partial(home.open_person, person.id)
        yield Deed(f"Open {person.name}", "", open_pages)


def _of_screen(app: TrothApp, here: list[ActiveBinding]) -> Iterator[Deed]:
    seen = set()
    for active in here:
        binding = active.binding
        if binding.action not in seen and _is_deed(binding):
            seen.add(binding.action)
            yield _deed(app, active)


def _is_deed(binding: Binding) -> bool:
    if binding.id is None or binding.id.startswith(MOVES):
        return False
    return binding.key not in MOVING_KEYS and not binding.key.isdigit()


def _of_home(app: TrothApp) -> Iterator[Deed]:
    opened = {type(screen).__name__ for screen in app.screen_stack}
    for active in _home(app).active_bindings.values():
        name = active.binding.id or ""
        if active.enabled and name in FROM_ANYWHERE and FROM_ANYWHERE[name] not in opened:
            yield _deed(app, active)


def _deed(app: TrothApp, active: ActiveBinding) -> Deed:
    binding = active.binding
    words = WORDS.get(binding.id or "", binding.tooltip or binding.description)
    do = partial(app.run_action, binding.action, active.node)
    return Deed(words.replace("{name}", _name(app)), key_says(active.node.app, binding), do)


def _turns(app: TrothApp, screen: Screen[object]) -> Iterator[Deed]:
    """Undo and redo, with what they would turn; nothing is loaded only to ask."""
    coach = vars(app.world).get("coach")
    if coach is None or screen.is_modal:
        return
    if coach.history.done:
        yield Deed(f"Undo: {coach.history.done[-1].said}", "u", app.action_undo)
    if coach.history.undone:
        yield Deed(f"Redo: {coach.history.undone[-1].said}", "U", app.action_redo)


def _takes_out(app: TrothApp, screen: Screen[object]) -> Iterator[Deed]:
    """Taking records out: of the person whose page this is, or of everyone."""
    if not any(type(one).__name__ == "TakeOut" for one in app.screen_stack):
        whom = getattr(screen, "workbook_id", "")
        words = "Take records out: calendar, pages, everything"
        yield Deed(words, "", partial(_take_out, app, whom))


def _take_out(app: TrothApp, whom: str) -> None:
    from tui.setup.export import TakeOut

    known = any(one.id == whom for one in app.facts.people)
    app.push_screen(TakeOut(whom if known else ""))


def _workshop(app: TrothApp) -> None:
    from tui.guide.show_workshop import show_workshop

    show_workshop(app)


def _chooses(app: TrothApp) -> Iterator[Deed]:
    """Choosing between two copies, while home tells of something about the files."""
    keeping = app.world.keeping if app.facts.notices else None
    if keeping is not None:
        from tui.setup.conflicts import choose_copies

        yield Deed("Two copies: choose between them", "", partial(choose_copies, app, keeping))


def _brings_in(app: TrothApp) -> Iterator[Deed]:
    if not any(type(one).__name__ == "ImportReview" for one in app.screen_stack):
        words = "Bring in a file: people, calendar, everything"
        yield Deed(words, "", partial(_bring_in, app))


def _bring_in(app: TrothApp) -> None:
    from tui.setup.bring_in import bring_in

    bring_in(app)


def _seals(app: TrothApp) -> Iterator[Deed]:
    """What can be done about the seal; nothing where the records are made up."""
    sealing = app.world.sealing
    if sealing is None:
        return
    from tui.lock import forms

    if sealing.sealed:
        yield Deed("Lock this window", "L", app.action_lock)
        yield Deed("Change your passphrase", "", partial(forms.change, app))
        yield Deed("Take the seal off your records", "", partial(forms.unseal, app))
    else:
        yield Deed("Seal your records with a passphrase", "", partial(forms.seal, app))


def _looks(app: TrothApp) -> Iterator[Deed]:
    for theme, words in ((DARK, "Look: dark"), (LIGHT, "Look: light")):
        if app.theme != theme.name:
            yield Deed(words, "until you leave", partial(setattr, app, "theme", theme.name))
    others = partial(_look_at_others, app)
    yield Deed("Look: others", "the terminal's own colours: ansi-dark, ansi-light", others)


def _look_at_others(app: TrothApp) -> None:
    app.push_screen(Palette([ThemeProvider], placeholder="Which look?"))


def _home(app: TrothApp) -> HomeScreen:
    return cast("HomeScreen", app.screen_stack[0])


def _name(app: TrothApp) -> str:
    person = app.facts.person(_home(app).person() or "")
    return person.name if person else "someone"


def _marked(words: str, places: object, style: Style | None) -> Content:
    shown = Content(words)
    for place in cast("tuple[int, ...]", places):
        if style is not None and not words[place].isspace():
            shown = shown.stylize(style, place, place + 1)
    return shown
