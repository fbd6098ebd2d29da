"""The tabs of a person's page: what each shows, the filter of the timeline, pictures over time."""

from datetime import timedelta

import pytest

from coaching.moments import Every, Moment
from coaching.practice_timeline import full_timeline
from coaching.record.agreement import Agreement
from coaching.record.checkin import Checkin
from coaching.record.relationship import Relationship, Rhythm
from coaching.record.workbook import Workbook
from coaching.verbs import promises
from tests.coaching.making import SAMPLES
from tests.tui.app_for import NOW, ZONE, HeardApp, on_top, person, seen, shows, until
from tests.tui.hostile_texts import FORBIDDEN, MIXED
from tests.tui.test_relationship import BEN, known, rows, with_ben
from tui.relationship.filters import FilterTimeline
from tui.relationship.happenings import MOST_LINES, happening_rows
from tui.relationship.pictures import checkins_picture, promises_picture
from tui.relationship.screen import RelationshipScreen
from tui.relationship.strategies import Strategies
from tui.relationship.tabs import TABS
from tui.widgets.rows import Row

TODAY = NOW.date()
WIDE, SMALL = (120, 36), (80, 24)


def one_of_each() -> Workbook:
    """Ben with one record of every kind."""
    return person(BEN).put(*(one for one in SAMPLES if not isinstance(one, Relationship)))


def title(app: HeardApp) -> str:
    return str(rows(app).border_title)


def lines_of(made: list[Row]) -> str:
    """Rows of a picture as text."""
    texts: list[str] = []
    for row in made:
        texts += [str(cell) for cell in (*row.cells, *row.below)]
    return "\n".join(texts)


async def test_every_record_stands_in_one_tab_beside_the_timeline() -> None:
    async with with_ben(one_of_each()) as (app, pilot):
        found: list[str] = []
        for tab in TABS[2:]:
            await pilot.press(tab.key)
            assert title(app).startswith(tab.title)
            keys = [row.key for row in rows(app).rows]
            found += [key for key in keys if len(key.split(" ")) == 2 and "picture" not in key]
        await pilot.press("1")
        lines = full_timeline(one_of_each(), NOW, ZONE)
        assert sorted(found) == sorted(f"{one.kind} {one.record_id}" for one in lines)


async def test_left_and_right_go_through_the_tabs_and_round() -> None:
    async with with_ben(known()) as (app, pilot):
        await pilot.press("0", "left")
        assert title(app).startswith("Notes")
        await pilot.press("right", "right")
        assert title(app).startswith("Timeline")


async def test_in_80_columns_one_side_shows_and_in_120_both() -> None:
    async with with_ben(known(), SMALL) as (app, pilot):
        await pilot.press("0")
        assert app.screen.query_one(Strategies).outer_size.width == SMALL[0]
        assert "your mentee" in seen(app)
        await pilot.press("1")
        assert rows(app).outer_size.width == SMALL[0]
        assert BEN in seen(app)
        assert "your mentee" not in seen(app)
        await pilot.resize_terminal(*WIDE)
        await shows(pilot, "your mentee")
        assert "Note: likes plain words" in seen(app)


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 60)])
async def test_all_ten_tabs_are_named(size: tuple[int, int]) -> None:
    async with with_ben(known(), size) as (app, _):
        for tab in TABS:
            assert f"{tab.key}\u00a0{tab.title}" in seen(app)


async def test_a_click_on_a_tab_opens_it() -> None:
    async with with_ben(known()) as (app, pilot):
        line = next(text for text in seen(app).split("\n") if "Promises" in text)
        await pilot.click(offset=(line.index("Promises") + 1, seen(app).split("\n").index(line)))
        await until(pilot, lambda: title(app).startswith("Promises"))


async def test_the_agreement_in_force_stands_in_its_tab_and_nothing_of_it_is_cut() -> None:
    words = "Between us, except when somebody may be in danger. " * 6 + "END"
    agreement = Agreement(id="a", since=TODAY, confidentiality=words, gifts=MIXED, reply_days=2)
    async with with_ben(person(BEN).put(agreement), SMALL) as (app, pilot):
        await pilot.press("4")
        await shows(pilot, "How you work together, version 1")
        await until(pilot, lambda: "END" in seen(app))
        assert "2 working days" in seen(app)
        assert "…" not in seen(app)
        assert not any(control in seen(app) for control in FORBIDDEN)


