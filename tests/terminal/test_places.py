"""Troth opens wherever it is started: without a language, in a plain terminal, without colour."""

import re
from typing import Any

import pytest

from tests.terminal.place import Place

READY = "? all keys"
TYPED = re.compile(r"Gr\S+e\.")  # without a language the letters may be shown by their numbers
NO_LANGUAGE = {"LANG": "", "LC_ALL": "C"}
PLACES: dict[str, dict[str, Any]] = {
    "C, dumb, no colour": {**NO_LANGUAGE, "TERM": "dumb", "NO_COLOR": "1", "COLORTERM": ""},
    "C": NO_LANGUAGE,
    "C.UTF-8, linux": {"LC_ALL": "C.UTF-8", "TERM": "linux", "COLORTERM": ""},
    "unset": {"LANG": ""},
    "C and no help of Python's": {**NO_LANGUAGE, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
}
FIRST, *OTHERS = PLACES


@pytest.mark.pty
@pytest.mark.parametrize(
    "place_name", [FIRST, *(pytest.param(name, marks=pytest.mark.torture) for name in OTHERS)]
)
def test_home_opens_and_leaves_and_nothing_breaks(with_ben: Place, place_name: str) -> None:
    with with_ben.open(**PLACES[place_name]) as terminal:
        terminal.wait_for(READY)
        terminal.wait_for("Ben")
        terminal.press("p")
        terminal.wait_for("What, in a few words")
        terminal.type("Grüße.")
        terminal.wait_for(TYPED)
        terminal.press("ctrl+q")
        assert (terminal.wait_exit(), terminal.not_given_back()) == (0, set())
        assert b"Traceback" not in terminal.raw
    assert "Grüße." in with_ben.drafts()
    assert with_ben.crash() == ""
