"""A case in a room: pages, hidden votes, choices, going back, and resuming."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from coaching.errors import Refused
from coaching.scenario.play import Play
from coaching.scenario.session import Ballot, Session
from coaching.scenario.transcript import transcript
from tests.coaching.small_case import (
    SCENES,
    at,
    at_choice,
    choice,
    house,
    play,
    scene,
    script,
    to_end,
)


def test_a_run_begins_on_the_test_page_and_stops_at_the_choice() -> None:
    run = play()
    assert run.page.kind == "test"
    assert run.page.lines == ("Can the back row read this?",)
    run = to_end(run)
    assert run.page.kind == "reveal"
    assert run.forward() == run
    assert run.back(99).page.kind == "test"


def test_hands_stay_hidden_until_they_are_revealed() -> None:
    run = at_choice(play()).vote("wait", 3, at(1)).vote("ask", 9, at(1))
    assert run.counts() is None
    assert run.leading() == ()
    assert all("9" not in line for page in run.deck for line in page.lines)
    shown = run.reveal(at(2))
    assert shown.counts() == {"wait": 3, "ask": 9}
    assert [one.id for one in shown.leading()] == ["ask"]
    assert shown.reveal(at(3)) == shown


def test_a_count_typed_again_takes_the_place_of_the_first() -> None:
    run = at_choice(play()).vote("wait", 3, at(1)).vote("wait", 4, at(1)).reveal(at(2))
    assert run.counts() == {"wait": 4}


def test_a_tie_and_an_empty_vote_lead_nowhere_by_themselves() -> None:
    run = at_choice(play())
    tie = run.vote("wait", 4, at(1)).vote("leave", 4, at(1)).reveal(at(1))
    assert [one.id for one in tie.leading()] == ["wait", "leave"]
    assert run.vote("wait", 0, at(1)).reveal(at(1)).leading() == ()


@pytest.mark.parametrize("hands", [-1, 1000, 10_000])
def test_hands_nobody_could_count_are_refused_and_nothing_changes(hands: int) -> None:
    run = at_choice(play())
    with pytest.raises(Refused, match="Type a number from 0 to 999"):
        run.vote("wait", hands, at(1))


def test_what_is_not_on_the_page_cannot_be_chosen() -> None:
    run = at_choice(play())
    with pytest.raises(Refused, match="cannot be chosen here"):
        run.choose("hold", "group", at(1))
    with pytest.raises(Refused, match="cannot be chosen here"):
        run.vote("x", 1, at(1))
    with pytest.raises(Refused, match="asks for no choice"):
        run.back(99).choose("wait", "group", at(1))


def test_a_choice_shows_its_consequence_and_leads_on() -> None:
    run = at_choice(play()).choose("wait", "group", at(5))
    assert (run.page.kind, run.page.lines) == ("consequence", ("wait was done.",))
    told = [line for page in run.deck if page.scene == "middle" for line in page.lines]
    assert "He had waited." in told
    after_ask = at_choice(play()).choose("ask", "group", at(5))
    assert "He had waited." not in [line for page in after_ask.deck for line in page.lines]


def test_earlier_choices_open_and_close_later_ones() -> None:
    def open_after(first: str) -> list[str]:
        return [
            one.id for one in at_choice(at_choice(play()).choose(first, "group", at(1))).choices()
        ]

    assert open_after("ask") == ["hold", "drop", "stay"]
    assert open_after("wait") == ["drop", "stay"]


def test_the_other_side_comes_only_after_the_choice() -> None:
    run = at_choice(at_choice(play()).choose("ask", "group", at(1)))
    assert "other_side" not in [page.kind for page in run.deck]
    after = run.choose("hold", "facilitator", at(2))
    shown = [page.title for page in after.deck if page.kind == "other_side"]
    assert shown == ["The other side: Ole"]


def test_the_way_ends_with_questions_and_a_next_step() -> None:
    run = to_end(at_choice(play()).choose("leave", "group", at(1)))
    assert run.at_end
    kinds = [page.kind for page in run.deck]
    assert kinds[kinds.index("ending") :] == [
        "ending",
        "discussion",
        "discussion",
        "debrief",
        "commitment",
        "close",
    ]


def test_longer_formats_bring_role_play_and_a_second_way() -> None:
    def kinds(minutes: int) -> set[str]:
        run = play(50 if minutes == 50 else 90)
        return {page.kind for page in at_choice(run).choose("leave", "group", at(1)).deck}

    assert {"role_play", "brief", "observe"} <= kinds(50)
    assert "second_way" not in kinds(50)
    assert {"role_play", "second_way"} <= kinds(90)


def test_a_case_with_red_flags_talks_where_others_play() -> None:
    flagged = {"red_flags": ("sexual",), "self_repair": "wrong", "role_play": None}
    run = play(50, content_notice="It speaks of harm.", **flagged)
    kinds = [page.kind for page in at_choice(run).choose("leave", "group", at(1)).deck]
    assert "role_play" not in kinds
    assert kinds.index("notice") < kinds.index("opening")
    assert [house().what(beat, run.script) for beat in house().plan(50).beats] == ["Talk."]


def test_where_trust_stands_is_said_of_a_part_of_trust() -> None:
    fact = {"quality": "character", "fact": "He came late."}
    scenes = (scene("start", choice("a", "kept", stands=(fact,)), choice("b", "lost")), *SCENES[2:])
    followed = at_choice(play(scenes=scenes)).choose("a", "group", at(1))
    assert "Trust in" not in transcript(followed)
    shown = followed.forward()
    assert shown.page.lines == ("Trust in character: He came late.",)
    assert "  - Trust in character: He came late." in transcript(shown)


def test_going_back_keeps_the_way_until_another_choice_is_taken() -> None:
    run = at_choice(play()).choose("ask", "group", at(1))
    run = at_choice(run).choose("hold", "group", at(2))
    back = run.to_choice(0, at(3))
    assert back.page.kind == "question"
    assert back.session.chosen == ("ask", "hold")
    assert back.choose("ask", "group", at(4)).session.chosen == ("ask", "hold")
    other = back.choose("leave", "group", at(4))
    assert other.session.chosen == ("leave",)
    assert [event.choice for event in other.session.log if event.kind == "chose"] == [
        "ask",
        "hold",
        "leave",
    ]
    with pytest.raises(Refused, match="has not come to choice 2"):
        other.to_choice(1, at(5))


def test_votes_of_a_left_way_do_not_stay_on_the_new_one() -> None:
    run = at_choice(play()).choose("ask", "group", at(1))
    run = at_choice(run).vote("hold", 7, at(2)).reveal(at(2)).choose("hold", "group", at(2))
    again = at_choice(run.to_choice(0, at(3)).choose("wait", "group", at(4)))
    assert again.counts() is None
    assert again.reveal(at(5)).counts() == {}


def test_a_run_is_resumed_where_it_was_left() -> None:
    run = at_choice(play()).vote("ask", 5, at(1)).reveal(at(1)).choose("ask", "group", at(2))
    kept = Session.model_validate_json(run.session.model_dump_json())
    again = Play.resume(script(), house(), kept)
    assert again == run
    assert again.page == run.page


def test_a_run_whose_case_was_changed_is_refused_in_one_sentence() -> None:
    run = at_choice(play()).choose("ask", "group", at(1))
    fewer = (SCENES[0] | {"choices": (choice("wait", "middle"), choice("leave", "gone"))},)
    with pytest.raises(Refused, match="was changed since this run"):
        Play.resume(script(scenes=(*fewer, *SCENES[1:])), house(), run.session)
    with pytest.raises(Refused, match="was changed"):
        Play.resume(script(id="other"), house(), run.session)


def test_a_page_beyond_a_shortened_case_becomes_its_last_one() -> None:
    session = play().session.on_page(999)
    assert Play.resume(script(), house(), session).page.kind == "reveal"


def test_a_damaged_session_is_not_taken_for_one() -> None:
    for text in ('{"scenario": "small"}', "{}", '{"scenario":"small","minutes":7,"began":"x"}'):
        with pytest.raises(ValidationError):
            Session.model_validate_json(text)


def test_a_scene_that_only_leads_on_needs_no_vote() -> None:
    scenes = (*SCENES[:2], scene("kept", next="lost"), *SCENES[3:])
    run = at_choice(at_choice(play(scenes=scenes)).choose("ask", "group", at(1)))
    done = to_end(run.choose("hold", "group", at(2)))
    assert done.at_end
    assert [page.scene for page in done.deck if page.kind == "ending"] == ["lost"]


def test_the_transcript_tells_choices_votes_times_and_notes() -> None:
    run = at_choice(play()).vote("ask", 9, at(3)).vote("wait", 1, at(3)).reveal(at(3))
    run = run.choose("ask", "group", at(4)).note("They were quick.", at(5))
    run = at_choice(run).vote("stay", 6, at(6)).choose("hold", "facilitator", at(7))
    text = transcript(to_end(run.end(at(25))))
    assert "14:00 to 14:25" in text
    assert "- Do ask. (9 hands) **taken at 14:04, the group's choice**" in text
    assert "- Do wait. (1 hand)" in text
    assert "- Do hold. **taken at 14:07, the facilitator's choice**" in text
    assert "6 hands" not in text
    assert "- 14:05, start: They were quick." in text
    assert "It ended in kept." in text


def test_a_choice_taken_again_is_counted_again_and_the_first_way_keeps_its_hands() -> None:
    run = at_choice(play()).vote("ask", 9, at(1)).vote("leave", 0, at(1)).reveal(at(1))
    run = at_choice(run.choose("ask", "group", at(1)))
    run = run.vote("stay", 4, at(2)).reveal(at(2)).choose("stay", "group", at(2))
    back = to_end(run).to_choice(0, at(9))
    assert back.session.ballot(0).hands == {}
    assert back.counts() is None
    assert "(9 hands) **taken" in transcript(back)
    again = back.vote("leave", 2, at(10)).reveal(at(10)).choose("leave", "group", at(10))
    way, tried = transcript(to_end(again)).split("## Tried first, then taken again")
    assert "Do leave. (2 hands) **taken at 14:10" in way
    assert "9 hands" not in way
    assert "Do ask. (9 hands) **taken at 14:01" in tried
    assert "Do leave. (0 hands)" in tried
    assert "ask was done." in tried
    assert "Do stay. (4 hands)" in tried
    assert "The other side: Ole. Ole saw it otherwise." in tried
    assert "It ended so: It ended in lost." in tried


def test_what_a_way_left_early_never_showed_is_not_told() -> None:
    run = at_choice(play()).vote("ask", 9, at(1)).reveal(at(1)).choose("ask", "group", at(1))
    run = at_choice(run).choose("stay", "group", at(2))
    other = run.back().choose("hold", "group", at(3))
    tried = transcript(other).split("## Tried first")[1]
    assert "Do stay." in tried
    assert "Ole" not in tried
    assert "It ended" not in tried


def test_hands_counted_for_the_choice_taken_are_not_those_of_another() -> None:
    run = at_choice(play()).vote("ask", 9, at(1)).reveal(at(1)).choose("ask", "group", at(1))
    other = run.back().choose("leave", "facilitator", at(2))
    assert other.session.ballots == (Ballot(),)
    assert "9 hands" in transcript(other).split("## Tried first")[1]


def test_a_new_count_at_a_choice_taken_begins_from_nothing() -> None:
    run = at_choice(play()).vote("ask", 9, at(1)).reveal(at(1)).choose("ask", "group", at(1))
    again = run.back().vote("leave", 2, at(2))
    assert again.counts() is None
    assert again.reveal(at(2)).counts() == {"leave": 2}


def test_a_second_count_for_the_same_choice_stands_beside_the_first() -> None:
    run = at_choice(play()).vote("ask", 9, at(1)).reveal(at(1)).choose("ask", "group", at(1))
    same = run.to_choice(0, at(2)).vote("ask", 5, at(2)).reveal(at(2))
    same = same.choose("ask", "group", at(2))
    assert "Do ask. (5 hands, before: 9 hands) **taken" in transcript(same)


def test_hands_the_room_has_seen_stay_in_the_transcript_when_it_votes_again() -> None:
    run = at_choice(play()).vote("wait", 7, at(1)).vote("ask", 3, at(1)).reveal(at(1))
    hidden = run.vote_again().vote("wait", 8, at(2)).vote_again()
    once = hidden.vote("wait", 4, at(3)).vote("ask", 6, at(3)).reveal(at(3))
    once = once.choose("ask", "group", at(3))
    assert "Do wait. (4 hands, before: 7 hands)" in transcript(once)
    assert "Do ask. (6 hands, before: 3 hands) **taken" in transcript(once)
    assert "8 hands" not in transcript(once)
    second = once.to_choice(0, at(4)).vote("leave", 2, at(5)).reveal(at(5)).vote_again()
    second = second.vote("leave", 5, at(6)).reveal(at(6)).choose("leave", "group", at(6))
    way, tried = transcript(second).split("## Tried first, then taken again")
    assert "Do leave. (5 hands, before: 2 hands) **taken" in way
    assert "Do ask. (6 hands, before: 3 hands) **taken" in tried
    assert "7 hands" not in way


def test_the_time_of_a_transcript_goes_to_its_last_note() -> None:
    run = to_end(at_choice(play()).choose("leave", "group", at(1))).end(at(25))
    assert "14:00 to 14:31." in transcript(run.note("Late thought.", at(31)))


def test_a_transcript_of_an_unfinished_run_says_so() -> None:
    assert "Left open here." in transcript(at_choice(play()))
    assert "Left before the first scene." in transcript(play())


moves = st.lists(
    st.tuples(
        st.sampled_from(["on", "back", "vote", "reveal", "again", "choose", "rewind"]),
        st.integers(0, 9),
    ),
    max_size=40,
)


@given(moves)
def test_whatever_is_pressed_the_run_stays_whole(pressed: list[tuple[str, int]]) -> None:
    run = play(90)
    for minute, (deed, number) in enumerate(pressed):
        run = _pressed(run, deed, number, minute)
        assert 0 <= run.session.page < len(run.deck)
        assert len(run.session.ballots) <= len(run.session.steps) + 1
        kept = Session.model_validate_json(run.session.model_dump_json())
        assert Play.resume(run.script, run.house, kept) == run
    assert transcript(run).startswith("# Small")


def _pressed(run: Play, deed: str, number: int, minute: int) -> Play:
    choices = run.choices()
    if deed == "on":
        return run.forward()
    if deed == "back":
        return run.back(number)
    if deed == "rewind" and run.session.steps:
        return run.to_choice(number % len(run.session.steps), at(minute))
    if not choices:
        return run
    picked = choices[number % len(choices)].id
    if deed == "vote":
        return run.vote(picked, number, at(minute))
    if deed == "again":
        return run.vote_again()
    return run.reveal(at(minute)) if deed == "reveal" else run.choose(picked, "group", at(minute))
