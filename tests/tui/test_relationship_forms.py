"""Changing a person's details, deleting them, notes, and correcting a check-in that is over."""

from datetime import date, timedelta

from textual.widgets import Input, TextArea

from coaching.moments import Every, Moment
from coaching.record.base import Audience
from coaching.record.checkin import Checkin
from coaching.record.note import Note
from coaching.record.workbook import Workbook
from coaching.verbs import notes
from data.memory_vault import MemoryDrafts
from tests.tui.app_for import (
    NOW,
    ZONE,
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
)
from tests.tui.hostile_texts import FORBIDDEN, MARKUP, MIXED
from tui.agreement.ties import TiesForm
from tui.home.screen import HomeScreen
from tui.relationship.correct import CorrectCheckin
from tui.relationship.delete import DeleteRelationship
from tui.relationship.edit import EditRelationship
from tui.relationship.note import NoteForm
from tui.relationship.screen import RelationshipScreen
from tui.widgets.ask import Ask
from tui.widgets.choice import Choice

BEN = "Ben Lindqvist"
TODAY = NOW.date()


def fill(app: HeardApp, field: str, text: str) -> None:
    app.screen.query_one(f"#field-{field} Input", Input).value = text


def ben_now(app: HeardApp) -> Workbook:
    return told(app).named(BEN)


async def test_delete_asks_for_the_name_and_u_brings_everything_back() -> None:
    ben = person(BEN, next_one="fri 3pm")
    app = app_for(vault_of(ben, person("Zoe", next_one="+3w")))
    async with at_home(app) as pilot:
        await pilot.press("1", "enter", "D")
        assert isinstance(app.screen, DeleteRelationship)
        assert "u brings everything" in seen(app)
        for wrong in ("", "Ben", "Zoe", MARKUP):
            fill(app, "name", wrong)
            await pilot.press("enter")
            await until(pilot, lambda: "! That is not the name" in seen(app))
        assert BEN in told(app).names()
        fill(app, "name", "  ben LINDQVIST ")
        await pilot.press("enter")
        await on_top(pilot, HomeScreen)
        assert told(app).names() == ["Zoe"]
        assert app.heard[-1] == "Ben Lindqvist: deleted."
        await pilot.press("u")
        await until(pilot, lambda: told(app).names() == [BEN, "Zoe"])
        assert ben_now(app) == ben
        await pilot.press("U")
        await until(pilot, lambda: told(app).names() == ["Zoe"])


async def test_every_detail_can_be_changed_and_undone_as_one() -> None:
    app = app_for(vault_of(person(BEN)))
    async with at_home(app, (80, 40)) as pilot:
        await pilot.press("1", "enter", "e")
        assert isinstance(app.screen, EditRelationship)
        for field, text in {
            "pronouns": "he/him",
            "since": "3 mar 2025",
            "every": "monthly",
            "longest_days": "45",
            "channel": "video call",
            "zone": "Asia/Tokyo",
        }.items():
            fill(app, field, text)
        app.screen.query_one("#phase", Choice).value = "growing"
        app.screen.query_one("#i-am", Choice).value = "mentee"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: ben_now(app).relationship.phase == "growing")
        one = ben_now(app).relationship
        assert one.pronouns == "he/him"
        assert one.since == date(2025, 3, 3)
        assert one.rhythm is not None
        assert one.rhythm.every == Every(1, "month")
        assert one.rhythm.longest_days == 45
        assert (one.channel, one.zone, one.i_am) == ("video call", "Asia/Tokyo", "mentee")
        await shows(pilot, "your mentor (he/him)")
        await pilot.press("u")
        await until(pilot, lambda: ben_now(app).relationship.phase == "starting")
        assert ben_now(app).relationship.zone == ZONE


