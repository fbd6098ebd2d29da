"""The project's own papers agree with each other."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tui import __version__

ROOT = Path(__file__).parent.parent
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
LOCKS = ("requirements.txt", "requirements-dev.txt")


def pinned(lock: str) -> set[str]:
    """The `name==version` lines of a lock file."""
    return set(re.findall(r"^[a-z0-9-]+==[^ ;\\]+", (ROOT / lock).read_text("utf-8"), re.MULTILINE))


def names(requirements: list[str]) -> set[str]:
    """The package names of `name>=1,<2` lines, as lock files write them."""
    return {re.split(r"[^A-Za-z0-9-]", line)[0].lower() for line in requirements}


def test_the_package_and_the_program_tell_the_same_version() -> None:
    assert PROJECT["version"] == __version__


def test_the_changelog_has_a_place_for_what_comes_next() -> None:
    assert "\n## [Unreleased]\n" in (ROOT / "CHANGELOG.md").read_text("utf-8")


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_file_holds_hashes_and_no_addresses(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")
    assert "://" not in text
    requirements = text.replace("\\\n", "").splitlines()
    assert requirements
    assert all("--hash=sha256:" in line for line in requirements)
    assert "--index" not in text


def test_both_locks_pin_the_same_versions() -> None:
    assert pinned("requirements.txt") <= pinned("requirements-dev.txt")


def test_every_library_asked_for_is_locked() -> None:
    locked = {line.split("==")[0] for line in pinned("requirements.txt")}
    assert names(PROJECT["dependencies"]) <= locked
    locked_dev = {line.split("==")[0] for line in pinned("requirements-dev.txt")}
    assert names(PROJECT["optional-dependencies"]["dev"]) <= locked_dev
