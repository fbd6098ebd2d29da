"""How much to tell someone outside: the page as it would leave, and what stays out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import Static

from coaching.hurdle.disclosure import extras_for, levels_open, page_for_outside
from coaching.record.outside import Share
from tui.hurdle.pages.base import Page
from tui.hurdle.telling import told_outside
from tui.widgets.choice import Choice
from tui.widgets.ticks import Ticks

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual import events
    from textual.widget import Widget

    from coaching.hurdle.disclosure import Told
    from coaching.hurdle.plan import PlanSheet
    from coaching.record.outside import ShareExtra, ShareLevel

WIDE = 110


class SharePage(Page):
    """A level, what is taken in besides, and live below or beside it exactly what leaves."""

    DEFAULT_CSS = """
    SharePage #share { height: auto; }
    SharePage #asked { height: auto; }
    SharePage #sheet { height: auto; border: round $border-blurred; padding: 0 1; }
    SharePage Ticks { margin: 1 0; }
    SharePage .wide { layout: horizontal; }
    SharePage .wide #asked { width: 46; margin-right: 2; }
    SharePage .wide #sheet { width: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c", "copy", "copy the page", id="share.copy", tooltip="Copy exactly this page"),
        Binding(
            "w",
            "write",
            "write to a file",
            id="share.write",
            tooltip="Write exactly this page to a new file",
        ),
    ]

    def widgets(self) -> Iterable[Widget]:
        """Levels, extras, what is left out, the page."""
        told, words = told_outside(self.session), self.session.content.support.share
        was = self.session.answers.share
        levels = [(one.id, one.label) for one in words.levels if one.id in levels_open(told)]
        sheet = Vertical(Static(id="text"), id="sheet")
        sheet.border_title = Content("Exactly this leaves, when you copy or write it")
        yield Container(
            Vertical(
                Choice(levels, was.level if was else None, stacked=True, id="level"),
                Static(id="means", classes="help"),
                Ticks((), was.extras if was else (), id="extras"),
                Static(id="left-out", classes="note"),
                Static(Content(words.look_once_more), classes="note"),
                id="asked",
            ),
            sheet,
            id="share",
        )

    def on_mount(self) -> None:
        """Show the page at the level chosen before, or with the least."""
        was = self.session.answers.share
        ticks = self.query_one(Ticks)
        ticks.offer(self._extras())
        ticks.ticked = frozenset(was.extras if was else ()) & {one for one, _ in ticks.entries}
        self._show()

    def on_resize(self, event: events.Resize | None = None) -> None:
        """Beside each other where there is room."""
        super().on_resize()
        self.query_one("#share").set_class(self.size.width >= WIDE, "wide")

    @property
    def level(self) -> ShareLevel:
        """The level under choice."""
        return cast("ShareLevel", self.query_one(Choice).value)

    @property
    def share(self) -> Share:
        """What is chosen."""
        ticked = self.query_one(Ticks).ticked
        extras = tuple(one for one in extras_for(self._told(), self.level) if one in ticked)
        return Share(level=self.level, extras=extras)

    @property
    def page(self) -> PlanSheet:
        """The page as it would leave."""
        return page_for_outside(self._told(), self.share)

    def _told(self) -> Told:
        return told_outside(self.session)

    def _extras(self) -> list[tuple[ShareExtra, str]]:
        words = self.session.content.support.share
        return [(one, f"with {words.extra(one)}") for one in extras_for(self._told(), self.level)]

    @on(Choice.Changed)
    def _other_level(self) -> None:
        self.query_one(Ticks).offer(self._extras())
        self._show()

    @on(Ticks.Changed)
    def _show(self) -> None:
        words = self.session.content.support.share
        page = self.page
        means = next(one.help or "" for one in words.levels if one.id == self.level)
        named = self.level == "account" or "their_name" in self.share.extras
        lines = [means] if named or not self._told().name else [means, words.without_name]
        self.query_one("#means", Static).update(Content("\n".join(lines)))
        left_out = ", ".join(dict.fromkeys(page.left_out))
        self.query_one("#left-out", Static).update(Content(f"{words.left_out}: {left_out}."))
        self.query_one("#text", Static).update(Content(page.as_markdown()))

    def answer(self) -> Mapping[str, Any] | None:
        """The level and what is taken in."""
        return {"share": self.share}

    def action_copy(self) -> None:
        """Copy the page."""
        self.app.copy_to_clipboard(self.page.as_markdown())
        self.app.notify("The page is copied. Where you paste it, it can be read.", markup=False)

    def action_write(self) -> None:
        """Ask where the page shall go."""
        from tui.hurdle.preview import WritePage

        self.app.push_screen(WritePage(self.page, f"{self.session.today:%Y-%m-%d}"))
