"""A vault and drafts that live in memory only: for what must leave no trace, and for tests."""

from collections.abc import Sequence

from coaching.errors import VaultTrouble
from coaching.overview import Overview, Person
from coaching.ports import Changed, Draft, Verb
from coaching.record.workbook import MINE, Workbook, touched
from coaching.summary import summarise
from data.troubles import gone


class MemoryVault:
    """Implements `coaching.ports.Vault`; gone with the process."""

    def __init__(self, workbooks: Sequence[Workbook] = ()) -> None:
        self._workbooks = {workbook.id: workbook for workbook in workbooks}
        self._trash: dict[str, Workbook] = {}
        self._saves = 0

    def overview(self) -> Overview:
        """The facts of every workbook."""
        people = tuple(summarise(one) for key, one in self._workbooks.items() if key != MINE)
        mine = self._workbooks.get(MINE)
        return Overview(people, summarise(mine) if mine else Person(id=MINE))

    def open(self, workbook_id: str) -> Workbook:
        """A workbook; an empty one for `MINE` before its first change. `Gone` for any other."""
        found = self._workbooks.get(workbook_id)
        if found is None and workbook_id != MINE:
            raise gone()
        return found or Workbook(MINE)

    def change(self, workbook_id: str, verb: Verb) -> Changed:
        """Apply the verb and keep what it gives."""
        before = self.open(workbook_id)
        done = verb(before)
        pairs = touched(before, done.workbook)
        if not pairs:
            return Changed(before, (), done.said)
        self._workbooks[workbook_id] = done.workbook
        self._saves += 1
        return Changed(done.workbook, pairs, done.said)

    def create(self, workbooks: Sequence[Workbook]) -> None:
        """Keep new workbooks."""
        if any(workbook.id in self._workbooks for workbook in workbooks):
            raise VaultTrouble("These records are here already. Nothing was changed.")
        self._workbooks.update({workbook.id: workbook for workbook in workbooks})
        self._saves += 1

    def discard(self, workbook_id: str) -> None:
        """Move a workbook to the trash."""
        self._trash[workbook_id] = self.open(workbook_id)
        self._workbooks.pop(workbook_id, None)
        self._saves += 1

    def recover(self, workbook_id: str) -> None:
        """Bring a workbook back from the trash."""
        if workbook_id not in self._trash:
            raise gone()
        self._workbooks[workbook_id] = self._trash.pop(workbook_id)
        self._saves += 1

    def stamp(self) -> object:
        """Differs after any save."""
        return self._saves

    def close(self) -> None:
        """Empty the trash."""
        self._trash.clear()


class MemoryDrafts:
    """Implements `coaching.ports.Drafts`; gone with the process."""

    def __init__(self) -> None:
        self._drafts: dict[str, Draft] = {}

    def write(self, draft: Draft) -> None:
        """Keep a draft, in place of the one with its key."""
        self._drafts[draft.key] = draft

    def read(self, key: str) -> Draft | None:
        """The draft of a form, or None."""
        return self._drafts.get(key)

    def drop(self, key: str) -> None:
        """Forget a draft; no error where there is none."""
        self._drafts.pop(key, None)

    def keys(self) -> tuple[str, ...]:
        """The forms that have a draft, the newest first."""
        newest_first = sorted(self._drafts.values(), key=lambda one: one.typed, reverse=True)
        return tuple(draft.key for draft in newest_first)
