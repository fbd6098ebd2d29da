"""Several questions that make one deed: one after the other, and back again."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from coaching.errors import TrothError
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
) -> Given:
    """Ask every part in turn, then do the deed; `None` stands where a part was skipped.

    Where the deed is refused, that is said and the last question asked again. `counted` is what a
    part is called. `after` is told each part that was answered, with all answers so far.

    Raises:
        Back: the user went back before the first question.
    """
    form = _Form(prompt, title, parts, counted, after)
    with prompt.at(title):
        while True:
            form.ask_rest()
            try:
                deed(form.given)
            except TrothError as error:
                prompt.say(error.sentence)
                form.forget_last()
            else:
                return form.given


class _Form:
    """The answers so far, in the order they were given."""

    def __init__(
        self,
        prompt: Prompt,
        title: str,
        parts: Sequence[Part],
        counted: str,
        after: Callable[[str, Given], None],
    ) -> None:
        self.given: dict[str, Any] = {}
        self._after = after
        self._prompt, self._title, self._parts, self._counted = prompt, title, parts, counted
        self._asked: list[str] = []

    def ask_rest(self) -> None:
        """Ask what has no answer yet."""
        while (part := self._next()) is not None:
            try:
                question = part.ask(self.given).placed(self._place())
                self.given[part.name] = self._prompt.ask(question)
                self._asked.append(part.name)
            except Back:
                self.forget_last()
            else:
                self._after(part.name, self.given)

    def forget_last(self) -> None:
        """Take the last answer back. `Back` where there is none."""
        if not self._asked:
            raise Back
        self.given.pop(self._asked.pop())

    def _next(self) -> Part | None:
        left = (one for one in self._parts if one.name not in self._asked)
        return next((part for part in left if part.when(self.given)), None)

    def _place(self) -> str:
        total = sum(part.when(self.given) for part in self._parts)
        number = f", {self._counted} {len(self._asked) + 1} of {total}" if total > 1 else ""
        return f"{self._title}{number}"
