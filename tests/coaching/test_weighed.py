"""What the deeper answers come to beside the kind that was chosen."""

from coaching.hurdle.deeper import is_settled
from coaching.hurdle.disclosure import Told, page_for_outside
from coaching.hurdle.plan import plan_page
from coaching.hurdle.weighed import weighed
from coaching.record.base import Audience
from coaching.record.hurdle import Hurdle
from coaching.record.outside import Share
from data.content_loader import load_content
from tests.tui.app_for import NOW

CONTENT = load_content()
SILENT = ("in_touch:silent", "meaning:would_not_be_over")


def hurdle(**more: object) -> Hurdle:
    """A hurdle at which promises were chosen from the first page."""
    told = {"area": "agreed_not_kept", "closest": "broken_promises", **more}
    return Hurdle.model_validate({"id": "h", "opened": NOW.date(), "i_am": "mentee", **told})


def test_answers_that_speak_otherwise_are_told_with_reasons_and_change_nothing_by_themselves() -> (
    None
):
    asked = hurdle(told_apart=SILENT)
    found = weighed(asked, CONTENT, "Ben")
    assert found is not None
    assert list(found.lines()) == [
        (
            "Looks most like “Drifting away or gone silent” now. "
            "You answered “There is silence, or nearly”."
        ),
        "You chose “Promises slip”. Speaks against it: You answered “There is silence, or nearly”.",
        "Keep what you chose, or change it. Nothing changes by itself.",
    ]
    page = plan_page(asked, CONTENT, name="Ben", audience=Audience.ONLY_ME).as_markdown()
    assert "still in touch" not in page
    assert "## What I chose as nearest\n\n- Promises slip\n" in page
    assert "## What my answers come closer to\n\n- Drifting away or gone silent\n" in page


def test_where_nothing_speaks_otherwise_the_plan_is_as_it_was() -> None:
    for told_apart in ((), ("in_touch:cannot_say",), ("in_touch:late_answers",)):
        asked = hurdle(told_apart=told_apart)
        assert weighed(asked, CONTENT, "Ben") is None
        page = plan_page(asked, CONTENT, name="Ben", audience=Audience.ONLY_ME).as_markdown()
        assert "## What it looks most like\n\n- Promises slip\n" in page
    assert weighed(hurdle(closest="not_sure", told_apart=SILENT), CONTENT, "Ben") is None


def test_the_least_to_tell_promises_no_more_than_is_done_and_says_i_with_a_capital() -> None:
    told = Told(hurdle(to_tell={"tried": "A letter.", "want": "A talk."}), CONTENT, "Ben")
    left_out = page_for_outside(told, Share(level="question")).left_out
    assert {"what I tried", "what I want"} <= set(left_out)
    outline = CONTENT.support.share.levels[1]
    assert outline.label == "what happened, without the names Troth knows"


def test_how_many_deeper_questions_come_is_said_once_it_is_known() -> None:
    raised = hurdle(how="talk", side="me")
    assert not is_settled(raised, "repair")
    assert is_settled(raised.changed(left_open=("listen",)), "repair")
    assert is_settled(raised, "source")
