"""Reads a file of any kind that Troth takes in; its content tells the kind, not its name."""

from datetime import datetime

from coaching.errors import VaultTrouble
from coaching.importing.plan import FileRead
from data.exchange.source import Source

HEAD = 4096
_UNUSED = "Nothing was changed."
_SEALED = b"age-encryption.org/"


def read_in(source: Source, now: datetime, zone: str) -> FileRead:
    """What the file holds. `VaultTrouble` where it is nothing Troth takes in."""
    head = source.content[:HEAD]
    if not source.content.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise VaultTrouble(f"{source.name} is empty. {_UNUSED}")
    if head.startswith(_SEALED):
        raise VaultTrouble(f"{source.name} is sealed. Open it with age first. {_UNUSED}")
    words = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if words[:1] in (b"{", b"["):
        from data.exchange.json_in import read_json

        return read_json(source)
    if words[:15].upper() == b"BEGIN:VCALENDAR":
        from data.exchange.calendar_in import read_calendar

        return read_calendar(source, now, zone)
    from data.exchange.roster_in import read_roster

    return read_roster(source)
