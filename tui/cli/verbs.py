"""The table of commands: what each is for, its options, and where its deed is."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module

from tui.cli import (
    backup_options,
    completions_options,
    export_options,
    import_options,
    options,
    prepare_options,
    scenario_options,
    seal_options,
    settings_options,
    wording_options,
    workshop_options,
)

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
            "prepare",
            "the agenda of the next check-in, as Markdown",
            "troth prepare NAME [--kind KIND]",
            "troth prepare Ben",
            "tui.cli.prepare:run_prepare",
            prepare_options.prepare,
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
            "export",
            "take records out: json, markdown, ics or csv",
            """troth export [NAME] --format json|markdown|ics|csv [--for us-two|me]
       [-o FILE] [--force] [--table promises|check-ins]
       [--titles full|short] [--alarm 1d]""",
            "troth export Ben --format markdown --for us-two -o ben.md",
            "tui.cli.export:run_export",
            export_options.export,
        ),
        Verb(
            "import",
            "bring records in: Troth's JSON, a list of people, a calendar",
            """troth import FILE [--dry-run] [--as mentor|mentee] [--merge | --apart]
       [--theirs]""",
            "troth import people.csv --as mentor --dry-run",
            "tui.cli.import_:run_import",
            import_options.bring_in,
        ),
        Verb(
            "workshop",
            "choose a case for a room, print its papers, play it",
            """troth workshop [--minutes 25|50|90] [--who mentors|mentees|both]
       [--topic TOPIC] [--to FOLDER]""",
            "troth workshop --minutes 50",
            "tui.cli.workshop:run_workshop",
            workshop_options.workshop,
            alone=True,
        ),
        Verb(
            "scenario",
            "workshop cases: play, list, read, check and write them",
            """troth scenario play NAME|FILE [--minutes 25|50|90]
       troth scenario play [NAME|FILE] --resume
       troth scenario notes
       troth scenario records NAME|FILE
       troth scenario list [--json]
       troth scenario show NAME|FILE
       troth scenario check FILE
       troth scenario new FILE
       troth scenario schema""",
            "troth scenario show sc03",
            "tui.cli.scenario:run_scenario",
            scenario_options.scenario,
            alone=True,
        ),
        Verb(
            "seal",
            "put all records under a passphrase",
            "troth seal [--yes]",
            "troth seal",
            "tui.cli.seal:run_seal",
            seal_options.seal,
        ),
        Verb(
            "unseal",
            "write all records in plain files again",
            "troth unseal",
            "troth unseal",
            "tui.cli.seal:run_unseal",
        ),
        Verb(
            "passphrase",
            "change the passphrase of sealed records",
            "troth passphrase",
            "troth passphrase",
            "tui.cli.seal:run_passphrase",
        ),
        Verb(
            "backup",
            "list the backups, or put one back",
            """troth backup list
       troth backup restore WHEN [--only NAME] [--yes]""",
            "troth backup restore 2026-11-24 --only Ben",
            "tui.cli.backup:run_backup",
            backup_options.backup,
        ),
        Verb(
            "doctor",
            "look over every file and record, and mend what can be",
            "troth doctor [--repair] [--json]",
            "troth doctor --repair",
            "tui.cli.doctor:run_doctor",
            backup_options.doctor,
        ),
        Verb(
            "check-draft",
            "read a draft apology: what it says, what takes it back",
            "troth check-draft [FILE|-] [--json]",
            "troth check-draft letter.txt",
            "tui.cli.check_draft:run_check_draft",
            wording_options.check_draft,
            alone=True,
        ),
        Verb(
            "completions",
            "what your shell needs to finish your words with tab",
            "troth completions bash|zsh|fish",
            "source <(troth completions bash)",
            "tui.cli.completions:run_completions",
            completions_options.completions,
            alone=True,
        ),
        Verb(
            "settings",
            "where your settings are, and what counts of them",
            "troth settings [--init]",
            "troth settings --init",
            "tui.cli.settings:run_settings",
            settings_options.settings,
            alone=True,
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
