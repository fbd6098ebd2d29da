"""The ten strategies on a person's page: facts good first, the records behind, notices, why."""

from datetime import timedelta

from textual.pilot import Pilot

from coaching.moments import Moment
from coaching.record.checkin import Checkin
from coaching.record.hurdle import Hurdle
from coaching.record.putoff import PutOff
from coaching.record.workbook import Done, Workbook
from coaching.verbs import promises
from data.clock import FixedClock
from tests.tui.app_for import NOW, ZONE, HeardApp, on_top, person, seen, shows, told, until
from tests.tui.hostile_texts import FORBIDDEN, MIXED
from tests.tui.test_relationship import BEN, with_ben
from tui.checkin.log import LogCheckin
from tui.hurdle.screen import HurdleScreen
from tui.promise.settle import SettlePromise
from tui.relationship.behind import RecordsBehind
from tui.relationship.correct import CorrectCheckin
from tui.relationship.deeds import DEEDS, PAGE_KEYS
from tui.relationship.explain import Explain
from tui.relationship.hide import HideNotice
from tui.relationship.screen import RelationshipScreen
from tui.relationship.strategies import Strategies

TODAY = NOW.date()
GAP = "notice gap_over"
LATE = "notice late_me p-late"


def strained(what: str = "an introduction", name: str = BEN) -> Workbook:
    """Three check-ins held, the last one long ago; one promise late."""
    ben = person(name)
    for days in (80, 60, 40):
        day = Moment.on(TODAY - timedelta(days=days), ZONE)
        ben = ben.put(Checkin(id=f"c-{days}", outcome="held", held=day))
    late = TODAY - timedelta(days=9)
    return promises.make(
        ben, promise_id="p-late", what=what, whose="me", by=late, today=late
    ).workbook


def left(app: HeardApp) -> Strategies:
    return app.screen.query_one(Strategies)


def key_of(app: HeardApp, start: str) -> str:
    (found,) = [row.key for row in left(app).rows if row.key.startswith(start)]
    return found


async def point(app: HeardApp, pilot: Pilot[None], start: str) -> str:
    """Put the cursor on the one line whose key begins so."""
    await pilot.press("0")
    key = key_of(app, start)
    left(app).go_to(key)
    await pilot.pause()
    return key


async def test_ten_strategies_stand_in_order_each_with_something() -> None:
    async with with_ben(strained(), (200, 60)) as (app, _):
        rows = left(app).rows
        heads = [row.key for row in rows if row.key.startswith("strategy ")]
        assert len(heads) == 10
        for place, row in enumerate(rows[:-1]):
            if row.key.startswith("strategy "):
                assert not rows[place + 1].key.startswith("strategy ")
        assert "%" not in seen(app)


async def test_good_facts_come_before_the_others() -> None:
    ben = strained()
    for number in range(4):
        promise_id = f"k{number}"
        ben = promises.make(
            ben, promise_id=promise_id, what="x", whose="me", by=TODAY, today=TODAY
        ).workbook
        ben = promises.keep(ben, promise_id, on=TODAY, today=TODAY).workbook
    async with with_ben(ben, (200, 60)) as (app, _):
        marks = [
            str(row.cells[0])[0] for row in left(app).rows if row.key.startswith("fact reliability")
        ]
        assert marks[0] == "+"
        assert marks == sorted(marks, key="+·–".index)


async def test_enter_on_a_fact_shows_the_records_behind_it_and_enter_opens_one() -> None:
    async with with_ben(strained()) as (app, pilot):
        await point(app, pilot, "fact reliability recent")
        await pilot.press("enter")
        await on_top(pilot, RecordsBehind)
        await shows(pilot, "All of the 3 check-ins were held.")
        listed = app.screen.list.rows  # type: ignore[attr-defined]  # on top, as waited for
        assert [row.key for row in listed] == ["checkin c-80", "checkin c-60", "checkin c-40"]
        await pilot.press("enter")
        await on_top(pilot, CorrectCheckin)
        await pilot.press("escape", "escape")
        await on_top(pilot, RelationshipScreen)


