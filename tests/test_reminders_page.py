"""The recipes for a reminder are such as cron, systemd, launchd, tmux and a shell take."""

import os
import plistlib
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.source_files import ROOT
from tui.cli.parser import read_words

PAGE = (ROOT / "docs" / "reminders.md").read_text("utf-8")
BLOCK = re.compile(r"```(\w+)\n(.*?)```", re.DOTALL)
CALL = re.compile(r"troth\"? ((?:due|export)(?: --?\w+(?: (?!2>|>)\w+)?)*)")
SYSTEMD_FILE = re.compile(r"`~/\.config/systemd/user/(\S+)`\n\n```ini\n(.*?)```", re.DOTALL)


def blocks(language: str) -> list[str]:
    """The recipes in this language."""
    return [body for found, body in BLOCK.findall(PAGE) if found == language]


def needs(command: str) -> str:
    """Where a program is; without it the test is left out."""
    path = shutil.which(command)
    if path is None:
        pytest.skip(f"{command} is not on this machine")
    return path


def test_each_call_of_troth_is_one_that_troth_takes() -> None:
    calls = {call.strip() for call in CALL.findall(PAGE)}
    assert {"due --short", "due --within 0d --short", "due --short --names"} <= calls
    for call in calls:
        assert read_words(call.split()).verb in {"due", "export"}


def test_the_recipe_for_launchd_is_a_property_list() -> None:
    (text,) = blocks("xml")
    recipe = plistlib.loads(text.encode())
    assert recipe["StartCalendarInterval"] == {"Hour": 8, "Minute": 30}
    *_, script = recipe["ProgramArguments"]
    said = run_script(f'osascript() {{ printf "%s\\n" "$2"; }}; HOME=/nowhere\n{script}')
    assert said == 'display notification "" with title "Troth"\n'


def test_the_lines_for_a_shell_and_for_cron_are_shell() -> None:
    (cron,) = blocks("cron")
    minute, hour, day, month, weekdays, command = cron.split(maxsplit=5)
    assert (minute, hour, day, month, weekdays) == ("30", "8", "*", "*", "1-5")
    assert "%" not in command  # to cron that is the end of the line
    for script in (*blocks("sh"), command):
        subprocess.run([needs("sh"), "-n", "-c", script], check=True)


def run_script(script: str) -> str:
    ran = subprocess.run([needs("sh"), "-c", script], check=False, capture_output=True, text=True)
    return ran.stdout


def test_systemd_takes_the_timer(tmp_path: Path) -> None:
    systemd_analyze = needs("systemd-analyze")
    runtime = tmp_path / "runtime"
    runtime.mkdir(mode=0o700)
    for name, text in SYSTEMD_FILE.findall(PAGE):
        (tmp_path / name).write_text(text)
    units = sorted(tmp_path.glob("troth-*"))
    assert [unit.name for unit in units] == ["troth-due.service", "troth-due.timer"]
    ran = subprocess.run(
        [systemd_analyze, "verify", "--user", "--man=no", *units],
        env=os.environ | {"XDG_RUNTIME_DIR": str(runtime)},
        check=False,
        capture_output=True,
        text=True,
    )
    assert (ran.returncode, ran.stderr) == (0, "")
