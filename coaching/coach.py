"""The coach: carries out what the user does, one verb at a time, and can take it back."""

from collections.abc import Sequence
from functools import partial

from coaching.errors import Refused
from coaching.history import Created, Discarded, History, Part, RecordsChanged, Step, put_back
from coaching.overview import Overview
from coaching.ports import Changed, Clock, Drafts, NewId, Vault, Verb
from coaching.record.workbook import Workbook, touched


class Coach:
    """Use cases over one vault. Errors are `TrothError`s, each with a sentence for the user."""

    def __init__(self, vault: Vault, drafts: Drafts, clock: Clock, new_id: NewId) -> None:
        """Work on this vault, by this clock."""
        self.vault = vault
        self.drafts = drafts
        self.clock = clock
        self.new_id = new_id
        self.history = History()

    def overview(self) -> Overview:
        """The facts of everyone."""
        return self.vault.overview()

    def open(self, workbook_id: str) -> Workbook:
        """One workbook, as it is now."""
        return self.vault.open(workbook_id)

    def do(self, workbook_id: str, verb: Verb) -> Changed:
        """Carry out a verb on a workbook: saved when this returns, and can be undone."""
        changed = self.vault.change(workbook_id, verb)
        if changed.touched:
            self.history.add(Step(changed.said, (RecordsChanged(workbook_id, changed.touched),)))
        return changed

    def create(self, workbooks: Sequence[Workbook], said: str) -> None:
        """Save new relationships as one deed."""
        self.vault.create(workbooks)
        self.history.add(Step(said, tuple(map(Created, workbooks))))

    def discard(self, workbook_id: str, said: str) -> None:
        """Move a relationship, with all its records, to the trash."""
        self.vault.discard(workbook_id)
        self.history.add(Step(said, (Discarded(workbook_id),)))

    def undo(self) -> str:
        """Take the newest deed of this window back; returns what was undone."""
        if not self.history.done:
            raise Refused("Nothing to undo in this window.")
        step = self.history.done[-1]
        for part in step.parts:
            self._check_untouched(part)
        for part in reversed(step.parts):
            self._reverse(part)
        self.history.undone.append(self.history.done.pop())
        return f"Undone: {step.said}"

    def redo(self) -> str:
        """Do the newest undone deed again; returns what was done."""
        if not self.history.undone:
            raise Refused("Nothing to do again in this window.")
        step = self.history.undone[-1]
        for part in step.parts:
            if isinstance(part, RecordsChanged):
                self._check_untouched(part.swapped())
        for part in step.parts:
            self._repeat(part)
        self.history.done.append(self.history.undone.pop())
        return f"Done again: {step.said}"

    def _check_untouched(self, part: Part) -> None:
        """Look at every part before any is turned, so that a refusal changes nothing."""
        match part:
            case RecordsChanged():
                put_back(self.vault.open(part.workbook_id), part)
            case Created():
                self._check_nothing_added(part.workbook)
            case Discarded():
                pass

    def _check_nothing_added(self, created: Workbook) -> None:
        now = self.vault.open(created.id)
        if touched(created, now):
            raise Refused(
                f"More was recorded about {now.relationship.name} in another window meanwhile, "
                "so adding it cannot be taken back. Nothing was changed."
            )

    def _reverse(self, part: Part) -> None:
        match part:
            case RecordsChanged():
                self.vault.change(part.workbook_id, partial(put_back, change=part))
            case Created():
                self.vault.discard(part.workbook.id)
            case Discarded():
                self.vault.recover(part.workbook_id)

    def _repeat(self, part: Part) -> None:
        match part:
            case RecordsChanged():
                self.vault.change(part.workbook_id, partial(put_back, change=part.swapped()))
            case Created():
                self.vault.recover(part.workbook.id)
            case Discarded():
                self.vault.discard(part.workbook_id)
