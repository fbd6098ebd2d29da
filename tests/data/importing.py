"""Brings the bytes of a file into records, as the command line and the app do."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from coaching.coach import Coach
from coaching.exchange import Wish
from coaching.importing.items import Item, Plan, deed_of
from coaching.importing.plan import Around, Wishes, plan
from coaching.importing.records import Here
from coaching.ports import Vault
from coaching.record.base import Audience
from data.clock import FixedClock
from data.exchange.out import pack
from data.exchange.read_in import read_in
from data.exchange.source import Source
from data.memory_vault import MemoryDrafts, MemoryVault
from tests.data.people import new_id

BERLIN = "Europe/Berlin"
NOW = datetime(2026, 11, 24, 9, 14, tzinfo=ZoneInfo(BERLIN))


def planned(content: bytes | str, vault: Vault | None = None, **wishes: Any) -> Plan:
    """What these bytes would bring into these records; into none where none are named."""
    whole = content.encode() if isinstance(content, str) else content
    file = read_in(Source("the file", whole), NOW, BERLIN)
    here = vault if vault is not None else MemoryVault()
    around = Around(NOW, BERLIN, new_id)
    return plan(file, Here(here.overview(), here.open), Wishes(**wishes), around)


def take_in(vault: Vault, found: Plan, chosen: tuple[Item, ...] | None = None) -> Coach:
    """Do it as one deed; the coach can take it back."""
    coach = Coach(vault, MemoryDrafts(), FixedClock(NOW, BERLIN), new_id)
    deed = deed_of(found.items if chosen is None else chosen)
    coach.take_in(deed.new, deed.verbs, deed.said)
    return coach


def exported(vault: Vault) -> bytes:
    """A whole export of these records."""
    (page,) = pack(vault, Wish("json", Audience.ONLY_ME), NOW, lambda _: None).pages
    return page.content


def told(found: Plan) -> list[str]:
    """What could not be taken."""
    return [problem.told() for problem in found.problems]
