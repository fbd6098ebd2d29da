"""Keeps the facts of everyone: from the derived file while it holds, else from the record."""

from threading import Lock

from coaching.errors import Locked, VaultTrouble
from coaching.overview import Overview, Person, Trouble
from data.files import Signature
from data.overview_file import Facts, OverviewFile
from data.places import MINE, Places, last_good
from data.scan import Scan
from data.shelf import Shelf


class FactsOfEveryone:
    """The overview of a vault; safe to use from several threads. The record is always right."""

    def __init__(self, places: Places, scan: Scan, shelf: Shelf) -> None:
        self._places = places
        self._scan = scan
        self._shelf = shelf
        self._file = OverviewFile(places)
        self._facts: Facts | None = None
        self._overview = Overview()
        self._lock = Lock()

    def overview(self) -> Overview:
        """The facts as they are on disk now; the same object while nothing changes."""
        with self._lock:
            known = self._file.read() if self._facts is None else self._facts
            facts: dict[str, tuple[Signature, Person]] = {}
            troubles: list[Trouble] = []
            for workbook_id, signature in self._scan.workbooks().items():
                fact = known.get(workbook_id)
                try:
                    if fact is None or fact[0] != signature:
                        fact = self._taken_from_record(workbook_id)
                except Locked:
                    raise
                except VaultTrouble as trouble:
                    troubles.append(Trouble(workbook_id, trouble.sentence))
                    continue
                if fact is not None:
                    facts[workbook_id] = fact
            troubles += [self._gone(workbook_id) for workbook_id in self._scan.gone()]
            return self._kept(known, facts, tuple(troubles))

    def forget(self) -> None:
        """Hold nothing in memory any more."""
        with self._lock:
            self._facts, self._overview = None, Overview()

    def _kept(self, known: Facts, facts: Facts, troubles: tuple[Trouble, ...]) -> Overview:
        same = len(known) == len(facts) and all(known.get(key) is facts[key] for key in facts)
        if not same:
            self._file.write(facts)
        if not same or self._facts is None or troubles != self._overview.troubles:
            self._overview = _overview(facts, troubles)
        self._facts = facts
        return self._overview

    def _gone(self, workbook_id: str) -> Trouble:
        path = self._places.workbook(workbook_id)
        return Trouble(
            workbook_id,
            f"{path} is gone. A copy from before its last save lies beside it: "
            f"{last_good(path).name}.",
        )

    def _taken_from_record(self, workbook_id: str) -> tuple[Signature, Person] | None:
        """The facts of one workbook; None where its file has gone meanwhile."""
        from coaching.summary import summarise

        opened = self._shelf.open(workbook_id, keep=False)
        if opened is None:
            return None
        workbook = opened.parsed.workbook
        if workbook_id != MINE and not workbook.about_someone:
            raise VaultTrouble(
                f"{self._places.workbook(workbook_id)} does not say whose records it holds, "
                "so they are not shown. It was left as it is."
            )
        return opened.signature, summarise(workbook)


def _overview(facts: Facts, troubles: tuple[Trouble, ...]) -> Overview:
    people = tuple(person for key, (_, person) in facts.items() if key != MINE)
    mine = facts[MINE][1] if MINE in facts else Person(id=MINE)
    return Overview(people, mine, troubles)
