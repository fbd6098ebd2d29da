"""The pages that take a choice: by its number, by arrows and enter, or by click."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from coaching.errors import Refused
from coaching.hurdle.going_on import notes_before, ways_on
from coaching.hurdle.plan import KIND, OWN_CONTACT
from coaching.hurdle.support import people_for
from tui.hurdle.pages.base import Page
from tui.widgets.rows import Column, Row, Rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from textual import events
    from textual.widget import Widget

    from coaching.record.contact import SupportContact

SHOW_ALL = "show_all"
DIGITS = "1234567890"
MAY_PASS = frozenset({"pending", "who", "told_apart"})


@dataclass(frozen=True, slots=True)
class Option:
    """One answer: its value, its words, words at the right, a line below, a line for the cursor."""

    value: str
    label: str
    aside: str = ""
    below: str = ""
    explain: str = ""


class ChoicePage(Page):
    """Numbered answers; what the one under the cursor means stands below."""

    COLUMNS: ClassVar[Sequence[Column]] = (Column("", 2), Column("", 30, grow=1))

    @property
    def columns(self) -> Sequence[Column]:
        """Number and words."""
        return self.COLUMNS

    def options(self) -> Sequence[Option]:
        """The answers."""
        question = self.session.worded()
        return [
            Option(choice.id, choice.label, explain=self.session.say(choice.help or ""))
            for choice in question.choices
        ]

    def fields_for(self, value: str) -> Mapping[str, Any]:
        """The record's fields for an answer."""
        return {self.session.question: value}

    def widgets(self) -> Iterable[Widget]:
        """The list and the line that explains."""
        yield from self.before()
        yield Rows(self.columns, undecided=True, id="options")
        yield Static(id="explain", classes="help")

    def before(self) -> Iterable[Widget]:
        """What stands between the question and the answers."""
        return ()

    def on_resize(self) -> None:
        """A blank line under the question only where there is room for it."""
        super().on_resize()
        self.set_class(self.virtual_size.height > self.size.height, "tight")

    def on_mount(self) -> None:
        """Fill the list; the cursor stands on the answer given before."""
        self._options = list(self.options())
        rows = self.query_one("#options", Rows)
        self._numbered = self.numbered()
        rows.show([self._row(option) for option in self._options])
        rows.go_to(self.given())
        self._explain()

    def given(self) -> str:
        """The answer given before; "" where none was."""
        return str(getattr(self.session.answers, self.session.question) or "")

    def answer(self) -> Mapping[str, Any] | None:
        """The answer under the cursor; only some questions may be passed over."""
        value = self.query_one("#options", Rows).key
        if value is None and self.session.question not in MAY_PASS:
            raise Refused("Choose one of these: its number, or arrows and enter.")
        return None if value is None else self.fields_for(value)

    def on_key(self, event: events.Key) -> None:
        """Its number chooses an answer."""
        place = DIGITS.find(event.character) if event.character else -1
        if 0 <= place < len(self._numbered):
            event.stop()
            self.choose(self._numbered[place])

    def choose(self, value: str) -> None:
        """Give this answer."""
        self.post_message(self.Answered(self.fields_for(value)))

    @on(Rows.Chosen, "#options")
    def _chosen(self, event: Rows.Chosen) -> None:
        event.stop()
        self.choose(event.key)

    @on(Rows.Moved, "#options")
    def _moved(self, event: Rows.Moved) -> None:
        event.stop()
        self.show_line(event.rows)
        self._explain()

    def _explain(self) -> None:
        key = self.query_one("#options", Rows).key
        text = next((option.explain for option in self._options if option.value == key), "")
        self.query_one("#explain", Static).update(Content(text))

    def numbered(self) -> Sequence[str]:
        """The answers' values in the order of their numbers."""
        return [option.value for option in self._options]

    def _row(self, option: Option) -> Row:
        place = self._numbered.index(option.value)
        number = DIGITS[place] if place < len(DIGITS) else ""
        below = (Content.styled(f"    {option.below}", "$text-muted"),) if option.below else ()
        return Row(option.value, (number, option.label, option.aside), below)