async def test_where_no_record_stands_behind_it_says_so_and_enter_records_the_first() -> None:
    async with with_ben(person(BEN)) as (app, pilot):
        await point(app, pilot, "fact reliability promises")
        await pilot.press("enter")
        await shows(pilot, "No promise of yours is recorded since you began on Tue 24 Nov 2026.")
        assert "No record stands behind this yet." in seen(app)
        assert "It takes 4 promises, kept or not kept, to say more." in seen(app)
        await pilot.press("escape")
        await on_top(pilot, RelationshipScreen)
        await point(app, pilot, "fact share_experience nothing")
        await pilot.press("enter")
        await shows(pilot, "Nothing is recorded here since you began on Tue 24 Nov 2026.")
        assert "To record one, press enter." in seen(app)
        await pilot.press("enter")
        await shows(pilot, "Stories, Ben and you")


async def test_the_records_behind_show_dates_and_the_users_own_words_in_a_low_window() -> None:
    ben = strained()
    words = f"{'I was late. ' * 40}Truly."
    ben = ben.put(
        Hurdle(id="h", opened=TODAY, i_am="mentor", side="me", words=words),
    )
    async with with_ben(ben, (60, 16)) as (app, pilot):
        await point(app, pilot, LATE)
        await pilot.press("enter")
        await shows(pilot, "You owe, 9 days late")
        assert "esc back" in seen(app)
        await pilot.press("escape")
        await on_top(pilot, RelationshipScreen)
        await point(app, pilot, "fact transparency owned")
        await pilot.press("enter")
        await shows(pilot, "only me · Your words: “I was late.")
        await pilot.press("end")
        await shows(pilot, "Truly.”")
        await pilot.press("enter")
        await on_top(pilot, HurdleScreen)


async def test_the_records_behind_open_with_their_words_at_once() -> None:
    async with with_ben(strained()) as (app, _):
        page = app.screen
        assert isinstance(page, RelationshipScreen)
        assert page.reading is not None
        behind = RecordsBehind(page.reading, LATE)
        await app.push_screen(behind)
        assert "Worth a look. You promised this by" in str(behind.query_one("#words").render())
        assert "You owe, 9 days late" in str(behind.list.rows[1].cells[0])
        card = Explain(page.reading, LATE)
        assert "Meetings take place, replies come, and promises" in card.lines(0)[0].plain


async def test_a_promise_that_is_not_counted_stands_under_its_own_heading() -> None:
    ben = strained()
    for promise_id in ("p-kept", "p-gone"):
        ben = promises.make(
            ben, promise_id=promise_id, what="a map", whose="me", by=TODAY, today=TODAY
        ).workbook
    ben = promises.keep(ben, "p-kept", on=TODAY, today=TODAY).workbook
    ben = promises.let_go(ben, "p-gone", today=TODAY).workbook
    async with with_ben(ben) as (app, pilot):
        await point(app, pilot, "fact reliability promises")
        await pilot.press("enter")
        await shows(pilot, "Let go, not counted:")
        shown = seen(app)
        assert shown.index("You kept: a map") < shown.index("Still open, not counted yet:")
        assert "Your promise, let go: a map" in shown


async def test_a_notice_offers_its_deed_first() -> None:
    async with with_ben(strained(), (80, 24)) as (app, pilot):
        await point(app, pilot, LATE)
        keys = seen(app).rstrip().splitlines()[-1]
        assert keys.startswith(" m hide until")
        assert keys.endswith("n next notice  i why  esc back  ? all keys")
        await pilot.press("enter")
        await shows(pilot, "→ Open promises")
        words = " ".join(seen(app).replace("│", " ").split())
        assert "Worth a look over 7 days past the date; worth asking soon over 14 days" in words
        await pilot.press("enter")
        await on_top(pilot, SettlePromise)


async def test_what_is_put_right_leaves_the_records_behind_it() -> None:
    async with with_ben(strained()) as (app, pilot):
        await point(app, pilot, GAP)
        await pilot.press("enter")
        await shows(pilot, "→ Log how a check-in went")
        await pilot.press("enter")
        await on_top(pilot, LogCheckin)
        ben = told(app).named(BEN)
        day = Moment.on(TODAY, ZONE)
        told(app).coach().do(
            ben.id,
            lambda book: Done(book.put(Checkin(id="n", outcome="held", held=day)), ""),
        )
        await pilot.press("escape")
        await app.refresh_facts()
        await shows(pilot, "This does not hold any more")


