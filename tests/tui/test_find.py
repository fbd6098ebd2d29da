"""Find: type a word, move while typing, enter opens; and the list of those set aside."""

from functools import partial

from coaching.record.base import Audience
from coaching.record.workbook import Workbook
from coaching.verbs import hurdles, notes, promises, relationships
from tests.tui.app_for import (
    NOW,
    HeardApp,
    app_for,
    at_home,
    on_top,
    paste,
    person,
    seen,
    shows,
    told,
    until,
    vault_of,
    write,
)
from tests.tui.hostile_texts import FORBIDDEN, MARKUP, MIXED
from tui.home.find import Find
from tui.home.screen import HomeScreen
from tui.relationship.screen import RelationshipScreen
from tui.widgets.rows import Rows

TODAY = NOW.date()


def people() -> list[Workbook]:
    ben = person("Ben Lindqvist", next_one="fri 3pm")
    ben = promises.make(
        ben, promise_id="p", what="introduction to Priya", whose="me", by=TODAY, today=TODAY
    ).workbook
    ben = notes.write(
        ben, note_id="n", text="SECRET", about=TODAY, audience=Audience.ONLY_ME
    ).workbook
    ben = hurdles.start(
        ben, hurdle_id="h", i_am="mentor", today=TODAY, what_happened="SECRET"
    ).workbook
    amara = relationships.pause(person("Amara Okafor", next_one="tue 3pm"), today=TODAY).workbook
    efua = relationships.end(person("Efua"), today=TODAY).workbook
    return [ben, amara, efua, person("Zoë", next_one="+3w")]


def who(app: HeardApp) -> list[str]:
    return [str(row.cells[0]) for row in app.screen.query_one(Rows).rows]


async def test_a_few_letters_find_a_person_and_enter_opens_their_page() -> None:
    app = app_for(vault_of(*people()))
    async with at_home(app) as pilot:
        await pilot.press("slash")
        assert isinstance(app.screen, Find)
        assert who(app) == ["Amara Okafor", "Ben Lindqvist", "Efua", "Zoë"]
        assert "your mentee, paused" in seen(app)
        await write(pilot, "zoe")
        await until(pilot, lambda: who(app)[0] == "Zoë")
        await pilot.press("enter")
        await on_top(pilot, RelationshipScreen)
        assert app.screen.workbook_id == told(app).named("Zoë").id  # type: ignore[attr-defined]  # waited for above


async def test_promises_and_dates_are_found_and_the_list_moves_while_typing() -> None:
    app = app_for(vault_of(*people()))
    async with at_home(app) as pilot:
        await pilot.press("slash")
        await paste(pilot, "priya")
        assert "you owe: introduction to Priya, by Tue 24 Nov 2026" in seen(app)
        await pilot.press("ctrl+u")
        await paste(pilot, "e")
        rows = app.screen.query_one(Rows)
        await pilot.press("down", "down", "up")
        assert rows.cursor == 1
        await write(pilot, "f")
        await until(pilot, lambda: who(app)[0] == "Efua")


async def test_words_only_for_me_are_never_found_and_nothing_found_teaches() -> None:
    app = app_for(vault_of(*people()))
    async with at_home(app) as pilot:
        await pilot.press("slash")
        await paste(pilot, "SECRET")
        assert who(app) == []
        assert "Nothing has these words." in seen(app)
        await pilot.press("enter")
        assert isinstance(app.screen, Find)
        await pilot.press("escape")
        await on_top(pilot, HomeScreen)


async def test_those_set_aside_are_listed_and_can_go_on() -> None:
    app = app_for(vault_of(*people()))
    async with at_home(app) as pilot:
        await pilot.press("z")
        assert who(app) == ["Amara Okafor", "Efua"]
        await pilot.press("enter")
        await on_top(pilot, RelationshipScreen)
        await pilot.press("z", "escape")
        await until(pilot, lambda: told(app).named("Amara Okafor").relationship.state == "active")
        await shows(pilot, "Amara Okafor")
        await pilot.press("z")
        await until(pilot, lambda: who(app) == ["Efua"])
        await paste(pilot, "ben")
        assert who(app)[0] == "Ben Lindqvist"


async def test_nobody_set_aside_teaches_the_keys() -> None:
    app = app_for(vault_of(person("Ben", next_one="fri 3pm")))
    async with at_home(app) as pilot:
        await pilot.press("z")
        assert "z pauses and E ends" in seen(app)


async def test_it_follows_what_other_windows_save() -> None:
    app = app_for(vault_of(*people()))
    async with at_home(app) as pilot:
        await pilot.press("slash")
        other = told(app)
        other.coach().do(other.named("Efua").id, partial(relationships.edit, name="Efua Mensah"))
        await app.refresh_facts()
        await until(pilot, lambda: "Efua Mensah" in who(app))


async def test_any_words_can_be_searched_in_any_window() -> None:
    app = app_for(vault_of(person(MIXED, next_one="fri 3pm")))
    async with at_home(app, (40, 10)) as pilot:
        await pilot.press("slash")
        assert "[/x] [b]" in seen(app)
        await paste(pilot, MARKUP)
        assert len(who(app)) >= 1
        await paste(pilot, "x" * 100_000)
        assert "200 fit here" in app.heard[-1]
        assert not any(control in seen(app) for control in FORBIDDEN)
        await pilot.press("enter")
        await on_top(pilot, RelationshipScreen)
