"""Opens home in this terminal, notes what each stage up to its first frame took, and leaves.

`python -m tests.bench.first_frame FILE WORDS...` writes the stages to FILE as JSON; run it through
`tests.bench.startup`, which adds them up.
"""

from __future__ import annotations

import json
import sys
from functools import wraps
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.console import RenderableType
    from textual.screen import Screen

P = ParamSpec("P")
T = TypeVar("T")

stages: dict[str, float] = {"python": process_time()}
inside: dict[str, float] = {}


def timed(name: str, function: Callable[P, T]) -> Callable[P, T]:
    """The function, with what it takes added up under a name."""

    @wraps(function)
    def run(*given: P.args, **named: P.kwargs) -> T:
        began = process_time()
        try:
            return function(*given, **named)
        finally:
            inside[name] = inside.get(name, 0.0) + process_time() - began

    return run


def watch() -> None:
    """Load what home needs, and follow what it does until its first frame is out."""
    from textual.css.stylesheet import Stylesheet

    from tui.app import TrothApp

    stages["imports"] = process_time()
    stages["modules"] = len(sys.modules)
    show = TrothApp._display

    def first_frame(app: TrothApp, screen: Screen[Any], renderable: RenderableType | None) -> None:
        show(app, screen, renderable)
        if renderable is not None and app.facts.people:
            stages.setdefault("frame", process_time())
            stages.setdefault("widgets", len(list(app.screen.walk_children())))
            stages.setdefault("modules at the frame", len(sys.modules))
            app.exit()

    TrothApp._display = first_frame  # type: ignore[method-assign,assignment]  # one run, then it ends
    TrothApp._read_facts = timed("facts", TrothApp._read_facts)  # type: ignore[method-assign]  # to time it in this run
    Stylesheet.parse = timed("styles", Stylesheet.parse)  # type: ignore[method-assign]  # to time it in this run


def main(file: str, words: list[str]) -> None:
    """Open home with these words, and write the stages down."""
    watch()
    from tui.cli.main import main as troth

    troth(words)
    Path(file).write_text(json.dumps({**stages, **inside}), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
