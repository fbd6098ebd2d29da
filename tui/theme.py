"""Troth's two looks, dark and light: quiet colours, each text at least 4.5 to 1 on its ground."""

import os
from dataclasses import replace

from textual.theme import BUILTIN_THEMES, Theme

DARK = Theme(
    name="troth-dark",
    dark=True,
    primary="#5fa89b",
    secondary="#6f93a8",
    accent="#8cc7bb",
    warning="#e3b96b",
    error="#f0968a",
    success="#9cc98f",
    foreground="#dfe0da",
    background="#14191d",
    surface="#1b2227",
    panel="#222b31",
    variables={
        "text": "#dfe0da",
        "text-muted": "#9fabad",
        "text-disabled": "#919ea3",
        "text-primary": "#8cc7bb",
        "text-secondary": "#a9c3d2",
        "text-accent": "#8cc7bb",
        "text-warning": "#e3b96b",
        "text-error": "#f0968a",
        "text-success": "#9cc98f",
        "foreground-muted": "#9fabad",
        "border": "#5fa89b",
        "border-blurred": "#5d6e77",
        "block-cursor-background": "#29363d",
        "block-cursor-foreground": "#dfe0da",
        "block-cursor-blurred-background": "#29363d",
        "block-cursor-blurred-foreground": "#dfe0da",
        "block-hover-background": "#222b31",
        "input-selection-background": "#3a5c58",
        "screen-selection-background": "#3a5c58",
        "scrollbar": "#3d4a51",
        "scrollbar-hover": "#5d6e77",
        "scrollbar-active": "#5fa89b",
        "scrollbar-background": "#14191d",
        "footer-key-foreground": "#8cc7bb",
    },
)
"""Ink and moss: the default."""

LIGHT = Theme(
    name="troth-light",
    dark=False,
    primary="#2b7d71",
    secondary="#43667c",
    accent="#1c655b",
    warning="#7a5200",
    error="#a13225",
    success="#2f6a33",
    foreground="#22292c",
    background="#f7f5f0",
    surface="#fffdf9",
    panel="#efece4",
    variables={
        "text": "#22292c",
        "text-muted": "#566266",
        "text-disabled": "#5f6a6e",
        "text-primary": "#1c655b",
        "text-secondary": "#35566a",
        "text-accent": "#1c655b",
        "text-warning": "#7a5200",
        "text-error": "#a13225",
        "text-success": "#2f6a33",
        "foreground-muted": "#566266",
        "border": "#2b7d71",
        "border-blurred": "#898e87",
        "block-cursor-background": "#e0eae5",
        "block-cursor-foreground": "#22292c",
        "block-cursor-blurred-background": "#e0eae5",
        "block-cursor-blurred-foreground": "#22292c",
        "block-hover-background": "#efece4",
        "input-selection-background": "#bcdcd4",
        "screen-selection-background": "#bcdcd4",
        "scrollbar": "#c9c7be",
        "scrollbar-hover": "#898e87",
        "scrollbar-active": "#2b7d71",
        "scrollbar-background": "#f7f5f0",
        "footer-key-foreground": "#1c655b",
    },
)
"""Paper and moss."""

SEEN_BORDER = {"border-blurred": "ansi_bright_black"}
"""Textual gives quiet borders the colour of the ground, where they cannot be seen."""


def _with_borders(name: str) -> Theme:
    theme = BUILTIN_THEMES[name]
    return replace(theme, variables={**theme.variables, **SEEN_BORDER})


THEMES = (DARK, LIGHT, _with_borders("ansi-dark"), _with_borders("ansi-light"))


def first_theme(chosen: str = DARK.name) -> str:
    """The theme a run begins with: the one TEXTUAL_THEME names, where there is such, else `chosen`.

    `chosen` comes from the user's settings.
    """
    asked = os.environ.get("TEXTUAL_THEME", "")
    known = {theme.name for theme in THEMES} | set(BUILTIN_THEMES)
    return asked if asked in known else chosen


def only_own_colours() -> bool | None:
    """Where NO_COLOR is set: send the terminal no colour at all, not greys in place of colours."""
    return True if "NO_COLOR" in os.environ else None
