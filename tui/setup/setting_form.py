"""Changes one setting: a choice among a few answers, or a field for a number, a rhythm, a key."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from coaching.errors import Refused, TrothError
from coaching.settings import CHOICES
from tui.setup.settings_lines import say_value
from tui.widgets.choice import Choice
from tui.widgets.fields import Field
from tui.widgets.form import Form
from tui.widgets.list_dialog import ListDialog
from tui.widgets.rows import Column, Row, Rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.widget import Widget

    from tui.app import TrothApp
    from tui.setup.settings_lines import Setting

FEW = 4
YES, NO = "yes", "no"


def edit_setting(app: TrothApp, setting: Setting, then: Callable[[bool | None], None]) -> None:
    """Open what this setting is changed with; `then` hears whether it was."""
    answers = CHOICES.get((setting.section, setting.name), ())
    if len(answers) > FEW:
        app.push_screen(ChooseAnswer(setting, answers), then)
    else:
        app.push_screen(EditSetting(setting), then)


class EditSetting(Form[bool]):
    """One setting with its answers, or with a field."""

    DEFAULT_CSS = "EditSetting Static.hint { margin-bottom: 1; }"

    def __init__(self, setting: Setting) -> None:
        """This one."""
        super().__init__()
        self.setting = setting

    def title_text(self) -> str:
        """Its name."""
        return self.setting.words

    def fields(self) -> Iterator[Widget]:
        """What it means, then the answers or the field."""
        setting = self.setting
        now = setting.value(self.app.world.settings)
        yield Static(Content(f"{setting.means[:1].upper()}{setting.means[1:]}."), classes="hint")
        default = f"The default is {say_value(setting.default)}."
        if answers := _answers(setting):
            shown = say_value(now) if isinstance(now, bool) else str(now)
            yield Choice([(one, one) for one in answers], shown)
            yield Static(Content(default), classes="hint")
        else:
            under = f"{setting.allowed[:1].upper()}{setting.allowed[1:]}. {default}"
            yield Field("value", "", value=str(now), under=under)

    async def save(self) -> bool:
        """Write it into the file."""
        value = self._value()
        if value == self.setting.value(self.app.world.settings):
            return False
        section, name = self.setting.section, self.setting.name
        given = None if value == self.setting.default else value
        try:
            await asyncio.to_thread(self.app.in_force.change, section, name, given)
        except TrothError as error:
            raise Refused(error.sentence, field="value") from error
        return True

    def _value(self) -> object:
        if _answers(self.setting):
            answer = self.query_one(Choice).value
            return answer == YES if isinstance(self.setting.default, bool) else answer
        text = self.field("value").text.strip()
        if isinstance(self.setting.default, int):
            if not (text.isascii() and text.isdigit()):
                raise Refused(f"Write {self.setting.allowed}.", field="value")
            return int(text)
        return text


class ChooseAnswer(ListDialog[bool]):
    """One of many answers, taken by enter."""

    COLUMNS = (Column("", 24, grow=1),)

    def __init__(self, setting: Setting, answers: tuple[str, ...]) -> None:
        """Of this setting."""
        super().__init__()
        self.setting = setting
        self._choices = answers

    def heading(self) -> str:
        """Its name."""
        return self.setting.words

    def entries(self) -> list[Row]:
        """A line each."""
        return [Row(one, (one,)) for one in self._choices]

    def on_mount(self) -> None:
        """Begin at what counts now."""
        super().on_mount()
        self.query_one(Rows).go_to(str(self.setting.value(self.app.world.settings)))

    async def chosen(self, key: str) -> None:
        """Write it into the file."""
        section, name = self.setting.section, self.setting.name
        given = None if key == self.setting.default else key
        try:
            await asyncio.to_thread(self.app.in_force.change, section, name, given)
        except TrothError as error:
            self.app.show_error(error)
            return
        self.dismiss(True)


def _answers(setting: Setting) -> tuple[str, ...]:
    if isinstance(setting.default, bool):
        return YES, NO
    return CHOICES.get((setting.section, setting.name), ())
