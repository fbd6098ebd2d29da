"""Changes one line of the settings file and leaves every other, with its remarks, as it is."""

import re
import tomllib
from pathlib import Path

from coaching.errors import ThereAlready, VaultTrouble
from coaching.settings import KEYS, sections, with_setting
from coaching.settings_words import commented_file, toml_of
from data.files import replace_file, write_new_files
from data.settings_file import Read, entries, read_settings

BARE = re.compile(r"[A-Za-z0-9_-]+")
VALUE = r"""(?:"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[^#\s]+)"""
HEADER = re.compile(r"\s*\[+\s*[\"']?(?P<name>[^\"'\]]*?)[\"']?\s*\]")


def change_setting(path: Path, section: str, name: str, value: object | None) -> Read:
    """Write one setting into the file, or with None take it back to its default.

    Raises:
        Refused: there is no such setting, or the value is none for it.
        VaultTrouble: the file cannot be read, changed or written.
    """
    read = read_settings(path)
    if read.unusable:
        raise VaultTrouble(f"{read.unusable} Mend it first, then change the setting.")
    if value is not None:
        with_setting(read.settings, section, name, value)
    try:
        raw = path.read_bytes() if path.exists() else b""
    except OSError as error:
        raise _not_written(path, error) from error
    mark = "\ufeff" if raw.startswith(b"\xef\xbb\xbf") else ""
    before = raw.decode("utf-8-sig")
    after = changed(before, section, name, value)
    if _meaning(after) != _wanted(before, section, name, value):
        line = f"{_key(name)} = {toml_of(value)}" if value is not None else f"no {name}"
        raise VaultTrouble(
            f"{path} is written in a way that Troth does not change by itself. "
            f"Open it and write under [{section}]: {line}"
        )
    _write(path, mark + after)
    return read_settings(path)


def begin_settings(path: Path) -> None:
    """Write a file in which every default stands as a remark. Refused where there is one."""
    if path.exists():
        raise ThereAlready(f"{path} is there already. Nothing was changed.")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_new_files({path: commented_file().encode()})
    except OSError as error:
        raise _not_written(path, error) from error


def changed(content: str, section: str, name: str, value: object | None) -> str:
    """The text of the file with this one setting changed; None is its default."""
    end = "\r\n" if "\r\n" in content else "\n"
    lines = content.splitlines()
    found = _section(lines, section)
    if found is None:
        if value is None:
            return content
        gap = [""] if lines and lines[-1].strip() else []
        lines += [*gap, f"[{section}]", f"{_key(name)} = {toml_of(value)}"]
    else:
        _change_inside(lines, found, section, name, value)
    return end.join(lines) + (end if lines else "")


def _change_inside(
    lines: list[str], found: range, section: str, name: str, value: object | None
) -> None:
    at = _entry(lines, found, name, remark=False)
    may_rest = at is None and section != KEYS
    resting = _entry(lines, found, name, remark=True) if may_rest else None
    if at is not None:
        lines[at : at + 1] = _rewritten(lines[at], section, name, value)
    elif value is not None and resting is not None:
        lines[resting : resting + 1] = _rewritten(lines[resting], section, name, value)
    elif value is not None:
        last = max((n for n in found if lines[n].strip()), default=found.start - 1)
        lines.insert(last + 1, f"{_key(name)} = {toml_of(value)}")


def _rewritten(line: str, section: str, name: str, value: object | None) -> list[str]:
    """The line with another value; back at its default it is a remark, or gone if it had none."""
    match = _pattern(name).fullmatch(line)
    before, after = (match["before"], match["after"]) if match else (f"{_key(name)} = ", "")
    if value is not None:
        return [f"{before}{toml_of(value)}{after}"]
    if not after.strip() or section == KEYS:
        return [after.strip()] if after.strip() else []
    return [f"# {before.strip()} {toml_of(sections()[section][name])}{after}"]


def _section(lines: list[str], section: str) -> range | None:
    """The numbers of the lines under a section's heading."""
    start: int | None = None
    for number, line in enumerate(lines):
        header = HEADER.match(line)
        if header is None:
            continue
        if start is not None:
            return range(start, _before_remarks(lines, start, number))
        if header["name"].strip() == section:
            start = number + 1
    return None if start is None else range(start, len(lines))


def _before_remarks(lines: list[str], start: int, end: int) -> int:
    """Remarks right above the next heading belong to it."""
    while end > start and lines[end - 1].lstrip().startswith("#"):
        end -= 1
    return end


def _entry(lines: list[str], found: range, name: str, *, remark: bool) -> int | None:
    pattern = _pattern(name)
    for number in found:
        match = pattern.fullmatch(lines[number])
        if match is not None and bool(match["remark"]) == remark:
            return number
    return None


def _pattern(name: str) -> re.Pattern[str]:
    key = re.escape(name)
    name_part = rf"(?P<before>\s*(?:{key}|\"{key}\"|'{key}')\s*=\s*)"
    return re.compile(rf"(?P<remark>\s*#\s*)?{name_part}{VALUE}(?P<after>\s*(?:#.*)?)")


def _key(name: str) -> str:
    return name if BARE.fullmatch(name) else f'"{name}"'


def _meaning(content: str) -> dict[tuple[str, str], object] | None:
    try:
        given = tomllib.loads(content)
    except tomllib.TOMLDecodeError:
        return None
    return {(part, name): value for part, name, value in entries(given) if value is not None}


def _wanted(
    before: str, section: str, name: str, value: object | None
) -> dict[tuple[str, str], object]:
    there = {**(_meaning(before) or {})}
    there.pop((section, name), None)
    return there if value is None else {**there, (section, name): value}


def _write(path: Path, content: str) -> None:
    """In the place of the file a link leads to, where it is a link."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path.resolve(), content.encode())
    except OSError as error:
        raise _not_written(path, error) from error


def _not_written(path: Path, error: OSError) -> VaultTrouble:
    why = (error.strerror or "the system gave no reason").lower()
    return VaultTrouble(f"{path} cannot be written: {why}. The setting is as it was.")
