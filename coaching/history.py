"""What this window did, and how each step is taken back or done again."""

from collections.abc import Sequence
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
    """A whole workbook that went to the trash; `was` is what was in it, where it could be read."""

    workbook_id: str
    was: Workbook | None = None


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
    refused: list[Step] = field(default_factory=list)
    """Steps the user was told cannot be taken back; the next undo passes over them."""

    def forget(self, workbook_id: str) -> None:
        """Keep nothing about this workbook any more; it was removed for good."""
        self.done, self.undone = (
            [left for step in steps if (left := _without(step, workbook_id)).parts]
            for steps in (self.done, self.undone)
        )

    def pass_over(self, step: Step) -> bool:
        """Whether this step was refused before; from now on it was."""
        known = any(step is one for one in self.refused)
        if not known:
            self.refused.append(step)
        return known

    def turn_back(self, step: Step) -> None:
        """This step is undone now; steps passed over stay where they are."""
        self.done = [one for one in self.done if one is not step]
        self.undone.append(step)

    def divide(self, step: Step, turned: Sequence[Part]) -> None:
        """Only these parts of a step could be turned: they go over, the others stay."""
        ids = set(map(id, turned))
        rest = Step(step.said, tuple(part for part in step.parts if id(part) not in ids))
        over = Step(step.said, tuple(part for part in step.parts if id(part) in ids))
        was_done = any(one is step for one in self.done)
        steps, others = (self.done, self.undone) if was_done else (self.undone, self.done)
        steps[:] = [rest if one is step else one for one in steps]
        others.append(over)

    def add(self, step: Step) -> None:
        """A new deed; what was undone before it cannot be done again."""
        self.done.append(step)
        self.undone.clear()

    def clear(self) -> None:
        """Forget every step: what this window did cannot be taken back any more."""
        self.done.clear()
        self.undone.clear()
        self.refused.clear()

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


def _without(step: Step, workbook_id: str) -> Step:
    others = tuple(part for part in step.parts if _about(part) != workbook_id)
    return step if others == step.parts else Step(step.said, others)


def _about(part: Part) -> str:
    return part.workbook.id if isinstance(part, Created) else part.workbook_id
