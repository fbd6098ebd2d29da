"""The coach: what was done can be taken back and done again, and never at another's cost."""

from collections.abc import Callable
from datetime import datetime
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.coach import Coach
from coaching.errors import Gone, Refused, TrothError
from coaching.history import RecordsChanged, Step
from coaching.ports import Verb
from coaching.record.base import Audience
from coaching.record.note import Note
from coaching.record.promise import Promise
from coaching.record.workbook import MINE, Done, Workbook, touched
from coaching.verbs import notes, promises
from coaching.verbs.together import together
from data.clock import FixedClock
from data.memory_vault import MemoryDrafts, MemoryVault
from tests.coaching.deeds import Deed, plain_deeds
from tests.coaching.making import LONDON, NOW, TODAY, ben, checkin, day, hurdle, promise

new_ids = count(1)
Deeds = list[list[Deed]]
several_deeds = st.lists(st.lists(plain_deeds, min_size=1, max_size=3), min_size=1, max_size=10)


def window(vault: MemoryVault) -> Coach:
    """A window on these records."""
    return Coach(vault, MemoryDrafts(), FixedClock(NOW, LONDON), lambda: f"new-{next(new_ids)}")


def records() -> MemoryVault:
    book = ben(checkin("c", "11-20 10:00"), promise("p", "11-20"), hurdle())
    return MemoryVault([book, Workbook("efua").put(book.relationship.changed(id="efua"))])


def do(coach: Coach, deeds: list[Deed], now: datetime = NOW) -> bool:
    """Do some deeds as one; False where it was refused, which changes nothing."""
    before = coach.open("ben")
    verb = together(*(deed.on(now, coach.new_id) for deed in deeds))
    try:
        coach.do("ben", verb)
    except (Refused, Gone):
        assert coach.open("ben") is before
        return False
    return True


def same(one: Workbook, other: Workbook) -> bool:
    return touched(one, other) == ()


def renewed(by: str) -> Verb:
    return lambda book: promises.renew(book, "p", by=day(by), today=TODAY)


def let_go(coach: Coach, promise_id: str = "p") -> None:
    coach.do("ben", lambda book: promises.let_go(book, promise_id, today=TODAY))


@given(deeds=several_deeds)
def test_undo_goes_back_and_redo_forth_through_every_state(deeds: Deeds) -> None:
    coach = window(records())
    states = [coach.open("ben")]
    for some in deeds:
        if do(coach, some) and not same(coach.open("ben"), states[-1]):
            states.append(coach.open("ben"))
    for state in reversed(states[:-1]):
        assert coach.undo().startswith("Undone: ")
        assert same(coach.open("ben"), state)
    for state in states[1:]:
        assert coach.redo().startswith("Done again: ")
        assert same(coach.open("ben"), state)
    for nothing_left in (coach.redo, lambda: [coach.undo() for _ in range(len(states) + 1)]):
        with pytest.raises(Refused, match=r"^Nothing to"):
            nothing_left()
    assert same(coach.open("ben"), states[0])


@given(
    steps=st.lists(
        st.tuples(st.booleans(), st.sampled_from(("do", "do", "undo", "redo")), plain_deeds),
        min_size=4,
        max_size=16,
    )
)
def test_two_windows_never_take_back_what_the_other_did(
    steps: list[tuple[bool, str, Deed]],
) -> None:
    vault = records()
    windows = (window(vault), window(vault))
    for second, what, deed in steps:
        coach = windows[second]
        if what == "do":
            do(coach, [deed])
        else:
            takes_back_its_own_or_refuses(coach, undo=what == "undo")


def takes_back_its_own_or_refuses(coach: Coach, *, undo: bool) -> None:
    """One undo or redo: exactly the records of the step change, or nothing and with a reason."""
    stack = coach.history.done if undo else coach.history.undone
    before = coach.open("ben")
    changes = [change_of(step, undo=undo) for step in reversed(stack)]
    told = [undo and any(step is one for one in coach.history.refused) for step in reversed(stack)]
    left = [
        change
        for change, known in zip(changes, told, strict=True)
        if not (known and changed_meanwhile(before, change))
    ]
    if not left:
        return
    change = left[0]
    if changed_meanwhile(before, change):
        with pytest.raises(Refused, match="changed in another window meanwhile"):
            (coach.undo if undo else coach.redo)()
        assert coach.open("ben") is before
    else:
        (coach.undo if undo else coach.redo)()
        assert set(touched(before, coach.open("ben"))) == set(change.swapped().touched)


