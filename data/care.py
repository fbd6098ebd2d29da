"""What a vault does for its own safety beside each change: the day's backup, and damaged files."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from typing import NamedTuple

from coaching.errors import VaultTrouble
from coaching.overview import Overview
from coaching.settings import BackupSettings
from data.backups import Backups, local_now
from data.files import Signature, signature_of
from data.places import MINE, Places
from data.strays import conflict_copies, set_aside_between
from data.troubles import Damaged

TOLD_FOR = timedelta(days=1)


class Told(NamedTuple):
    """A sentence, the local time since when it is told, and whose pages it is about, if any's."""

    sentence: str
    since: datetime
    about: str = ""


class Care:
    """Keeps what the user has to hear of it. `now` is the machine's local time."""

    def __init__(self, places: Places, now: Callable[[], datetime] = local_now) -> None:
        self._places = places
        self._now = now
        self.backups = Backups(places, now)
        self.how_many: Callable[[], BackupSettings] = BackupSettings
        self.has_made = False
        self._told: dict[str, Told] = {}
        self._looked_at: dict[str, tuple[Signature | None, str]] = {}

    def before_change(self) -> None:
        """Make the backup of the day, where there is none; without one, the change goes on."""
        try:
            self.has_made |= self.backups.before_change()
        except OSError as error:
            reason = (error.strerror or "the system gave no reason").lower()
            self.tell(
                "backup",
                f"No backup could be made today in {self._places.backups}: {reason}. "
                "Your records themselves are saved.",
            )

    def tell(self, kind: str, sentence: str, about: str = "") -> None:
        """Have this told for a day; it takes the place of what was told of the same kind."""
        self._told[kind] = Told(sentence, self._now(), about)

    def mend(self, workbook_id: str) -> bool:
        """Go on from the last good copy of a damaged or missing file; False where it is sound.

        The caller holds the vault's lock. Raises `Damaged` where there is no good copy.
        """
        from data.damage import mend

        signature = signature_of(self._places.workbook(workbook_id))
        try:
            mended = mend(self._places, workbook_id, self._now())
        except Damaged as trouble:
            self._looked_at[workbook_id] = signature, trouble.sentence
            raise
        if mended is None:
            if signature is not None:
                self._looked_at[workbook_id] = signature, ""
            return False
        kind = mended.path.name if mended.path is not None else workbook_id
        self.tell(kind, mended.sentence, workbook_id)
        return True

    def looked_at(self, workbook_id: str) -> str | None:
        """What is wrong with a file that could not be mended and is as it was then; else None.

        "" where it is not damaged.
        """
        signature, sentence = self._looked_at.get(workbook_id, (None, ""))
        known = workbook_id in self._looked_at
        same = known and signature_of(self._places.workbook(workbook_id)) == signature
        return sentence if same else None

    def notices(self, overview: Overview) -> tuple[str, ...]:
        """What the user should hear once, and what waits for a choice.

        Nothing about pages that are not there any more, as of somebody deleted.
        """
        told = [one.sentence for one in self._lately() if _is_there(overview, one.about)]
        return (*told, *self._set_aside(overview), *self._in_conflict(overview))

    def _set_aside(self, overview: Overview) -> Iterator[str]:
        now = self._now()
        for stray in set_aside_between(self._places, now - TOLD_FOR, now):
            told = stray.path.name in self._told
            if not told and _is_there(overview, stray.workbook_id):
                yield (
                    f"{_whose(overview, stray.workbook_id, first=True)} pages were damaged; an "
                    "older copy is open. What was saved last may be missing in it. The damaged "
                    f"file is kept as {stray.path}."
                )

    def _in_conflict(self, overview: Overview) -> Iterator[str]:
        for workbook_id in dict.fromkeys(one.workbook_id for one in conflict_copies(self._places)):
            yield (
                f"There are two copies of {_whose(overview, workbook_id)} pages. To choose, press "
                "ctrl+p in Troth, then: two copies. troth doctor says which is which."
            )

    def happened(self) -> tuple[str, ...]:
        """What was done to the files, or could not be done, in this process, for a day."""
        return tuple(one.sentence for one in self._lately())

    def _lately(self) -> list[Told]:
        since = self._now() - TOLD_FOR
        return [one for one in self._told.values() if one.since >= since]

    def thin(self) -> None:
        """Remove the backups that are not kept any more. The caller holds the vault's lock."""
        with suppress(OSError, VaultTrouble):
            self.backups.thin(self.how_many())


def _is_there(overview: Overview, workbook_id: str) -> bool:
    return workbook_id in ("", MINE) or overview.person(workbook_id) is not None


def _whose(overview: Overview, workbook_id: str, *, first: bool = False) -> str:
    if workbook_id == MINE:
        return "Your own" if first else "your own"
    person = overview.person(workbook_id)
    if person is not None and person.name:
        return f"{person.name}'s"
    return "Somebody's" if first else "somebody's"
