"""The editor over Troth, in a real terminal: it has the terminal, and the text comes back."""

import signal
from pathlib import Path
from typing import Any

import pytest

from tests.terminal.place import Place
from tests.terminal.terminal import Terminal

pytestmark = pytest.mark.pty
READY = "? all keys"
TYPED = "What was said today"
EDITOR = """#!/bin/sh
echo "EDITING: $(cat "$1")"
read line
printf '%s\\n' "$line" > "$1"
exit 3
"""


def in_the_editor(terminal: Terminal) -> None:
    """Open a note, type a text, and go into the editor."""
    terminal.wait_for(READY)
    terminal.press("enter")
    terminal.wait_for("A safe place to talk")
    terminal.press("t")
    terminal.wait_for("What do you want to keep?")
    terminal.type(TYPED)
    terminal.wait_for(TYPED)
    terminal.press("ctrl+o")
    terminal.wait_for(f"EDITING: {TYPED}")


def editor_in(folder: Path) -> dict[str, Any]:
    """What makes a small program the user's editor, and a folder for its files."""
    script = folder / "editor"
    script.write_text(EDITOR)
    script.chmod(0o755)
    loose = folder / "loose"
    loose.mkdir()
    return {"EDITOR": str(script), "TMPDIR": str(loose)}


def test_the_text_comes_back_and_a_signal_meanwhile_loses_nothing(
    with_ben: Place, tmp_path: Path
) -> None:
    with with_ben.open(**editor_in(tmp_path)) as terminal:
        in_the_editor(terminal)
        assert terminal.not_given_back() == set()
        terminal.type("from outside\n")
        terminal.wait_for("from outside")
        terminal.wait_for("What do you want to keep?")
        terminal.press("ctrl+o")
        terminal.wait_for("EDITING: from outside")
        terminal.kill(signal.SIGTERM)
        terminal.type("once more\n")
        assert terminal.wait_exit() == 128 + signal.SIGTERM
        assert terminal.not_given_back() == set()
    assert "once more" in with_ben.drafts()
    assert list((tmp_path / "loose").iterdir()) == []


@pytest.mark.torture
def test_a_kill_while_the_editor_is_open_leaves_the_draft(with_ben: Place, tmp_path: Path) -> None:
    with with_ben.open(**editor_in(tmp_path)) as terminal:
        in_the_editor(terminal)
        terminal.kill(signal.SIGKILL)
        terminal.wait_exit()
    assert TYPED in with_ben.drafts()
    (left,) = (tmp_path / "loose").iterdir()
    assert left.stat().st_mode & 0o777 == 0o700
