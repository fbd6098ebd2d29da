"""Several questions that make one deed: one after the other, and back again."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from coaching.errors import TrothError
from coaching.say import say_day
from tui.plain.prompt import Prompt
from tui.plain.question import Back, Question

Given = Mapping[str, Any]


def always(_: Given) -> bool:
    """Asked whatever was answered before."""
    return True


def nothing(_: Given) -> None:
    """The answers alone are wanted."""


def not_told(_: str, __: Given) -> None:
    """Nobody wants to know of single answers."""


@dataclass(frozen=True)
class Part:
    """One question of a form: the name of its answer, and when it is asked."""

    name: str
    ask: Callable[[Given], Question[Any]]
    when: Callable[[Given], bool] = always


def fill_in(
    prompt: Prompt,
    title: str,
    parts: Sequence[Part],
    deed: Callable[[Given], object] = nothing,
    *,
    counted: str = "question",
    after: Callable[[str, Given], None] = not_told,
    begun: Given = MappingProxyType({}),
    back: Callable[[Given], None] = nothing,
) -> Given:
    """Ask every part in turn, then do the deed; `None` stands where a part was skipped.

    `begun` has the answers of an earlier sitting, by part in order; they are not asked again.

    Where the deed is refused, that is said and the last question asked again. `counted` is what a
    part is called. `after` is told each part that was answered, with all answers so far; `back`
    is told what is left of them after a step back.

    Raises:
        Back: the user went back before the first question.
    """
    form = _Form(prompt, title, parts, counted, after, back)
    form.take_up(begun)
    with prompt.at(title):
        while True:
            form.ask_rest()
            try:
                deed(form.given)
            except TrothError as error:
                prompt.refuse(error)
                form.forget_last(refused=True)
            else:
                return form.given


def with_answer(question: Question[Any], value: object, typed: str) -> Question[Any]:
    """The question with the answer that it had: this value, typed like this."""
    if question.options:
        labels = [one.label for one in question.options if one.value == value]
        return question.having(labels[0], "chosen") if labels else question
    if question.listed:
        return question.having(typed, "ticked").entering("")
    return question.having(say_day(value) if isinstance(value, date) else typed)


def more_came_up(count: int) -> str:
    """What is said where an answer brought more questions than were counted before."""
    return f"{count} more questions came up." if count > 1 else "One more question came up."


class _Form:
    """The answers so far, in the order they were given."""

    def __init__(
        self,
        prompt: Prompt,
        title: str,
        parts: Sequence[Part],
        counted: str,
        after: Callable[[str, Given], None],
        back: Callable[[Given], None],
    ) -> None:
        self.given: dict[str, Any] = {}
        self._after, self._back, self._total = after, back, 0
        self._prompt, self._title, self._parts, self._counted = prompt, title, parts, counted
        self._asked: list[str] = []
        self._had: dict[str, tuple[Any, str]] = {}

    def take_up(self, begun: Given) -> None:
        """Stand behind the answers of an earlier sitting."""
        for name, value in begun.items():
            self.given[name] = value
            self._had[name] = (value, say_day(value) if isinstance(value, date) else str(value))
            self._asked.append(name)

    def ask_rest(self) -> None:
        """Ask what has no answer yet."""
        while (part := self._next()) is not None:
            try:
                question = self._with_old_answer(part.name, part.ask(self.given))
                self.given[part.name] = self._prompt.ask(question.placed(self._place()))
                self._had[part.name] = (self.given[part.name], self._prompt.answered)
                self._asked.append(part.name)
            except Back:
                self.forget_last()
                self._back(self.given)
            else:
                self._after(part.name, self.given)

    def forget_last(self, *, refused: bool = False) -> None:
        """Take the last answer back, to be offered again; of a refused one only its words.

        Raises:
            Back: there is none.
        """
        if not self._asked:
            raise Back
        name = self._asked.pop()
        if not isinstance(self.given.pop(name), str) and refused:
            self._had.pop(name)

    def _with_old_answer(self, name: str, question: Question[Any]) -> Question[Any]:
        """A question asked again offers the answer that it had."""
        value, typed = self._had.get(name, (None, ""))
        return question if value is None else with_answer(question, value, typed)

    def _next(self) -> Part | None:
        left = (one for one in self._parts if one.name not in self._asked)
        return next((part for part in left if part.when(self.given)), None)

    def _place(self) -> str:
        total = sum(part.when(self.given) for part in self._parts)
        if 1 < self._total < total:
            self._prompt.say(more_came_up(total - self._total))
        self._total = total
        number = f", {self._counted} {len(self._asked) + 1} of {total}" if total > 1 else ""
        return f"{self._title}{number}"
