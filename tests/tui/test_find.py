"""Find: type a word, move while typing, enter opens; and the list of those set aside."""

from functools import partial

from coaching.errors import VaultTrouble
from coaching.overview import Person
from coaching.record.base import Audience
from coaching.record.workbook import MINE, Workbook
from coaching.verbs import (
    agreements,
    celebrations,
    hurdles,
    notes,
    promises,
    pulses,
    relationships,
    stories,
)
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
from tui.guide.library import LibraryScreen
from tui.home.find import Find
from tui.home.screen import HomeScreen
from tui.relationship.note import NoteForm
from tui.relationship.screen import RelationshipScreen
from tui.story.forms import StoryForm
from tui.widgets.rows import Rows

TODAY = NOW.date()


def people() -> list[Workbook]:
    ben = person("Ben Lindqvist", next_one="fri 3pm")
    ben = promises.make(
        ben, promise_id="p", what="introduction to Priya", whose="me", by=TODAY, today=TODAY
    ).workbook
    ben = notes.write(
        ben, note_id="n", text="zqx on trains", about=TODAY, audience=Audience.ONLY_ME
    ).workbook
    ben = hurdles.start(
        ben, hurdle_id="h", i_am="mentor", today=TODAY, what_happened="zqx at work"
    ).workbook
    amara = relationships.pause(person("Amara Okafor", next_one="tue 3pm"), today=TODAY).workbook
    efua = relationships.end(person("Efua"), today=TODAY).workbook
    return [ben, amara, efua, person("Zoë", next_one="+3w")]


def who(app: HeardApp) -> list[str]:
    return [str(row.cells[0]) for row in app.screen.query_one(Rows).rows]


def people_of(app: HeardApp) -> tuple[Person, ...]:
    return app.facts.people


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


async def test_words_only_for_me_are_marked_and_come_from_three_letters_on() -> None:
    app = app_for(vault_of(*people()))
    async with at_home(app) as pilot:
        await pilot.press("slash")
        await paste(pilot, "zq")
        await until(pilot, lambda: "Nothing has these words." in seen(app))
        await pilot.press("enter")
        assert isinstance(app.screen, Find)
        await write(pilot, "x")
        await until(pilot, lambda: len(who(app)) == 2)
        assert "only me · Note, Tue 24 Nov: zqx on trains" in seen(app)
        assert "only me · Hurdle, Tue 24 Nov" in seen(app)
        assert "zqx at work" not in seen(app)
        await pilot.press("escape")
        await on_top(pilot, HomeScreen)


async def test_enter_on_a_note_opens_it_over_the_persons_page() -> None:
    app = app_for(vault_of(*people()))
    async with at_home(app) as pilot:
        await pilot.press("slash")
        await paste(pilot, "zqx trains")
        await until(pilot, lambda: len(who(app)) == 1)
        await pilot.press("enter")
        await on_top(pilot, NoteForm)
        await pilot.press("escape")
        await on_top(pilot, RelationshipScreen)


async def test_what_both_may_read_is_found_wherever_it_was_typed() -> None:
    ben = person("Ben Lindqvist")
    ben = agreements.write(
        ben, new_id="a", today=TODAY, exit="One kind message about marzipan ends it."
    ).workbook
    ben = celebrations.celebrate(
        ben, celebration_id="c", act="Marzipan talk", whose="them", on=TODAY
    ).workbook
    mine = stories.write(
        Workbook(MINE), story_id="s", title="The marzipan grant", kind="setback", today=TODAY
    ).workbook
    app = app_for(vault_of(ben, mine))
    async with at_home(app) as pilot:
        await pilot.press("slash")
        await paste(pilot, "marzipan")
        await until(pilot, lambda: len(who(app)) == 3)
        assert "Agreement, Tue 24 Nov: … message " in seen(app)
        assert "about marzipan ends it." in seen(app)
        assert "Celebration, Tue 24 Nov: Marzipan talk" in seen(app)
        assert "only me · Story, Tue 24 Nov: The marzipan grant" in seen(app)
        assert who(app)[2] == "You"
        await pilot.press("down", "down", "enter")
        await on_top(pilot, StoryForm)


