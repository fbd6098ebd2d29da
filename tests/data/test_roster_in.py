"""Lists of people come in from any usual table; what cannot be read is told with its place."""

import codecs
from datetime import date

import pytest

from coaching.errors import VaultTrouble
from coaching.record.relationship import Relationship
from data.memory_vault import MemoryVault
from tests.data.importing import planned, take_in, told
from tests.data.people import person

LIST = """\
Name;My role;Every;Start date;Pronouns;E-mail
Zoë Müller;mentor;2w;13/11/2026;she/her;zoe@example.org

"Max ""Mo"" O'Neil, jr";mentee;monthly;03/04/2026;;
"""


def people(vault: MemoryVault) -> dict[str, Relationship]:
    found = [vault.open(one.id).relationship for one in vault.overview().people]
    return {one.name: one for one in found}


def taken(content: bytes | str, **wishes: str) -> dict[str, Relationship]:
    vault = MemoryVault()
    take_in(vault, planned(content, vault, **wishes))
    return people(vault)


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_separators_and_encodings_give_the_same_people(
    separator: str, encoding: str, newline: str
) -> None:
    text = LIST.replace(";", separator).replace("\n", newline)
    found = planned(text.encode(encoding))
    assert [one.who for one in found.items] == ["Zoë Müller", 'Max "Mo" O\'Neil, jr']
    assert [one.says for one in found.items] == [
        "new: your mentee, every 2 weeks, since Fri 13 Nov 2026",
        "new: your mentor, every month, since Fri 3 Apr 2026",
    ]
    assert told(found) == []
    assert found.notes[0] == (
        'Column not used: "E-mail". Troth knows the headings name, mentee, mentor, first, last, '
        "role, i am, rhythm, start, pronouns and channel."
    )
    assert ("cp1252" in " ".join(found.notes)) == (encoding == "cp1252")


def test_everything_a_row_says_is_kept() -> None:
    zoe = taken(LIST)["Zoë Müller"]
    assert (zoe.i_am, zoe.pronouns, zoe.since) == ("mentor", "she/her", date(2026, 11, 13))
    assert zoe.rhythm is not None
    assert zoe.rhythm.every.words() == "every 2 weeks"
    assert zoe.zone == "Europe/Berlin"


@pytest.mark.parametrize(
    ("heading", "cell", "i_am"),
    [
        ("role", "Mentee", "mentor"),
        ("Role", "mentor", "mentee"),
        ("I am", "mentor", "mentor"),
        ("your role", "the mentee", "mentee"),
    ],
)
def test_a_role_is_the_persons_and_i_am_is_yours(heading: str, cell: str, i_am: str) -> None:
    assert taken(f"name,{heading}\nBen,{cell}\n", i_am="mentor")["Ben"].i_am == i_am


def test_a_column_of_mentees_names_your_mentees_and_as_settles_the_rest() -> None:
    assert taken("Mentee,Start\nBen,2026-11-02\n")["Ben"].i_am == "mentor"
    assert list(taken("First name,Last name\nBen,Lindqvist\n", i_am="mentee")) == ["Ben Lindqvist"]
    both = "Mentor,Mentee\nAda,Ben\n"
    assert list(taken(both, i_am="mentor")) == ["Ben"]
    assert list(taken(both, i_am="mentee")) == ["Ada"]
    assert told(planned(both)) == [
        "line 2, mentor: the list has mentors and mentees: which are you? This person is left out."
    ]
    (no_side,) = told(planned("name\nBen\n"))
    assert (
        no_side
        == 'line 2, role: the list does not say what "Ben" is to you. This person is left out.'
    )


def starts(*texts: str) -> tuple[list[str], list[str]]:
    rows = "".join(f"P{number},{text}\n" for number, text in enumerate(texts))
    found = planned(f"mentee,start\n{rows}")
    return [one.says.rpartition("since ")[2] for one in found.items], told(found)


def test_one_date_that_can_only_be_read_one_way_settles_the_whole_column() -> None:
    assert starts("03/04/2026", "13/11/2026")[0] == ["Fri 3 Apr 2026", "Fri 13 Nov 2026"]
    assert starts("03/04/2026", "11/13/2026")[0] == ["Wed 4 Mar 2026", "Fri 13 Nov 2026"]
    assert starts("2026-04-03 00:00:00", "3.4.2026")[0] == ["Fri 3 Apr 2026"] * 2


