"""The papers of a case, the parts one can go to, the time left, and which cases are offered."""

from datetime import timedelta
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.scenario.choosing import Room, offer
from coaching.scenario.clock import countdown, time_left
from coaching.scenario.handout import handout
from coaching.scenario.paper import as_html
from coaching.scenario.papers import papers_after, papers_before
from coaching.scenario.parts import section_now, sections
from coaching.scenario.sheet import facilitator_sheet
from coaching.scenario.transcript import transcript
from coaching.scenario.workshop import Topic
from tests.coaching.small_case import AT, SCENES, at, at_choice, house, play, script, to_end

OURS = {"html", "head", "meta", "title", "style", "body", "h1", "h2", "h3", "p"} | {
    *("ol", "ul", "li", "hr", "strong"),
}
NEVER_CLOSED = {"meta", "hr"}


class Wellformed(HTMLParser):
    """Fails where a tag is not closed in its turn; keeps the text."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.text = ""
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        del attrs
        self.tags.add(tag)
        if tag not in NEVER_CLOSED:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def read(page: str) -> Wellformed:
    """The page, which must be whole."""
    reader = Wellformed()
    reader.feed(page)
    reader.close()
    assert reader.open == []
    return reader


def test_the_handout_before_tells_no_choice_and_no_note() -> None:
    told = handout(script(), house())
    assert "**What now?**" in told
    assert "## My next step" in told
    for hidden in ("Do wait.", "wait was done", "Vote first", "Be nice", "He is late"):
        assert hidden not in told


def test_the_handout_after_tells_the_way_but_no_hands() -> None:
    run = at_choice(play()).vote("leave", 17, at(1)).reveal(at(1)).choose("leave", "group", at(2))
    told = handout(run.script, run.house, to_end(run))
    assert "**What now?** Do leave." in told
    assert "leave was done." in told
    assert "It ended in gone." in told
    assert "17" not in told


def test_the_papers_tell_what_was_shown_and_nothing_more() -> None:
    first = {**SCENES[0], "tell": ("This is start.", "The list closes in nine days.")}
    asked = at_choice(play(scenes=(first, *SCENES[1:])))
    early = at_choice(asked.choose("ask", "group", at(1))).choose("hold", "group", at(2))
    whole = to_end(early)
    for paper in (transcript, lambda run: handout(run.script, run.house, run)):
        before, after = paper(early), paper(whole)
        for told_later in ("Ole saw it otherwise.", "This is kept.", "It ended in kept."):
            assert told_later not in before
            assert told_later in after
        assert "hold was done." in before
        assert "The list closes in nine days." in before
        assert "was done" not in paper(asked)
        assert "The list closes" not in paper(play(scenes=(first, *SCENES[1:])))


def test_the_observer_has_the_list_and_the_sheet_has_the_rules_and_says_which_choices() -> None:
    told = handout(script(), house())
    assert "## For the observer" in told
    assert "- [ ] Who spoke?" in told
    assert "- [ ] Asked." in told
    assert "observer" not in handout(script(role_play=None), house())
    sheet = facilitator_sheet(script(), house(), hurdle_name="Promises slip")
    assert "## Ground rules\n\n- You may pass." in sheet
    assert "give it out before that" in sheet
    assert 'Only after choice 1 of "start": He had waited.' in sheet
    assert "Only after some" not in sheet


def test_a_scene_the_room_has_not_come_to_is_not_among_the_parts() -> None:
    run = at_choice(play()).choose("leave", "group", at(1))
    assert [one.name for one in sections(run)][-1] == "What now?"
    again = to_end(run).to_choice(0, at(2)).choose("ask", "group", at(3))
    names = [one.name for one in sections(again)]
    assert "middle" not in names
    back = at_choice(again).choose("hold", "group", at(4))
    names = [one.name for one in sections(back)]
    assert "kept" not in names
    assert "Your next step" in names


def test_papers_come_as_markdown_and_as_html() -> None:
    before = papers_before(script(), house(), hurdle_name="Promises slip")
    assert sorted(before) == ["facilitator.html", "facilitator.md", "hand-out.html", "hand-out.md"]
    after = papers_after(to_end(play()))
    assert sorted(after) == ["hand-out.html", "hand-out.md", "transcript.html", "transcript.md"]
    for name, text in (before | after).items():
        if name.endswith(".html"):
            assert "Small" in read(text).text


def test_the_sheet_as_html_nests_the_lists_of_choices() -> None:
    page = as_html(facilitator_sheet(script(), house(), hurdle_name="Promises slip"))
    assert {"ol", "ul", "li", "h3", "strong"} <= read(page).tags
    assert '<li class="box">Who spoke?' in page


@given(st.lists(st.text(alphabet="ab<>&\"'*#-1. []_\\\n\té"), max_size=8))
def test_no_text_becomes_html_by_itself(texts: list[str]) -> None:
    page = read(as_html("\n".join(texts)))
    assert page.tags <= OURS


def test_a_case_cannot_bring_html_of_its_own() -> None:
    page = as_html(handout(script(opening=("<script>alert(1)</script>",)), house()))
    assert "<script" not in page
    assert "&lt;script&gt;" in page


def test_the_parts_end_at_the_choice_still_to_be_taken() -> None:
    run = at_choice(play())
    names = [one.name for one in sections(run)]
    assert names == [
        "The test page",
        "Before we begin",
        "Who you will meet",
        "The beginning",
        "start",
        "What now?",
    ]
    assert section_now(run) == len(names) - 1
    ended = to_end(run.choose("leave", "group", at(1)))
    assert [one.name for one in sections(ended)][-5:] == [
        "gone",
        "Questions to talk about",
        "Look back",
        "Your next step",
        "The last page",
    ]
    assert [one.taken for one in sections(ended) if one.is_choice] == ["Do leave."]


def test_going_to_an_earlier_choice_is_told_in_the_log() -> None:
    ended = to_end(at_choice(play()).choose("leave", "group", at(1)))
    (choice,) = [one for one in sections(ended) if one.is_choice]
    back = ended.go_to(choice.page, at(2))
    assert back.page.kind == "question"
    assert back.session.log[-1].kind == "went_back"
    assert back.go_to(10_000, at(3)).at_end


def test_a_second_vote_is_hidden_again() -> None:
    run = at_choice(play()).vote("wait", 3, at(1)).reveal(at(2)).vote_again()
    assert run.counts() is None
    assert run.reveal(at(3)).counts() == {}


@pytest.mark.parametrize(
    ("minute", "words"),
    [(0, "25 min left"), (7, "18 min left"), (25, "time is up"), (27, "2 min over")],
)
def test_the_time_left_is_told_in_minutes(minute: int, words: str) -> None:
    assert time_left(AT, 25, at(minute)) == words


def test_before_the_first_page_no_time_runs() -> None:
    assert time_left(None, 25, AT) == "25 minutes, not begun"
    assert countdown(AT + timedelta(seconds=61), AT) == "1:01 left"
    assert time_left(AT, 25, at(25) - timedelta(seconds=17)) == "1 min left"
    assert countdown(AT, at(3)) == "Time."


def test_what_is_offered_fits_topic_room_and_time() -> None:
    topic = Topic(id="promises", label="Promises", hurdles=("broken_promises",))
    danger = Topic(id="danger", label="Danger", red_flags=True)
    mine = script(id="mine")
    mentors = script(id="mentors", view="mentor")
    other = script(id="other", hurdle="dishonesty")
    long = script(id="long", minutes=50)
    red = script(id="red", red_flags=("sexual",), self_repair="wrong", role_play=None)
    cases = (other, mine, mentors, long, red)

    def offered(minutes: int, room: Room, topic: Topic | None) -> list[str]:
        return [one.id for one in offer(cases, minutes=minutes, room=room, topic=topic)]

    assert offered(25, "mentees", topic) == ["mine", "mentors", "other"]
    assert offered(25, "mentors", topic) == ["mentors", "mine", "other"]
    assert "long" in offered(50, "mentees", topic)
    assert offered(25, "mentees", None) == ["other", "mine", "mentors"]
    assert offered(25, "mentees", danger) == ["red"]
