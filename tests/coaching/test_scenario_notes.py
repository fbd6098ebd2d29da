"""The facilitator's notes: what stands in them at each page, and what never does."""

import pytest

from coaching.scenario.notes import beat_now, notes_for
from coaching.scenario.play import Play
from data.scenario_loader import ScenarioLibrary
from tests.coaching.small_case import at, at_choice, play, to_end

ODD_HANDS = 737


def told(run: Play) -> dict[str, str]:
    """Each heading with the text beside it."""
    return {note.heading: "\n".join(note.lines) for note in notes_for(run)}


def test_the_first_page_tells_what_to_know_of_the_case_beforehand() -> None:
    notes = told(play())
    assert notes["Hook"] == "Who waits?"
    assert notes["The wrong easy answer"] == "Be nice."
    assert notes["If they say"] == '"He is late" Ask: Since when?'
    assert notes["Your time"] == "20 min, All: Play."
    assert notes["Next"] == "Before we begin: You may pass."


def test_a_question_tells_what_to_say_why_one_might_and_where_it_leads() -> None:
    notes = told(at_choice(play()))
    assert notes["The room sees"] == "Question: What now?"
    assert notes["Say"] == "Vote first."
    assert notes["Next"] == "Hands up for 1: Do wait."
    assert notes["1"] == "Do wait.\nWhy one might: It is easy.\nLeads to: middle"
    assert notes["3"].endswith("Leads to: gone (an ending)")


def test_where_a_choice_leads_heeds_what_was_chosen_before() -> None:
    asked = told(at_choice(at_choice(play()).choose("ask", "group", at(1))))
    assert "Leads to: kept" in asked["2"]
    waited = told(at_choice(at_choice(play()).choose("wait", "group", at(1))))
    assert "Leads to: lost" in waited["1"]


def test_at_hands_up_the_words_to_say_stand_there() -> None:
    notes = told(at_choice(play()).forward().forward())
    assert notes["The room sees"] == "Hands up for 2: Do ask."
    assert notes["Do"].startswith('Say "Eyes closed. Hands up for 2."')


def test_the_other_side_is_no_surprise_for_the_facilitator() -> None:
    run = at_choice(at_choice(play()).choose("ask", "group", at(1)))
    run = run.choose("hold", "group", at(2))
    assert told(run)["Next"] == "The other side: Ole"


def test_after_the_hands_are_shown_the_way_on_is_told() -> None:
    run = to_end(at_choice(play()).vote("ask", 3, at(1)))
    assert told(run)["Do"].startswith("Counted for 1 of 3 choices.")
    shown = run.reveal(at(2))
    assert "most hands" in told(shown)["Do"]
    assert "most hands" not in told(to_end(at_choice(play())).reveal(at(2)))["Do"]
    assert "open here" in told(shown.choose("ask", "group", at(3)).back())["Do"]


def test_no_hands_are_told_before_they_are_revealed() -> None:
    run = at_choice(play()).vote("ask", ODD_HANDS, at(1))
    for page in (run, run.forward(), to_end(run)):
        assert str(ODD_HANDS) not in str(notes_for(page))


def test_the_plan_says_where_the_room_would_be_and_ends() -> None:
    assert beat_now(play(), None, at(0)) is None
    beat = beat_now(play(), at(5), at(24))
    assert beat is not None
    assert (beat.name, beat.until) == ("All", at(25))
    assert beat_now(play(), at(5), at(25)) is None


@pytest.mark.parametrize("which", [0, -1])
def test_every_page_of_every_case_says_what_is_seen_what_to_do_and_what_comes(which: int) -> None:
    library = ScenarioLibrary()
    for case in library.shipped():
        run = Play.begin(case, library.house(), minutes=90, at=at(0))
        while not to_end(run).at_end:
            run = at_choice(run)
            run = run.choose(run.choices()[which].id, "group", at(1))
        for page in range(len(run.deck)):
            notes = told(run.go_to(page, at(1)))
            assert all(notes[one] for one in ("The room sees", "Do", "Next")), (case.id, page)


def test_a_role_is_read_by_its_player_only_and_anyone_may_stop() -> None:
    run = at_choice(play(50)).choose("leave", "group", at(1))
    pages = {page.kind: number for number, page in enumerate(run.deck)}
    notes = told(run.go_to(pages["brief"], at(2)))
    assert notes["The room sees"] == "What Ole is told"
    assert notes["Do"].startswith("Only the one who plays this role")
    assert notes["Stop"] == "Say stop."
