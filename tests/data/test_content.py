"""What a reader of the shipped content may rely on: it is complete, gentle and short."""

import re
from collections.abc import Iterator
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from coaching.guide import Content, Evidenced, fill
from coaching.guide.forms import ShapeCheck
from coaching.guide.safety import Cues
from coaching.hurdle.deeper import DEEPER
from coaching.hurdle.steps import QUESTIONS
from coaching.record.hurdle import Ending, How, Owning, Pending
from data.content_loader import load_content

NAMES = {
    "miscommunication": "Crossed wires",
    "missed_expectations": "Expectations never lined up",
    "broken_promises": "Promises slip",
    "absence_distancing": "Drifting away or gone silent",
    "confidentiality_breach": "Something private got out",
    "harsh_feedback": "Feedback that wounds",
    "missing_feedback": "No honest feedback",
    "overcontrol": "Told, not trusted",
    "boundary_crossing": "Too close, too far in",
    "self_interest": "Whose benefit?",
    "competence_gap": "Out of their depth",
    "dishonesty": "Not told the truth",
    "disrespect_bias": "Not seen or not respected",
    "style_values_mismatch": "Different wavelengths",
    "role_conflict": "Two hats",
    "outgrown_fit": "The mentorship has not moved on",
    "capacity_shock": "Life or work got in the way",
    "not_yet_built": "Trust not there yet",
}
FORBIDDEN = re.compile(
    r"!|%|\bper ?cent|\bscores?\b|\bat risk\b|\bno risk\b|\bunreliable\b|\bdeclining\b|\bstreak"
    r"|\bbetween us two only\b|\bkeep it between\b|\bsecretly\b|\brecord (them|him|her)\b"
    r"|\byou must forgive\b|\bdeny\b",
    re.IGNORECASE,
)
LABELS = re.compile(
    r"\b(liar|bully|narciss\w+|toxic|lazy|abuser|harasser|perpetrator|victim|culprit|offender"
    r"|manipulator|control freak|unprofessional|selfish|careless|rude|incompetent|racist|sexist"
    r"|difficult (person|mentor|mentee)|bad (mentor|mentee|person))\b",
    re.IGNORECASE,
)
PHONE_NUMBER = re.compile(r"\+?\d[\d \-/.]{4,}\d")
WIDTH = 76
LONG_NAME = "the other person"


@pytest.fixture(scope="module")
def content() -> Content:
    return load_content()


def texts(value: object, path: str = "content") -> Iterator[tuple[str, str]]:
    """Every text below a value with the place it stands at, but for words only looked for."""
    if isinstance(value, Cues):
        return
    if isinstance(value, ShapeCheck):
        yield f"{path}.question", value.question
    elif isinstance(value, str):
        yield path, value
    elif isinstance(value, tuple):
        for place, item in enumerate(value):
            yield from texts(item, f"{path}[{place}]")
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from texts(getattr(value, name), f"{path}.{name}")


def evidenced(value: object) -> Iterator[Evidenced]:
    """Every item below a value that says what it rests on."""
    if isinstance(value, tuple):
        for item in value:
            yield from evidenced(item)
    elif isinstance(value, BaseModel):
        if isinstance(value, Evidenced):
            yield value
        for name in type(value).model_fields:
            yield from evidenced(getattr(value, name))


def test_the_18_hurdles_are_there_by_id_and_name(content: Content) -> None:
    assert {hurdle.id: hurdle.name for hurdle in content.hurdles} == NAMES


def test_every_hurdle_says_something_to_both_sides(content: Content) -> None:
    for hurdle in content.hurdles:
        assert hurdle.signs.mentor, hurdle.id
        assert hurdle.signs.mentee, hurdle.id
        assert 2 <= len(hurdle.deed_ideas.mine) <= 3, hurdle.id
        assert 2 <= len(hurdle.deed_ideas.ask_of_them) <= 3, hurdle.id
        assert 2 <= len(hurdle.change_ideas) <= 3, hurdle.id
        assert hurdle.first_moves, hurdle.id
        assert hurdle.not_self_repair, hurdle.id
        assert hurdle.neighbours, hurdle.id
        assert hurdle.id not in hurdle.neighbours


def test_the_gentle_question_names_the_other_person_and_is_a_question(content: Content) -> None:
    for hurdle in content.hurdles:
        assert "{name}" in hurdle.ask_first, hurdle.id
        assert hurdle.ask_first.endswith("?"), hurdle.id


def test_what_a_hurdle_touches_reads_as_a_sentence(content: Content) -> None:
    hurdle = content.hurdle("broken_promises")
    assert hurdle is not None
    assert (
        hurdle.touched() == "a kept word (trust in character) and finding the time (in abilities)"
    )


