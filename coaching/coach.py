"""The coach: carries out what the user does, one verb at a time, and can take it back."""

from collections.abc import Callable, Sequence
from functools import partial

from coaching.errors import Gone, Refused, TrothError, VaultTrouble
from coaching.history import Created, Discarded, History, Part, RecordsChanged, Step, put_back
from coaching.overview import Overview
from coaching.ports import Changed, Clock, Drafts, NewId, Vault, Verb
from coaching.record.workbook import Workbook, touched

Deed = Callable[[Part], None]


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

    def take_in(
        self, new: Sequence[Workbook], verbs: Sequence[tuple[str, Verb]], said: str
    ) -> None:
        """Save new relationships and changes to others as one deed; where one fails, none stays.

        `verbs` are pairs of a workbook's id and what is done to it.
        """
        self._refuse_deleted_here(new)
        parts: list[Part] = []
        try:
            if new:
                self.vault.create(new)
                parts += map(Created, new)
            for workbook_id, verb in verbs:
                changed = self.vault.change(workbook_id, verb)
                if changed.touched:
                    parts.append(RecordsChanged(workbook_id, changed.touched))
        except TrothError:
            self._take_back(parts, said)
            raise
        if parts:
            self.history.add(Step(said, tuple(parts)))

    def discard(self, workbook_id: str, said: str) -> None:
        """Move a relationship, with all its records, to the trash."""
        was = self._readable(workbook_id)
        self.vault.discard(workbook_id)
        self.history.add(Step(said, (Discarded(workbook_id, was),)))

    def undo(self) -> str:
        """Take the newest deed of this window back; returns what was undone.

        One that another window stands in the way of is refused once, then passed over.
        """
        step = self._next_to_undo()
        self._turn(step, tuple(reversed(step.parts)), self._reverse, self._repeat)
        self.history.turn_back(step)
        return f"Undone: {step.said}"

    def redo(self) -> str:
        """Do the newest undone deed again; returns what was done."""
        if not self.history.undone:
            raise Refused("Nothing to do again in this window.")
        step = self.history.undone[-1]
        for part in step.parts:
            if isinstance(part, RecordsChanged):
                self._check_untouched(part.swapped())
            elif isinstance(part, Discarded):
                self._check_no_more_to_lose(part)
        self._turn(step, step.parts, self._repeat, self._reverse)
        self.history.done.append(self.history.undone.pop())
        return f"Done again: {step.said}"

    def _next_to_undo(self) -> Step:
        for step in reversed(self.history.done):
            try:
                for part in step.parts:
                    self._check_untouched(part)
            except (Refused, Gone) as error:
                if self.history.pass_over(step):
                    continue
                raise Refused(f"{error.sentence}{self._way_on(step)}") from error
            return step
        raise Refused("Nothing to undo in this window.")

    def _way_on(self, refused: Step) -> str:
        older = self.history.done[0] is not refused
        return " To pass over it and take back the deed before it, undo again." if older else ""

    def _readable(self, workbook_id: str) -> Workbook | None:
        """A workbook to remember; one that cannot be read can still be deleted."""
        try:
            return self.vault.open(workbook_id)
        except TrothError:
            return None

    def _check_no_more_to_lose(self, deleted: Discarded) -> None:
        now = self.vault.open(deleted.workbook_id)
        if deleted.was is not None and touched(deleted.was, now):
            raise Refused(
                f"Something about {now.relationship.name} was changed meanwhile, and deleting "
                "again would take that along. Nothing was changed; to delete it, do it anew."
            )

    def _check_untouched(self, part: Part) -> None:
        """Look at every part before any is turned, so that a refusal changes nothing."""
        match part:
            case RecordsChanged():
                put_back(self.vault.open(part.workbook_id), part)
            case Created():
                self._check_nothing_added(part.workbook)
            case Discarded():
                pass

    def _turn(self, step: Step, parts: Sequence[Part], turn: Deed, back: Deed) -> None:
        """Turn every part of a step; where one fails, turn those before it back.

        Where those cannot be turned back either, the step is divided in two.
        """
        turned: list[Part] = []
        try:
            for part in parts:
                turn(part)
                turned.append(part)
        except TrothError:
            try:
                while turned:
                    back(turned[-1])
                    turned.pop()
            except TrothError:
                self.history.divide(step, turned)
            raise

    def _take_back(self, parts: list[Part], said: str) -> None:
        """Undo what a deed that failed has saved; what cannot be undone now stays undoable."""
        left = list(parts)
        try:
            while left:
                self._reverse(left[-1])
                left.pop()
        except TrothError as error:
            self.history.add(Step(said, tuple(left)))
            raise VaultTrouble(
                f"{error.sentence} A part of what was asked is saved; undo takes it back."
            ) from error

    def _refuse_deleted_here(self, new: Sequence[Workbook]) -> None:
        """Their older pages lie in this window's trash, and undo has to find those there."""
        parts = (part for step in self.history.done for part in step.parts)
        deleted = {part.workbook_id for part in parts if isinstance(part, Discarded)}
        for workbook in new:
            if workbook.id in deleted:
                name = workbook.relationship.name
                raise Refused(
                    f"{name} was deleted in this window. Undo that, or leave Troth and open it "
                    "again; then bring the file in."
                )

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
