"""Adding people: a name is enough, several lines are one deed, saved only when all is right."""

from textual.widgets import TextArea

from coaching.record.checkin import Checkin
from data.memory_vault import MemoryDrafts
from tests.tui.app_for import (
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
from tests.tui.hostile_texts import FORBIDDEN, HOSTILE, MARKUP
from tui.home.screen import HomeScreen
from tui.relationship.new import NewRelationships
from tui.widgets.choice import Choice

TWO_LINES = "Amara every 2w, next thu 10:00\nChiara monthly, my mentor"


async def test_a_name_is_enough_and_home_stands_on_it() -> None:
    app = app_for(vault_of(person("Zoe")))
    async with at_home(app) as pilot:
        await pilot.press("n")
        await write(pilot, "Amara")
        await pilot.press("enter")
        await on_top(pilot, HomeScreen)
        amara = told(app).named("Amara")
        assert amara.relationship.i_am == "mentor"
        assert amara.relationship.since == app.now.date()
        home = app.screen
        assert isinstance(home, HomeScreen)
        await until(pilot, lambda: home.relationships.key == amara.id)
        assert app.focused is home.relationships


async def test_the_reading_is_shown_in_full_before_anything_is_saved() -> None:
    app = app_for(vault_of(person("Zoe")))
    async with at_home(app) as pilot:
        await pilot.press("n")
        await paste(pilot, "Ben every 2w, next tue 3pm")
        assert "Ben: your mentee, every 2 weeks, next Tue 1 Dec 2026, 15:00" in seen(app)
        assert told(app).names() == ["Zoe"]
        await pilot.press("enter")
        await until(pilot, lambda: told(app).names() == ["Ben", "Zoe"])
        (checkin,) = told(app).named("Ben").all(Checkin)
        assert checkin.planned is not None
        assert f"{checkin.planned.day} {checkin.planned.time}" == "2026-12-01 15:00:00"


async def test_two_people_by_one_pasted_entry_are_one_deed() -> None:
    app = app_for(vault_of(person("Zoe")))
    async with at_home(app) as pilot:
        await pilot.press("n")
        await paste(pilot, TWO_LINES)
        await pilot.press("enter")
        await on_top(pilot, HomeScreen)
        assert told(app).names() == ["Amara", "Chiara", "Zoe"]
        assert told(app).named("Chiara").relationship.i_am == "mentee"
        assert app.heard[-1] == "2 people added: Amara and Chiara."
        await pilot.press("u")
        await until(pilot, lambda: told(app).names() == ["Zoe"])
        assert app.heard[-1] == "Undone: 2 people added: Amara and Chiara."
        await pilot.press("U")
        await until(pilot, lambda: told(app).names() == ["Amara", "Chiara", "Zoe"])


async def test_lines_can_be_typed_and_the_side_chosen_once() -> None:
    app = app_for(vault_of(person("Zoe")))
    async with at_home(app) as pilot:
        await pilot.press("n")
        await write(pilot, "Amara")
        await pilot.press("ctrl+j")
        await paste(pilot, "Dev (mentee)")
        await pilot.press("tab")
        assert isinstance(app.focused, Choice)
        await pilot.press("2")
        assert "Amara: your mentor" in seen(app)
        assert "Dev: your mentee" in seen(app)
        await pilot.press("enter")
        await on_top(pilot, HomeScreen)
        assert told(app).named("Amara").relationship.i_am == "mentee"
        assert told(app).named("Dev").relationship.i_am == "mentor"


async def test_nothing_is_saved_while_one_line_is_wrong() -> None:
    wrong = {
        "Amara\nBen every 0w": "line 2: ",
        "Amara\nzoe": 'line 2: "zoe" is here already',
        "Amara\n\n  amara ": 'line 3: "amara" stands in line 1 too',
        "Amara next 31 feb": "31 feb",
        "every 2w": "A name is missing",
    }
    app = app_for(vault_of(person("Zoe")))
    async with at_home(app) as pilot:
        await pilot.press("n")
        area = app.screen.query_one(TextArea)
        for lines, sentence in wrong.items():
            area.load_text(lines)
            await shows(pilot, sentence)
            await pilot.press("enter")
            await shows(pilot, "Nothing is saved yet.")
            assert area.text == lines
        assert told(app).names() == ["Zoe"]


async def test_a_blank_entry_is_refused_at_its_field() -> None:
    app = app_for(vault_of(person("Zoe")))
    async with at_home(app) as pilot:
        await pilot.press("n")
        for blank in ("", "   ", "\n\n"):
            await paste(pilot, blank)
            await pilot.press("enter")
            await shows(pilot, "Write a name first.")
        assert told(app).names() == ["Zoe"]


async def test_a_paste_of_100_kb_is_refused_whole_and_the_text_stays() -> None:
    app = app_for(vault_of(person("Zoe")))
    async with at_home(app) as pilot:
        await pilot.press("n")
        await write(pilot, "Amara")
        await paste(pilot, "x" * 100_000)
        assert app.screen.query_one(TextArea).text == "Amara"
        assert "With this paste the text would have 100,005 characters; 20,000 fit" in seen(app)
        await pilot.press("enter")
        await until(pilot, lambda: told(app).names() == ["Amara", "Zoe"])


async def test_a_name_of_201_characters_is_refused_with_a_sentence() -> None:
    app = app_for(vault_of(person("Zoe")))
    async with at_home(app) as pilot:
        await pilot.press("n")
        await paste(pilot, "x" * 201)
        assert "201 characters; 200 fit here" in seen(app)
        await pilot.press("enter")
        assert told(app).names() == ["Zoe"]


async def test_any_writing_is_a_name_and_is_shown_as_written() -> None:
    app = app_for(vault_of(person("Zoe")))
    async with at_home(app, (120, 36)) as pilot:
        await pilot.press("n")
        await paste(pilot, "\n".join(HOSTILE))
        assert f"→ {MARKUP}: your mentee" in seen(app)
        assert not any(control in seen(app) for control in FORBIDDEN)
        await pilot.press("enter")
        await until(pilot, lambda: len(told(app).names()) == 1 + len(HOSTILE))
        await on_top(pilot, HomeScreen)
        assert MARKUP in seen(app)
        assert not any(control in seen(app) for control in FORBIDDEN)


async def test_escape_keeps_the_words_and_n_brings_them_back() -> None:
    drafts = MemoryDrafts()
    vault = vault_of(person("Zoe"))
    app = app_for(vault, drafts=drafts)
    async with at_home(app) as pilot:
        await pilot.press("n")
        await write(pilot, "Amara eve")
        await pilot.press("escape")
        assert isinstance(app.screen, HomeScreen)
    again = app_for(vault, drafts=drafts)
    async with at_home(again) as pilot:
        await pilot.press("n")
        assert again.screen.query_one(TextArea).text == "Amara eve"
        assert "What you typed before is back." in seen(again)
        await write(pilot, "ry 2w")
        await pilot.press("enter")
        await until(pilot, lambda: "Amara" in told(again).names())
        assert drafts.keys() == ()


async def test_typing_says_when_the_draft_is_kept() -> None:
    app = app_for(vault_of(person("Zoe")))
    async with at_home(app) as pilot:
        await pilot.press("n")
        await write(pilot, "Amara")
        await shows(pilot, "draft kept")
        draft = told(app).drafts.read("new")
        assert draft is not None
        assert draft.fields["who"] == "Amara"


async def test_it_can_be_done_in_a_tiny_window() -> None:
    app = app_for(vault_of(person("Zoe")))
    async with at_home(app, (40, 10)) as pilot:
        await pilot.press("n")
        await paste(pilot, "Amara weekly")
        assert "Amara: your mentee, every week" in seen(app).replace("\n", " ")
        await pilot.press("enter")
        await until(pilot, lambda: "Amara" in told(app).names())


async def test_two_hundred_lines_are_read_and_saved_at_once() -> None:
    app = app_for(vault_of(person("Zoe")))
    async with at_home(app) as pilot:
        await pilot.press("n")
        await paste(pilot, "\n".join(f"Person {number} every 2w" for number in range(200)))
        await pilot.press("enter")
        await until(pilot, lambda: len(told(app).names()) == 201)
        assert "and 195 more" in app.heard[-1]


async def test_the_form_can_begin_with_the_other_side() -> None:
    app = app_for(vault_of(person("Zoe")))
    async with at_home(app) as pilot:
        app.push_screen(NewRelationships("mentee"))
        await pilot.pause()
        await write(pilot, "Chiara")
        assert "Chiara: your mentor" in seen(app)
