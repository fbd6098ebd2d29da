"""Reads a workbook's file: its tables, its records, or the sentence that says why not."""

from pathlib import Path
from typing import NamedTuple

import orjson

from coaching.errors import VaultTrouble
from data.cover import CLEAR, BadCover, Cover
from data.documents import SCHEMA, Parsed, Tables, parse, schema_of
from data.files import Signature, read_file
from data.migrations import OF_WORKBOOK, migrated
from data.troubles import damaged, newer, told_on_read

MOST_BYTES = 50 * 1024 * 1024


class Opened(NamedTuple):
    """A workbook as it was in its file when the file had this signature."""

    parsed: Parsed
    signature: Signature


def read_tables(path: Path, cover: Cover = CLEAR) -> tuple[Tables, Signature]:
    """The tables of a workbook's file. Raises `FileNotFoundError` or `VaultTrouble`."""
    with told_on_read(path):
        content, signature = read_file(path, at_most=MOST_BYTES)
    if content is None:
        raise _too_big(path, signature.size)
    try:
        tables = _parse_json(path, cover.unwrap(content))
    except BadCover as error:
        raise damaged(path) from error
    schema = schema_of(tables)
    if schema is None:
        raise damaged(path)
    if schema > SCHEMA:
        raise newer(path, schema, SCHEMA)
    return dict(migrated(tables, schema, OF_WORKBOOK)), signature


def read_workbook(path: Path, workbook_id: str, cover: Cover = CLEAR) -> Opened:
    """The workbook in a file. Raises `FileNotFoundError` or `VaultTrouble`."""
    tables, signature = read_tables(path, cover)
    return Opened(parse(workbook_id, tables), signature)


def check_size(path: Path, content: bytes) -> bytes:
    """The content, if its file can be opened again; else `VaultTrouble`."""
    if len(content) > MOST_BYTES:
        raise _too_big(path, len(content))
    return content


def _parse_json(path: Path, content: bytes) -> Tables:
    try:
        tables = orjson.loads(content)
    except orjson.JSONDecodeError as error:
        raise damaged(path) from error
    if not isinstance(tables, dict):
        raise damaged(path)
    return tables


def _too_big(path: Path, size: int) -> VaultTrouble:
    return VaultTrouble(
        f"{path} would need {size / 1024**2:,.0f} MB; the file of one relationship may have "
        f"{MOST_BYTES // 1024**2} MB at most. Nothing was changed. Remove its longest notes first."
    )
