"""The agreement as a Markdown page for both: its lines, open goals, and room to sign."""

from collections.abc import Iterator

from coaching.agenda.markdown import plain_markdown
from coaching.guide.agreement import AgreementWords
from coaching.record.agreement import Agreement
from coaching.record.goal import Goal
from coaching.record.workbook import Workbook
from coaching.say import say_count, say_day

AGENDA_BY = {"both": "Both of us", "in_turn": "In turn"}
YOUR_NAME = "The other of us"


def agreement_markdown(
    workbook: Workbook, agreement: Agreement, words: AgreementWords, my_name: str = ""
) -> str:
    """The page of one version, made of what is for both; preview it before it leaves."""
    return "\n".join(_lines(workbook, agreement, words, my_name)) + "\n"


def value_in_words(agreement: Agreement, field: str, name: str, my_name: str = "") -> str:
    """What stands in a line: text as it is, dates and choices in words; "" where it is empty."""
    value = getattr(agreement, field)
    match field:
        case "reply_days":
            return say_count(value, "working day") if value else ""
        case "agenda_by":
            people = {"me": my_name or YOUR_NAME, "them": name, **AGENDA_BY}
            return people[value] if value else ""
        case "review_on" | "ends_on":
            return say_day(value) if value else ""
        case _:
            return str(value)


def _lines(
    workbook: Workbook, agreement: Agreement, words: AgreementWords, my_name: str
) -> Iterator[str]:
    name = workbook.relationship.name
    both = f"{my_name} and {name}" if my_name else name
    yield f"# How we work together: {plain_markdown(both)}"
    yield ""
    yield f"Version {agreement.version}, {say_day(agreement.since)}"
    for part in words.parts:
        found = [
            (line.label, text)
            for line in words.lines
            if line.part == part.id
            and (text := value_in_words(agreement, line.field, name, my_name))
        ]
        if part.id == "purpose":
            found += [("Goal", goal.what) for goal in workbook.all(Goal) if goal.ended is None]
        if found:
            yield from ("", f"## {part.name}")
        for label, text in found:
            yield from ("", f"**{label}**", "")
            yield from (plain_markdown(one) for one in text.splitlines() if one.strip())
    yield from ("", words.signing, "")
    for who, day in ((my_name or YOUR_NAME, agreement.yes_me), (name, agreement.yes_them)):
        said = f"said yes on {say_day(day)}" if day else "________________________  date ________"
        yield f"- {plain_markdown(who)}: {said}"