def change_of(step: Step, *, undo: bool) -> RecordsChanged:
    """The records that a step changed, as undo or redo has to find them."""
    (part,) = step.parts
    assert isinstance(part, RecordsChanged)
    return part if undo else part.swapped()


def changed_meanwhile(book: Workbook, change: RecordsChanged) -> bool:
    """Whether a record is no longer as the step left it."""
    return any(
        book.find(type(known), known.id) != after
        for was, after in change.touched
        if (known := after or was) is not None
    )


def test_undo_says_what_it_took_back_and_redo_what_it_did_again() -> None:
    coach = window(records())
    let_go(coach)
    assert coach.undo() == "Undone: Promise let go: the p."
    assert coach.redo() == "Done again: Promise let go: the p."


@pytest.mark.parametrize(
    ("ask", "told"),
    [
        (Coach.undo, "Nothing to undo in this window."),
        (Coach.redo, "Nothing to do again in this window."),
    ],
)
def test_a_fresh_window_has_nothing_to_take_back(ask: Callable[[Coach], str], told: str) -> None:
    vault = records()
    let_go(window(vault))
    with pytest.raises(Refused) as refused:
        ask(window(vault))
    assert refused.value.sentence == told


def test_a_new_deed_ends_what_could_be_done_again() -> None:
    coach = window(records())
    let_go(coach)
    coach.undo()
    coach.do("ben", renewed("12-04"))
    with pytest.raises(Refused, match="Nothing to do again"):
        coach.redo()
    assert coach.open("ben").get(Promise, "p").by == day("12-04")


def test_a_verb_that_changes_nothing_is_no_step() -> None:
    coach = window(records())
    coach.do("ben", lambda book: promises.open_again(book, "p"))
    with pytest.raises(Refused):
        coach.undo()


def test_undo_leaves_alone_what_the_other_window_did_to_other_records() -> None:
    vault = records()
    mine, other = window(vault), window(vault)
    let_go(mine)
    other.do(
        "ben",
        lambda book: promises.make(
            book, promise_id="q", what="a call", whose="them", by=day("12-01"), today=TODAY
        ),
    )
    mine.undo()
    states = {one.id: one.state for one in vault.open("ben").all(Promise)}
    assert states == {"p": "open", "q": "open"}


def test_a_refused_undo_says_so_and_changes_nothing() -> None:
    vault = records()
    mine, other = window(vault), window(vault)
    mine.do("ben", renewed("12-04"))
    other.do("ben", renewed("12-11"))
    before = vault.open("ben")
    with pytest.raises(Refused) as told:
        mine.undo()
    assert told.value.sentence == (
        "Something was changed in another window meanwhile, so this cannot be taken back. "
        "Nothing was changed."
    )
    assert vault.open("ben") is before


def test_a_refused_undo_is_passed_over_by_the_next_and_taken_back_once_it_can_be() -> None:
    vault = records()
    mine, other = window(vault), window(vault)
    mine.do("ben", written("n"))
    mine.do("ben", renewed("12-04"))
    other.do("ben", renewed("12-11"))
    with pytest.raises(Refused, match="take back the deed before it, undo again"):
        mine.undo()
    assert mine.undo() == "Undone: Note about Ben Lindqvist kept."
    assert not vault.open("ben").all(Note)
    with pytest.raises(Refused, match=r"^Nothing to undo in this window"):
        mine.undo()
    other.undo()
    assert mine.undo().startswith("Undone: New date agreed")
    assert vault.open("ben").get(Promise, "p").by == day("11-20")


def test_a_deletion_is_not_done_again_over_what_was_recorded_since() -> None:
    vault = records()
    mine, other = window(vault), window(vault)
    mine.discard("ben", "Ben Lindqvist deleted.")
    mine.undo()
    other.do("ben", written("n"))
    with pytest.raises(Refused, match="deleting again would take that along"):
        mine.redo()
    assert len(vault.open("ben").all(Note)) == 1


def test_a_step_over_several_records_is_taken_back_whole_or_not_at_all() -> None:
    vault = records()
    mine, other = window(vault), window(vault)
    mine.do("ben", together(renewed("12-04"), written("n")))
    other.do("ben", lambda book: notes.delete(book, "n"))
    with pytest.raises(Refused):
        mine.undo()
    assert vault.open("ben").get(Promise, "p").by == day("12-04")


