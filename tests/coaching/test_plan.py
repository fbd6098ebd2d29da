"""The plan as a page: whole for the user, for the other person only what is theirs to read."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.guide import Content
from coaching.hurdle.plan import PlanSheet, helper_kind, plan_page, who_is
from coaching.record.base import Audience
from coaching.record.contact import SupportContact
from coaching.record.hurdle import Hurdle
from data.content_loader import load_content
from tests.coaching.making import TODAY, day, hurdle
from tests.data.plain_values import lines, texts

CONTENT = load_content()
MARK = "only I read this"
DANA = SupportContact(id="s", name=f"Dana {MARK}", kind="ombuds", reach=MARK, checked=TODAY)
PRIVATE = [name for name in Hurdle.model_fields if Hurdle.audience_of(name) is Audience.ONLY_ME]
SHARED = [name for name in Hurdle.model_fields if Hurdle.audience_of(name) is Audience.US_TWO]
CARE_FIELDS = {"what_happened", "effect", "who", "first_sentence", "how_to_ask"}

WHOLE: dict[str, Any] = {
    "what_happened": "I cancelled our last two meetings.",
    "effect": "Both had been prepared.",
    "area": "kept_or_not",
    "closest": "broken_promises",
    "how": "talk",
    "side": "me",
    "words": "I cancelled.\nThat was my doing.",
    "deed": "send the introduction",
    "deed_whose": "me",
    "deed_by": day("12-01"),
    "change": "I say so the day before.",
    "look_again": day("12-15"),
    "checkin": "c",
    "who": "contact:s",
    "first_sentence": "Can I think aloud?",
}

days = st.none() | st.just(day("12-15"))
any_answers = st.fixed_dictionaries(
    {
        "i_am": st.sampled_from(("mentor", "mentee")),
        "closest": st.sampled_from(
            ("", "not_sure", "none", "unheard_of", *(known.id for known in CONTENT.hurdles))
        ),
        "how": st.sampled_from((None, "talk", "third_person", "advice_first", "not_at_all")),
        "side": st.sampled_from((None, "me", "them", "both")),
        "deed_whose": st.sampled_from((None, "me", "them")),
        "deed_by": days,
        "look_again": days,
        "checkin": st.sampled_from((None, "c")),
        "who": st.sampled_from(
            (
                "",
                "contact:s",
                "contact:gone",
                *(f"kind:{kind.id}" for kind in CONTENT.support.kinds),
            )
        ),
    }
)


def page(
    answers: Hurdle, audience: Audience = Audience.ONLY_ME, *, care: bool = False, name: str = "Ben"
) -> PlanSheet:
    return plan_page(answers, CONTENT, name=name, audience=audience, contacts=(DANA,), care=care)


def headings(markdown: str) -> list[str]:
    """What a Markdown reader would show as a heading, outside of quotations."""
    return re.findall(r"^ {0,3}#{1,6}(?:[ \t]+(.*))?$", markdown, re.MULTILINE)


def labels(content: Content) -> Iterator[str]:
    """Every phrase that would tell the other person what it was taken for, and who may help."""
    for known in content.hurdles:
        yield from (known.name, known.line, known.definition, known.touched())
        yield from (*known.first_moves, *known.not_self_repair)
    for kind in content.support.kinds:
        yield from (kind.name, kind.must_report)
    yield from (choice.label for choice in content.wizard.question("how").choices[2:])


LABELS = tuple(labels(CONTENT))


def test_the_page_for_the_user_has_everything_in_order() -> None:
    found = page(hurdle(**WHOLE))
    plan = CONTENT.wizard.plan
    assert found.title == "A plan for a hurdle with Ben"
    assert [section.heading for section in found.sections] == [
        *(plan.what_happened, plan.effect, plan.closest, plan.touches, plan.first_moves),
        *(plan.how, plan.owning, plan.deed, plan.change, plan.look_again),
        *(plan.who, plan.first_sentence, plan.not_alone),
    ]
    assert found.left_out == ()


def test_the_page_for_both_has_the_deed_the_change_and_the_date() -> None:
    found = page(hurdle(**WHOLE), Audience.US_TWO)
    assert found.as_markdown() == (
        "# A plan for a hurdle with Ben\n\n"
        "## One deed\n\n> send the introduction\n\n(I do this, by Tue 1 Dec 2026)\n\n"
        "## One change\n\n> I say so the day before.\n\n"
        "## Look again\n\nTue 15 Dec 2026\n\n"
        f"*{CONTENT.wizard.plan.closing}*\n"
    )
    assert set(found.left_out) | {"One deed", "One change", "Look again"} == {
        section.heading for section in page(hurdle(**WHOLE)).sections
    }


@given(answers=any_answers, care=st.booleans(), shared=st.booleans())
def test_nothing_for_the_user_alone_and_no_label_is_on_the_page_for_both(
    answers: dict[str, Any], care: bool, shared: bool
) -> None:
    marked = hurdle(
        **answers, **dict.fromkeys(PRIVATE, MARK), **dict.fromkeys(SHARED, "x" if shared else "")
    )
    written = page(marked, Audience.US_TWO, care=care).as_markdown()
    assert MARK not in written
    for label in LABELS:
        assert label not in written


@given(answers=any_answers)
def test_what_is_not_shown_is_said_to_be_left_out(answers: dict[str, Any]) -> None:
    whole = hurdle(**answers, **dict.fromkeys((*PRIVATE, *SHARED), "some words"))
    for_me, for_both = page(whole), page(whole, Audience.US_TWO)
    assert set(for_both.sections) <= set(for_me.sections)
    shown = [section.heading for section in for_both.sections]
    everything = [section.heading for section in for_me.sections]
    assert sorted((*shown, *for_both.left_out)) == sorted(everything)


@given(answers=any_answers, audience=st.sampled_from(Audience))
def test_the_care_way_has_no_label_no_words_to_own_and_no_talk(
    answers: dict[str, Any], audience: Audience
) -> None:
    whole = hurdle(**answers, **dict.fromkeys((*PRIVATE, *SHARED), "some words"))
    found = page(whole, audience, care=True)
    assert {section.field for section in found.sections} <= CARE_FIELDS
    written = found.as_markdown()
    plan = CONTENT.wizard.plan
    for heading in (plan.closest, plan.how, plan.owning, plan.impact, plan.deed, plan.change):
        assert heading not in headings(written)
        assert heading not in found.left_out
    for known in CONTENT.hurdles:
        assert known.name not in written


@given(name=lines, deed=lines, change=lines, words=texts, audience=st.sampled_from(Audience))
def test_no_text_can_make_a_heading_of_its_own(
    name: str, deed: str, change: str, words: str, audience: Audience
) -> None:
    short = {"deed": f"# {deed}", "change": f"## {change}"}
    answers = hurdle(**{**WHOLE, **short, "words": f"## My plan\n{words}\n---\n# x"})
    found = page(answers, audience, name=name)
    written = found.as_markdown()
    assert len(headings(written)) == 1 + len(found.sections)
    assert "\n---" not in written
    assert "\n===" not in written


def test_every_line_of_the_users_own_words_is_a_quotation() -> None:
    own = hurdle(what_happened="I cancelled.\n\n# Twice\n- on the day", effect="")
    written = page(own).as_markdown()
    assert "> I cancelled.\n>\n> # Twice\n> - on the day" in written


def test_several_lines_of_ours_are_a_list() -> None:
    written = page(hurdle(closest="not_sure")).as_markdown()
    for line in CONTENT.wizard.not_sure_yet.lines:
        assert f"\n- {line}" in written


@pytest.mark.parametrize(
    ("answers", "line"),
    [
        ({"deed_by": None}, "(I do this)"),
        ({"deed_whose": None}, "(I do this, by Tue 1 Dec 2026)"),
        ({"deed_whose": "them"}, "(asked of Ben, by Tue 1 Dec 2026)"),
    ],
)
def test_the_deed_says_whose_it_is_and_by_when(answers: dict[str, Any], line: str) -> None:
    assert (
        f"> send the introduction\n\n{line}\n" in page(hurdle(**{**WHOLE, **answers})).as_markdown()
    )


@pytest.mark.parametrize(
    ("side", "heading"), [("me", "owning"), ("both", "owning"), ("them", "impact")]
)
def test_the_words_of_someone_harmed_are_no_apology(side: str, heading: str) -> None:
    found = page(hurdle(side=side, words="x"))
    assert found.sections[0].heading == getattr(CONTENT.wizard.plan, heading)


@pytest.mark.parametrize(
    ("answers", "shared"),
    [
        ({"look_again": day("12-15")}, False),
        ({"look_again": day("12-15"), "how": "wait_a_day"}, False),
        ({"look_again": day("12-15"), "change": "x"}, True),
        ({"look_again": day("12-15"), "checkin": "c"}, True),
    ],
)
def test_a_date_the_user_set_alone_is_only_theirs(answers: dict[str, Any], shared: bool) -> None:
    found = page(hurdle(**answers), Audience.US_TWO)
    assert ("Look again" in [section.heading for section in found.sections]) is shared
    assert ("Look again, by myself" in found.left_out) is not shared


def test_what_was_ticked_and_answered_stands_in_words_for_the_user_alone() -> None:
    told = hurdle(signs=("which_hat", "gone"), told_apart=("agreed:cannot_say", "gone:x"))
    shown = {one.heading: one.lines for one in page(told, Audience.ONLY_ME).sections}
    assert shown["What I have seen"] == (
        "You wonder in which role they speak: as mentor or as boss.",
    )
    assert shown["What I answered"] == ("Was it agreed beforehand? I cannot say.",)
    both = page(told, Audience.US_TWO)
    assert both.sections == ()
    assert "What I have seen" in both.left_out
    assert not page(told, Audience.ONLY_ME, care=True).sections


def test_the_helper_is_an_own_contact_or_a_kind_of_person() -> None:
    kind = CONTENT.support.kinds[0]
    assert who_is("contact:s", CONTENT, (DANA,)) == DANA.name
    assert who_is(f"kind:{kind.id}", CONTENT, ()) == kind.name
    for nobody in ("", "contact:gone", "kind:unheard_of"):
        assert who_is(nobody, CONTENT, (DANA,)) == ""
    assert helper_kind("contact:s", (DANA,)) == "ombuds"
    assert helper_kind("contact:gone", (DANA,)) == ""
    assert helper_kind(f"kind:{kind.id}", ()) == kind.id


def test_whoever_helps_comes_with_what_they_must_report() -> None:
    ombuds = CONTENT.support_kind("ombuds")
    assert ombuds is not None
    (section,) = page(hurdle(who="contact:s")).sections
    assert section.lines == (DANA.name, ombuds.must_report, CONTENT.support.typical_line)


def test_questions_left_open_stand_at_the_end_for_the_user_alone() -> None:
    left = hurdle(**{**WHOLE, "words": "", "left_open": ("words",)})
    mine = plan_page(left, CONTENT, name="Ben", audience=Audience.ONLY_ME)
    assert mine.sections[-1].heading == "Left open"
    assert len(mine.sections[-1].lines) == 1
    shared = plan_page(left, CONTENT, name="Ben", audience=Audience.US_TWO)
    assert "Left open" in shared.left_out
    whole = plan_page(hurdle(**WHOLE), CONTENT, name="Ben", audience=Audience.ONLY_ME)
    assert all(section.heading != "Left open" for section in whole.sections)


def test_a_hurdle_without_answers_is_a_page_without_sections() -> None:
    assert page(hurdle()).sections == ()
    assert page(hurdle()).as_markdown().startswith("# A plan for a hurdle with Ben\n\n*")


def test_every_answer_of_words_can_stand_on_the_page() -> None:
    given_words = {name: f"words of {name}" for name in (*PRIVATE, *SHARED) if name != "learned"}
    written = page(hurdle(**given_words)).as_markdown()
    for words in given_words.values():
        assert words in written
