"""Goals and who wrote them; topics, tries and steps on the ladder, as the mentee says."""

from coaching.record.goal import Goal
from coaching.record.topic import Topic
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
from tests.tui.hostile_texts import MARKUP
from tests.tui.practice import BEN, fill, opened, records_of
from tui.independence.desk import Independence, open_independence
from tui.independence.forms import TopicForm
from tui.independence.one_topic import OneTopic
from tui.widgets.choice import Choice
from tui.widgets.rows import Rows

TODAY = NOW.date()


def topic_of(app: HeardApp) -> Topic:
    (one,) = records_of(app).all(Topic)
    return one


async def test_a_topic_is_tried_twice_and_moves_up_as_the_mentee_says_then_down_and_back() -> None:
    app = app_for(vault_of(person(BEN)))
    async with at_home(app) as pilot:
        await opened(pilot, open_independence, Independence)
        await pilot.press("enter")
        await on_top(pilot, TopicForm)
        await write(pilot, "choosing tools")
        app.screen.query_one("#level", Choice).value = "2"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: records_of(app).all(Topic))
        await on_top(pilot, Independence)
        await shows(pilot, "2 of 6: Show")
        await pilot.press("down", "enter")
        await on_top(pilot, OneTopic)
        assert "▸ 2 Show. The mentor shows how. Here." in seen(app)
        assert "as Ben says" in seen(app)
        await pilot.press("enter")
        await until(pilot, lambda: len(topic_of(app).tries) == 1)
        await pilot.press("enter")
        await until(pilot, lambda: len(topic_of(app).tries) == 2)
        await until(pilot, lambda: "Up to 3: Suggest" in seen(app))
        await pilot.press("home", "enter")
        await until(pilot, lambda: topic_of(app).level == 3)
        assert topic_of(app).moves[-1].why == "went_well"
        await shows(pilot, "▸ 3 Suggest")
        await until(pilot, lambda: app.screen.query_one(Rows).rows[0].key == "well")
        keys = [row.key for row in app.screen.query_one(Rows).rows]
        await pilot.press("home", *["down"] * keys.index("mentee_asked 2"), "enter")
        await until(pilot, lambda: topic_of(app).level == 2)
        await pilot.press("u")
        await until(pilot, lambda: topic_of(app).level == 3)


async def test_it_says_who_wrote_the_goals_and_a_name_is_only_words() -> None:
    ben = person(BEN)
    goal = Goal(id=new_id(), what="a paper", author="them", since=TODAY)
    topic = Topic(id=new_id(), name=MARKUP, level=6, since=TODAY)
    app = app_for(vault_of(ben.put(goal, topic)))
    async with at_home(app) as pilot:
        await opened(pilot, open_independence, Independence)
        assert "1 goal: 1 by Ben." in seen(app)
        await pilot.press("end", "enter")
        await on_top(pilot, OneTopic)
        assert MARKUP in seen(app)
        assert "Up to" not in seen(app)


async def test_a_mentee_says_it_themselves_and_a_topic_ends_and_is_deleted() -> None:
    app = app_for(vault_of(person(BEN, i_am="mentee")))
    async with at_home(app, (40, 10)) as pilot:
        await opened(pilot, open_independence, Independence)
        await pilot.press("enter")
        await on_top(pilot, TopicForm)
        fill(app, "words", "my own thesis")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: records_of(app).all(Topic))
        await on_top(pilot, Independence)
        await shows(pilot, "my own thesis")
        await pilot.press("end", "enter")
        await on_top(pilot, OneTopic)
        await pilot.press("end", "up", "enter")
        await until(pilot, lambda: topic_of(app).ended == TODAY)
        await shows(pilot, "Another name")
        await pilot.press("end", "enter", "y")
        await until(pilot, lambda: not records_of(app).all(Topic))
        await on_top(pilot, Independence)
