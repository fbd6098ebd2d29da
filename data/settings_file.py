"""Reads the one settings file; what is wrong in it is named with its line, the rest counts."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from coaching.errors import Refused
from coaching.settings import KEYS, Settings, with_setting

MOST_BYTES = 100_000
_LINE = re.compile(r"at line (\d+)")


@dataclass(frozen=True)
class Read:
    """The settings, a sentence for each entry that does not count, and where the others stand.

    `places` says for each entry that counts the file and line, as in "settings.toml:3".
    `unusable` says why nothing of the file could be read; "" where it could.
    """

    settings: Settings = field(default_factory=Settings)
    problems: tuple[str, ...] = ()
    places: Mapping[tuple[str, str], str] = field(default_factory=dict)
    unusable: str = ""


def settings_path() -> Path:
    """Where the settings lie on this system, or would."""
    from platformdirs import user_config_path

    return user_config_path("troth", appauthor=False) / "settings.toml"


def read_settings(path: Path) -> Read:
    """The settings in this file; the defaults where there is none or an entry is wrong."""
    try:
        content = path.read_bytes()[:MOST_BYTES].decode("utf-8-sig")
    except FileNotFoundError:
        return Read()
    except OSError as error:
        return _unread(path, (error.strerror or "the system gave no reason").lower())
    except UnicodeDecodeError:
        return _unread(path, "it is not written in UTF-8")
    import tomllib

    try:
        given = tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        line = _LINE.search(str(error))
        where = f"line {line[1]} is" if line else "its end is"
        return _unread(path, f"{where} not TOML, or stands there twice")
    return _settle(path, content, given)


def entries(given: Mapping[str, object]) -> Iterator[tuple[str, str, object]]:
    """Section, name and value of every entry; a bare entry is one of no section."""
    for section, inside in given.items():
        if not isinstance(inside, dict):
            yield section, "", inside
        elif section == KEYS:
            yield from ((section, name, value) for name, value in _flat(inside))
        else:
            for name, value in inside.items():
                yield section, name, value
            if not inside:
                yield section, "", None


def _flat(inside: Mapping[str, object], before: str = "") -> Iterator[tuple[str, object]]:
    """Deeds have a point in their names, which TOML without quotes takes for a table."""
    for name, value in inside.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{before}{name}.")
        else:
            yield f"{before}{name}", value


def _settle(path: Path, content: str, given: Mapping[str, object]) -> Read:
    settings, problems, places = Settings(), [], {}
    for section, name, value in entries(given):
        if value is None:
            continue
        place = f"{path}:{_line_of(content, section, name)}"
        try:
            settings = with_setting(settings, section, name, value)
        except Refused as refused:
            problems.append(f"{place}: {refused.sentence} The default holds.")
        else:
            places[section, name] = place
    return Read(settings, tuple(problems), places)


def _line_of(content: str, section: str, name: str) -> int:
    """The line an entry stands in; that of its section where it is not found."""
    inside, at = False, 1
    for number, line in enumerate(content.splitlines(), 1):
        text = line.strip()
        if text.startswith("["):
            inside = text.partition("#")[0].strip("[] ") == section
            at = number if inside else at
        elif text.partition("=")[0].strip().strip("\"'") == (name if inside else section):
            return number
    return at


def _unread(path: Path, why: str) -> Read:
    said = f"{path} cannot be used: {why}."
    return Read(problems=(f"{said} The default settings hold.",), unusable=said)
