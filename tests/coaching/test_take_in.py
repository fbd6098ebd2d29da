"""An import over several workbooks is one deed: done whole, taken back whole, never half."""

from itertools import count

import pytest

from coaching.coach import Coach
from coaching.errors import Refused, VaultTrouble
from coaching.importing.items import Item, Plan, deed_of
from coaching.importing.plan import Around, Wishes, plan
from coaching.importing.records import Here, Incoming
from coaching.ports import Changed, Verb
from coaching.record.base import Record
from coaching.record.contact import SupportContact
from coaching.record.promise import Promise
from coaching.record.workbook import MINE, Done, Touched, Unreadable, Workbook
from data.clock import FixedClock
from data.memory_vault import MemoryDrafts, MemoryVault
from tests.coaching.making import LONDON, NOW, TODAY, ben, checkin, promise

new_ids = count(1)
CONTACT = SupportContact(id="s", name="Dana", kind="ombuds", checked=TODAY)


def book(book_id: str, name: str, *records: Record) -> Workbook:
    return Workbook(book_id).put(ben().relationship.changed(id=book_id, name=name), *records)


def window(vault: MemoryVault) -> Coach:
    return Coach(vault, MemoryDrafts(), FixedClock(NOW, LONDON), lambda: f"new-{next(new_ids)}")


def planned(vault: MemoryVault, *books: Workbook, **wishes: object) -> Plan:
    here = Here(vault.overview(), vault.open)
    around = Around(NOW, LONDON, lambda: f"new-{next(new_ids)}")
    return plan(Incoming(books), here, Wishes(**wishes), around)  # type: ignore[arg-type]  # a test names its own


def take_in(coach: Coach, found: Plan) -> str:
    deed = deed_of(found.items)
    coach.take_in(deed.new, deed.verbs, deed.said)
    return deed.said


def put(vault: MemoryVault, book_id: str, record: Record) -> None:
    """What another window saves."""
    vault.change(book_id, lambda one: Done(one.put(record), ""))


def state(vault: MemoryVault) -> dict[str, Workbook]:
    return {one.id: vault.open(one.id) for one in vault.overview().people} | {
        MINE: vault.open(MINE)
    }


def same(one: dict[str, Workbook], other: dict[str, Workbook]) -> bool:
    return {key: _records(book) for key, book in one.items()} == {
        key: _records(book) for key, book in other.items()
    }


def _records(workbook: Workbook) -> dict[str, dict[str, Record]]:
    return {table: dict(rows) for table, rows in workbook.tables.items() if rows}


def redo_all(coach: Coach) -> None:
    while coach.history.undone:
        coach.redo()


class FullAfter(MemoryVault):
    """A disk with room for some saves only."""

    left = 99

    def change(self, workbook_id: str, verb: Verb) -> Changed:
        """Save, while there is room."""
        if self.left == 0:
            raise VaultTrouble("The disk is full, so nothing was saved.")
        self.left -= 1
        return super().change(workbook_id, verb)


def three() -> tuple[Workbook, ...]:
    return (
        book("new", "Efua", promise("p9", "11-27")),
        book("ben", "Ben Lindqvist", promise("p2", "11-27"), checkin("c2", "11-26")),
        book("amara", "Amara", promise("p3", "11-28")),
        Workbook(MINE).put(CONTACT),
    )


def vault_here(kind: type[MemoryVault] = MemoryVault) -> MemoryVault:
    return kind([ben(promise("p1", "11-25")), book("amara", "Amara")])


def test_people_and_records_of_several_come_in_and_go_with_one_undo() -> None:
    vault = vault_here()
    coach = window(vault)
    before = state(vault)
    said = take_in(coach, planned(vault, *three()))
    assert said == "Brought in: 1 new person and 4 records added."
    after = state(vault)
    assert [one.id for one in after["ben"].all(Promise)] == ["p1", "p2"]
    assert after[MINE].all(SupportContact) == (CONTACT,)
    assert coach.undo() == f"Undone: {said}"
    assert same(state(vault), before)
    coach.redo()
    assert same(state(vault), after)
    coach.undo()
    with pytest.raises(Refused, match="Nothing to undo"):
        coach.undo()


def test_what_was_added_meanwhile_stays_when_an_import_is_undone() -> None:
    vault = vault_here()
    coach = window(vault)
    take_in(coach, planned(vault, *three()))
    put(vault, "ben", promise("p5", "11-30"))
    coach.undo()
    assert [one.id for one in vault.open("ben").all(Promise)] == ["p1", "p5"]


def test_undo_changes_nothing_where_one_arrived_record_was_changed_meanwhile() -> None:
    vault = vault_here()
    coach = window(vault)
    take_in(coach, planned(vault, *three()))
    changed = vault.open("amara").get(Promise, "p3").changed(what="another thing")
    put(vault, "amara", changed)
    kept = state(vault)
    with pytest.raises(Refused, match="changed in another window"):
        coach.undo()
    assert same(state(vault), kept)


