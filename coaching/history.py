"""What this window did, and how each step is taken back or done again."""

from dataclasses import dataclass, field

from coaching.errors import Refused
from coaching.record.workbook import Done, Touched, Workbook


@dataclass(frozen=True)
class RecordsChanged:
    """Records of one workbook, before and after."""

    workbook_id: str
    touched: tuple[Touched, ...]

    def swapped(self) -> "RecordsChanged":
        """The same change the other way round."""
        turned = tuple(Touched(before=pair.after, after=pair.before) for pair in self.touched)
        return RecordsChanged(self.workbook_id, turned)


@dataclass(frozen=True)
class Created:
    """A whole workbook that came into being, as it was then."""

    workbook: Workbook


@dataclass(frozen=True)
class Discarded:
    """A whole workbook that went to the trash."""

    workbook_id: str


Part = RecordsChanged | Created | Discarded


@dataclass(frozen=True)
class Step:
    """One deed of the user: what was said of it, and its parts."""

    said: str
    parts: tuple[Part, ...]


@dataclass
class History:
    """The steps done and the steps undone, newest last."""

    done: list[Step] = field(default_factory=list)
    undone: list[Step] = field(default_factory=list)

    def add(self, step: Step) -> None:
        """A new deed; what was undone before it cannot be done again."""
        self.done.append(step)
        self.undone.clear()

    def join(self, since: int, said: str) -> None:
        """Make one deed of all that was done since there were `since` of them."""
        joined = self.done[since:]
        if joined:
            parts = tuple(part for step in joined for part in step.parts)
            self.done[since:] = [Step(said, parts)]


def put_back(workbook: Workbook, change: RecordsChanged) -> Done:
    """The workbook with each touched record as it was before.

    Refused, with nothing changed, where a record is no longer as this window left it.
    """
    for before, after in change.touched:
        known = after or before
        if known is not None and workbook.find(type(known), known.id) != after:
            raise Refused(
                "Something was changed in another window meanwhile, so this cannot be taken back. "
                "Nothing was changed."
            )
    for before, after in change.touched:
        if before is not None:
            workbook = workbook.put(before)
        elif after is not None:
            workbook = workbook.without(after)
    return Done(workbook, "")