def test_no_text_shouts_scores_labels_or_gives_a_phone_number(content: Content) -> None:
    for path, text in texts(content):
        said = text.replace("vulnerable adult may be at risk", "")
        assert not FORBIDDEN.search(said), (path, text)
        assert not LABELS.search(text), (path, text)
        assert not PHONE_NUMBER.search(text), (path, text)


def test_no_sentence_begins_with_the_name_so_the_words_without_a_name_fit(content: Content) -> None:
    for path, text in texts(content):
        assert not re.search(r"(^|[.?:] )\{name\}", text), (path, text)
        assert not re.search(r"\{(?!name\})", text), (path, text)


def test_only_checked_sources_may_be_printed(content: Content) -> None:
    items = list(evidenced(content))
    assert items
    for item in items:
        if item.printable:
            assert "looked_up" in item.evidence
            assert "general_knowledge" not in item.evidence
            assert item.sources


def test_each_line_fits_a_screen_of_80_columns(content: Content) -> None:
    for hurdle in content.hurdles:
        assert len(hurdle.name) <= 50
        assert len(hurdle.line) <= WIDTH - 2, hurdle.line
        assert len(f"What it touches: {hurdle.touched()}.") <= 2 * WIDTH
        assert len(fill(hurdle.ask_first, name=LONG_NAME)) <= WIDTH, hurdle.ask_first
    for question in content.wizard.questions:
        for worded in (
            question,
            *(question.worded(role=v.role, side=v.side) for v in question.variants),
        ):
            for line in (worded.title, *worded.help):
                assert len(fill(line, name=LONG_NAME)) <= WIDTH, line
            assert 1 <= len(worded.help) <= 2
        for choice in question.choices:
            assert len(choice.label) + len(choice.help or "") <= WIDTH - 6, choice
    for area in content.decision_path.areas:
        assert len(area.label) <= WIDTH - 4
        assert len(area.help) <= WIDTH - 4


def test_the_door_asks_the_plain_question_with_ten_lines(content: Content) -> None:
    safety = content.safety
    assert safety.door.question == "Does any of this apply, to you or anyone involved?"
    assert safety.door.later == "Still none of those things that you know of?"
    assert "".join(item.key for item in safety.items) == "abcdefghij"
    for item in safety.items:
        assert len(f"{item.key}  {item.text}") <= WIDTH, item.text
    assert [item.text for item in safety.items][-2:] == [
        "None that I know of.",
        "I would rather not say.",
    ]


def test_after_a_yes_comes_the_calm_card_word_for_word(content: Content) -> None:
    assert content.safety.card.opening == (
        "Thank you for saying so. This should not rest on the two of you alone. You do not have to "
        "decide anything now. I cannot judge it and may have it wrong."
    )
    assert content.safety.card.people == "People whose work this is:"
    assert [choice.label for choice in content.safety.about.choices] == [
        "me",
        "something I may have done",
        "someone else",
    ]


def test_every_line_but_none_leads_to_people_words_and_their_duties(content: Content) -> None:
    for item in content.safety.items:
        if item.answer == "none":
            continue
        assert item.first_sentence
        assert item.where
        assert item.must_report
        assert all(content.support_kind(kind) for kind in item.kinds)


def test_no_card_suggests_a_joint_talk_or_an_apology(content: Content) -> None:
    unwanted = re.compile(
        r"\b(apolog\w+|say sorry|mediat\w+|sit down with|talk to them about)\b", re.I
    )
    for path, text in texts(content.safety):
        assert not unwanted.search(text), (path, text)


def test_who_may_be_the_cause_is_told_to_stop_contact_and_seek_advice(content: Content) -> None:
    for item in ("threat", "sexual", "discrimination", "retaliation", "exploitation"):
        notes = content.safety.notes_for(item, "something_i_may_have_done")
        lines = " ".join(line for note in notes for line in note.lines)
        assert "Stop contact" in lines
        assert "delete nothing" in lines
        others = content.safety.notes_for(item, "me")
        assert "Stop contact" not in " ".join(line for note in others for line in note.lines)


def test_self_harm_and_young_people_get_their_own_lines(content: Content) -> None:
    helping = content.safety.notes_for("self_harm", "someone_else")
    assert any("ask directly" in line for note in helping for line in note.lines)
    youth = content.safety.notes_for("minor", "someone_else")
    assert any("no leading questions" in line for note in youth for line in note.lines)