async def test_m_hides_a_notice_with_a_reason_and_m_shows_it_again() -> None:
    async with with_ben(strained()) as (app, pilot):
        await point(app, pilot, LATE)
        await pilot.press("m")
        await on_top(pilot, HideNotice)
        assert "only me" in seen(app)
        await pilot.press("enter", *"new year", "enter")
        await until(pilot, lambda: told(app).named(BEN).all(PutOff))
        (hidden,) = told(app).named(BEN).all(PutOff)
        assert (hidden.rule, hidden.subject) == ("late_me", "p-late")
        assert (hidden.until, hidden.reason) == (TODAY + timedelta(days=28), "new year")
        await until(pilot, lambda: not any(row.key == LATE for row in left(app).rows))
        await point(app, pilot, "hidden late_me")
        await until(pilot, lambda: "You wrote: new year" in " ".join(seen(app).split()))
        await pilot.press("m")
        await until(pilot, lambda: not told(app).named(BEN).all(PutOff))
        await until(pilot, lambda: any(row.key == LATE for row in left(app).rows))
        await pilot.press("u")
        await until(pilot, lambda: told(app).named(BEN).all(PutOff))


async def test_a_day_that_is_past_hides_nothing() -> None:
    async with with_ben(strained()) as (app, pilot):
        await point(app, pilot, LATE)
        await pilot.press("m", "ctrl+u", *"today", "ctrl+s")
        await shows(pilot, "Choose a day after today.")
        assert not told(app).named(BEN).all(PutOff)


async def test_i_says_what_it_cannot_tell_and_from_when_on_it_is_raised() -> None:
    async with with_ben(strained()) as (app, pilot):
        await point(app, pilot, LATE)
        await pilot.press("i")
        await on_top(pilot, Explain)
        words = " ".join(seen(app).replace("│", " ").split())
        assert "over 7 days past the date; worth asking soon over 14 days" in words
        assert "A house default, not research." in words
        assert "It cannot tell why something slipped" in words
        await pilot.press("i")
        await on_top(pilot, RelationshipScreen)


async def test_n_goes_from_one_thing_worth_a_look_to_the_next_and_round() -> None:
    async with with_ben(strained()) as (app, pilot):
        notices = [row.key for row in left(app).rows if row.key.startswith("notice ")]
        assert len(notices) > 1
        reached = []
        for _ in range(len(notices) + 1):
            await pilot.press("n")
            reached.append(left(app).key)
        assert reached == [*notices, notices[0]]


async def test_the_details_open_their_form() -> None:
    async with with_ben(strained()) as (app, pilot):
        await point(app, pilot, "about Rhythm")
        await pilot.press("enter")
        await shows(pilot, "Rhythm")
        assert not isinstance(app.screen, RelationshipScreen)


async def test_hostile_words_stand_as_written_in_facts_and_behind_them() -> None:
    async with with_ben(strained(MIXED, MIXED), (200, 60)) as (app, pilot):
        for start in (LATE, GAP):
            await point(app, pilot, start)
            for key in ("enter", "i"):
                await pilot.press(key)
                await pilot.pause()
                assert not any(control in seen(app) for control in FORBIDDEN)
            await pilot.press("escape", "escape")
            await on_top(pilot, RelationshipScreen)


def test_each_deed_has_a_key_of_its_own() -> None:
    keys = [deed.key for deed in DEEDS if deed.key]
    assert len(keys) == len(set(keys))
    assert not set(keys) & PAGE_KEYS


async def test_a_new_day_is_told_on_the_open_page() -> None:
    async with with_ben(strained()) as (app, pilot):
        await shows(pilot, "You last met 40 days ago")
        app.world.clock = FixedClock(NOW + timedelta(days=1), ZONE)
        app.time_changed.publish(app.now)
        await shows(pilot, "You last met 41 days ago")


async def test_power_between_the_two_stands_on_the_page_with_what_follows() -> None:
    ben = strained()
    ben = ben.put(ben.relationship.changed(ties=("assess_or_pay",)))
    async with with_ben(ben) as (app, _):
        assert "I assess or pay them." in seen(app)
