"""The ladder to help from outside: what speaks for it, which step fits, which one is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from coaching.hurdle import support
from tui.hurdle.pages.base import Page
from tui.widgets.rows import Column, Row, Rows
from tui.widgets.ticks import Ticks

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual.widget import Widget

    from coaching.guide import Kind
    from coaching.guide.support import Rung
    from coaching.hurdle.support import Reason

CHOOSES = "enter chooses the step under the cursor."
COLUMNS = (Column("", 30, grow=1), Column("", 12, style="$text-muted"))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


class RungPage(Page):
    """Reasons are ticked and not kept; the step is the user's own choice."""

    DEFAULT_CSS = """
    RungPage Ticks { margin-bottom: 1; }
    """
    _fitting: str | None = None
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "to_steps", "to the steps", id="rung.steps", tooltip="Go to the steps"),
    ]

    def widgets(self) -> Iterable[Widget]:
        """Reasons, what fits, the steps, what the one under the cursor is for."""
        session, words = self.session, self.session.content.support
        found = support.reasons_in_record(session.workbook, session.answers, self._kind)
        if not session.care:
            yield Static(Content(words.ladder.not_kept), classes="help")
            yield Ticks([(one.id, one.label) for one in words.reasons], found, id="reasons")
        yield Static(id="fits", classes="note")
        yield Rows(COLUMNS, undecided=True, id="steps")
        yield Static(id="explain", classes="help")

    def on_mount(self) -> None:
        """Show what fits what is known already."""
        self._show()
        if self.session.answers.rung:
            self.query_one(Rows).go_to(self.session.answers.rung)

    @property
    def _kind(self) -> Kind | None:
        known = self.session.known
        return known.kind if known else None

    @property
    def _reasons(self) -> frozenset[Reason]:
        found = self.query(Ticks)
        return cast("frozenset[Reason]", found.first().ticked if found else frozenset())

    @on(Ticks.Changed)
    def _show(self) -> None:
        session, words = self.session, self.session.content.support
        reasons = self._reasons
        fits = support.suggested(
            reasons, kind=self._kind, tried=session.answers.rung, care=session.care
        )
        rung = words.rung(fits.rung or "")
        lines = [f"{words.ladder.fits} {rung.name}."] if rung and reasons else []
        if session.care:
            lines = [words.ladder.fits_care]
        if fits.not_now and not session.care:
            lines.append(words.ladder.no_talk)
        said = self.query_one("#fits", Static)
        said.update(Content("\n".join(lines)))
        said.display = bool(lines)
        shown = support.offered(care=session.care, afraid="afraid" in reasons)
        rows = self.query_one(Rows)
        self._fitting = fits.rung if lines else None
        rows.show([self._row(one, self._fitting) for one in shown])
        rows.go_to(fits.rung or "")
        self._explain()

    def _row(self, rung_id: str, fitting: str | None) -> Row:
        rung = self.session.content.support.rung(rung_id)
        name = rung.name if rung else rung_id
        return Row(rung_id, (f"{name[:1].upper()}{name[1:]}", "fits" if rung_id == fitting else ""))

    @on(Rows.Moved)
    def _moved(self, event: Rows.Moved) -> None:
        event.stop()
        self._explain()
        if event.rows.has_focus:
            self.call_after_refresh(self._show_why)

    def _explain(self) -> None:
        content = self.session.content
        rung = content.support.rung(self.query_one(Rows).key or "")
        text = ""
        if rung is not None:
            people = "; ".join(kind.name for kind in map(content.support_kind, rung.kinds) if kind)
            about = f"{_capital(people)}." if people else ""
            text = "\n".join(filter(None, (self._why(rung), about, CHOOSES)))
        self.query_one("#explain", Static).update(Content(text))

    def _why(self, rung: Rung) -> str:
        """For the step that fits, what the user ticked that leads there; else what it is for."""
        ticked = self._leading_to(rung.id)
        if ticked:
            return f"You ticked: {' '.join(ticked)}"
        return f"Made for: {rung.when[:1].lower()}{rung.when[1:]}"

    def _show_why(self) -> None:
        if self.is_attached:
            self.query_one("#explain").scroll_visible(animate=False)

    def _leading_to(self, rung_id: str) -> list[str]:
        if not self._reasons or rung_id != self._fitting:
            return []
        reasons = self.session.content.support.reasons
        return [one.label for one in reasons if one.id in self._reasons]

    def action_to_steps(self) -> None:
        """From the reasons to the steps."""
        self.query_one(Rows).focus()
        self.call_after_refresh(self._show_why)

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        event.stop()
        self.post_message(self.Answered({"rung": event.key}))

    def begin(self) -> None:
        """Begin at the reasons, where there are any to tick."""
        first = self.query("Ticks, Rows").first()
        self.begin_at(first)

    def answer(self) -> Mapping[str, Any] | None:
        """The step under the cursor; none is fine."""
        key = self.query_one(Rows).key
        return {"rung": key} if key else None