class AreaPage(ChoicePage):
    """The first half of "which comes closest": a plain choice that finds the few that could fit."""

    def options(self) -> Sequence[Option]:
        """The areas, then not sure, then all 18."""
        areas = self.session.content.decision_path.areas
        found = [Option(area.id, area.label, explain=area.help) for area in areas]
        return [*found, *super().options()]

    def fields_for(self, value: str) -> Mapping[str, Any]:
        """Not sure is a whole result; all 18 asks for no area."""
        if value == "not_sure":
            return {"area": "", "closest": "not_sure"}
        return {"area": value, "closest": ""}


class HowPage(ChoicePage):
    """How to go on; none preselected, and what kind of hurdle it is said first."""

    def before(self) -> Iterable[Widget]:
        """Notes for this kind of hurdle, for unequal power, for something pending."""
        lines = notes_before(self.session.content, self.session.answers)
        yield Static(Content("\n".join(map(self.session.say, lines))), classes="note")

    def options(self) -> Sequence[Option]:
        """The ways on, in the order that suits this hurdle."""
        ways = ways_on(self.session.content, self.session.answers)
        return sorted(super().options(), key=lambda option: ways.index(option.value))


class SidePage(ChoicePage):
    """Who has something to own."""

    def options(self) -> Sequence[Option]:
        """The words name the other person."""
        return [
            Option(option.value, self.session.say(option.label), explain=option.explain)
            for option in super().options()
        ]


class WhoPage(ChoicePage):
    """Someone outside: own contacts first, then the kinds of people that suit."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "n",
            "add_contact",
            "someone I know",
            id="hurdle.contact",
            tooltip="Write down a person or office you know, and choose them",
        ),
    ]
    WITH_REACH = (*ChoicePage.COLUMNS, Column("", 17, drop=1, style="$text-muted"))

    @property
    def columns(self) -> Sequence[Column]:
        """How to reach somebody stands beside own contacts; without any, names have the room."""
        return self.WITH_REACH if self.session.contacts else self.COLUMNS

    def options(self) -> Sequence[Option]:
        """Contacts by name, kinds by what they are; each with what they must pass on."""
        content = self.session.content
        contacts = [
            Option(
                f"{OWN_CONTACT}{contact.id}",
                contact.name,
                ", ".join(part for part in (contact.reach, contact.hours) if part),
                explain=contact.must_report or self._must_report(contact.kind),
            )
            for contact in self.session.contacts
        ]
        session = self.session
        fitting = people_for(content, session.answers, care=session.care, routes=session.routes)
        kinds = [
            Option(
                f"{KIND}{kind.id}",
                _capital(kind.name),
                explain=f"Acts for: {kind.acts_for} {kind.must_report}",
            )
            for kind in fitting
        ]
        return [*contacts, *kinds]

    def numbered(self) -> Sequence[str]:
        """A step chosen on the ladder changes who stands first, and nobody's number."""
        session = self.session
        asked = session.answers.changed(rung="")
        usual = people_for(session.content, asked, care=session.care, routes=session.routes)
        known = [option.value for option in self._options if option.value.startswith(OWN_CONTACT)]
        return [*known, *(f"{KIND}{kind.id}" for kind in usual)]

    def before(self) -> Iterable[Widget]:
        """What a result without a label means."""
        found = self.session.content.wizard.result(self.session.answers.closest)
        if found is not None and not self.session.care:
            text = self.session.say(f"{found.title} {found.lines[0]}")
            yield Static(Content(text), classes="note")

    def action_add_contact(self) -> None:
        """Ask for a person outside; whoever is written down is chosen at once."""
        from tui.guide.contact_form import ContactForm

        session = self.session
        under_cursor = self.query_one("#options", Rows).key or ""
        kind = under_cursor.removeprefix(KIND) if under_cursor.startswith(KIND) else ""
        form = ContactForm(session.content.support.kinds, kind=kind, coach=session.coach)
        self.app.push_screen(form, self._added)

    def _added(self, contact: SupportContact | None) -> None:
        if contact is not None:
            self.session.contacts = (*self.session.contacts, contact)
            self.choose(f"{OWN_CONTACT}{contact.id}")

    def _must_report(self, kind_id: str) -> str:
        kind = self.session.content.support_kind(kind_id)
        return kind.must_report if kind else ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