async def test_what_is_wrong_is_said_beside_its_field_and_nothing_is_saved() -> None:
    app = app_for(vault_of(person(BEN), person("Zoe")))
    async with at_home(app, (80, 40)) as pilot:
        await pilot.press("1", "enter", "e")
        before = ben_now(app)
        for field, wrong, right, sentence in (
            ("name", " ", BEN, "A name is needed here."),
            ("name", "zoe", BEN, '"zoe" is here already.'),
            ("name", "x" * 201, BEN, "201 characters"),
            ("since", "", "today", "Write the day it began"),
            ("since", "1 jan 2030", "today", "is still to come"),
            ("every", "now and then", "weekly", "is not a rhythm"),
            ("longest_days", "3", "20", "shorter than the rhythm (every week)"),
            ("longest_days", "many", "20", "Write a number of days"),
            ("zone", "Atlantis/Capital", ZONE, "There is no time zone"),
        ):
            fill(app, field, wrong)
            await pilot.press("ctrl+s")
            await shows(pilot, sentence)
            assert isinstance(app.screen, EditRelationship)
            assert app.focused is app.screen.query_one(f"#field-{field} Input")
            fill(app, field, right)
        assert ben_now(app) == before
        await pilot.press("ctrl+s")
        await until(pilot, lambda: ben_now(app).relationship.rhythm is not None)


async def test_the_longest_gap_follows_a_new_rhythm_unless_it_was_set() -> None:
    app = app_for(vault_of(person(BEN)))
    async with at_home(app) as pilot:
        await pilot.press("1", "enter", "e")
        fill(app, "every", "monthly")
        await pilot.press("ctrl+s")
        await on_top(pilot, RelationshipScreen)
        rhythm = ben_now(app).relationship.rhythm
        assert rhythm is not None
        assert rhythm.longest_days == 60


async def test_a_form_left_as_it_was_keeps_no_draft() -> None:
    vault, drafts = vault_of(person(BEN)), MemoryDrafts()
    app = app_for(vault, drafts=drafts)
    async with at_home(app) as pilot:
        await pilot.press("1", "enter", "e", "escape")
        assert drafts.keys() == ()
        await pilot.press("e")
        await paste(pilot, " Berg")
        await pilot.press("escape")
        assert len(drafts.keys()) == 1
        await pilot.press("e")
        await shows(pilot, "What you typed before is back.")
        assert app.screen.query_one("#field-name Input", Input).value == f"{BEN} Berg"


async def test_a_note_is_only_for_me_unless_i_say_so() -> None:
    app = app_for(vault_of(person(BEN)))
    async with at_home(app) as pilot:
        await pilot.press("1", "enter", "t")
        assert isinstance(app.screen, NoteForm)
        assert "Nobody but you" in seen(app)
        await pilot.press("ctrl+s")
        await shows(pilot, "! The note is empty")
        await paste(pilot, "first line\nsecond line")
        fill(app, "about", "yesterday")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: ben_now(app).all(Note))
        (note,) = ben_now(app).all(Note)
        assert note.text == "first line\nsecond line"
        assert note.about == TODAY - timedelta(days=1)
        assert note.audience == Audience.ONLY_ME
        await on_top(pilot, TiesForm)
        await pilot.press("enter")
        await on_top(pilot, RelationshipScreen)
        await pilot.press("1")
        await shows(pilot, "Note: first line")
        await pilot.press("enter")
        await on_top(pilot, NoteForm)
        app.screen.query_one("#audience", Choice).value = Audience.US_TWO
        await shows(pilot, "May go on a page you make")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: ben_now(app).all(Note)[0].audience == Audience.US_TWO)
        await pilot.press("u")
        await until(pilot, lambda: ben_now(app).all(Note)[0].audience == Audience.ONLY_ME)