def test_a_person_added_is_taken_back_into_the_trash_and_brought_again() -> None:
    vault = MemoryVault()
    coach = window(vault)
    coach.create([ben()], "Added.")
    assert coach.undo() == "Undone: Added."
    assert coach.overview().people == ()
    assert coach.redo() == "Done again: Added."
    assert same(coach.open("ben"), ben())


def test_several_people_added_at_once_are_one_step() -> None:
    coach = window(MemoryVault())
    other = Workbook("efua").put(ben().relationship.changed(id="efua", name="Efua"))
    coach.create([ben(), other], "2 people added.")
    coach.undo()
    assert coach.overview().people == ()
    coach.redo()
    assert {one.name for one in coach.overview().people} == {"Ben Lindqvist", "Efua"}


def test_adding_is_not_taken_back_once_another_window_recorded_more() -> None:
    vault = MemoryVault()
    mine, other = window(vault), window(vault)
    mine.create([ben()], "Added.")
    other.do("ben", written("n"))
    with pytest.raises(Refused, match=r"^More was recorded about Ben Lindqvist in another window"):
        mine.undo()
    assert len(vault.open("ben").all(Note)) == 1


def test_a_deleted_person_comes_back_with_everything() -> None:
    coach = window(records())
    before = coach.open("ben")
    coach.discard("ben", "Ben Lindqvist deleted.")
    with pytest.raises(Gone):
        coach.open("ben")
    assert coach.undo() == "Undone: Ben Lindqvist deleted."
    assert coach.open("ben") == before
    coach.redo()
    assert [one.id for one in coach.overview().people] == ["efua"]


def both_let_go(coach: Coach) -> None:
    """Let a promise go in two workbooks, as one deed."""
    coach.do("efua", lambda book: Done(book.put(promise("p", "11-20")), "Added."))
    since = len(coach.history.done)
    for person in ("ben", "efua"):
        coach.do(person, lambda book: promises.let_go(book, "p", today=TODAY))
    coach.history.join(since, "Both let go.")


def states(coach: Coach) -> list[str]:
    """What became of the promise in both workbooks."""
    return [coach.open(person).get(Promise, "p").state for person in ("ben", "efua")]


def test_deeds_about_several_people_can_be_one_step() -> None:
    coach = window(records())
    both_let_go(coach)
    assert coach.undo() == "Undone: Both let go."
    assert states(coach) == ["open", "open"]
    assert coach.redo() == "Done again: Both let go."
    assert states(coach) == ["dropped", "dropped"]


@pytest.mark.parametrize("changed", ["ben", "efua"])
def test_a_step_about_several_people_is_taken_back_and_done_again_whole_or_not(
    changed: str,
) -> None:
    vault = records()
    mine, other = window(vault), window(vault)
    both_let_go(mine)
    other.do(changed, lambda book: promises.open_again(book, "p"))
    before = states(mine)
    with pytest.raises(Refused):
        mine.undo()
    assert states(mine) == before
    other.undo()
    mine.undo()
    other.do(changed, renewed("12-04"))
    with pytest.raises(Refused):
        mine.redo()
    assert states(mine) == ["open", "open"]


def test_the_users_own_records_are_undone_like_any_other() -> None:
    coach = window(MemoryVault())
    coach.do(MINE, written_about_nobody)
    coach.undo()
    assert same(coach.open(MINE), Workbook(MINE))
    coach.redo()
    assert len(coach.open(MINE).all(Note)) == 1


def test_a_step_whose_person_is_gone_is_said_and_changes_nothing() -> None:
    vault = records()
    mine, other = window(vault), window(vault)
    let_go(mine)
    other.discard("ben", "Deleted.")
    with pytest.raises(TrothError):
        mine.undo()
    other.undo()
    assert mine.undo() == "Undone: Promise let go: the p."


def written(note_id: str) -> Verb:
    return lambda book: notes.write(
        book, note_id=note_id, text="Likes trains.", about=TODAY, audience=Audience.ONLY_ME
    )


def written_about_nobody(book: Workbook) -> Done:
    return Done(book.put(Note(id="n", text="x", about=TODAY)), "Kept.")
