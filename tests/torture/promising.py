"""Makes numbered promises through a window or the command line, and finds them on disk again."""

import re
import subprocess
from pathlib import Path

from coaching.record.promise import Promise
from data.vault import FileVault
from tests.terminal.place import COMMAND, NOW, Place
from tests.terminal.terminal import Terminal

NUMBER = re.compile(r"number (\d+)")


def type_promise(terminal: Terminal, number: int) -> None:
    """Press the keys of a promise for Friday; nothing is waited for after the last one."""
    terminal.press("p")
    terminal.wait_for("What, in a few words")
    terminal.paste(f"number {number}")
    terminal.wait_for(f"number {number}")
    terminal.press("enter")
    terminal.paste("fri")
    terminal.wait_for("→ Fri 27 Nov 2026")
    terminal.press("enter")


def said_saved(number: int) -> str:
    """What the window shows once a promise is saved."""
    return f"number {number}, by"


def begin_promise(place: Place, number: int, whom: str) -> "subprocess.Popen[str]":
    """The command line making a promise, while this goes on."""
    words = ("promise", whom, f"number {number}", "--by", "2026-11-27")
    return subprocess.Popen(
        (*COMMAND, "--now", NOW, *words),
        env=place.environment,
        cwd=place.folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def numbers_kept(vault: Path) -> dict[str, list[int]]:
    """The numbers promised, by name, as a new window finds them; every record must be readable."""
    opened = FileVault.at(vault)
    overview = opened.overview()
    assert overview.troubles == ()
    assert [person.name for person in overview.people if person.unreadable] == []
    return {
        person.name: [
            int(found[1])
            for promise in opened.open(person.id).all(Promise)
            if (found := NUMBER.fullmatch(promise.what))
        ]
        for person in overview.people
    }
