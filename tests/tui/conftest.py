"""What the tests of the command line share."""

from pathlib import Path

import pytest

from tests.tui.command_line import ZONE, CommandLine


@pytest.fixture
def troth(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> CommandLine:
    """The command line in Berlin, on a vault that is not there yet."""
    monkeypatch.setenv("TZ", ZONE)
    return CommandLine(tmp_path / "vault", capsys)
