"""A hurdle in the record: answers, the promise and the check-in that come of it, its end."""

from typing import Any

import pytest

from coaching.errors import Gone, Refused
from coaching.moments import Wall
from coaching.record.checkin import Checkin
from coaching.record.contact import SupportContact
from coaching.record.hurdle import Hurdle
from coaching.record.promise import Promise
from coaching.record.workbook import MINE, Done, Workbook
from coaching.timeline import timeline
from coaching.verbs import checkins, hurdles, promises
from tests.coaching.making import LONDON, NOW, TODAY, ben, day, hurdle, moment, wall


def of(done: Done) -> Hurdle:
    return done.workbook.get(Hurdle, "h")


def answer(book: Workbook, question: str, new_id: str = "new", **fields: Any) -> Done:
    return hurdles.answer(book, "h", question, new_id=new_id, today=TODAY, **fields)


def with_deed(book: Workbook | None = None, **fields: Any) -> Workbook:
    given = {"deed": "send the introduction", "deed_whose": "me", "deed_by": day("12-01")}
    return answer(book or ben(hurdle()), "deed", "p", **{**given, **fields}).workbook


def with_look_again(**fields: Any) -> Workbook:
    given = {"change": "say so the day before", "look_again": day("12-15")}
    return answer(ben(hurdle()), "change", "c", **{**given, **fields}).workbook


def test_a_hurdle_begins_with_its_first_answer() -> None:
    done = hurdles.start(
        ben(), hurdle_id="h", i_am="mentor", today=TODAY, what_happened=" I cancelled.\r\nTwice. "
    )
    assert of(done) == hurdle(opened=TODAY, what_happened="I cancelled.\nTwice.")
    assert done.said == "A hurdle with Ben Lindqvist opened."


def test_an_answer_is_kept_and_takes_its_question_off_those_left_open() -> None:
    book = hurdles.leave_open(ben(hurdle()), "h", "effect").workbook
    book = hurdles.leave_open(book, "h", "words").workbook
    book = hurdles.leave_open(book, "h", "effect").workbook
    assert book.get(Hurdle, "h").left_open == ("words", "effect")
    done = answer(book, "effect", effect="He waited.")
    assert (of(done).effect, of(done).left_open) == ("He waited.", ("words",))
    assert done.said == "Hurdle with Ben Lindqvist: answer kept."


def test_the_deed_becomes_a_promise() -> None:
    book = with_deed()
    assert book.get(Hurdle, "h").promise == "p"
    made = book.get(Promise, "p")
    assert (made.what, made.whose, made.made) == ("send the introduction", "me", TODAY)
    assert (made.by, made.state, made.hurdle) == (day("12-01"), "open", "h")


def test_a_deed_asked_of_the_other_is_their_promise() -> None:
    assert with_deed(deed_whose="them").get(Promise, "p").whose == "them"


@pytest.mark.parametrize("missing", [{"deed_by": None}, {"deed": " "}])
def test_a_deed_without_words_or_date_is_no_promise(missing: dict[str, Any]) -> None:
    assert with_deed(**missing).all(Promise) == ()


def test_a_changed_deed_changes_its_promise_and_keeps_the_day_it_was_made() -> None:
    book = with_deed()
    later = hurdles.answer(
        book, "h", "deed", new_id="q", today=day("11-30"), deed="call Priya", deed_by=day("12-03")
    ).workbook
    (made,) = later.all(Promise)
    assert (made.id, made.what, made.by, made.made) == ("p", "call Priya", day("12-03"), TODAY)


def test_other_words_for_the_deed_leave_the_new_date_that_was_agreed() -> None:
    book = promises.renew(with_deed(), "p", by=day("12-10"), today=TODAY).workbook
    again = answer(book, "deed", deed="call Priya", deed_by=day("12-01")).workbook
    renewed = book.get(Promise, "p")
    assert again.get(Promise, "p") == renewed.changed(what="call Priya")


def test_a_deed_taken_back_takes_its_promise_back() -> None:
    book = answer(with_deed(), "deed", deed="", deed_by=None).workbook
    assert book.all(Promise) == ()
    assert book.get(Hurdle, "h").promise is None
    assert with_deed(book).get(Promise, "p").what == "send the introduction"


def test_a_promise_that_was_kept_stays_as_it_was() -> None:
    book = promises.keep(with_deed(), "p", on=TODAY, today=TODAY).workbook
    again = answer(book, "deed", deed="send the introduction", deed_by=day("12-01")).workbook
    assert again.all(Promise) == book.all(Promise)


def test_a_deed_changed_after_its_promise_was_settled_is_a_new_promise() -> None:
    book = promises.keep(with_deed(), "p", on=TODAY, today=TODAY).workbook
    again = answer(book, "deed", deed="something else", deed_by=day("12-09")).workbook
    settled, new = again.all(Promise)
    assert settled == book.get(Promise, "p")
    assert (new.what, new.state, new.by) == ("something else", "open", day("12-09"))
    assert again.get(Hurdle, "h").promise == new.id


def test_the_look_again_date_of_a_hurdle_follows_its_check_in() -> None:
    moved = checkins.move(with_look_again(), "c", new_id="d", to=wall("12-17"), by="me").workbook
    assert moved.get(Hurdle, "h").look_again == day("12-17")
    assert any("look again Thu 17 Dec 2026" in one.what for one in timeline(moved, NOW, LONDON))


