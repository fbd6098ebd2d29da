"""Reads the one settings file; what is wrong in it is named with its line, the rest counts."""

import re
import tomllib
from pathlib import Path
from typing import NamedTuple

from coaching.errors import Refused
from coaching.settings import Settings, with_setting

MOST_BYTES = 100_000
_LINE = re.compile(r"at line (\d+)")


class Read(NamedTuple):
    """The settings, and a sentence for each entry that does not count."""

    settings: Settings
    problems: tuple[str, ...]


def settings_path() -> Path:
    """Where the settings lie on this system, or would."""
    from platformdirs import user_config_path

    return user_config_path("troth", appauthor=False) / "settings.toml"


def read_settings(path: Path) -> Read:
    """The settings in this file; the defaults where there is none or an entry is wrong."""
    try:
        content = path.read_bytes()[:MOST_BYTES].decode("utf-8-sig")
        given = tomllib.loads(content)
    except FileNotFoundError:
        return Read(Settings(), ())
    except OSError as error:
        return _unread(path, (error.strerror or "the system gave no reason").lower())
    except UnicodeDecodeError:
        return _unread(path, "it is not written in UTF-8")
    except tomllib.TOMLDecodeError as error:
        line = _LINE.search(str(error))
        return _unread(path, f"line {line[1]} is not TOML" if line else "it is not TOML")
    return _settle(path, content, given)


def _settle(path: Path, content: str, given: dict[str, object]) -> Read:
    settings, problems = Settings(), []
    for section, entries in given.items():
        if not isinstance(entries, dict):
            entries = {"": entries}  # noqa: PLW2901 - a bare entry is one of no section
        for name, value in entries.items() or {"": None}.items():
            try:
                settings = with_setting(settings, section, name, value)
            except Refused as refused:
                line = _line_of(content, section, name)
                problems.append(f"{path}:{line}: {refused.sentence} The default holds.")
    return Read(settings, tuple(problems))


def _line_of(content: str, section: str, name: str) -> int:
    """The line an entry stands in; that of its section where it is not found."""
    inside, at = False, 1
    for number, line in enumerate(content.splitlines(), 1):
        text = line.strip()
        if text.startswith("["):
            inside = text.strip("[] ") == section
            at = number if inside else at
        elif text.partition("=")[0].strip().strip("\"'") == (name if inside else section):
            return number
    return at


def _unread(path: Path, why: str) -> Read:
    return Read(Settings(), (f"{path} cannot be used: {why}. The default settings hold.",))
