"""Troth over the records of a case's cast: the same screens, and escape on home leads back."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from tui.app import TrothApp
from tui.home.screen import HomeScreen


class CastApp(TrothApp):
    """Troth on made-up records, before a room; the user's own settings are not shown to it."""

    TITLE = "Troth, a scenario"
    OFFERS_SETTINGS: ClassVar[bool] = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape",
            "back_to_case",
            "back to the case",
            key_display="esc",
            id="cast.back",
            tooltip="Back to the case; these made-up records are forgotten",
        ),
    ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Home alone leads back; elsewhere escape goes one step back first."""
        if action == "back_to_case":
            return isinstance(self.screen, HomeScreen)
        return super().check_action(action, parameters)

    async def action_back_to_case(self) -> None:
        """Leave."""
        await self.leave(0)
