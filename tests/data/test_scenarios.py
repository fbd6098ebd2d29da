"""The fourteen shipped cases: playable to every ending, gentle, and true to their own dates."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import cache

import pytest
from pydantic import BaseModel

from coaching.record.checkin import Checkin
from coaching.record.promise import Promise
from coaching.scenario.doubts import script_doubts
from coaching.scenario.layout import wrapped
from coaching.scenario.play import Play
from coaching.scenario.script import FORMATS, Minutes, Scene
from coaching.scenario.sheet import facilitator_sheet
from coaching.scenario.transcript import transcript
from coaching.scenario.walks import Way, ways
from data.content_loader import load_content
from data.demo import counted_ids, fill, workbook_of
from data.memory_vault import MemoryVault
from data.scenario_loader import NEW_SCENARIO, SCENARIOS, Case, ScenarioLibrary
from tests.data.test_content import FORBIDDEN, LABELS, PHONE_NUMBER

IDS = sorted(path.stem for path in SCENARIOS.glob("*.yaml"))
OUTLINES = {
    "sc01_the_maybe": ("mentee", "miscommunication"),
    "sc02_two_maps": ("both", "missed_expectations"),
    "sc03_third_reschedule": ("mentee", "broken_promises"),
    "sc04_quiet_mentee": ("mentor", "absence_distancing"),
    "sc05_corridor": ("mentor", "confidentiality_breach"),
    "sc06_red_ink": ("mentee", "harsh_feedback"),
    "sc07_all_good": ("mentee", "missing_feedback"),
    "sc08_my_way": ("mentor", "overcontrol"),
    "sc09_midnight": ("mentor", "boundary_crossing"),
    "sc10_second_author": ("mentee", "self_interest"),
    "sc11_sent_it": ("mentee", "dishonesty"),
    "sc12_names_and_hats": ("both", "role_conflict"),
    "sc13_wrong_room": ("mentee", "boundary_crossing"),
    "sc14_the_note": ("mentor", "not_yet_built"),
}
NEVER_PLAYED = {"sc13_wrong_room", "sc14_the_note"}
BEGAN = datetime(2026, 11, 24, 14, 0, tzinfo=UTC)
DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
DATED = re.compile(rf"\b(?P<name>{DAYS}) (?P<day>\d{{1,2}}) (?P<month>{MONTHS})\b")
MEANS_AND_DETAILS = re.compile(
    r"\b(pills?|overdos\w+|knife|blade|rope|hang(ed|s) (him|her|them)sel|kill\w*|suicid\w*"
    r"|rap(e|ed|ist)|grop\w+|naked|undress\w*|kiss\w*)\b",
    re.IGNORECASE,
)
TALK_OF_THE_TWO = re.compile(r"\b(joint talk|apolog\w+|mediat\w+|talk it out)\b", re.IGNORECASE)


@cache
def library() -> ScenarioLibrary:
    return ScenarioLibrary()


@cache
def case(case_id: str) -> Case:
    return library().find(case_id)


@cache
def all_ways(case_id: str) -> tuple[Way, ...]:
    return tuple(ways(case(case_id)))


def texts(value: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Every text below a value with the place it stands at."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, tuple):
        for place, item in enumerate(value):
            yield from texts(item, f"{path}[{place}]")
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from texts(getattr(value, name), f"{path}.{name}")


def played(one: Case, way: Way, minutes: Minutes = 25) -> Play:
    """The whole way played page by page as a facilitator would, with everyone voting for it."""
    run = Play.begin(one, library().house(), minutes=minutes, at=BEGAN)
    for number, wanted in enumerate(way.choices):
        now = BEGAN + timedelta(minutes=3 * number)
        while not (run.page.kind == "question" and run.page.decision == number):
            assert run.next_page is not None, run.page
            run = run.forward()
        run = run.vote(wanted, 12, now).reveal(now)
        assert [choice.id for choice in run.leading()] == [wanted]
        run = run.choose(wanted, "group", now)
    while run.next_page is not None:
        run = run.forward()
    return run


def test_there_is_a_case_for_each_outline() -> None:
    assert {one: (case(one).view, case(one).hurdle) for one in IDS} == OUTLINES
    assert [one.id for one in library().shipped()] == list(OUTLINES)


def test_no_sentence_of_a_case_is_cut_at_a_comma() -> None:
    assert [(one, found) for one in IDS for found in script_doubts(case(one))] == []


def test_together_they_speak_of_every_hurdle_and_every_strategy() -> None:
    spoken_of = {one for name in IDS for one in (case(name).hurdle, *case(name).secondary)}
    assert spoken_of == {hurdle.id for hurdle in load_content().hurdles}
    assert len({strategy for name in IDS for strategy in case(name).strategies}) == 10


@pytest.mark.parametrize("case_id", IDS)
def test_every_scene_is_reached_and_every_ending_is_played(case_id: str) -> None:
    one = case(case_id)
    met: dict[str, Way] = {}
    for way in all_ways(case_id):
        for scene in way.scenes:
            met.setdefault(scene, way)
    assert set(met) == {scene.id for scene in one.scenes}
    assert len(one.endings) >= 3
    for ending in one.endings:
        run = played(one, met[ending.id])
        assert run.at_end
        assert ending.ending is not None
        assert ending.ending in transcript(run)


@pytest.mark.parametrize("case_id", IDS)
def test_every_choice_and_every_conditional_page_is_met(case_id: str) -> None:
    one = case(case_id)
    chosen = {choice for way in all_ways(case_id) for choice in way.choices}
    assert chosen == {choice.id for scene in one.scenes for choice in scene.choices}
    for scene in one.scenes:
        for also in scene.also:
            assert any(
                also.when.holds(way.choices[: _taken_before(one, way, scene)])
                for way in all_ways(case_id)
                if scene.id in way.scenes
            ), (scene.id, also.text)


def _taken_before(one: Case, way: Way, scene: Scene) -> int:
    before = way.scenes[: way.scenes.index(scene.id)]
    return sum(1 for name in before if one.scene(name).choices)


@pytest.mark.parametrize("case_id", IDS)
def test_it_carries_twenty_five_minutes_on_every_way(case_id: str) -> None:
    one = case(case_id)
    assert one.minutes == 25
    for way in all_ways(case_id):
        assert len(way.choices) >= 2, way
    longest = max(all_ways(case_id), key=lambda way: len(way.choices))
    assert len(longest.choices) >= 3
    for minutes in FORMATS:
        assert played(one, longest, minutes).at_end


@pytest.mark.parametrize("case_id", IDS)
def test_every_page_fits_a_small_terminal_with_air(case_id: str) -> None:
    longest = max(all_ways(case_id), key=lambda way: len(way.choices))
    for minutes in FORMATS:
        for page in played(case(case_id), longest, minutes).deck:
            told = [wrapped(line) for line in (page.title, *page.lines)]
            rows = sum(map(len, told)) + len(told) - 1
            assert rows <= 18, (page.kind, page.title, rows)


@pytest.mark.parametrize("case_id", IDS)
def test_each_choice_has_a_pull_and_none_is_told_as_right_or_wrong(case_id: str) -> None:
    for scene in case(case_id).scenes:
        for choice in scene.choices:
            assert len(choice.pull.split()) >= 5, choice.id
            told = " ".join((*choice.then, *(stands.fact for stands in choice.stands)))
            assert not re.search(r"\b(right|wrong|correct) (choice|answer|thing to do)\b", told), (
                told
            )


@pytest.mark.parametrize("case_id", IDS)
def test_no_text_shouts_scores_labels_or_gives_a_number_to_ring(case_id: str) -> None:
    for path, text in texts(case(case_id)):
        if ".records.people" in path or path == ".id":
            continue
        said_by_a_group = path.endswith(".says")
        for unwanted in (FORBIDDEN, PHONE_NUMBER, *(() if said_by_a_group else (LABELS,))):
            assert not unwanted.search(text), (path, text)


@pytest.mark.parametrize("case_id", IDS)
def test_no_case_describes_harm(case_id: str) -> None:
    for path, text in texts(case(case_id)):
        assert not MEANS_AND_DETAILS.search(text), (path, text)


@pytest.mark.parametrize("case_id", IDS)
def test_red_flags_are_announced_talked_about_and_never_played(case_id: str) -> None:
    one = case(case_id)
    never = case_id in NEVER_PLAYED
    assert (one.role_play is None) is never
    assert (one.self_repair == "wrong") is never
    assert bool(one.red_flags) is never
    if never:
        run = played(one, all_ways(case_id)[0], 90)
        kinds = [page.kind for page in run.deck]
        assert "notice" in kinds[: kinds.index("opening")]
        assert not {"role_play", "brief"} & set(kinds)
        sheet = facilitator_sheet(one, library().house(), hurdle_name="")
        assert library().house().no_role_play in sheet


@pytest.mark.parametrize("case_id", sorted(NEVER_PLAYED))
def test_no_ending_with_red_flags_praises_a_talk_of_the_two(case_id: str) -> None:
    for ending in case(case_id).endings:
        assert not TALK_OF_THE_TWO.search(" ".join((ending.ending or "", *ending.tell)))


def test_only_looked_up_sources_are_printed() -> None:
    for case_id in IDS:
        one = case(case_id)
        sheet = facilitator_sheet(one, library().house(), hurdle_name="")
        for finding in one.research:
            assert finding.strength
            assert (finding.text in sheet) is finding.printable
            assert not finding.printable or "general_knowledge" not in finding.evidence


@pytest.mark.parametrize("case_id", IDS)
def test_days_of_the_week_are_those_of_the_calendar(case_id: str) -> None:
    one = case(case_id)
    year = one.records.now.year
    for path, text in texts(one):
        for found in DATED.finditer(text):
            names = {_weekday(found, one_year) for one_year in (year, year + 1)}
            assert found["name"] in names, (path, found.group())


def _weekday(found: re.Match[str], year: int) -> str:
    month = MONTHS.split("|").index(found["month"]) + 1
    return date(year, month, int(found["day"])).strftime("%A")


@pytest.mark.parametrize("case_id", IDS)
def test_the_records_of_the_cast_are_built_by_the_verbs_of_a_user(case_id: str) -> None:
    one = case(case_id)
    records = one.records
    names = {person.name for person in one.cast}
    assert records.whose in names
    vault = MemoryVault()
    fill(vault, records)
    for person in records.people:
        workbook = workbook_of(person, records.moment, counted_ids())
        assert workbook.relationship.name == person.name
        assert workbook.all(Checkin)
        assert workbook.all(Promise)
        assert all(promise.made <= records.now.date() for promise in workbook.all(Promise))
        if case_id != "sc13_wrong_room":
            assert person.name in names


def test_the_frame_fills_its_minutes_exactly() -> None:
    house = library().house()
    for minutes in FORMATS:
        assert sum(beat.minutes for beat in house.plan(minutes).beats) == minutes
    assert len(house.habits) == 10
    assert len(house.questions) == 7


def test_the_small_case_to_begin_from_is_whole() -> None:
    small = library().read(NEW_SCENARIO)
    assert len(small.endings) == 3