async def test_what_the_other_answered_and_did_not_show_is_theirs() -> None:
    ben = person("Ben Lindqvist")
    ben = pulses.begin(ben, pulse_id="p", today=TODAY).workbook
    for side in ("me", "them"):
        ben = pulses.answer(
            ben, answer_id=f"a{side}", pulse_id="p", side=side, open=f"marzipan {side}"
        ).workbook
    app = app_for(vault_of(ben))
    async with at_home(app) as pilot:
        await pilot.press("slash")
        await paste(pilot, "marzipan")
        await until(pilot, lambda: "only me · Answer" in seen(app))
        assert len(who(app)) == 1
        assert "marzipan me" not in seen(app)


async def test_the_guide_is_found_and_opens_at_its_page() -> None:
    app = app_for(vault_of(*people()))
    async with at_home(app) as pilot:
        await pilot.press("slash")
        await paste(pilot, "bigger one promise")
        await until(pilot, lambda: "Keep promises, both ways" in seen(app))
        assert "Guide" in who(app)
        await pilot.press("enter")
        await on_top(pilot, LibraryScreen)
        await until(pilot, lambda: "Promise less, with a date." in seen(app))


async def test_the_next_key_cancels_and_nothing_read_is_read_twice() -> None:
    vault = vault_of(*people())
    app = app_for(vault)
    read: list[str] = []
    async with at_home(app) as pilot:
        coach = app.world.coach
        whole = coach.open

        def counted(workbook_id: str) -> Workbook:
            read.append(workbook_id)
            return whole(workbook_id)

        coach.open = counted  # type: ignore[method-assign]  # counts what is read
        await pilot.press("slash")
        await write(pilot, "trains zqx")
        await until(pilot, lambda: len(who(app)) == 1)
        await until(pilot, lambda: "looking on" not in seen(app))
        assert sorted(read) == sorted({*(one.id for one in people_of(app)), "mine"})


async def test_records_that_cannot_be_read_are_counted_and_the_rest_is_found() -> None:
    app = app_for(vault_of(*people()))
    async with at_home(app) as pilot:
        whole = app.world.coach.open
        broken = told(app).named("Efua").id

        def some(workbook_id: str) -> Workbook:
            if workbook_id == broken:
                raise VaultTrouble("Efua's file cannot be read.")
            return whole(workbook_id)

        app.world.coach.open = some  # type: ignore[method-assign]  # one of them is broken
        await pilot.press("slash")
        await paste(pilot, "zqx")
        await until(pilot, lambda: "1 file could not be read" in seen(app))
        assert len(who(app)) == 2


async def test_under_another_screen_what_was_read_is_forgotten_and_read_again_after_it() -> None:
    app = app_for(vault_of(*people()))
    read: list[str] = []
    async with at_home(app) as pilot:
        whole = app.world.coach.open

        def counted(workbook_id: str) -> Workbook:
            read.append(workbook_id)
            return whole(workbook_id)

        app.world.coach.open = counted  # type: ignore[method-assign]  # counts what is read
        await pilot.press("slash")
        await paste(pilot, "zqx")
        await until(pilot, lambda: len(who(app)) == 2 and "looking on" not in seen(app))
        once = len(read)
        app.push_screen(LibraryScreen())
        await on_top(pilot, LibraryScreen)
        await pilot.press("escape")
        await on_top(pilot, Find)
        await until(pilot, lambda: len(read) == 2 * once)
        await until(pilot, lambda: "zqx on trains" in seen(app))


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


async def test_on_a_persons_page_their_records_are_found_before_everyone_elses() -> None:
    amara = person("Amara Okafor")
    amara = promises.make(
        amara, promise_id="q", what="trains for Ben", whose="me", by=TODAY, today=TODAY
    ).workbook
    app = app_for(vault_of(amara, person("Ben Lindqvist")))
    ben = told(app).named("Ben Lindqvist").id
    app.world.coach.do(
        ben,
        partial(
            notes.write, note_id="n", text="zqx trains", about=TODAY, audience=Audience.ONLY_ME
        ),
    )
    async with at_home(app) as pilot:
        await pilot.press("1", "down", "enter")
        await on_top(pilot, RelationshipScreen)
        await pilot.press("slash")
        await on_top(pilot, Find)
        assert "Find, Ben first" in seen(app)
        assert who(app) == ["Ben Lindqvist", "Amara Okafor"]
        await paste(pilot, "trains")
        await until(pilot, lambda: len(who(app)) == 2 and "looking on" not in seen(app))
        assert who(app) == ["Ben Lindqvist", "Amara Okafor"]
        await pilot.press("enter")
        await on_top(pilot, NoteForm)