async def test_a_note_is_deleted_after_one_question_and_comes_back_with_u() -> None:
    ben = notes.write(
        person(BEN), note_id="n", text="plain", about=TODAY, audience=Audience.ONLY_ME
    ).workbook
    app = app_for(vault_of(ben))
    async with at_home(app) as pilot:
        await pilot.press("1", "enter", "1", "enter", "ctrl+r")
        assert isinstance(app.screen, Ask)
        await pilot.press("escape")
        assert isinstance(app.screen, NoteForm)
        await pilot.press("ctrl+r", "y")
        await on_top(pilot, RelationshipScreen)
        assert ben_now(app).all(Note) == ()
        await pilot.press("u")
        await until(pilot, lambda: [note.text for note in ben_now(app).all(Note)] == ["plain"])


async def test_a_long_note_is_kept_and_a_too_long_paste_refused_whole() -> None:
    app = app_for(vault_of(person(BEN)))
    async with at_home(app) as pilot:
        await pilot.press("1", "enter", "t")
        area = app.screen.query_one(TextArea)
        await paste(pilot, f"{MIXED}\n" + "word " * 20_000)
        length = len(area.text)
        assert length > 100_000
        await paste(pilot, "x" * 200_000)
        assert len(area.text) == length
        await shows(pilot, "300,1")
        assert not any(control in area.text for control in FORBIDDEN)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: ben_now(app).all(Note))
        await on_top(pilot, TiesForm)
        await pilot.press("enter")
        await on_top(pilot, RelationshipScreen)
        await pilot.press("1")
        await shows(pilot, MARKUP[:20])
        assert not any(control in seen(app) for control in FORBIDDEN)


async def test_a_note_half_written_comes_back() -> None:
    vault, drafts = vault_of(person(BEN)), MemoryDrafts()
    app = app_for(vault, drafts=drafts)
    async with at_home(app) as pilot:
        await pilot.press("1", "enter", "t")
        await paste(pilot, "half a thought")
        await shows(pilot, "draft kept")
    again = app_for(vault, drafts=drafts)
    async with at_home(again) as pilot:
        await pilot.press("1", "enter", "t")
        assert again.screen.query_one(TextArea).text == "half a thought"


def with_held(outcome: str = "held") -> Workbook:
    day = Moment.on(TODAY - timedelta(days=10), ZONE)
    return person(BEN).put(
        Checkin.model_validate(
            {
                "id": "c",
                "planned": day.wall(),
                "outcome": outcome,
                "held": day if outcome == "held" else None,
            }
        )
    )


async def corrected(app: HeardApp, *keys: str) -> Checkin:
    async with at_home(app) as pilot:
        await pilot.press("1", "enter", "1", "enter")
        await on_top(pilot, CorrectCheckin)
        app.screen.query_one("#outcome", Choice).focus()
        await pilot.press(*keys, "ctrl+s")
        await on_top(pilot, RelationshipScreen)
        return ben_now(app).get(Checkin, "c")


async def test_what_was_recorded_of_a_check_in_can_be_corrected() -> None:
    missed = await corrected(app_for(vault_of(with_held())), "3", "tab", "2")
    assert (missed.outcome, missed.by, missed.held) == ("missed", "them", None)
    held = await corrected(app_for(vault_of(with_held("missed"))), "1")
    assert held.outcome == "held"
    assert held.held is not None
    assert held.held.day == TODAY - timedelta(days=10)
    unknown = await corrected(app_for(vault_of(with_held("cancelled"))), "5")
    assert unknown.outcome == "unknown"
    untouched = app_for(vault_of(with_held()))
    assert (await corrected(untouched)).outcome == "held"
    assert untouched.heard == []


async def test_a_correction_cannot_hold_a_check_in_in_the_future() -> None:
    app = app_for(vault_of(with_held("missed")))
    async with at_home(app) as pilot:
        await pilot.press("1", "enter", "1", "enter")
        app.screen.query_one("#outcome", Choice).value = "held"
        fill(app, "when", "tomorrow")
        await pilot.press("ctrl+s")
        await shows(pilot, "! ")
        assert ben_now(app).get(Checkin, "c").outcome == "missed"
