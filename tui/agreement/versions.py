"""The versions of the agreement: each with its day, who said yes, and what changed in it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.content import Content

from coaching.agreement_page import value_in_words
from coaching.record.agreement import Agreement
from coaching.say import say_count, say_day
from coaching.verbs import agreements
from tui.agreement.page import AgreementPage
from tui.widgets.desk import Desk, Line, OneRecord, paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coaching.guide.agreement import AgreementWords
    from coaching.guide.forms import Forms
    from coaching.record.workbook import Workbook

EMPTY = "nothing"


class Versions(Desk):
    """All versions, the newest first."""

    def __init__(self, workbook: Workbook, forms: Forms, words: AgreementWords) -> None:
        """In the words of the agreement."""
        super().__init__(workbook, forms)
        self.words = words

    def heading(self) -> str:
        """Of what."""
        return f"Agreement with {self.who}: versions"

    def text(self) -> str:
        """When a version begins."""
        return "After a yes, a change begins a new version, and each says yes anew."

    def lines(self) -> Iterator[Line]:
        """One line a version."""
        for one in in_order(self.workbook)[::-1]:
            choose = partial(self.open, OneVersion, self.workbook, self.forms, one.id, self.words)
            words = f"Version {one.version}, {say_day(one.since)}"
            yield Line(one.id, words, say_agreed(one, self.who), choose)


class OneVersion(OneRecord):
    """One version: what changed in it, its page, and the way to take it out."""

    def __init__(
        self, workbook: Workbook, forms: Forms, record_id: str, words: AgreementWords
    ) -> None:
        """The version with this id."""
        super().__init__(workbook, forms, record_id)
        self.words = words

    def record(self) -> Agreement | None:
        """As it is now."""
        return self.workbook.find(Agreement, self.record_id)

    def heading(self) -> str:
        """Which."""
        version = self.record()
        return f"Agreement with {self.who}, version {version.version}" if version else ""

    def text(self) -> Content:
        """Its day, its yeses, and each line that differs from the version before."""
        version = self.record()
        if version is None:
            return Content("")
        before = _before(self.workbook, version)
        said = f"Since {say_day(version.since)}, {say_agreed(version, self.who)}."
        first = "" if before else "The first version."
        changed = self._changed(before, version) if before else []
        return paragraphs(("", said), ("", first), *changed)

    def _changed(self, before: Agreement, now: Agreement) -> list[tuple[str, str]]:
        found = agreements.what_changed(before, now)
        head = f"{say_count(len(found), 'line')} changed since version {before.version}:"
        lines = [("", head if found else f"No line differs from version {before.version}.")]
        for one in found:
            line = self.words.line(one.field)
            was = value_in_words(before, one.field, self.who) or EMPTY
            new = value_in_words(now, one.field, self.who) or EMPTY
            label = line.label if line else one.field
            lines += [("", label), ("  was", was), ("  now", new)]
        return lines

    def lines(self) -> Iterator[Line]:
        """Read it as a page, or delete it."""
        version = self.record()
        if version is None:
            return
        page = partial(self.open, AgreementPage, self.workbook, version, self.words)
        yield Line("page", "Read it as a page", "to copy or to write to a file", page)
        yield self.delete_line(
            "version of the agreement", partial(agreements.delete, agreement_id=version.id)
        )


def in_order(workbook: Workbook) -> list[Agreement]:
    """All versions, the first one first."""
    return sorted(workbook.all(Agreement), key=lambda one: (one.version, one.since))


def say_agreed(agreement: Agreement, name: str) -> str:
    """Who said yes, in a few words."""
    if agreement.agreed_on is not None:
        return f"agreed {say_day(agreement.agreed_on)}"
    if agreement.yes_me is not None:
        return f"your yes {say_day(agreement.yes_me)}, {name}'s not yet"
    if agreement.yes_them is not None:
        return f"{name}'s yes {say_day(agreement.yes_them)}, yours not yet"
    return "nobody said yes yet"


def _before(workbook: Workbook, version: Agreement) -> Agreement | None:
    older = in_order(workbook)
    place = [one.id for one in older].index(version.id)
    return older[place - 1] if place else None
