"""What the tests of screens and of the command line share."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from rich.console import RenderableType
from textual import _wait
from textual._compositor import Compositor
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

from tests.tui.command_line import ZONE, CommandLine

LOOK_S = 0.01


@pytest.fixture
def troth(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> CommandLine:
    """The command line in Berlin, on a vault that is not there yet."""
    monkeypatch.setenv("TZ", ZONE)
    return CommandLine(tmp_path / "vault", capsys)


@pytest.fixture(scope="session", autouse=True)
def styles_parsed_once() -> Iterator[None]:
    """Every app of a test run has the same styles: parse each only once for each theme."""
    parse = Stylesheet._parse_rules
    known: dict[tuple[Any, ...], list[RuleSet]] = {}

    def parsed(sheet: Stylesheet, *given: Any, **named: Any) -> list[RuleSet]:
        theme = tuple(sorted(sheet._variables.items()))
        key = (given, tuple(sorted(named.items())), theme)
        if key not in known:
            known[key] = parse(sheet, *given, **named)
        return known[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "_parse_rules", parsed)
        yield


@pytest.fixture(scope="session", autouse=True)
def looked_often() -> Iterator[None]:
    """A pilot asks twice as often as Textual's own whether the app has come to rest."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_wait, "SLEEP_GRANULARITY", LOOK_S)
        patch.setattr(_wait, "SLEEP_IDLE", LOOK_S / 20)
        yield


@pytest.fixture(scope="session", autouse=True)
def drawn_when_looked_at() -> Iterator[None]:
    """No terminal is there to draw for: a frame is made when a test reads the screen."""
    draw = Compositor.render_update

    def drawn(compositor: Compositor, full: bool = False, **named: Any) -> RenderableType | None:
        if full:
            return draw(compositor, full, **named)
        compositor._dirty_regions.clear()
        return None

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Compositor, "render_update", drawn)
        yield
