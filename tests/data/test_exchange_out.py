"""What leaves: whole for the user, cut down for us two, harmless in each format."""

import csv
import io
import json
from datetime import datetime
from typing import Any, get_args

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from coaching.errors import VaultTrouble
from coaching.exchange import FOR_US_TWO, Format, Wish, private_fields
from coaching.overview import Overview, Person, Trouble
from coaching.record.agreement import Agreement
from coaching.record.base import Audience, Record
from coaching.record.celebration import Celebration
from coaching.record.hurdle import Hurdle
from coaching.record.note import Note
from coaching.record.pulse import Pulse, PulseAnswer
from coaching.record.relationship import Rhythm
from coaching.record.story import Story
from coaching.record.topic import Move, Topic
from coaching.record.workbook import KINDS, MINE, Unreadable, Workbook
from coaching.verbs.hurdles import LOOK_AGAIN
from coaching.when import read_every
from data.exchange.cells import neutral, plain
from data.exchange.escaping import fenced
from data.exchange.file_names import file_names, safe_stem
from data.exchange.out import pack
from data.memory_vault import MemoryVault
from tests.coaching.making import ben, checkin, day, hurdle, promise
from tests.data.plain_values import lines, no_halves, texts
from tests.data.strategies import several_records, workbooks
from tests.data.taking_out import NOW, US_TWO, packed, text_of

FORMATS = get_args(Format)
SECRET = "kestrel"
JSON = Wish("json")
HOSTILE = st.sampled_from(
    ("=1+1", "+x", "-x", "@x", "'=x", "''x", "＝x", "---", "# x", "[x](y)", "```", "| x |", "<b>")
)


def secret(record: Record) -> Record:
    """The record with a marked word in every text that is only for the user."""
    kind = type(record)
    ours = isinstance(record, Note) and record.audience is US_TWO
    fields = [one for one in kind.model_fields if kind.audience_of(one) is Audience.ONLY_ME]
    return record if ours else record.model_copy(update=dict.fromkeys(fields, SECRET))


def read(book: Workbook, wish: Wish = JSON) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(text_of(book, wish))
    return found


@given(workbooks())
def test_json_for_the_user_is_whole(book: Workbook) -> None:
    (found,) = read(book)["workbooks"]
    assert found["id"] == book.id
    records = {
        table: {one["id"]: KINDS[table].model_validate(one) for one in rows}
        for table, rows in found["records"].items()
    }
    assert records == {table: dict(rows) for table, rows in book.tables.items()}


def test_json_says_what_it_is_and_keeps_what_cannot_be_read() -> None:
    odd = Unreadable("moods", {"id": "m", "text": "\x1b[31m"}, "unknown kind")
    book = Workbook("ben", ben().tables, (odd,))
    found = read(book, Wish("json", whom="ben"))
    assert {key: found[key] for key in ("format", "version", "made", "scope", "audience")} == {
        "format": "troth-export",
        "version": 1,
        "made": "2026-11-24T09:14:00+01:00",
        "scope": "one person",
        "audience": "only me",
    }
    assert found["workbooks"][0]["unreadable"] == [odd._asdict()]
    assert "1 record that this Troth cannot read" in packed(book, JSON).leaves
    assert "1 record that this Troth cannot read" in packed(book, Wish("json", US_TWO)).left_out
    assert "moods" not in text_of(book, Wish("json", US_TWO))


@given(workbooks(), several_records, st.sampled_from(FORMATS))
def test_nothing_only_for_the_user_leaves_for_us_two(
    book: Workbook, more: list[Record], wanted: Format
) -> None:
    for record in [row for rows in book.tables.values() for row in rows.values()] + more:
        book = book.put(secret(record))
    wish = Wish(wanted, US_TWO, whom=book.id)
    parcel = packed(book, wish)
    assert SECRET not in "".join(page.content.decode() for page in parcel.pages)
    assert SECRET not in parcel.leaves + parcel.left_out


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.table)
def test_no_private_text_is_named_as_a_fact(kind: type[Record]) -> None:
    only_me = {one for one in kind.model_fields if kind.audience_of(one) is Audience.ONLY_ME}
    assert only_me - private_fields(kind) == ({"text"} if kind is Note else set())