def test_the_look_again_date_becomes_a_planned_check_in() -> None:
    book = with_look_again()
    assert book.get(Hurdle, "h").checkin == "c"
    (made,) = book.all(Checkin)
    assert (made.planned, made.kind) == (Wall(day("12-15"), None, LONDON), "review")
    assert (made.topic, made.hurdle) == ("look again: is it better?", "h")


def test_a_changed_look_again_date_moves_its_check_in() -> None:
    book = answer(with_look_again(), "change", look_again=day("12-20")).workbook
    assert [one.planned for one in book.all(Checkin)] == [wall("12-20")]
    gone = answer(book, "change", look_again=None).workbook
    assert gone.all(Checkin) == ()
    assert gone.get(Hurdle, "h").checkin is None


def test_other_words_for_the_change_leave_the_agreed_time_alone() -> None:
    book = with_look_again()
    timed = checkins.move(book, "c", new_id="d", to=wall("12-17 15:00"), by="them").workbook
    assert timed.get(Hurdle, "h").look_again == day("12-17")
    again = answer(timed, "change", change="a calendar", look_again=day("12-17")).workbook
    assert again.all(Checkin) == timed.all(Checkin)


def test_another_look_again_date_moves_the_check_in_where_it_stands_now() -> None:
    book = checkins.move(
        with_look_again(), "c", new_id="d", to=wall("12-17 15:00"), by="them"
    ).workbook
    again = answer(book, "change", look_again=day("12-20")).workbook
    assert again.get(Checkin, "d").planned == wall("12-20")
    assert again.get(Hurdle, "h").checkin == "d"
    assert again.get(Checkin, "c") == book.get(Checkin, "c")


def test_after_looking_again_another_date_plans_another_check_in() -> None:
    held = checkins.hold(with_look_again(), "c", held=moment("11-23"), now=NOW).workbook
    assert answer(held, "change", change="x", look_again=day("12-15")).workbook.all(
        Checkin
    ) == held.all(Checkin)
    again = answer(held, "change", "d", look_again=day("12-20")).workbook
    assert again.get(Checkin, "c") == held.get(Checkin, "c")
    assert again.get(Checkin, "d").planned == wall("12-20")
    assert again.get(Hurdle, "h").checkin == "d"


def test_a_day_to_look_again_alone_takes_back_the_check_in_of_an_earlier_way() -> None:
    book = answer(with_look_again(), "how", how="wait_a_day").workbook
    alone = answer(book, "look_again", look_again=day("12-20")).workbook
    assert alone.all(Checkin) == ()
    assert alone.get(Hurdle, "h").checkin is None
    assert alone.get(Hurdle, "h").look_again == day("12-20")


def test_a_look_again_date_for_the_user_alone_makes_no_check_in() -> None:
    done = answer(ben(hurdle()), "look_again", look_again=day("12-15"))
    assert of(done).look_again == day("12-15")
    assert done.workbook.all(Checkin) == ()


def test_a_hurdle_about_nobody_makes_no_promise_and_no_check_in() -> None:
    book = Workbook(MINE).put(hurdle())
    done = answer(book, "deed", deed="write to Dana", deed_by=day("12-01"))
    done = answer(done.workbook, "change", change="a calendar", look_again=day("12-15"))
    assert (done.workbook.all(Promise), done.workbook.all(Checkin)) == ((), ())
    assert done.said == "Hurdle: answer kept."
    started = hurdles.start(
        Workbook(MINE), hurdle_id="h", i_am="mentee", today=TODAY, what_happened="x"
    )
    assert started.said == "A hurdle opened."


def test_a_fact_is_struck_out_and_taken_in_again() -> None:
    book = hurdles.strike(ben(hurdle()), "h", "not_held_me").workbook
    book = hurdles.strike(book, "h", "last_met").workbook
    assert book.get(Hurdle, "h").struck_facts == ("not_held_me", "last_met")
    assert of(hurdles.strike(book, "h", "not_held_me")).struck_facts == ("last_met",)


def test_a_hurdle_closes_with_how_it_ended_and_opens_again_with_what_was_learned() -> None:
    closed = hurdles.close(
        ben(hurdle()), "h", ending="settled", learned="Say so early.", today=TODAY
    )
    assert (of(closed).ending, of(closed).closed) == ("settled", TODAY)
    assert closed.said == "Hurdle with Ben Lindqvist closed."
    again = of(hurdles.open_again(closed.workbook, "h"))
    assert (again.ending, again.closed, again.learned) == (None, None, "Say so early.")


def test_forgetting_a_hurdle_leaves_what_came_of_it() -> None:
    done = hurdles.forget(with_deed(), "h")
    assert done.workbook.all(Hurdle) == ()
    assert len(done.workbook.all(Promise)) == 1
    assert done.said == "Hurdle with Ben Lindqvist deleted."
    with pytest.raises(Gone, match=r"^This hurdle is not there any more"):
        answer(done.workbook, "effect", effect="x")


def test_a_hurdle_worked_through_without_being_kept_can_be_kept() -> None:
    dana = SupportContact(id="s", name="Dana", kind="ombuds", checked=TODAY)
    done = hurdles.take_in(Workbook(MINE), hurdle(effect="I waited.", who="contact:s"), (dana,))
    assert of(done).effect == "I waited."
    assert done.workbook.all(SupportContact) == (dana,)
    assert done.said == "This hurdle is kept in your records now."


def test_a_text_that_is_too_long_leaves_the_hurdle_as_it_was() -> None:
    book = ben(hurdle())
    with pytest.raises(Refused, match="The text has 201 characters; 200 fit here"):
        answer(book, "deed", deed="x" * 201, deed_by=TODAY)
    assert book == ben(hurdle())