def test_dates_that_could_be_two_are_told_and_the_person_comes_in_without() -> None:
    said, problems = starts("03/04/2026", "05/05/2026")
    assert said == ["Tue 24 Nov 2026", "Tue 5 May 2026"]
    (problem,) = problems
    assert problem.startswith('line 2, start: "03/04/2026" can be Fri 3 Apr 2026 or Wed 4 Mar 2026')
    assert problem.endswith("Write it like 2026-04-03. Only this cell is left out.")
    _, torn = starts("13/11/2026", "11/13/2026", "01/02/2026")
    assert len(torn) == 1
    assert torn[0].startswith("line 4, start: ")


def test_each_cell_that_cannot_be_read_is_told_with_line_and_column() -> None:
    text = (
        "name,role,rhythm,start\n"
        '"Ben\n the second",mentee,sometimes,31.2.2026\n'
        "Ada,boss,,\n"
        ",mentee,,\n"
        f"{'x' * 201},mentee,,\n"
        "Eve,mentee,2w,2026-11-02,shifted\n"
        "ben THE  second,mentee,,\n"
    )
    found = planned(text)
    assert [one.who for one in found.items] == ["Ben  the second"]
    assert [one.partition(": ")[0] for one in told(found)] == [
        "line 2, rhythm",
        "line 2, start",
        "line 4, role",
        "line 5, name",
        "line 6, name",
        "line 7",
        "line 8, name",
    ]
    assert [one.endswith("Only this cell is left out.") for one in told(found)] == [
        *(True, True, False, False, False, False, False)
    ]
    assert [one.endswith("This person is left out.") for one in told(found)] == [
        *(False, False, True, True, True, True, True)
    ]


def test_cells_made_harmless_for_spreadsheets_come_in_as_they_were() -> None:
    assert list(taken("mentee\n'=Ben\n'Ben\n''-Ben\n")) == ["=Ben", "'Ben", "'-Ben"]


def test_a_name_that_is_here_is_left_merged_or_kept_apart() -> None:
    vault = MemoryVault()
    vault.create([person("Ben")])
    text = "mentee,every,pronouns\nben,2w,he/him\n"
    assert planned(text, vault).items == ()
    assert planned(text, vault).problems[0].answer == "namesakes"
    take_in(vault, planned(text, vault, namesakes="apart"))
    assert sorted(people(vault)) == ["Ben", "ben (2)"]
    found = planned(text.replace("ben", "BEN"), vault, namesakes="merge")
    assert [one.says for one in found.items] == ["filled in: rhythm and pronouns"]
    coach = take_in(vault, found)
    assert people(vault)["Ben"].pronouns == "he/him"
    again = planned(text, vault, namesakes="merge")
    assert (again.items, again.notes) == ((), ("Nothing is new about Ben.",))
    coach.undo()
    assert people(vault)["Ben"].pronouns == ""


def test_a_long_list_is_one_deed() -> None:
    rows = "".join(f"Person {number},mentee,2w\n" for number in range(2500))
    vault = MemoryVault()
    coach = take_in(vault, planned(f"name,role,every\n{rows}", vault))
    assert len(vault.overview().people) == 2500
    assert coach.undo() == "Undone: Brought in: 2,500 new people."
    assert vault.overview().people == ()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("just some words\n", "line 1: no column is headed name"),
        ("a,b\n1,2\n", "line 1: no column is headed name"),
        ('mentee,role\nAda,mentee\n"Ben,mentee\nEve,x\n', "line 3: this is no row of a table"),
        (codecs.BOM_UTF16_LE + b"a", "is not text in UTF-8"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\xff", "is not text in UTF-8"),
    ],
)
def test_what_is_no_list_is_refused_in_one_sentence(content: bytes | str, said: str) -> None:
    with pytest.raises(VaultTrouble) as caught:
        planned(content)
    assert said in caught.value.sentence
    assert "Nothing was changed." in caught.value.sentence
