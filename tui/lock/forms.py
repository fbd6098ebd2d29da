"""The forms that seal the records, change the passphrase, and take the seal off."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from coaching.errors import Refused, TrothError
from coaching.passphrase import judge
from tui.lock.passphrase import PassphraseField
from tui.lock.work import Work, Working
from tui.widgets.form import Form

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.widget import Widget

    from coaching.ports import Sealing
    from tui.app import TrothApp

SEALING = (
    "Everything here is written anew so that only your passphrase opens it: records, drafts, "
    "trash and backups. Nobody can recover a lost passphrase, Troth's makers neither. "
    "Write it down and keep it where you keep your passport."
)
WHAT_NOT = (
    "A seal does not help on a machine somebody else controls, against a person who can make you "
    "open it, or for copies made before."
)
UNSEALING = (
    "Your records are written anew in plain files. Whoever can read your files can read them then. "
    "Type your passphrase to go on."
)
DIFFERENT = "The two are not the same. Type it once more."


class NewPassphrase(Form[str]):
    """Asks for a new passphrase twice; a weak one is refused with the reason."""

    def new_fields(self) -> Iterator[Widget]:
        """The two fields."""
        yield PassphraseField(
            "new", "A passphrase", under="Four or five words that nobody would guess are good."
        )
        yield PassphraseField("again", "The same once more")

    def new_passphrase(self) -> str:
        """What was typed twice; refused where it is weak or not the same."""
        passphrase = self.field("new").text
        weak = judge(passphrase)
        if weak is not None:
            raise Refused(weak, field="new")
        if self.field("again").text != passphrase:
            raise Refused(DIFFERENT, field="again")
        return passphrase


class SealForm(NewPassphrase):
    """Gives the passphrase to seal with."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "seal", id="seal.do", tooltip="Seal everything now"),
    ]

    def title_text(self) -> str:
        """What this does."""
        return "Seal your records"

    def fields(self) -> Iterator[Widget]:
        """What sealing means, and the passphrase."""
        yield Static(Content(SEALING))
        yield Static(Content(f"\n{WHAT_NOT}\n"), classes="hint")
        yield from self.new_fields()

    async def save(self) -> str:
        """The passphrase."""
        return self.new_passphrase()


class ChangeForm(NewPassphrase):
    """Changes the passphrase; gives it when it is changed."""

    def title_text(self) -> str:
        """What this does."""
        return "Change your passphrase"

    def fields(self) -> Iterator[Widget]:
        """The old one and the new one."""
        yield PassphraseField("old", "Your passphrase now")
        yield from self.new_fields()
        yield Static(
            Content("Whoever has an older copy of these files still needs the old passphrase."),
            classes="hint",
        )

    async def save(self) -> str:
        """Change it."""
        old, new = self.field("old").text, self.new_passphrase()
        sealing = _sealing(self.app)
        try:
            await self.app.carry_out(lambda: sealing.change_passphrase(old, new))
        except TrothError as error:
            raise Refused(error.sentence, field="old") from error
        self.app.say("Your passphrase is changed.")
        return new


class UnsealForm(Form[bool]):
    """Gives True where the passphrase is right."""

    def title_text(self) -> str:
        """What this does."""
        return "Take the seal off"

    def fields(self) -> Iterator[Widget]:
        """What it means, and the passphrase."""
        yield Static(Content(f"{UNSEALING}\n"))
        yield PassphraseField("old", "Your passphrase")

    async def save(self) -> bool:
        """Look whether the passphrase is right."""
        passphrase, sealing = self.field("old").text, _sealing(self.app)
        try:
            await asyncio.to_thread(sealing.unlock, passphrase)
        except TrothError as error:
            raise Refused(error.sentence, field="old") from error
        return True


def seal(app: TrothApp) -> None:
    """Ask for a passphrase, then seal everything."""

    def go(passphrase: str | None) -> None:
        if passphrase is None:
            return
        sealing = _sealing(app)
        app.push_screen(
            Working(
                Work(
                    "Sealing your records",
                    "You can stop this at any time; all is then as it was.",
                    lambda progress: sealing.seal(passphrase, progress),
                    "Your records are sealed. L locks this window.",
                    "Nothing is sealed; all is as it was.",
                )
            )
        )

    app.push_screen(SealForm(), go)


def unseal(app: TrothApp) -> None:
    """Ask for the passphrase, then write everything in plain files."""

    def go(is_right: bool | None) -> None:
        if not is_right:
            return
        sealing = _sealing(app)
        app.push_screen(
            Working(
                Work(
                    "Taking the seal off",
                    "You can stop this at any time; all is then sealed as before.",
                    sealing.unseal,
                    "The seal is off. Your records are plain files again.",
                    "All is sealed as before.",
                )
            )
        )

    app.push_screen(UnsealForm(), go)


def change(app: TrothApp) -> None:
    """Ask for the old and the new passphrase."""
    app.push_screen(ChangeForm())


def _sealing(app: TrothApp) -> Sealing:
    sealing = app.world.sealing
    if sealing is None:
        raise Refused("These records cannot be sealed: they are made up and kept nowhere.")
    return sealing
