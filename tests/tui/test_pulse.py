"""The pulse: each side apart, the one with more power first, and nothing shown unchosen."""

from textual.widgets import TextArea

from coaching.record.pulse import Pulse, PulseAnswer
from coaching.record.workbook import Workbook
from coaching.verbs import pulses
from tests.tui.app_for import (
    NOW,
    HeardApp,
    app_for,
    at_home,
    new_id,
    on_top,
    person,
    seen,
    shows,
    until,
    vault_of,
    write,
)
from tests.tui.practice import BEN, fill, opened, records_of
from tui.pulse.answers import Answers, Sent
from tui.pulse.desk import OnePulse, Pulses, open_pulses
from tui.pulse.hand_over import HandOver
from tui.pulse.show import ShowLines

TODAY = NOW.date()


def only(app: HeardApp) -> Pulse:
    (one,) = records_of(app).all(Pulse)
    return one


def answer(app: HeardApp, side: str) -> PulseAnswer | None:
    return pulses.answer_of(records_of(app), only(app).id, "me" if side == "me" else "them")


async def test_a_pulse_alone_is_a_full_use_and_has_nobody_to_show_it_to() -> None:
    app = app_for(vault_of(person(BEN)))
    async with at_home(app) as pilot:
        await opened(pilot, open_pulses, Pulses)
        await pilot.press("enter")
        await on_top(pilot, OnePulse)
        await pilot.press("enter")
        await on_top(pilot, Answers)
        await pilot.press("2", "enter", "3", "enter", "1", "enter")
        await write(pilot, "meet in the morning")
        await pilot.press("ctrl+s")
        await on_top(pilot, OnePulse)
        await shows(pilot, "meet in the morning")
        mine = answer(app, "me")
        assert mine is not None
        assert (mine.intentions, mine.abilities, mine.character) == ("yes", "partly", "")
        assert only(app).alone
        assert "Show any" not in seen(app)
        assert "Hand over" not in seen(app)


def half_answered() -> Workbook:
    """Records in which the user has answered first and shows one line of it."""
    pulse = Pulse(id=new_id(), on=TODAY, first="me")
    mine = PulseAnswer(
        id=new_id(), pulse=pulse.id, side="me", intentions="no", open="my secret", abilities="yes"
    )
    return person(BEN).put(pulse, mine.changed(abilities_shown="yes"))


async def test_the_mentor_answers_first_and_nothing_shows_before_both_have_answered() -> None:
    app = app_for(vault_of(person(BEN)))
    async with at_home(app) as pilot:
        await opened(pilot, open_pulses, Pulses)
        await pilot.press("down", "enter")
        await on_top(pilot, OnePulse)
        assert "Hand over" not in seen(app)
        await pilot.press("enter")
        await on_top(pilot, Answers)
        fill(app, "open", "my own secret")
        await pilot.press("ctrl+s")
        await on_top(pilot, OnePulse)
        await shows(pilot, "Hand over: Ben answers")
        assert "my own secret" not in seen(app)
        await pilot.press("down", "enter")
        await on_top(pilot, ShowLines)
        await pilot.press("end", "enter")
        await shows(pilot, "shown to both")
        await pilot.press("escape")
        await on_top(pilot, OnePulse)
        await shows(pilot, "stands here once both")
        assert "my own secret" not in seen(app)


