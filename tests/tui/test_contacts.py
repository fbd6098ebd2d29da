"""Support contacts: added, changed, checked now and then, deleted; the user's own and no one's."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from textual.pilot import Pilot

from coaching.record.contact import SupportContact
from coaching.record.workbook import MINE
from coaching.verbs import contacts
from data.clock import FixedClock
from data.memory_vault import MemoryDrafts, MemoryVault
from data.vault import FileVault
from tests.tui.app_for import (
    NOW,
    HeardApp,
    app_for,
    at_home,
    paste,
    person,
    seen,
    shared_content,
    told,
    until,
    vault_of,
)
from tests.tui.hostile_texts import FORBIDDEN, HOSTILE
from tui.guide.contact_form import ContactForm, KindPicker
from tui.guide.contacts import ContactsScreen
from tui.setup.first_start import FirstStart
from tui.widgets.ask import Ask

KINDS = shared_content().support.kinds


def kept(app: HeardApp) -> list[SupportContact]:
    """The contacts as a fresh start would find them."""
    return list(told(app).coach().open(MINE).all(SupportContact))


def with_contact(name: str = "Ana Petrova", **fields: str) -> MemoryVault:
    """Records with Zoe, and one contact checked today."""
    vault = vault_of(person("Zoe"))
    contact = SupportContact(id="c1", name=name, kind="ombuds", checked=NOW.date(), **fields)
    vault.change(MINE, partial(contacts.keep, contact=contact))
    return vault


@asynccontextmanager
async def at_contacts(
    app: HeardApp, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[Pilot[None], ContactsScreen]]:
    """Run the app until the contacts are read."""
    async with at_home(app, size) as pilot:
        await pilot.press("s")
        await until(pilot, lambda: isinstance(app.screen, ContactsScreen) and app.screen.guide)
        assert isinstance(app.screen, ContactsScreen)
        yield pilot, app.screen


async def open_form(pilot: Pilot[None], screen: ContactsScreen, key: str) -> ContactForm:
    """Press a key that opens the form."""
    await pilot.press(key)
    await until(pilot, lambda: isinstance(screen.app.screen, ContactForm))
    form = screen.app.screen
    assert isinstance(form, ContactForm)
    return form


async def test_an_empty_list_teaches_the_key_and_names_the_usual_kinds() -> None:
    app = app_for(vault_of(person("Zoe")))
    async with at_contacts(app):
        shown = seen(app)
        assert "Nobody yet. n adds someone outside" in shown
        for kind in KINDS:
            assert kind.name in shown
        assert "d delete" not in shown


async def test_a_contact_is_added_by_keys_alone() -> None:
    app = app_for(vault_of(person("Zoe")))
    async with at_contacts(app) as (pilot, screen):
        await open_form(pilot, screen, "n")
        await paste(pilot, "Ana Petrova")
        await pilot.press("enter", "enter")
        await until(pilot, lambda: isinstance(app.screen, KindPicker))
        await pilot.press("down", "down", "enter")
        await until(pilot, lambda: isinstance(app.screen, ContactForm))
        assert "a neutral adviser (ombuds" in seen(app)
        await paste(pilot, "ombuds@example.org")
        await pilot.press("enter")
        await paste(pilot, "mornings")
        await pilot.press("enter", "enter")
        await until(pilot, lambda: isinstance(app.screen, ContactsScreen))
        (contact,) = kept(app)
        assert contact == SupportContact(
            id=contact.id,
            name="Ana Petrova",
            kind="ombuds",
            reach="ombuds@example.org",
            hours="mornings",
            checked=NOW.date(),
        )
        assert app.heard[-1] == "Support contact kept: Ana Petrova."
        assert "ombuds@example.org, mornings" in seen(app)


async def test_a_kind_says_where_to_look_and_what_is_usually_passed_on() -> None:
    app = app_for(with_contact())
    async with at_contacts(app) as (pilot, screen):
        form = await open_form(pilot, screen, "e")
        words = " ".join(seen(app).split())
        assert "Acts for: A fair process; neither side." in words
        assert "search for “name of your university, ombuds”" in words
        assert form.field("must_report").under.startswith("Usual; ask them: Usually confidential")
        assert "only me: none of this goes on a page" in words


@pytest.mark.parametrize("blank", ["", " \u200b "])
async def test_a_contact_needs_a_name(blank: str) -> None:
    app = app_for(vault_of(person("Zoe")))
    async with at_contacts(app) as (pilot, screen):
        await open_form(pilot, screen, "n")
        await paste(pilot, blank)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "Write a name, or what the office is called." in seen(app))
        assert kept(app) == []


async def test_a_contact_needs_a_kind_and_the_error_stands_there() -> None:
    app = app_for(vault_of(person("Zoe")))
    async with at_contacts(app) as (pilot, screen):
        form = await open_form(pilot, screen, "n")
        await paste(pilot, "Ana")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "Choose the kind that comes closest" in seen(app))
        assert form.field("name").text == "Ana"
        await pilot.press("enter", "enter", "ctrl+s")
        await until(pilot, lambda: len(kept(app)) == 1)
        assert kept(app)[0].kind == KINDS[0].id


async def test_what_is_typed_and_chosen_comes_back_after_escape() -> None:
    drafts = MemoryDrafts()
    app = app_for(vault_of(person("Zoe")), drafts=drafts)
    async with at_contacts(app) as (pilot, screen):
        await open_form(pilot, screen, "n")
        await paste(pilot, "Ana")
        await pilot.press("enter", "enter", "down", "enter", "escape")
        await until(pilot, lambda: isinstance(app.screen, ContactsScreen))
        assert kept(app) == []
        form = await open_form(pilot, screen, "n")
        await until(pilot, lambda: form.field("name").text == "Ana")
        assert form.field("kind").text == KINDS[1].id
        await pilot.press("ctrl+s")
        await until(pilot, lambda: len(kept(app)) == 1)
        assert drafts.keys() == ()


async def test_a_change_keeps_the_rest_and_can_be_taken_back() -> None:
    app = app_for(with_contact(hours="mornings"))
    async with at_contacts(app) as (pilot, screen):
        await open_form(pilot, screen, "enter")
        await pilot.press("end")
        await paste(pilot, " and office")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, ContactsScreen))
        (contact,) = kept(app)
        assert (contact.name, contact.hours) == ("Ana Petrova and office", "mornings")
        await pilot.press("u")
        await until(pilot, lambda: kept(app)[0].name == "Ana Petrova")
        await until(pilot, lambda: "and office" not in seen(app).splitlines()[3])


@pytest.mark.parametrize(("days", "asks"), [(180, False), (181, True)])
async def test_half_a_year_later_it_asks_whether_it_is_still_true(days: int, asks: bool) -> None:
    app = app_for(with_contact(), NOW + timedelta(days=days))
    async with at_contacts(app) as (pilot, _):
        assert (f"Checked {days} days ago: still true?" in seen(app)) is asks
        assert f"{days} days ago" in seen(app)
        await pilot.press("t")
        await until(pilot, lambda: kept(app)[0].checked == (NOW + timedelta(days=days)).date())
        await until(pilot, lambda: "still true?" not in seen(app))


async def test_the_days_go_on_while_the_screen_is_open() -> None:
    app = app_for(with_contact())
    async with at_contacts(app) as (pilot, _):
        clock = app.world.clock
        assert isinstance(clock, FixedClock)
        clock.moment = NOW + timedelta(days=3)
        app.time_changed.publish(app.now)
        await until(pilot, lambda: "3 days ago" in seen(app))


async def test_delete_asks_first_and_undo_brings_it_back() -> None:
    app = app_for(with_contact())
    async with at_contacts(app) as (pilot, _):
        await pilot.press("d")
        await until(pilot, lambda: isinstance(app.screen, Ask))
        assert "Delete Ana Petrova?" in seen(app)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, ContactsScreen))
        assert len(kept(app)) == 1
        await pilot.press("d")
        await until(pilot, lambda: isinstance(app.screen, Ask))
        await pilot.press("y")
        await until(pilot, lambda: kept(app) == [])
        await until(pilot, lambda: "Nobody yet." in seen(app))
        await pilot.press("u")
        await until(pilot, lambda: len(kept(app)) == 1)


async def test_any_text_is_shown_as_it_is() -> None:
    vault = vault_of(person("Zoe"))
    for number, text in enumerate(HOSTILE):
        one = SupportContact(
            id=f"c{number}", name=text, kind=text, reach=text, must_report=text, checked=NOW.date()
        )
        vault.change(MINE, partial(contacts.keep, contact=one))
    app = app_for(vault)
    async with at_contacts(app, (120, 36)) as (pilot, screen):
        assert not any(mark in seen(app) for mark in FORBIDDEN)
        for one in kept(app):
            assert one.name[:20] in seen(app)
        screen.rows.go_to("c0")
        await pilot.press("d")
        await until(pilot, lambda: isinstance(app.screen, Ask))
        assert f"Delete {HOSTILE[0]}?" in seen(app)
        await pilot.press("escape")
        form = await open_form(pilot, screen, "e")
        assert form.field("name").text == HOSTILE[0]
        assert not any(mark in seen(app) for mark in FORBIDDEN)


async def test_what_another_window_keeps_appears() -> None:
    vault = with_contact()
    app = app_for(vault)
    async with at_contacts(app) as (pilot, _):
        other = SupportContact(id="c2", name="Office", kind="hr", checked=NOW.date())
        vault.change(MINE, partial(contacts.keep, contact=other))
        await app.refresh_facts()
        await until(pilot, lambda: "Office" in seen(app))


async def test_a_contact_can_be_kept_before_there_is_anyone(tmp_path: Path) -> None:
    vault = FileVault.at(tmp_path / "vault")
    app = app_for(vault)
    async with app.run_test() as pilot:
        await until(pilot, lambda: isinstance(app.screen, FirstStart) and app.focused)
        await pilot.press("escape", "s")
        await until(pilot, lambda: isinstance(app.screen, ContactsScreen) and app.screen.guide)
        screen = app.screen
        assert isinstance(screen, ContactsScreen)
        await open_form(pilot, screen, "n")
        await paste(pilot, "Ana")
        await pilot.press("enter", "enter", "enter", "ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, ContactsScreen))
        assert [one.name for one in vault.open(MINE).all(SupportContact)] == ["Ana"]


async def test_the_form_on_records_that_are_not_kept_leaves_no_trace() -> None:
    drafts = MemoryDrafts()
    app = app_for(vault_of(person("Zoe")), drafts=drafts)
    async with at_home(app) as pilot:
        alone = app.world.make_alone()
        app.push_screen(ContactForm(KINDS, kind="hr", coach=alone))
        await until(pilot, lambda: isinstance(app.screen, ContactForm))
        await paste(pilot, "Office")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: not isinstance(app.screen, ContactForm))
        assert [one.name for one in alone.open(MINE).all(SupportContact)] == ["Office"]
        assert kept(app) == []
        assert drafts.keys() == ()


@pytest.mark.parametrize("size", [(40, 10), (200, 60)])
async def test_it_works_in_small_and_large_windows(size: tuple[int, int]) -> None:
    app = app_for(with_contact())
    async with at_contacts(app, size) as (pilot, screen):
        assert "Ana Petrova" in seen(app)
        await open_form(pilot, screen, "n")
        await paste(pilot, "Office")
        await pilot.press("enter", "enter", "enter", "ctrl+s")
        await until(pilot, lambda: len(kept(app)) == 2)
