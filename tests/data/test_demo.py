"""The demo: six people and a year of records that look as a user's own would."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from coaching.due import due
from coaching.home import HomeView, home_view, passed_checkins
from coaching.hurdle.steps import PLAN, first_open
from coaching.moments import Wall
from coaching.overview import Overview
from coaching.record.base import Audience, Record
from coaching.record.checkin import Checkin, recent
from coaching.record.contact import SupportContact
from coaching.record.hurdle import Hurdle
from coaching.record.note import Note
from coaching.record.promise import Promise
from coaching.record.workbook import MINE, Workbook
from coaching.text import clean_long
from data.content_loader import ContentProblem, load_content
from data.demo import make_demo
from data.demo_story import STORY, load_story
from data.vault import FileVault

LONDON = "Europe/London"

HOME = """
Ben Lindqvist | mentee | 26 days ago | none yet | you owe: introduction to Priya, since 13 Nov
Amara Okafor | mentee | 14 days ago | today 15:00 | you try: a walk by the canal, until 8 Dec
Chiara Russo | mentor | 6 days ago | Thu 10:00 | you kept 4 of 4 promises
Dev Patel | mentee | 8 days ago | Fri 16:30 | owes you: spring plan
Efua Mensah | mentee | not yet | Mon 11:00 | new: too early to say
5 active, 1 paused
Today | 15:00 | Amara Okafor | spring goals
This week | Thu 26 10:00 | Chiara Russo | one thing I doubt
This week | Fri 27 16:30 | Dev Patel | regular
Next week | Mon 30 11:00 | Efua Mensah | first meeting
No date |  | Ben Lindqvist | not held 12 Nov
Ben Lindqvist | source done | repair | since Sat 21 Nov | find your words, about 3 minutes
"""


@dataclass(frozen=True)
class Demo:
    """A demo read back from its files."""

    now: datetime
    overview: Overview
    workbooks: tuple[Workbook, ...]
    mine: Workbook

    def all(self, kind: type[Any]) -> list[Any]:
        """Every record of a kind, of everyone."""
        return [record for workbook in self.workbooks for record in workbook.all(kind)]

    def of(self, name: str) -> Workbook:
        """The workbook about this person."""
        return next(book for book in self.workbooks if book.relationship.name == name)


def read_back(folder: Path) -> Demo:
    now = make_demo(folder)
    vault = FileVault.at(folder)
    overview = vault.overview()
    people = tuple(sorted(overview.people, key=lambda person: person.id))
    overview = replace(overview, people=people)
    workbooks = tuple(vault.open(person.id) for person in people)
    demo = Demo(now, overview, workbooks, vault.open(MINE))
    vault.close()
    return demo


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    return read_back(tmp_path_factory.mktemp("demo") / "records")


@pytest.fixture(scope="module")
def home(demo: Demo) -> HomeView:
    return home_view(demo.overview, demo.now, LONDON)


def rows(home: HomeView) -> Iterator[str]:
    for person in home.relationships:
        facts = (person.who, person.your, person.last_met, person.next_one, person.worth_knowing)
        yield " | ".join(facts)
    yield f"{home.active} active, {home.paused} paused"
    for checkin in home.checkins:
        yield f"{checkin.group} | {checkin.when} | {checkin.who} | {checkin.about}"
    for hurdle in home.hurdles:
        done = f"{', '.join(hurdle.done)} done"
        yield " | ".join((hurdle.who, done, hurdle.step, f"since {hurdle.since}", hurdle.next_one))


def texts(record: Record) -> Iterator[str]:
    for name, value in record:
        if isinstance(value, str) and name != "id":
            yield value


def test_the_demo_has_its_own_now(demo: Demo) -> None:
    assert demo.now.isoformat() == "2026-11-24T09:14:00+00:00"
    assert getattr(demo.now.tzinfo, "key", "") == LONDON


def test_home_shows_the_people_of_the_story(home: HomeView) -> None:
    assert list(rows(home)) == HOME.strip().splitlines()


def test_home_opens_with_the_promise_to_ben(home: HomeView) -> None:
    assert home.step is not None
    assert home.step.sentence == "You promised Ben Lindqvist for Fri 13 Nov: introduction to Priya"


def test_home_has_something_good_to_say(home: HomeView) -> None:
    assert "You kept 4 of 4 to Chiara Russo." in home.good_lately


def test_there_is_something_overdue_something_today_and_something_to_come(demo: Demo) -> None:
    found = due(demo.overview, demo.now, timedelta(days=14))
    assert {item.state for item in found} == {"overdue", "today", "upcoming"}
    assert {item.kind for item in found} == {"check-in", "promise", "hurdle"}


def test_nothing_is_waiting_to_be_logged(demo: Demo) -> None:
    assert passed_checkins(demo.overview, demo.now) == []


def test_nothing_in_the_record_happened_after_now(demo: Demo) -> None:
    today = demo.now.date()
    for checkin in demo.all(Checkin):
        if checkin.held is not None:
            assert checkin.held.day <= today
            assert checkin.held.at is None or checkin.held.at <= demo.now
    days = [note.about for note in demo.all(Note)]
    days += [promise.made for promise in demo.all(Promise)]
    days += [promise.settled for promise in demo.all(Promise) if promise.settled]
    days += [hurdle.opened for hurdle in demo.all(Hurdle)]
    days += [contact.checked for contact in demo.mine.all(SupportContact)]
    assert max(days) <= today


def test_the_year_has_every_outcome_by_either_side(demo: Demo) -> None:
    outcomes = {(checkin.outcome, checkin.by) for checkin in demo.all(Checkin)}
    assert {"planned", "held", "moved", "missed", "cancelled", "unknown"} == {
        outcome for outcome, _ in outcomes
    }
    for outcome in ("moved", "missed", "cancelled"):
        assert {(outcome, "me"), (outcome, "them")} <= outcomes


def test_the_last_two_meetings_with_ben_were_cancelled_by_the_user(demo: Demo) -> None:
    latest = recent(demo.of("Ben Lindqvist").all(Checkin), 2)
    assert [(one.outcome, one.by) for one in latest] == [("cancelled", "me"), ("cancelled", "me")]


def test_promises_go_both_ways_and_end_in_different_ways(demo: Demo) -> None:
    promises = demo.all(Promise)
    assert {promise.whose for promise in promises if promise.state == "open"} == {"me", "them"}
    for whose in ("me", "them"):
        of_side = [promise for promise in promises if promise.whose == whose]
        assert {"open", "kept", "dropped"} == {promise.state for promise in of_side}
        assert any(promise.kept_late_days for promise in of_side)
        assert any(new.in_good_faith for promise in of_side for new in promise.new_dates)


def test_one_hurdle_stands_where_words_are_looked_for(demo: Demo) -> None:
    (hurdle,) = demo.of("Ben Lindqvist").all(Hurdle)
    assert hurdle.closest == "broken_promises"
    assert first_open(hurdle) == "words"


def test_one_hurdle_was_worked_through_to_the_end(demo: Demo) -> None:
    dev = demo.of("Dev Patel")
    (hurdle,) = dev.all(Hurdle)
    assert (hurdle.closest, hurdle.ending) == ("miscommunication", "settled")
    assert first_open(hurdle) == PLAN
    assert hurdle.learned
    assert hurdle.promise
    assert dev.get(Promise, hurdle.promise).state == "kept"
    assert hurdle.checkin
    assert dev.get(Checkin, hurdle.checkin).outcome == "held"


def test_why_someone_paused_stands_only_in_a_note_for_the_user_alone(demo: Demo) -> None:
    yuki = demo.of("Yuki Tanaka")
    assert yuki.relationship.state == "paused"
    assert len(yuki.all(Checkin)) > 5
    told = {note.audience for note in yuki.all(Note) if re.search(r"parental|baby", note.text)}
    assert told == {Audience.ONLY_ME}


def test_notes_are_of_both_kinds_and_in_several_scripts(demo: Demo) -> None:
    notes = demo.all(Note)
    assert {note.audience for note in notes} == set(Audience)
    written = " ".join(note.text for note in notes)
    assert all(word in written for word in ("Göteborg", "daalụ", "કેમ છો", "Ɛte sɛn?", "田中"))


def test_people_live_in_several_zones_and_meet_at_the_same_wall_time_all_year(demo: Demo) -> None:
    assert len({person.zone for person in demo.overview.people}) == 6
    checkins = demo.of("Amara Okafor").all(Checkin)
    walls: list[Wall] = [one.planned for one in checkins if one.planned]
    assert {(wall.zone, f"{wall.time:%H:%M}") for wall in walls} == {("Africa/Lagos", "16:00")}
    assert {f"{wall.in_zone(LONDON).time:%H:%M}" for wall in walls} == {"15:00", "16:00"}


def test_every_text_is_kept_as_it_was_written(demo: Demo) -> None:
    kept = [text for record in every_record(demo) for text in texts(record)]
    assert all(clean_long(text) == text for text in kept)
    story = load_story()
    written = [note.text for person in story.people for note in person.notes]
    written += [promise.what for person in story.people for promise in person.promises]
    assert set(written) <= set(kept)


def test_support_contacts_have_no_telephone_numbers(demo: Demo) -> None:
    contacts = demo.mine.all(SupportContact)
    assert len(contacts) == 3
    assert not any(re.search(r"\d{3}", contact.reach + contact.hours) for contact in contacts)


def test_what_the_story_names_is_in_the_shipped_content(demo: Demo) -> None:
    content = load_content()
    hurdles = demo.all(Hurdle)
    kinds = {kind.id for kind in content.support.kinds}
    assert {contact.kind for contact in demo.mine.all(SupportContact)} <= kinds
    assert {hurdle.who for hurdle in hurdles if hurdle.who} <= kinds
    assert {hurdle.area for hurdle in hurdles} <= {area.id for area in content.decision_path.areas}
    assert {hurdle.closest for hurdle in hurdles} <= {known.id for known in content.hurdles}


def test_every_demo_is_the_same(demo: Demo, tmp_path: Path) -> None:
    assert read_back(tmp_path / "again") == demo


def test_every_id_is_used_once(demo: Demo) -> None:
    ids = [record.id for record in every_record(demo)]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("pronouns: he/him", "pronoun: he/him", "12:5: people[0].pronoun: is not a field here"),
        ("    since: 2025-11-20\n", "", "9:5: people[0].since: is missing"),
        ("since: 2025-11-20", "since: 2025-11-31", "11:5: people[0].since: "),
        ("    i_am: mentor\n", "    i_am: mentor\n" * 2, "stands twice"),
        ("every: every 2 weeks", "every: now and then", "16:5: people[0].every: "),
        ("outcome: moved, by: them, to: 2026-02-23", "outcome: moved", "only a moved check-in"),
        ("on: 2026-01-22, topic", "on: 2025-11-27, topic", "two check-ins on 2025-11-27"),
        ("kept: 2025-12-03", "kept: 2025-11-03", "its days are not in order"),
    ],
)
def test_a_mistake_in_the_story_is_told_with_its_place(
    tmp_path: Path, old: str, new: str, told: str
) -> None:
    story = tmp_path / "demo.yaml"
    story.write_text(STORY.read_text("utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ContentProblem) as caught:
        load_story(story)
    assert any(line.startswith("demo.yaml:") and told in line for line in caught.value.problems)


def every_record(demo: Demo) -> Iterator[Record]:
    for workbook in (*demo.workbooks, demo.mine):
        for table in workbook.tables.values():
            yield from table.values()