def test_the_table_of_what_may_leave_names_fields_that_are_there() -> None:
    for table, sharing in FOR_US_TWO.items():
        assert sharing.facts <= set(KINDS[table].model_fields), table


def test_private_by_nature_stays() -> None:
    book = ben(
        hurdle(what_happened="late"),
        checkin("look", "12-01").changed(hurdle="h", kind="review", topic=LOOK_AGAIN),
        checkin("talk", "12-02").changed(kind="repair"),
        promise("deed", "12-03", hurdle="h"),
        Note(id="mine", text="shy", about=day("11-20")),
        Note(id="ours", text="likes trains", about=day("11-20"), audience=US_TWO),
        phase="parting",
        state="paused",
    )
    parcel = packed(book, Wish("json", US_TWO, whom="ben"))
    records = read(book, Wish("json", US_TWO))["workbooks"][0]["records"]
    assert set(records) == {"relationship", "checkins", "promises", "notes"}
    assert [one["id"] for one in records["checkins"]] == ["talk"]
    assert "kind" not in records["checkins"][0]
    assert "hurdle" not in records["promises"][0]
    assert {"phase", "state", "state_since", "ties"}.isdisjoint(records["relationship"][0])
    assert [one["text"] for one in records["notes"]] == ["likes trains"]
    assert parcel.leaves == (
        "Leaves, for the two of you: Ben Lindqvist, 1 check-in, 1 promise and 1 note."
    )
    assert parcel.left_out == (
        "Left out: 1 check-in, 1 hurdle and 1 note; also the phase and state of the relationship, "
        "the kind of each check-in and the hurdle of each promise."
    )


def test_a_file_for_us_two_names_the_roles_and_no_me() -> None:
    book = ben(
        promise("p", "12-01"),
        checkin("c", "11-20", "cancelled").changed(by="them"),
        Agreement(id="a", since=day("11-01"), agenda_by="them", yes_me=day("11-02")),
        i_am="mentee",
        rhythm=Rhythm.of(read_every("2w")),
    )
    records = read(book, Wish("json", US_TWO))["workbooks"][0]["records"]
    assert records["promises"][0]["whose"] == "mentee"
    assert records["checkins"][0]["by"] == "mentor"
    (agreed,) = records["agreements"]
    assert (agreed["agenda_by"], agreed["yes_mentee"]) == ("mentor", "2026-11-02")
    assert not {"yes_me", "yes_them"} & set(agreed)
    (about,) = records["relationship"]
    assert (about["written_by"], "i_am" in about) == ("mentee", False)
    assert set(about["rhythm"]) == {"rule"}
    table = text_of(book, Wish("csv", US_TWO))
    assert "the p,mentee," in table
    assert ",cancelled,mentor," in table
    page = text_of(book, Wish("markdown", US_TWO))
    assert "Yes mentee: Mon 2 Nov 2026" in page
    assert "Agenda by: mentor" in page
    assert not [line for line in page.split("\n") if line.lower().endswith((": me", ": them"))]
    assert "whose,made" in text_of(book, Wish("csv"))
    assert "the p,me," in text_of(book, Wish("csv"))


def test_the_own_workbook_leaves_for_the_user_only() -> None:
    mine = Workbook(MINE).put(hurdle(what_happened="alone"))
    books = [ben(), mine]
    assert [one["id"] for one in json.loads(text_of(books, JSON))["workbooks"]] == ["ben", MINE]
    assert [page.name for page in packed(books, Wish("markdown")).pages] == [
        "ben-lindqvist.md",
        "on-my-own.md",
    ]
    assert "alone" not in text_of(books, Wish("markdown", US_TWO))


