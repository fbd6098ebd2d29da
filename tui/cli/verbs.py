"""The table of commands: what each is for, its options, and where its deed is."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module

from tui.cli import options

TYPE_CHECKING = False  # as typing's own, whose import would take a third of `troth --version`
if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable


@dataclass(frozen=True)
class Verb:
    """A command of `troth`.

    `does` stands in the list of commands, `run` names the function that carries it out
    ("module:function"), loaded on use. That gets the options and, unless `alone`, the records.
    """

    name: str
    does: str
    usage: str
    example: str
    run: str
    add_options: Callable[[argparse.ArgumentParser], None] = options.none
    alone: bool = False

    def deed(self) -> Callable[..., int]:
        """The function that carries it out; returns the exit code."""
        module, function = self.run.split(":")
        found: Callable[..., int] = getattr(import_module(module), function)
        return found


HOME = Verb("", "open Troth", "troth", "troth", "tui.cli.screens:run_home")

VERBS = {
    verb.name: verb
    for verb in (
        Verb(
            "due",
            "what is overdue, and what comes in the next days",
            "troth due [--within 14d] [--json | --short [--names]]",
            "troth due --within 14d",
            "tui.cli.due:run_due",
            options.due,
        ),
        Verb(
            "show",
            "what is recorded about one person",
            "troth show NAME",
            "troth show Ben",
            "tui.cli.show:run_show",
            options.show,
        ),
        Verb(
            "add",
            "add someone; the first one begins your records",
            "troth add NAME --i-am mentor|mentee [--every 2w]",
            "troth add Ben --i-am mentor --every 2w",
            "tui.cli.add:run_add",
            options.add,
        ),
        Verb(
            "log",
            "say how a check-in went",
            """troth log NAME --held WHEN
       troth log NAME --missed|--cancelled WHEN [--by me|them]
       troth log NAME --moved WHEN --to WHEN [--by me|them]""",
            'troth log Ben --held "tue 3pm"',
            "tui.cli.log:run_log",
            options.log,
        ),
        Verb(
            "promise",
            "write down who will do what by when",
            "troth promise NAME WHAT --by WHEN [--from me|them]",
            'troth promise Ben "introduction to Priya" --by "24 nov"',
            "tui.cli.promises:run_promise",
            options.promise,
        ),
        Verb(
            "keep",
            "say that a promise is done",
            "troth keep NAME WHAT [--on WHEN] [--from me|them]",
            'troth keep Ben "introduction"',
            "tui.cli.promises:run_keep",
            options.keep,
        ),
        Verb(
            "renew",
            "agree a new date for a promise",
            "troth renew NAME WHAT --by WHEN [--from me|them]",
            'troth renew Ben "introduction" --by "1 dec"',
            "tui.cli.promises:run_renew",
            options.renew,
        ),
        Verb(
            "hurdle",
            "work through something that went wrong",
            "troth hurdle [NAME] [--as mentor|mentee] [--keep]",
            "troth hurdle Ben",
            "tui.cli.screens:run_hurdle",
            options.hurdle,
        ),
        Verb(
            "demo",
            "look around in made-up records; yours stay untouched",
            "troth demo",
            "troth demo",
            "tui.cli.screens:run_demo",
            alone=True,
        ),
    )
}
