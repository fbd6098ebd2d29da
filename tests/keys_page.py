"""Writes docs/keys.md and docs/settings.md from the bindings and the settings of the program."""

from collections.abc import Iterator
from pathlib import Path

from coaching.settings import THEMES
from coaching.settings_words import commented_file
from tests.source_files import ROOT
from tui.setup.own_keys import sharing
from tui.setup.registry import KeyOf, every_key

KEYS_PAGE = ROOT / "docs" / "keys.md"
SETTINGS_PAGE = ROOT / "docs" / "settings.md"

PLACES = {
    "app": "Everywhere",
    "home": "Home",
    "next": "Home, on the next step",
    "rows": "In every list",
    "choice": "In a choice among a few answers",
    "ticks": "In answers of which several can be right",
    "narrow": "While a list is narrowed to some words",
    "form": "In a form",
    "field": "In a long text",
    "list": "In a list to choose from",
    "desk": "In a list of one practice",
    "ask": "When Troth asks before a deed",
    "find": "Find",
    "put-off": "Putting the next step off",
    "files": "What is to be said about your files",
    "away": "While you were away",
    "person": "A person's pages",
    "behind": "The records behind a line",
    "explain": "Why this line",
    "filter": "The filter of the timeline",
    "delete": "Deleting somebody's pages",
    "note": "A note",
    "new": "Adding people",
    "before": "Before a check-in",
    "during": "During a check-in",
    "held": "After a check-in",
    "settle": "Open promises",
    "review": "A review of the agreement",
    "agreement": "The agreement as a page",
    "hand": "Handing the keyboard over for a pulse",
    "contacts": "People outside",
    "kind": "The kind of a contact",
    "library": "The guide",
    "hurdle": "A hurdle",
    "answers": "The safety question",
    "alone": "A hurdle alone, before it begins",
    "rung": "Whom to ask",
    "share": "A page for somebody outside",
    "preview": "The plan as a page",
    "tocopy": "A text to copy at an ending",
    "why": "Why this is asked",
    "seal": "Sealing your records",
    "lock": "Locked records",
    "work": "Long work on all records",
    "out": "Taking records out",
    "in": "Bringing a file in",
    "first": "The first start",
    "settings": "Settings",
    "keys": "The list of keys",
    "play": "A workshop case, in the player",
    "notes": "A workshop case, the notes",
    "cast": "The records of the people in a case",
}

KEYS_TOP = """\
# Keys

`?` shows, wherever you are, every key that works there. `ctrl+p` finds every deed by its words.
Letters typed in a field are text; `escape` leaves the field first.

## Where you look for it

| | lazygit | k9s | posting | Troth |
|---|---|---|---|---|
| leave | `q` | `:q`, `ctrl+c` | `ctrl+c` | `ctrl+q` anywhere, `q` on home, `ctrl+c` twice |
| help | `?` | `?` | `f1`, `?` | `?` |
| find | `/` | `/` | | `/` |
| every command | `?` | `:` | `ctrl+p` | `ctrl+p`, `:` |
| back | `esc` | `esc` | `esc` | `esc` |
| only some lines of a list | `/` | `/` | | `&`, and `/` where nothing else is found |
| down, up in a list | `j` `k`, arrows | `j` `k`, arrows | `j` `k`, arrows | `j` `k`, arrows |

In every list `<` and `>` go to the ends, `ctrl+d` and `ctrl+u` by half a page; a click chooses, a
second one opens, the wheel scrolls. `u` takes the last change back, `U` does it again. `ctrl+z`
goes back to the shell and `fg` returns (not on Windows). `f1` is left alone, because many terminals
keep it for themselves.

## Your own keys

In the settings (`,` on home), or in `settings.toml` under the id of the deed:

    [keys]
    "home.new" = "a"
    "rows.down" = "j,ctrl+n"

A key is written as it stands in the tables below: `slash`, `question_mark`, `ctrl+n`. What you
write takes the place of the usual keys. A deed that is not there, and a key that another deed of
the same screen has, are named with their line, and the usual key holds. Ids marked `fixed` keep
their keys: ways out, and keys that two deeds of one screen take turns on. Words on the screen that
name a key, as in "plan the next: c", name the usual one.
"""

SETTINGS_TOP = """\
# Settings

`,` on home opens them: `enter` changes one, `d` brings its default back, and it counts at once. All
of them stand in one file, `settings.toml`, in the usual place for settings of your system (on Linux
`~/.config/troth`). `troth settings` prints its place and what counts; `troth settings --init`
writes the file below. Troth changes single lines of it and leaves your remarks and their order
alone.

Every line may be left out. A line that is wrong, or that no setting has, is named once at the start
with its number and what is allowed, and its default holds; the settings show it too.

"""


def keys_page() -> str:
    """The page of all keys, by where they work."""
    return "\n".join([KEYS_TOP, *_tables()]) + "\n"


def settings_page() -> str:
    """The page of all settings: the commented file, and the themes there are."""
    lines = [f"    {line}".rstrip() for line in commented_file().rstrip("\n").splitlines()]
    themes = ", ".join(THEMES)
    return "\n".join([SETTINGS_TOP.rstrip("\n"), "", *lines, "", f"Themes: {themes}.", ""])


def _tables() -> Iterator[str]:
    for place, heading in PLACES.items():
        found = [one for one in every_key() if one.place == place]
        if found:
            yield f"## {heading}\n"
            yield "| key | what it does | id |\n|---|---|---|"
            yield from dict.fromkeys(map(_line, found))
            yield ""


def _line(one: KeyOf) -> str:
    from tui.own_settings import WAYS_OUT

    keys = " ".join(f"`{key}`" for key in one.keys)
    fixed = ", fixed" if one.id in WAYS_OUT | sharing() else ""
    return f"| {keys} | {one.words} | `{one.id}`{fixed} |"


def write(folder: Path = ROOT) -> None:
    """Write both pages."""
    (folder / KEYS_PAGE.relative_to(ROOT)).write_text(keys_page(), "utf-8")
    (folder / SETTINGS_PAGE.relative_to(ROOT)).write_text(settings_page(), "utf-8")


if __name__ == "__main__":
    write()