def test_a_kind_of_record_without_a_decision_never_leaves(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coaching.exchange.FOR_US_TWO", {})
    assert read(ben(promise("p", "12-01")), Wish("json", US_TWO))["workbooks"][0]["records"] == {}


class Broken(MemoryVault):
    """A vault in which one person cannot be read."""

    def overview(self) -> Overview:
        known = super().overview()
        lost = Person(id="lost", name="Lost")
        return Overview((*known.people, lost), known.mine, (Trouble("lost", "Lost is damaged."),))

    def open(self, workbook_id: str) -> Workbook:
        if workbook_id == "lost":
            raise VaultTrouble("Lost is damaged.")
        return super().open(workbook_id)


def test_a_person_who_cannot_be_read_is_told_and_hides_nobody() -> None:
    parcel = pack(Broken([ben()]), JSON, NOW, lambda _: None)
    assert parcel.troubles == ("Lost is damaged.",)
    assert b"Ben Lindqvist" in parcel.pages[0].content


@given(HOSTILE | st.text(no_halves))
def test_cells_come_back_as_they_were(text: str) -> None:
    cell = neutral(text)
    assert plain(cell) == text
    assert cell[:1] not in tuple("=+-@\t\r\n＝＋－＠")


@given(st.lists(lines.filter(bool) | HOSTILE, min_size=1, max_size=5))
def test_a_table_of_promises_is_read_back(words: list[str]) -> None:
    book = ben(*(promise(f"p{place}", "12-01", what=f"x{one}") for place, one in enumerate(words)))
    text = text_of(book, Wish("csv", table="promises"))
    assert text.startswith("\ufeffperson,what,whose,made,by")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert [plain(row["what"]) for row in rows] == [
        one.what  # type: ignore[attr-defined]  # all are promises
        for one in book.tables["promises"].values()
    ]


def test_both_tables_leave_as_two_files_with_the_choices_in_words() -> None:
    book = ben(checkin("c", "11-20 15:00", "held"), promise("p", "12-01"))
    pages = packed(book, Wish("csv")).pages
    assert [page.name for page in pages] == ["promises.csv", "check-ins.csv"]
    assert "Ben Lindqvist,2026-11-20,15:00:00,Europe/London,regular" in pages[1].content.decode()
    shared = packed(book, Wish("csv", US_TWO)).pages[1].content.decode()
    assert "kind" not in shared
    assert "regular" not in shared


@given(workbooks())
def test_front_matter_is_yaml_with_the_name_as_it_is(book: Workbook) -> None:
    page = text_of(book, Wish("markdown"))
    _, front, _ = page.split("---\n", 2)
    known = yaml.safe_load(front)
    assert known["name"] == book.relationship.name
    assert known["i_am"] == book.relationship.i_am
    assert known["state"] == book.relationship.state


@given(texts | HOSTILE, lines | HOSTILE)
def test_no_text_becomes_a_heading_of_the_page(text: str, line: str) -> None:
    note = Note(id="n", text=f"{text}\n# Mine", about=day("11-20"))
    book = ben(note, promise("p", "12-01", what=f"x {line}"), checkin("c", "12-01"))
    page = text_of(book, Wish("markdown"))
    headings = [one for one in page.split("---\n", 2)[2].split("\n") if one.startswith("#")]
    assert headings == [
        "# Ben Lindqvist",
        "## Upcoming",
        "## I promised",
        "## Ben Lindqvist promised",
        "## Check-ins",
        "## Notes",
        "### Fri 20 Nov 2026, only me",
    ]


def test_marks_are_escaped_and_long_texts_are_fenced() -> None:
    book = ben(
        promise("p", "12-01", what="*now* [x](javascript:y) <b> `z`"),
        Note(id="n", text="```\n# no\n" + "word " * 100, about=day("11-20")),
    )
    page = text_of(book, Wish("markdown"))
    assert r"\*now\* \[x\](javascript:y) \<b\> \`z\`" in page
    assert "````text\n```\n# no\n" in page


def test_a_line_of_a_note_begins_no_list_and_underlines_no_heading() -> None:
    text = "Title\n---\n===\n1. one\n2) two\n- x\n+ y\n    > z"
    page = text_of(ben(Note(id="n", text=text, about=day("11-20"))), Wish("markdown"))
    quoted = [line for line in page.split("\n") if line.startswith("> ")]
    assert quoted == [
        *("> Title", r"> \---", r"> \===", r"> 1\. one", r"> 2\) two"),
        *(r"> \- x", r"> \+ y", r">     \> z"),
    ]


def test_a_fence_is_longer_than_any_in_the_text() -> None:
    assert fenced("``````").startswith("```````text\n")


def test_a_hurdle_is_told_field_by_field_without_links() -> None:
    link = "018bf979-f000-738b-a652-e44da7f29e26"
    book = ben(hurdle(what_happened="I came late.", promise=link, left_open=("who",)))
    page = text_of(book, Wish("markdown"))
    assert "## 1 hurdle\n" in page
    assert "What happened:\n\n> I came late.\n" in page
    assert link not in page


def test_choices_stand_in_the_words_of_the_program() -> None:
    book = ben(
        hurdle(
            closest="miscommunication",
            how="wait_a_day",
            side="me",
            deed_whose="me",
            who="kind:mentor_or_peer",
            signs=("but_you_said",),
            told_apart=("agreed:never_said", "truth:cannot_say"),
            left_open=("look_again",),
            ending="no_longer_matters",
            closed=day("11-20"),
        ),
        Celebration(id="x", act="asked", whose="them", on=day("11-20"), cause="asked_for_help"),
        Story(id="s", title="x", kind="setback", named="not_asked", written=day("11-20")),
        Topic(
            id="t",
            name="writing",
            level=2,
            since=day("11-01"),
            moves=(Move(on=day("11-20"), was=1, now=2, why="went_well"),),
        ),
    )
    page = text_of(book, Wish("markdown"))
    for words in (
        "Which comes closest? Crossed wires",
        "How do you want to go on? Wait a day",
        "Who has something to own here? I do",
        "Deed whose: mine",
        'Signs: You hear "but you said".',
        "Told apart: Was it agreed beforehand? It was never said.",
        "Was something untrue, or hidden on purpose? I cannot say.",
        "Left open: When will you look at this again?",
        "Cause: Asking for help",
        "Named: not asked",
    ):
        assert words in page, page
    after = page.split("---\n", 2)[2]
    assert "\\_" not in after
    assert "kind:" not in after


def test_hurdles_stay_out_of_a_page_for_us_two() -> None:
    page = text_of(ben(hurdle(what_happened="late")), Wish("markdown", US_TWO))
    assert "urdle" not in page
    assert "late" not in page
    assert Hurdle.table not in page


@given(st.dictionaries(st.uuids().map(str), lines, max_size=6))
def test_file_names_are_safe_and_differ(names: dict[str, str]) -> None:
    files = file_names(names, ".md")
    assert len({one.casefold() for one in files.values()}) == len(names)
    for one in files.values():
        assert not set(one) & set('/\\:*?"<>|\0')
        assert not one.startswith((".", "-"))
        assert len(one.encode()) < 130


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("../../etc/passwd", "etc-passwd"),
        ("Ben Lindqvist", "ben-lindqvist"),
        ("مريم", "مريم"),
        ("CON", "person-con"),
        ("???", "person"),
    ],
)
def test_a_file_is_named_after_its_person(name: str, stem: str) -> None:
    assert safe_stem(name) == stem


def test_the_moment_of_the_export_is_an_argument() -> None:
    later = datetime(2027, 1, 1, tzinfo=NOW.tzinfo)
    assert read(ben())["made"] != json.loads(text_of(ben(), JSON, now=later))["made"]


def test_what_the_other_answered_in_a_pulse_and_did_not_show_is_on_no_page() -> None:
    pulse = Pulse(id="p", on=day("11-20"), first="me")
    mine = PulseAnswer(id="m", pulse="p", side="me", open="shorter mails")
    theirs = PulseAnswer(
        id="t", pulse="p", side="them", open=SECRET, character="no", abilities_shown="partly"
    )
    page = text_of(ben(pulse, mine, theirs), Wish("markdown"))
    assert SECRET not in page
    assert "shorter mails" in page
    assert "partly" in page
    assert "Character" not in page
