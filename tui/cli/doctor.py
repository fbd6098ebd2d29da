"""`troth doctor`: looks over every file and record, explains each finding, mends on request."""

import argparse
from collections.abc import Sequence
from dataclasses import asdict

from coaching.errors import Locked
from coaching.keeping import Finding
from coaching.say import say_count
from tui.bootstrap import Records
from tui.cli.output import say

FOUND = 1


def run_doctor(options: argparse.Namespace, records: Records) -> int:
    """Print what is not as it should be; 1 where something is, else 0."""
    done: Sequence[str] = ()
    findings = _findings(records)
    if options.repair and any(finding.repairable for finding in findings):
        done = records.keeping.repair(records.real_today())
        findings = _findings(records)
    if options.json:
        _say_json(findings, done)
    else:
        say(*done, *_lines(findings, repaired=options.repair))
    return FOUND if findings else 0


def _findings(records: Records) -> Sequence[Finding]:
    try:
        return records.keeping.findings(records.real_today())
    except Locked:
        records.unlock()
        return records.keeping.findings(records.real_today())


def _lines(findings: Sequence[Finding], *, repaired: bool) -> list[str]:
    if not findings:
        return ["Everything is as it should be."]
    lines = []
    for number, finding in enumerate(findings, 1):
        lines += [
            f"{number}. {finding.what}",
            f"   Where     {finding.where}",
            f"   Means     {finding.means}",
            f"   Way on    {finding.way_on}",
            "",
        ]
    return [*lines, _end(findings, repaired=repaired)]


def _end(findings: Sequence[Finding], *, repaired: bool) -> str:
    count = say_count(len(findings), "finding")
    mendable = sum(finding.repairable for finding in findings)
    if repaired or not mendable:
        return f"{count} for you to decide about. Nothing else was found."
    return f"{count}. troth doctor --repair would mend {mendable} of them, after a backup."


def _say_json(findings: Sequence[Finding], done: Sequence[str]) -> None:
    import json

    told = {"findings": [asdict(finding) for finding in findings], "repaired": list(done)}
    say(*json.dumps(told, indent=2).splitlines())
