"""The last line of a screen: the keys that work where the cursor is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.content import Content
from textual.style import Style
from textual.widget import Widget

if TYPE_CHECKING:
    from textual.app import App
    from textual.binding import ActiveBinding, Binding
    from textual.screen import Screen

GAP = 2
HELP_KEY = "question_mark"
OF_THE_FIELD = "field.editor"


class KeyLine(Widget):
    """Shows the bindings of the focused widget and its screen; a click presses the key.

    A screen may name in `keys_that_stay` the ids of bindings that are the last to go where the
    line is short.
    """

    DEFAULT_CSS = """
    KeyLine {
        dock: bottom;
        height: 1;
        padding: 0 1;
        color: $text-muted;
    }
    """

    def on_mount(self) -> None:
        """Follow the focus; the keys look like keys, not like links."""
        self.auto_links = False
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def _changed(self, _: Screen[object]) -> None:
        self.refresh()

    def render(self) -> Content:
        """As many keys as fit; the help key and those that stay are always among them."""
        shown = [active for active in self.screen.active_bindings.values() if active.binding.show]
        shown = [active for active in _unique(shown) if active.enabled and _offered(active)]
        help_last = sorted(shown, key=lambda active: active.binding.key == HELP_KEY)
        stay: frozenset[str] = getattr(self.screen, "keys_that_stay", frozenset())
        parts = [
            (self._entry(active), active.binding.id in stay) for active in _screen_first(help_last)
        ]
        return _fit(parts, self.size.width)

    def _entry(self, active: ActiveBinding) -> Content:
        binding = active.binding
        key = key_says(self.app, binding)
        press = Style.from_meta({"@click": f"app.simulate_key({binding.key!r})"})
        entry = Content.assemble((key, "bold $text-accent"), f" {binding.description}")
        return entry.stylize(press)


def key_says(app: App[Any], binding: Binding) -> str:
    """A key as people name it: "enter", "ctrl+s", "?"."""
    return app.get_key_display(binding).replace("⏎", "enter").replace("^", "ctrl+")


def _offered(active: ActiveBinding) -> bool:
    """The key of the editor is not offered for a text of which nothing may be kept."""
    return active.binding.id != OF_THE_FIELD or bool(getattr(active.node.screen, "draft_key", ""))


def _unique(actives: list[ActiveBinding]) -> list[ActiveBinding]:
    """One entry for each deed, though several keys may do it."""
    seen: dict[tuple[str, str], ActiveBinding] = {}
    for active in actives:
        seen.setdefault((active.binding.action, active.binding.description), active)
    return list(seen.values())


def _screen_first(actives: list[ActiveBinding]) -> list[ActiveBinding]:
    """A key of the field itself is the first to go where the line is short; the last one stays."""
    own = [active for active in actives if active.binding.id == OF_THE_FIELD]
    others = [active for active in actives if active not in own]
    return [*others[:-1], *own, *others[-1:]]


def _fit(parts: list[tuple[Content, bool]], width: int) -> Content:
    """The keys that fit, in their order: the last one, those that stay, then from the first on."""
    if not parts:
        return Content("")
    *others, (last, _) = parts
    room = width - last.cell_length
    room -= sum(part.cell_length + GAP for part, stays in others if stays)
    kept: list[Content] = []
    full = False
    for part, stays in others:
        if not stays:
            room -= part.cell_length + GAP
            full = full or room < 0
        if stays or not full:
            kept.append(part)
    return Content(" " * GAP).join([*kept, last])