async def test_the_filter_narrows_the_timeline_and_says_so() -> None:
    async with with_ben(known()) as (app, pilot):
        await pilot.press("F")
        await on_top(pilot, FilterTimeline)
        await pilot.press("down", "down", "space", "escape")
        await on_top(pilot, RelationshipScreen)
        assert title(app) == f"Timeline: still open, 3 of 9 · {BEN}"
        assert {row.key.split()[0] for row in rows(app).rows} == {"checkin", "promise", "hurdle"}
        await pilot.press("F", "end", "enter", "escape")
        assert title(app) == f"Timeline: notes, still open, 0 of 9 · {BEN}"
        assert "Nothing fits this filter. F changes it." in seen(app)
        await pilot.press("2")
        assert title(app).startswith("Check-ins, 5")
        await pilot.press("F", "enter", "escape")
        assert title(app) == f"Timeline, 9 records · {BEN}"


async def test_pictures_stand_over_the_check_ins_and_the_promises() -> None:
    async with with_ben(known()) as (app, pilot):
        await pilot.press("2")
        await shows(pilot, "● held   ○ planned and not held")
        assert rows(app).key != "picture checkins"
        await pilot.press("3")
        await shows(pilot, "Promises by month")
        assert "◆ open, past its date" in seen(app)


def test_the_picture_of_check_ins_has_a_sign_a_week_and_marks_long_gaps() -> None:
    ben = person(BEN)
    for weeks_ago in (6, 5, 1):
        day = Moment.on(TODAY - timedelta(weeks=weeks_ago), ZONE)
        ben = ben.put(Checkin(id=f"c{weeks_ago}", outcome="held", held=day))
    drawn = lines_of([*checkins_picture(ben, TODAY, 80)]).split("\n")
    assert drawn[2] == "●●···●·"
    assert drawn[3] == "   ▔▔  "
    about = ben.relationship.changed(rhythm=Rhythm.of(Every(1, "month")))
    assert "▔" not in "".join(lines_of([*checkins_picture(ben.put(about), TODAY, 80)])[:3])


def test_too_few_weeks_make_no_picture() -> None:
    assert checkins_picture(person(BEN), TODAY, 80) == []
    assert promises_picture(person(BEN), TODAY, 80) == []


def test_many_promises_in_a_month_are_counted_and_lapses_of_one_assessed_are_not_drawn() -> None:
    ben = person(BEN)
    for number in range(200):
        late = TODAY - timedelta(days=2)
        ben = promises.make(
            ben, promise_id=str(number), what="x", whose="them", by=late, today=late
        ).workbook
    assert "◆x200" in lines_of([*promises_picture(ben, TODAY, 80)])
    two_hats = ben.put(ben.relationship.changed(ties=("assess_or_pay",)))
    assert promises_picture(two_hats, TODAY, 80) == []


@pytest.mark.parametrize("width", [36, 78, 200])
def test_pictures_fit_their_width(width: int) -> None:
    ben = known()
    for row in (*checkins_picture(ben, TODAY, width), *promises_picture(ben, TODAY, width)):
        for cell in (*row.cells, *row.below):
            assert len(str(cell)) <= width


def test_a_very_long_text_takes_a_few_lines_of_the_list() -> None:
    ben = known(what="word " * 39)
    long = [one for one in full_timeline(ben, NOW, ZONE) if one.kind == "promise"]
    (row,) = happening_rows([one for one in long if one.record_id == "p-1"], NOW, 30)
    assert len(row.below) == MOST_LINES - 1
    assert str(row.below[-1]).endswith("…")


async def test_enter_opens_every_kind_of_record() -> None:
    async with with_ben(one_of_each()) as (app, pilot):
        for row in rows(app).rows:
            rows(app).go_to(row.key)
            await pilot.press("enter")
            await until(pilot, lambda: not isinstance(app.screen, RelationshipScreen))
            app.pop_screen()
            await on_top(pilot, RelationshipScreen)