def test_support_says_typical_and_what_each_must_pass_on(content: Content) -> None:
    assert "typical, not legal advice" in content.support.typical_line
    assert len(content.support.kinds) == 10
    assert [rung.level for rung in content.support.rungs] == list(range(7))
    for name in NAMES:
        offered = content.people_first(name)
        assert {kind.id for kind in offered} == {kind.id for kind in content.support.kinds}
    assert content.people_first("disrespect_bias")[0].id == "coordinator"


def test_the_questions_are_nine_answers_in_the_order_of_the_short_way(content: Content) -> None:
    short = [one for ids in QUESTIONS.values() for one in ids]
    deeper = [one for ids in DEEPER.values() for one in ids]
    assert sorted(q.id for q in content.wizard.questions) == sorted((*short, *deeper))
    answers = {(q.step, q.part) for q in content.wizard.questions if q.part}
    assert len(answers) == 9


def test_the_choices_are_those_the_record_keeps(content: Content) -> None:
    kept = {"how": How, "side": Owning, "pending": Pending}
    for question in content.wizard.questions:
        if question.id in kept:
            ids = tuple(choice.id for choice in question.choices)
            assert ids == get_args(kept[question.id])
    endings = tuple(choice.id for choice in content.wizard.closing.choices)
    assert endings == get_args(Ending)


def test_a_mentee_is_asked_what_is_pending_in_the_words_agreed(content: Content) -> None:
    pending = content.wizard.question("pending")
    assert f"{pending.title} {pending.help[0]}" == (
        "Do they still decide something for you (grade, letter, visa, contract)? "
        "What could raising this cost you?"
    )


def test_the_harmed_side_writes_what_it_did_and_owes_no_apology(content: Content) -> None:
    words = content.wizard.question("words")
    assert words.worded(side="me").title == "Own it, in your words"
    theirs = words.worded(role="mentee", side="them")
    assert theirs.title == "Say what it did, in your words"
    assert any("owe no apology" in line for line in theirs.help)
    assert "Ask first" not in " ".join(content.wizard.listen_lines("them"))


def test_whoever_writes_is_told_how_to_write_and_asked_about_no_talk(content: Content) -> None:
    wizard = content.wizard
    for side in get_args(Owning):
        assert wizard.listen_lines(side, "write") != wizard.listen_lines(side, "talk")
        assert wizard.listen_lines(side, "talk") == wizard.listen_lines(side)
    asked = wizard.question("when_and_how")
    assert asked.worded(role="mentee", how="talk").title == "When and how will you two talk?"
    written = asked.worded(role="mentee", how="write")
    assert written.title == "If the two of you also talk, when and how?"
    assert "You may bring someone." in written.help


def test_every_field_to_type_in_says_who_reads_it(content: Content) -> None:
    for question in content.wizard.questions:
        if question.takes in {"text", "fields"}:
            assert question.read_by, question.id
    assert content.wizard.question("what_happened").read_by == "only me"


def test_the_promises_in_words_are_kept_word_for_word(content: Content) -> None:
    wizard = content.wizard
    assert wizard.not_sure_yet.title == "You need no name for it to talk to someone."
    assert " ".join(wizard.nothing_kept.lines) == (
        "Not hidden: your shell's history, someone at your shoulder, whoever administers this "
        "machine. If your mentor runs it, use another."
    )
    assert "third person" in " ".join(wizard.kind_lines("repairable_with_care"))
    assert "may not become what it was" in " ".join(wizard.kind_lines("hard"))
    assert "Build it" in " ".join(wizard.kind_lines("build"))
    assert "not a substitute for professional help" in content.start.welcome.not_a_substitute


def test_first_start_offers_its_four_ways(content: Content) -> None:
    assert content.start.welcome.question == "What brings you here?"
    assert [choice.label for choice in content.start.welcome.choices] == [
        "I mentor people",
        "I have a mentor",
        "Something is wrong and I want to think it through; nothing is kept",
        "I run workshops",
    ]


def test_each_empty_pane_teaches_a_key(content: Content) -> None:
    empty = content.start.empty
    for lines, key in ((empty.relationships, "n"), (empty.checkins, "c"), (empty.hurdles, "h")):
        assert re.search(rf"\bpress {key}\b", " ".join(lines), re.IGNORECASE)


@given(name=st.text(), before=st.text(alphabet="abc {}"), after=st.text(alphabet="abc {}"))
def test_a_name_is_put_in_as_it_is(name: str, before: str, after: str) -> None:
    assert fill(f"{before}{{name}}{after}", name=name) == f"{before}{name}{after}"


def test_a_name_with_braces_is_plain_text() -> None:
    assert fill("Ask {name} first.", name="{name} {0} [/x]") == "Ask {name} {0} [/x] first."
