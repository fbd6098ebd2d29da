"""Writes the transcript in docs/plain.md from the running program: `make plain`."""

import io
import os
import re
import sys
from contextlib import redirect_stdout
from unittest import mock

from tests.source_files import ROOT
from tui.cli.main import main

PAGE = ROOT / "docs" / "plain.md"
BLOCK = re.compile(r"(?<=```text\n).*?(?=```)", re.DOTALL)
ANSWERS = (
    *("Do the next step", "A new date", "fri"),
    *("People", "Ben", "where"),
    *("Log a check-in", "today", "skip", "No"),
    *("Work through a new hurdle", "None that I know of"),
    *("I cancelled our last two meetings on the day.", "outside", "back", "skip"),
    *("A date or a promise", "help", "1", "save", "Talk", "I do", "Still none"),
    *("skip", "deeper", "I did", "We can skip this one, if you like.", "To save him time.", "skip"),
    *("Write a line", "an hour every two weeks", "two talks called off", "leave"),
)


def transcript() -> str:
    """All that `troth demo --plain` says to these answers, typed one on each line, in London."""
    said = io.StringIO()
    typed = io.StringIO("".join(f"{answer}\n" for answer in ANSWERS))
    with (
        mock.patch.dict(os.environ, TZ="Europe/London"),
        mock.patch.object(sys, "stdin", typed),
        redirect_stdout(said),
    ):
        code = main(("demo", "--plain"))
    if code or typed.read():
        raise AssertionError(f"the session went another way:\n{said.getvalue()}")
    return said.getvalue()


def page(text: str) -> str:
    """The page with the transcript of now in it."""
    return BLOCK.sub(lambda _: transcript(), text, count=1)


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text("utf-8")), "utf-8")
