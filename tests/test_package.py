"""The wheel: whatever the program needs is declared, and it runs where nothing else is."""

import re
import subprocess
import sys
import tomllib
import zipfile
from contextlib import suppress
from fnmatch import fnmatch
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

import pytest

from tests.source_files import LAYERS, ROOT
from tests.terminal.terminal import Terminal
from tui import __version__

BUILD: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"][
    "setuptools"
]
SHARED = {
    "share/man/man1/troth.1",
    "share/bash-completion/completions/troth.bash",
    "share/zsh/site-functions/_troth",
    "share/fish/vendor_completions.d/troth.fish",
}
PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check")
NEEDED_TO_BUILD = ("LICENSE", "README.md", "pyproject.toml", "docs/troth.1", *LAYERS)
MADE_BY_TOOLS = {".pyc"}


def data_files() -> list[Path]:
    """The files of the program that are no Python."""
    found = (path for layer in LAYERS for path in (ROOT / layer).rglob("*") if path.is_file())
    return [path for path in found if path.suffix not in {".py", *MADE_BY_TOOLS}]


def test_every_file_of_the_program_is_declared() -> None:
    missing = [path for path in data_files() if not _is_declared(path.relative_to(ROOT))]
    assert missing == []
    assert {path.suffix for path in data_files()} >= {".yaml", ".tcss", ".fish"}


def _is_declared(path: Path) -> bool:
    package = ".".join(path.parent.parts)
    for where, patterns in BUILD["package-data"].items():
        if any(fnmatch(path.name, pattern) for pattern in patterns if where in ("*", package)):
            return True
        folder = Path(*where.split("."))
        if path.is_relative_to(folder):
            inside = path.relative_to(folder).as_posix()
            return any(fnmatch(inside, pattern) for pattern in patterns)
    return False


def test_the_pages_for_man_and_the_shells_are_there_to_be_shipped() -> None:
    shipped = {
        f"{folder}/{Path(path).name}": ROOT / path
        for folder, paths in BUILD["data-files"].items()
        for path in paths
    }
    assert shipped.keys() == SHARED
    assert all(path.is_file() for path in shipped.values())


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy of the sources without the network."""
    folder = tmp_path_factory.mktemp("build")
    for name in NEEDED_TO_BUILD:
        (folder / name).parent.mkdir(exist_ok=True)
        subprocess.run(["cp", "-r", ROOT / name, folder / name], check=True)
    words = (*PIP, "wheel", "-q", "--no-deps", "--no-build-isolation", "-w", "out", ".")
    subprocess.run(words, cwd=folder, check=True)
    (built,) = (folder / "out").iterdir()
    return built


@pytest.mark.torture
def test_the_wheel_holds_the_three_rooms_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if not name.endswith("/")}
    info = f"troth-{__version__}.dist-info/"
    shared = f"troth-{__version__}.data/data/"
    assert {name.removeprefix(shared) for name in names if name.startswith(shared)} == SHARED
    rest = {name for name in names if not name.startswith((info, shared))}
    sources = {
        path.relative_to(ROOT).as_posix() for layer in LAYERS for path in (ROOT / layer).rglob("*")
    }
    assert rest == {name for name in sources if (ROOT / name).is_file() and ".pyc" not in name}


@pytest.mark.torture
@pytest.mark.pty
def test_it_runs_in_an_environment_that_has_only_what_it_asks_for(
    wheel: Path, tmp_path: Path
) -> None:
    """Its libraries are those of this environment, of which nothing of Troth is seen."""
    environment = tmp_path / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", environment], check=True)
    python = environment / "bin" / "python"
    install = ("--python", python, "install", "-q", "--no-deps", "--no-index", wheel)
    subprocess.run((*PIP, *install), check=True)
    lend_libraries(environment)
    env = {"HOME": str(tmp_path), "PATH": f"{environment / 'bin'}:/usr/bin:/bin", "LANG": "C.UTF-8"}
    troth = str(environment / "bin" / "troth")

    def says(*words: str) -> str:
        run = subprocess.run(
            words, env=env, cwd=tmp_path, check=True, capture_output=True, text=True
        )
        return run.stdout

    assert says(troth, "--version") == f"troth {__version__}\n"
    assert "sc14" in says(troth, "scenario", "list")
    assert "_troth" in says(troth, "completions", "zsh")
    assert (environment / "share" / "man" / "man1" / "troth.1").is_file()
    with Terminal([troth, "demo"], env={**env, "TERM": "xterm-256color"}, cwd=tmp_path) as terminal:
        terminal.wait_for("? all keys")
        terminal.press("g")
        terminal.wait_for("what helps trust, how, and what that rests on")
        terminal.press("ctrl+q")
        assert (terminal.wait_exit(), terminal.not_given_back()) == (0, set())


def lend_libraries(environment: Path) -> None:
    """Let an environment use those libraries of this one that the program has in its lock."""
    (theirs,) = (environment / "lib").glob("python3*/site-packages")
    lock = (ROOT / "requirements.txt").read_text("utf-8")
    for name in re.findall(r"^([a-z0-9-]+)==", lock, re.MULTILINE):
        with suppress(PackageNotFoundError):  # one for another system
            for first in {file.parts[0] for file in distribution(name).files or ()} - {".."}:
                if not (theirs / first).exists():
                    (theirs / first).symlink_to(Path(str(distribution(name).locate_file(first))))