@pytest.mark.parametrize("room", [0, 1, 2])
def test_where_one_save_fails_none_stays(room: int) -> None:
    vault = vault_here(FullAfter)
    assert isinstance(vault, FullAfter)
    coach = window(vault)
    before = state(vault)
    found = planned(vault, *three())
    vault.left = room
    with pytest.raises(VaultTrouble) as caught:
        take_in(coach, found)
    vault.left = 99
    if not coach.history.done:
        assert same(state(vault), before)
    else:
        assert "undo takes it back" in caught.value.sentence
        coach.undo()
        assert same(state(vault), before)


@pytest.mark.parametrize("room", [0, 1, 2])
def test_an_undo_or_redo_that_fails_on_the_way_is_finished_later(room: int) -> None:
    vault = vault_here(FullAfter)
    assert isinstance(vault, FullAfter)
    coach = window(vault)
    before = state(vault)
    take_in(coach, planned(vault, *three()))
    after = state(vault)
    vault.left = room
    with pytest.raises(VaultTrouble, match="disk is full"):
        coach.undo()
    vault.left = 99
    coach.undo()
    assert same(state(vault), before)
    assert not coach.history.done
    redo_all(coach)
    assert same(state(vault), after)
    while coach.history.done:
        coach.undo()
    vault.left = room
    with pytest.raises(VaultTrouble, match="disk is full"):
        redo_all(coach)
    vault.left = 99
    redo_all(coach)
    assert same(state(vault), after)


def test_a_record_changed_since_the_review_is_not_written_over() -> None:
    vault = vault_here()
    found = planned(vault, book("ben", "Ben Lindqvist", promise("p1", "12-24")), theirs=True)
    newer = promise("p1", "12-01")
    put(vault, "ben", newer)
    with pytest.raises(Refused, match="another window meanwhile"):
        take_in(window(vault), found)
    assert vault.open("ben").get(Promise, "p1") == newer


def test_someone_deleted_in_this_window_comes_back_by_undo_only() -> None:
    vault = vault_here()
    coach = window(vault)
    export = vault.open("ben")
    coach.discard("ben", "Ben deleted.")
    with pytest.raises(Refused, match="was deleted in this window"):
        take_in(coach, planned(vault, export))
    coach.undo()
    assert vault.open("ben") == export


def test_an_import_of_what_is_here_changes_nothing() -> None:
    vault = vault_here()
    found = planned(vault, vault.open("ben"), vault.open("amara"))
    assert found == Plan(notes=("3 records are here already, the same.",))


def test_a_record_that_differs_is_told_and_left_unless_theirs() -> None:
    vault = vault_here()
    theirs = book("ben", "Ben Lindqvist", promise("p1", "12-24"), promise("p2", "12-24"))
    told = planned(vault, theirs)
    assert [(one.who, one.says) for one in told.items] == [("Ben Lindqvist", "1 promise added")]
    (problem,) = told.problems
    assert problem.told() == (
        'Ben Lindqvist, promise: "the p1" differs from the one here, which stays as it is.'
    )
    take_in(window(vault), planned(vault, theirs, theirs=True))
    assert vault.open("ben").get(Promise, "p1").by == promise("p1", "12-24").by


def test_a_namesake_is_left_merged_or_kept_apart_as_the_user_says() -> None:
    vault = vault_here()
    other = book("ben-2", "ben  LINDQVIST", promise("p7", "11-29"))
    left = planned(vault, other)
    assert left.items == ()
    assert left.problems[0].answer == "namesakes"
    (merged,) = planned(vault, other, namesakes="merge").items
    assert (merged.workbook_id, merged.new) == ("ben", None)
    assert merged.pairs == (Touched(None, promise("p7", "11-29")),)
    (apart,) = planned(vault, other, namesakes="apart").items
    assert apart.who == "ben  LINDQVIST (2)"
    assert apart.new is not None


def test_two_with_one_name_in_a_file_stay_two() -> None:
    found = planned(MemoryVault(), book("a", "Ben"), book("b", "Ben"))
    assert [one.who for one in found.items] == ["Ben", "Ben"]
    assert found.problems == ()


def test_what_no_troth_can_read_comes_with_a_new_person_only() -> None:
    odd = Unreadable("stars", {"id": "x"}, "unknown")
    vault = vault_here()
    strange = Workbook("ben", vault.open("ben").tables, (odd,))
    assert "cannot read it" in planned(vault, strange).problems[0].sentence
    fresh = MemoryVault()
    take_in(window(fresh), planned(fresh, strange))
    assert fresh.open("ben").unreadable == (odd,)


def test_nothing_chosen_is_no_deed() -> None:
    vault = vault_here()
    coach = window(vault)
    assert take_in(coach, Plan(items=())) == "Nothing was brought in."
    assert coach.history.done == []
    assert deed_of([Item("k", "Ben", "nothing")]).verbs == ()