async def test_the_other_answers_apart_and_each_sees_only_what_was_shown() -> None:
    app = app_for(vault_of(half_answered()))
    async with at_home(app) as pilot:
        await opened(pilot, open_pulses, Pulses)
        await pilot.press("end", "enter")
        await on_top(pilot, OnePulse)
        await shows(pilot, "Ben answers next")
        await pilot.press("down", "down", "enter")
        await on_top(pilot, HandOver)
        assert "whoever opens that file" in seen(app)
        assert "Active relationships" not in seen(app)
        await pilot.press("enter")
        await on_top(pilot, Answers)
        assert "my secret" not in seen(app)
        assert "Active relationships" not in seen(app)
        await pilot.press("4", "enter", "3", "ctrl+s")
        await on_top(pilot, ShowLines)
        await shows(pilot, "Intentions: no")
        await pilot.press("down", "enter")
        await shows(pilot, "shown to both")
        await pilot.press("escape")
        await on_top(pilot, HandOver)
        await pilot.press("enter")
        await on_top(pilot, OnePulse)
        await shows(pilot, "you: yes; Ben: partly")
        theirs = answer(app, "them")
        assert theirs is not None
        assert (theirs.intentions, theirs.intentions_shown) == ("no", "")
        assert theirs.abilities_shown == "partly"
        assert seen(app).count("you: not shown; Ben: not shown") == 3


async def test_what_the_other_answered_never_comes_back_on_the_screen() -> None:
    app = app_for(vault_of(person(BEN, i_am="mentee")))
    async with at_home(app) as pilot:
        await opened(pilot, open_pulses, Pulses)
        await pilot.press("down", "enter")
        await on_top(pilot, OnePulse)
        assert "Your answers" not in seen(app)
        await pilot.press("enter")
        await on_top(pilot, HandOver)
        await pilot.press("enter")
        await on_top(pilot, Answers)
        fill(app, "open", "the mentor's own words")
        await pilot.press("escape")
        await on_top(pilot, HandOver)
        await pilot.press("enter")
        await on_top(pilot, OnePulse)
        assert answer(app, "them") is None
        await pilot.press("enter")
        await on_top(pilot, HandOver)
        await pilot.press("enter")
        await on_top(pilot, Answers)
        assert app.screen.query_one(TextArea).text == ""


async def test_distant_pairs_copy_the_questions_and_type_in_what_was_sent() -> None:
    app = app_for(vault_of(person(BEN)))
    async with at_home(app) as pilot:
        await opened(pilot, open_pulses, Pulses)
        await pilot.press("down", "down", "enter")
        await until(pilot, lambda: "The other one wants what is good for me." in app.clipboard)
        assert "(yes / partly / no / cannot say, or pass)" in app.clipboard
        await pilot.press("up", "enter")
        await on_top(pilot, OnePulse)
        await pilot.press("enter")
        await on_top(pilot, Answers)
        await pilot.press("ctrl+s")
        await on_top(pilot, OnePulse)
        await shows(pilot, "Type in what Ben sent you")
        await pilot.press("end", "up", "enter")
        await on_top(pilot, Sent)
        await pilot.press("2", "ctrl+s")
        await on_top(pilot, OnePulse)
        await shows(pilot, "you: not shown; Ben: yes")
        await pilot.press("end", "enter", "y")
        await until(pilot, lambda: not records_of(app).all(Pulse))
        assert not records_of(app).all(PulseAnswer)
        await on_top(pilot, Pulses)


async def test_answering_again_the_other_begins_from_empty_and_the_user_from_their_own() -> None:
    ben = half_answered()
    (pulse,) = ben.all(Pulse)
    theirs = PulseAnswer(id=new_id(), pulse=pulse.id, side="them", open="a secret of Ben")
    app = app_for(vault_of(ben.put(theirs)))
    async with at_home(app) as pilot:
        await opened(pilot, open_pulses, Pulses)
        await pilot.press("end", "enter")
        await on_top(pilot, OnePulse)
        await shows(pilot, "again, from empty")
        assert "a secret of Ben" not in seen(app)
        await pilot.press("down", "down", "enter")
        await on_top(pilot, HandOver)
        await pilot.press("enter")
        await on_top(pilot, Answers)
        assert app.screen.query_one(TextArea).text == ""
        await pilot.press("escape", "enter")
        await on_top(pilot, OnePulse)
        await pilot.press("home", "enter")
        await on_top(pilot, Answers)
        await shows(pilot, "my secret")
