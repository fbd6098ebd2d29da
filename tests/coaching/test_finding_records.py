"""All that was typed can be found, private words marked; what the other kept back is not."""

from hypothesis import given

from coaching.finding import Found, around, find_in
from coaching.finding_records import in_records
from coaching.record.agenda_item import AgendaItem
from coaching.record.agreement import Agreement
from coaching.record.base import Audience, Record
from coaching.record.doubt import Doubt
from coaching.record.note import Note
from coaching.record.pulse import PulseAnswer
from coaching.record.workbook import Workbook
from tests.coaching.making import SAMPLES, TODAY
from tests.data.strategies import workbooks

RELATIONSHIP = SAMPLES[0]


def found(*records: Record) -> list[Found]:
    return in_records(Workbook("b").put(RELATIONSHIP, *records), TODAY)


def test_each_sample_with_words_says_what_it_is_and_when() -> None:
    told = {one.what for one in found(*SAMPLES[1:])}
    assert "Promise, Tue 24 Nov: introduction" in told
    assert "Note, Tue 24 Nov: Likes trains." in told
    assert "Celebration, Tue 24 Nov: the first talk" in told
    assert "Agenda line, Tue 24 Nov: the budget" in told
    assert "Thought, Tue 24 Nov" in told


def test_the_words_of_a_doubt_are_found_and_stay_closed() -> None:
    (one,) = found(Doubt(id="d", on=TODAY, kind="fear", text="That it ends."))
    assert one.only_me
    assert "ends" not in one.what
    assert find_in([one], "ends") == [one]


def test_a_note_for_us_two_is_not_marked() -> None:
    (one,) = found(Note(id="n", text="Likes trains.", about=TODAY, audience=Audience.US_TWO))
    assert not one.only_me


def test_only_the_latest_agreement_is_found() -> None:
    first = Agreement(id="a", since=TODAY, purpose="marzipan")
    second = first.changed(id="a2", version=2, purpose="nougat")
    assert [one.record_id for one in found(first, second)] == ["a2"]


def test_what_they_answered_is_found_only_once_it_is_shown() -> None:
    hidden = PulseAnswer(id="x", pulse="p", side="them", open="marzipan")
    assert found(hidden) == []
    (shown,) = found(hidden.changed(open_shown="marzipan"))
    assert not shown.only_me
    assert (shown.kind, shown.record_id) == ("pulse", "p")


def test_fewer_letters_never_bring_up_private_words() -> None:
    private, ours = (
        Note(id=str(audience), text="marzipan", about=TODAY, audience=audience)
        for audience in Audience
    )
    records = found(private, ours)
    assert find_in(records, "m") == []
    assert [one.only_me for one in find_in(records, "ma")] == [False]
    assert [one.only_me for one in find_in(records, "mar")] == [False, True]


def test_a_long_text_is_shown_from_shortly_before_its_hit() -> None:
    text = "Note, Tue 24 Nov: one two three four five marzipan seven eight nine ten"
    assert around(text, "MARZI") == "Note, Tue 24 Nov: … four five marzipan seven eight nine ten"
    assert around(text, "ten") == "Note, Tue 24 Nov: … five marzipan seven eight nine ten"
    assert around(text, "two") == text
    assert around("Note: all of a short text", "text") == "Note: all of a short text"
    assert around("Guide", "two") == "Guide"


def test_several_lines_for_one_check_in_are_told_apart() -> None:
    lines = [AgendaItem(id=i, what="the budget", by="me", added=TODAY, checkin="c") for i in "ab"]
    assert len({one.key for one in found(*lines)}) == 2


@given(workbooks())
def test_any_records_can_be_searched_and_are_one_line_each(book: Workbook) -> None:
    for one in in_records(book, TODAY):
        assert one.words
        assert "\n" not in one.what
        assert one.workbook_id == book.id
