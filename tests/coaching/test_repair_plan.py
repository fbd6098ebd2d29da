"""The deeper repair in the plan: the user reads all of it, the two of them what is for both."""

import typing

import pytest

from coaching.hurdle.plan import PlanSheet, plan_page
from coaching.hurdle.sections import audience_of
from coaching.record import repair
from coaching.record.base import Audience, Value
from coaching.record.hurdle import Hurdle
from coaching.record.repair import (
    AnswerBack,
    Commitment,
    ExpectedLine,
    HeardBack,
    ImpactNote,
    Listened,
    Look,
    LookAnswers,
    TaggedSentence,
    WhenAndHow,
)
from tests.coaching.making import TODAY, hurdle
from tests.coaching.shipped import shipped

PRIVATE = {
    "words listened to": "SAID",
    "what they told": "THEIRS",
    "a marked sentence": "MARKED",
    "the impact": "IMPACT",
    "what came": "GOT",
    "the opening": "OPENING",
    "what came back": "CAMEBACK",
}
SHARED = ("NOW", "EXPECTED", "ASKED", "COMMITTED", "SEENBY", "SETTING", "STOPRULE")
FULL = hurdle(
    how="talk",
    side="both",
    listen=Listened(speaker="me", said="SAID", mine="meant", effect="did"),
    heard_back=HeardBack(theirs="THEIRS", now="NOW", said_back=("me", "them")),
    own_parts=(TaggedSentence(sentence="MARKED", parts=("owns", "repairs")),),
    impact_note=ImpactNote(behaviour="IMPACT"),
    expected=(ExpectedLine(expected="EXPECTED", got="GOT", ask="ASKED", decision="keep"),),
    commitments=(Commitment(who="them", what="COMMITTED", by=TODAY, seen_by="SEENBY"),),
    when_and_how=WhenAndHow(
        first="third_person", setting="SETTING", opening="OPENING", stop_rule="STOPRULE"
    ),
    answer_back=AnswerBack(heard="CAMEBACK", answer="discuss"),
    looks=(
        Look(
            on=TODAY,
            kept="partly",
            mine=LookAnswers(again="no", wants="keep_watching"),
            theirs=LookAnswers(unsaid="yes"),
        ),
    ),
)


def page(audience: Audience, *, care: bool = False) -> PlanSheet:
    return plan_page(FULL, shipped(), name="Ben", audience=audience, care=care)


def values() -> list[type[Value]]:
    kinds = (getattr(repair, name) for name in vars(repair))
    return [one for one in kinds if isinstance(one, type) and issubclass(one, Value)]


@pytest.mark.parametrize("kind", values(), ids=lambda kind: str(kind.__name__))
def test_every_text_in_it_says_who_reads_it(kind: type[Value]) -> None:
    silent = {
        name
        for name, field in kind.model_fields.items()
        if str in (field.annotation, *typing.get_args(field.annotation))
        and kind.audience_of(name) is None
    }
    assert silent <= {"promise"}


def test_the_user_reads_all_of_it() -> None:
    mine = page(Audience.ONLY_ME).as_markdown()
    for words in (*PRIVATE.values(), *SHARED):
        assert words in mine
    assert "Could say back what the other heard: me and Ben" in mine
    assert "owns it, puts it right" in mine
    assert "a third person opens" in mine
    assert "Tue 24 Nov 2026: Is there something still unsaid? yes" in mine


def test_the_two_of_them_read_only_what_is_for_both() -> None:
    ours = page(Audience.US_TWO)
    text = ours.as_markdown()
    for words in SHARED:
        assert words in text
    for words in PRIVATE.values():
        assert words not in text
    for answer in ("partly", "unsaid", "keep watching"):
        assert answer not in text
    for heading in ("My opening sentence", "Looked at again", "What they said then"):
        assert heading in ours.left_out


def test_after_a_yes_at_the_door_nothing_of_it_stands_there() -> None:
    text = page(Audience.ONLY_ME, care=True).as_markdown()
    for words in (*PRIVATE.values(), *SHARED):
        assert words not in text


def test_whoever_reads_a_part_is_told_by_its_field() -> None:
    assert audience_of("change") is Hurdle.audience_of("change") is Audience.US_TWO
    assert audience_of("heard_back.now") is Audience.US_TWO
    assert audience_of("expected.got") is Audience.ONLY_ME
    assert audience_of("looks") is None
    with pytest.raises(TypeError):
        audience_of("deed_by.year")


def test_words_over_several_lines_stay_one_line_of_the_page() -> None:
    broken = FULL.changed(answer_back=AnswerBack(heard="one\n# two"))
    text = plan_page(broken, shipped(), name="Ben", audience=Audience.ONLY_ME).as_markdown()
    assert "Heard: one # two" in text
    assert "\n# two" not in text
