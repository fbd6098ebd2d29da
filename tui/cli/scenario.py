"""`troth scenario`: lists the workshop cases, shows one, checks and begins one of your own."""

import argparse
import json
from collections.abc import Callable
from pathlib import Path

from coaching.errors import Refused
from coaching.scenario.problems import CaseProblem
from tui.bootstrap import begin_scenario, scenario_library, scenario_schema
from tui.cli.output import complain, say
from tui.cli.without_vault import refuse_vault

FAILED = 1
CHAIR = {"mentor": "the mentor's chair", "mentee": "the mentee's chair", "both": "both chairs"}


def run_scenario(options: argparse.Namespace) -> int:
    """Do what was asked for; no records are opened."""
    if options.json and options.action != "list":
        raise Refused("--json goes with list only: troth scenario list --json")
    if options.action != "play" and (options.resume or options.minutes is not None):
        raise Refused("--resume and --minutes go with play only: troth scenario play sc03")
    if options.vault is not None and options.action in WITHOUT_VAULT:
        refuse_vault(f"scenario {options.action}")
    needs = options.action in NEED_A_CASE
    if needs and not options.which:
        raise Refused(f"Say which: {NEED_A_CASE[options.action]} (more: troth scenario --help)")
    if options.which and not needs and options.action != "play":
        raise Refused(f"troth scenario {options.action} takes nothing after it.")
    return DEEDS[options.action](options)


def _list(options: argparse.Namespace) -> int:
    cases = scenario_library().shipped()
    if options.json:
        rows = [
            {
                "id": case.id,
                "title": case.title,
                "minutes": case.minutes,
                "hurdle": case.hurdle,
                "view": case.view,
                "line": case.line,
                "red_flags": list(case.red_flags),
                "endings": len(case.endings),
            }
            for case in cases
        ]
        print(json.dumps(rows, indent=2, ensure_ascii=False))
        return 0
    for case in cases:
        number = case.id.split("_")[0]
        say(f"{number}  {case.title} (from {case.minutes} minutes, {CHAIR[case.view]})")
        say(f"{' ' * len(number)}  {case.line}")
    say("", "Read one: troth scenario show sc03")
    return 0


def _show(options: argparse.Namespace) -> int:
    from coaching.scenario.sheet import facilitator_sheet

    library = scenario_library()
    case = library.find(options.which)
    hurdle = library.hurdle_name(case.hurdle)
    sheet = facilitator_sheet(case, library.house(), hurdle_name=hurdle)
    say(*sheet.splitlines())
    return 0


def _check(options: argparse.Namespace) -> int:
    try:
        case = scenario_library().read(Path(options.which))
    except CaseProblem as problem:
        say(*problem.problems)
        count = len(problem.problems)
        things = "1 thing" if count == 1 else f"{count} things"
        complain(f"{things} to mend in {options.which} before it can be played.")
        return FAILED
    say(*scenario_library().doubts(Path(options.which)))
    scenes, endings = len(case.scenes), len(case.endings)
    say(f"{case.title} is ready to play: {scenes} scenes, {endings} endings, all reached.")
    return 0


def _new(options: argparse.Namespace) -> int:
    begin_scenario(Path(options.which))
    say(
        f"A small case to change into your own stands in {options.which}.",
        f"Look at it in an editor, then: troth scenario check {options.which}",
    )
    return 0


def _schema(options: argparse.Namespace) -> int:
    del options
    print(scenario_schema())
    return 0


def _play(options: argparse.Namespace) -> int:
    from tui.cli.play import run_play

    return run_play(options)


def _notes(options: argparse.Namespace) -> int:
    from tui.cli.notes import run_notes

    return run_notes(options)


def _records(options: argparse.Namespace) -> int:
    from tui.cli.cast import run_records

    return run_records(options)


NEED_A_CASE = {
    "show": "troth scenario show sc03",
    "check": "troth scenario check my-case.yaml",
    "new": "troth scenario new my-case.yaml",
    "records": "troth scenario records sc03",
}
WITHOUT_VAULT = ("play", "notes", "records")
DEEDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "list": _list,
    "show": _show,
    "check": _check,
    "new": _new,
    "schema": _schema,
    "play": _play,
    "notes": _notes,
    "records": _records,
}
