"""The facilitator's notes: what stands in them at each page, and what never does."""

import pytest

from coaching.scenario.notes import notes_for
from coaching.scenario.plan import beat_now, most_choices, timer_minutes
from coaching.scenario.play import Play
from coaching.scenario.script import Minutes
from data.scenario_loader import ScenarioLibrary
from tests.coaching.small_case import SCENES, at, at_choice, play, to_end

ODD_HANDS = 737


def told(run: Play) -> dict[str, str]:
    """Each heading with the text beside it."""
    return {note.heading: "\n".join(note.lines) for note in notes_for(run)}


def test_the_first_page_tells_what_to_know_of_the_case_beforehand() -> None:
    notes = told(play())
    assert notes["Hook"].startswith("Who waits?\n")
    assert "the time begins when this page is left" in notes["Hook"]
    assert "Who waits?" in told(play().forward())["Hook"]
    assert "Hook" not in told(at_choice(play()))
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
    order = list(notes)
    assert order.index("3") < order.index("Next")


def with_notes(**notes: str) -> Play:
    """A run whose first scene has these notes."""
    return play(scenes=({**SCENES[0], "notes": notes}, *SCENES[1:]))


def test_what_is_to_say_to_do_and_to_know_stand_apart_and_only_where_they_are_due() -> None:
    run = at_choice(with_notes(say="Vote.", do="Stand.", know="It is hard.", after="Read on."))
    for page in (run.back(), run):
        notes = told(page)
        assert (notes["Say"], notes["Know"]) == ("Vote.", "It is hard.")
        assert notes["Do"].endswith("\nStand.")
    shown = told(to_end(run).reveal(at(1)))
    assert shown["Do"].endswith("\nRead on.")
    assert shown["2"] == "Do ask.\nThen: ask was done.\nLeads to: middle"
    for page in (run.forward(), to_end(run), to_end(run).choose("ask", "group", at(1))):
        notes = told(page)
        assert not {"Say", "Know"} & set(notes)
        assert "Stand." not in notes["Do"]
    with pytest.raises(ValueError, match="needs say, do, know or after"):
        with_notes()


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


def test_the_facilitator_alone_sees_the_hands_typed_until_they_are_shown() -> None:
    run = at_choice(play()).vote("ask", ODD_HANDS, at(1))
    assert "Typed" not in told(run)
    for page in (run.forward(), to_end(run)):
        assert told(page)["Typed"] == f"1: not counted; 2: {ODD_HANDS} hands; 3: not counted"
    assert "hidden until you show them" in told(to_end(run))["The room sees"]
    shown = told(to_end(run).reveal(at(2)))
    assert shown["The room sees"] == "The hands"
    assert "Typed" not in shown


def planned(run: Play, minute: int) -> tuple[str, str, int]:
    """The part of the plan for the page shown: its name, what, and until which minute."""
    beat = beat_now(run, at(0), at(minute))
    assert beat is not None
    return beat.name, beat.what, (beat.until - at(0)).seconds // 60


def test_the_plan_follows_the_pages_and_gives_each_choice_its_share() -> None:
    library = ScenarioLibrary()
    case = library.find("sc03")
    run = Play.begin(case, library.house(), minutes=25, at=at(0))
    assert planned(run.forward(), 1)[0] == "Read"
    run = at_choice(run)
    name, what, until = planned(run, 4)
    assert (name, until) == (f"choice 1 of at most {most_choices(case)}", 7)
    assert what == "Alone 0:45, in pairs 1:45, together 1:30. Now alone."
    assert planned(run.back(), 20)[:1] == (name,)
    assert planned(to_end(run), 4)[1].endswith("Now in pairs.")
    shown = to_end(run).reveal(at(5))
    assert planned(shown, 4)[1].endswith("Now together.")
    run = shown.choose(shown.choices()[1].id, "group", at(5))
    assert planned(run, 5)[0].startswith("choice 1 ")
    second = at_choice(run)
    assert planned(second.back(), 8)[0].startswith("choice 2 ")
    assert planned(second, 8)[2] == 11
    assert planned(second.choose("let_him_explain", "group", at(9)), 9)[0].startswith("choice 2 ")
    lines = told(Play.begin(case, library.house(), minutes=25, at=at(0)))["Your time"]
    assert "7 min, In pairs, about 1:45 at each choice: Two minutes" in lines


@pytest.mark.parametrize("minutes", [25, 50, 90])
def test_every_page_has_its_part_of_the_plan_and_a_role_play_its_minutes(minutes: Minutes) -> None:
    library = ScenarioLibrary()
    house = library.house()
    run = Play.begin(library.find("sc03"), house, minutes=minutes, at=at(0))
    while not to_end(run).at_end:
        run = at_choice(run)
        run = run.choose(run.choices()[0].id, "group", at(1))
    planned_for = {kind for beat in house.plan(minutes).beats for kind in beat.pages}
    assert {page.kind for page in run.deck} <= planned_for
    timers = {one.kind: timer_minutes(run.go_to(n, at(1))) for n, one in enumerate(run.deck)}
    assert timers["reveal"] == timers["commitment"] == 2
    assert timers.get("now_play", 6) == 6
    assert ("now_play" in timers) is (minutes > 25)
    kinds = [page.kind for page in run.deck]
    if minutes == 90:
        assert kinds.index("debrief") < kinds.index("second_way") < kinds.index("commitment")


def test_a_plan_without_pages_says_where_the_room_would_be_by_the_clock_and_ends() -> None:
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
