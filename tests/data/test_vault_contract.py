"""What every vault promises, on disk and in memory alike."""

from datetime import date
from functools import partial
from itertools import pairwise

import pytest

from coaching.errors import Gone, Refused, VaultTrouble
from coaching.ports import Vault
from coaching.record.contact import SupportContact
from coaching.record.note import Note
from coaching.record.promise import Promise
from coaching.record.workbook import MINE, Done, Workbook
from coaching.verbs.promises import keep
from tests.data.people import TODAY, Windows, coach_on, names, new_id, notes, person, promises


def told(workbook: Workbook) -> list[str]:
    """What was promised, in the order it was."""
    return [promise.what for promise in workbook.all(Promise)]


def test_a_new_vault_is_empty(vault: Vault) -> None:
    assert vault.overview().people == ()
    assert vault.open(MINE) == Workbook(MINE)


def test_people_added_are_there_in_every_window(windows: Windows) -> None:
    ben, amara = person("Ben"), person("Amara")
    windows().create([ben, amara])
    assert names(windows()) == ["Amara", "Ben"]
    assert windows().open(ben.id) == ben


def test_a_change_is_there_in_every_window(windows: Windows) -> None:
    ben = person("Ben")
    windows().create([ben])
    changed = windows().change(ben.id, promises("an introduction"))
    assert changed.said.startswith("Promise to Ben: an introduction")
    assert [after and after.table for _, after in changed.touched] == ["promises"]
    assert windows().open(ben.id) == changed.workbook
    (facts,) = windows().overview().people
    assert [line.what for line in facts.promises] == ["an introduction"]


def test_a_change_works_on_the_newest_state(windows: Windows) -> None:
    ben = person("Ben")
    first, second = windows(), windows()
    first.create([ben])
    second.open(ben.id)
    first.change(ben.id, promises("one"))
    second.change(ben.id, promises("two"))
    first.change(ben.id, promises("three"))
    assert told(second.open(ben.id)) == ["one", "two", "three"]


def test_records_stay_in_the_order_they_were_added(windows: Windows) -> None:
    ben = person("Ben")
    vault = windows()
    vault.create([ben])
    first = new_id()
    vault.change(ben.id, promises("one", first))
    vault.change(ben.id, promises("two"))
    vault.change(ben.id, partial(keep, promise_id=first, on=TODAY, today=TODAY))
    assert told(windows().open(ben.id)) == ["one", "two"]


def test_a_verb_that_changes_nothing_saves_nothing(vault: Vault) -> None:
    ben = person("Ben")
    vault.create([ben])
    stamp = vault.stamp()
    changed = vault.change(ben.id, lambda workbook: Done(workbook, "As it was."))
    assert changed.touched == ()
    assert changed.said == "As it was."
    assert vault.stamp() == stamp


def test_a_refused_verb_saves_nothing(vault: Vault) -> None:
    ben = person("Ben")
    vault.create([ben])
    promise_id = new_id()
    vault.change(ben.id, promises("one", promise_id))
    with pytest.raises(Refused):
        vault.change(ben.id, partial(keep, promise_id=promise_id, on=date(2027, 1, 1), today=TODAY))
    assert vault.open(ben.id).get(Promise, promise_id).state == "open"


def test_nobody_else_is_touched(vault: Vault) -> None:
    ben, amara = person("Ben"), person("Amara")
    vault.create([ben, amara])
    vault.change(ben.id, promises("one"))
    assert vault.open(amara.id) == amara


def test_what_is_mine_begins_with_its_first_change(windows: Windows) -> None:
    def add(workbook: Workbook) -> Done:
        contact = SupportContact(id=new_id(), name="Ombuds office", kind="ombuds", checked=TODAY)
        return Done(workbook.put(contact), "Kept.")

    windows().change(MINE, add)
    (contact,) = windows().open(MINE).all(SupportContact)
    assert contact.name == "Ombuds office"
    assert windows().overview().people == ()
    assert windows().overview().mine.id == MINE


def test_the_same_workbook_cannot_be_added_twice(vault: Vault) -> None:
    ben, amara = person("Ben"), person("Amara")
    vault.create([ben])
    vault.change(ben.id, notes("Likes walking meetings."))
    with pytest.raises(VaultTrouble):
        vault.create([amara, ben])
    assert names(vault) == ["Ben"]
    assert len(vault.open(ben.id).all(Note)) == 1


def test_somebody_unknown_is_gone(vault: Vault) -> None:
    for deed in (
        lambda: vault.open(new_id()),
        lambda: vault.change(new_id(), promises("one")),
        lambda: vault.discard(new_id()),
        lambda: vault.recover(new_id()),
    ):
        with pytest.raises(Gone):
            deed()


def test_somebody_deleted_can_be_brought_back_whole(windows: Windows) -> None:
    ben, amara = person("Ben"), person("Amara")
    vault = windows()
    vault.create([ben, amara])
    before = vault.change(ben.id, promises("one")).workbook
    vault.discard(ben.id)
    assert names(windows()) == ["Amara"]
    with pytest.raises(Gone):
        windows().change(ben.id, promises("two"))
    vault.recover(ben.id)
    assert names(windows()) == ["Amara", "Ben"]
    assert windows().open(ben.id) == before


def test_closing_empties_the_trash(vault: Vault) -> None:
    ben = person("Ben")
    vault.create([ben])
    vault.discard(ben.id)
    vault.close()
    with pytest.raises(Gone):
        vault.recover(ben.id)


def test_the_stamp_tells_every_save_apart(windows: Windows) -> None:
    ben, amara = person("Ben"), person("Amara")
    mine, other = windows(), windows()
    stamps = [other.stamp()]
    for deed in (
        lambda: mine.create([ben, amara]),
        lambda: mine.change(ben.id, promises("aaa")),
        lambda: mine.change(ben.id, promises("bbb")),
        lambda: mine.change(MINE, notes("x")),
        lambda: mine.discard(amara.id),
        lambda: mine.recover(amara.id),
    ):
        deed()
        stamps.append(other.stamp())
    assert all(before != after for before, after in pairwise(stamps))
    assert other.stamp() == stamps[-1]


def test_undo_puts_back_what_this_window_touched_and_nothing_else(windows: Windows) -> None:
    ben = person("Ben")
    mine, other = coach_on(windows()), coach_on(windows())
    mine.create([ben], "Ben added.")
    mine.do(ben.id, promises("mine"))
    other.do(ben.id, promises("theirs"))
    assert mine.undo().startswith("Undone: Promise to Ben: mine")
    assert told(windows().open(ben.id)) == ["theirs"]
    mine.redo()
    assert sorted(told(windows().open(ben.id))) == ["mine", "theirs"]


def test_undo_refuses_where_another_window_changed_the_record(windows: Windows) -> None:
    ben = person("Ben")
    mine, other = coach_on(windows()), coach_on(windows())
    promise_id = new_id()
    mine.create([ben], "Ben added.")
    mine.do(ben.id, promises("mine", promise_id))
    other.do(ben.id, partial(keep, promise_id=promise_id, on=TODAY, today=TODAY))
    with pytest.raises(Refused):
        mine.undo()
    assert windows().open(ben.id).get(Promise, promise_id).state == "kept"


def test_adding_and_deleting_somebody_can_be_undone(windows: Windows) -> None:
    ben = person("Ben")
    coach = coach_on(windows())
    coach.create([ben], "Ben added.")
    coach.undo()
    assert names(windows()) == []
    coach.redo()
    coach.discard(ben.id, "Ben deleted.")
    assert names(windows()) == []
    coach.undo()
    assert names(windows()) == ["Ben"]
