"""Texts that break screens which take them for markup, for control codes, or for plain Latin."""

MARKUP = "[/x] [b] [$primary] [@click=app.quit]x[/]"
ESCAPES = "\x1b[31mred\x1b]0;title\x07 \x9b1m\x00end"
BIDI = "\u202egnirts\u2066 x"
EMOJI = "👩‍👩‍👧 Ana 🎉"
SCRIPTS = "مريم 李小龙 Łukasz עדי"
WIDE = "李" * 60

HOSTILE = (MARKUP, ESCAPES, BIDI, EMOJI, SCRIPTS, WIDE)
FORBIDDEN = ("\x1b", "\x9b", "\x00", "\x07", "\u202e", "\u2066")

MIXED = f"{MARKUP} {ESCAPES} {BIDI} {EMOJI} {SCRIPTS}"
"""All of them in one line that still fits a short field."""
