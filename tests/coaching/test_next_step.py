"""The one next step: what each rule says and why, which comes first, and how one waits."""

import itertools
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.hurdle.next_words import HURDLE_NEXT
from coaching.hurdle.steps import PLAN
from coaching.next_step import NextStep, all_steps, next_step
from coaching.overview import Overview, Person, PutOffLine
from tests.coaching.making import (
    LONDON,
    NOW,
    TODAY,
    clock,
    day,
    everyone,
    met,
    owed,
    person,
    strain,
    tried,
)
from tests.coaching.test_steps import ALL

AUCKLAND, HAWAII = "Pacific/Auckland", "Pacific/Honolulu"
FORTNIGHT = {"ideal_days": 14, "longest_days": 28}
LATER = (met("c", "12-01"),)


def steps(*people: Person, now: datetime = NOW, mine: Person | None = None) -> list[NextStep]:
    overview = Overview(people, mine) if mine else everyone(*people)
    return list(all_steps(overview, now, LONDON))


def only(*people: Person, now: datetime = NOW) -> NextStep:
    (step,) = steps(*people, now=now)
    return step


def late_by(days: int) -> str:
    """The reason for a promise whose date has passed."""
    also = "A new date agreed openly, or letting it go together, is also an answer."
    return f"The date passed {days} days ago. {also}"


CASES = [
    (
        "passed",
        person("Ben", planned=(met("c", "11-20 10:00"),)),
        ("c", "log"),
        "How did it go with Ben on Fri 20 Nov?",
        "held, moved, missed or cancelled",
        "A planned check-in has passed and nothing is recorded about it.",
    ),
    (
        "my_promise",
        person("Ben", promises=(owed("draft", "11-13"),), **FORTNIGHT, planned=LATER),
        ("draft", "settle"),
        "You promised Ben for Fri 13 Nov: the draft",
        "done, or agree a new date",
        late_by(11),
    ),
    (
        "today",
        person("Ben", planned=(met("c", "11-24 15:00", "spring goals"),)),
        ("c", "prepare"),
        "You meet Ben today 15:00: spring goals.",
        "read the agenda",
        "A check-in is planned for today.",
    ),
    (
        "look_again",
        person("Ben", hurdles=(strain(PLAN, "11-23"),), planned=LATER),
        ("h", "hurdle"),
        "You meant to look at a hurdle with Ben again yesterday.",
        "open it",
        "You set this date yourself.",
    ),
    (
        "trial",
        person("Ben", trials=(tried("11-24"),), planned=LATER),
        ("t", "trial"),
        "To decide with Ben today: a walk",
        "keep it, change it, or go back",
        "You chose this day when you began to try it. Ask how it was for each of you.",
    ),
    (
        "my_promise",
        person("Ben", promises=(owed("draft", "11-26"),), planned=LATER),
        ("draft", "settle"),
        "You promised Ben for Thu: the draft",
        "done, or agree a new date",
        "The date is near. A new date agreed before it passes counts as good faith.",
    ),
    (
        "hurdle",
        person("Ben", hurdles=(strain("words"),), planned=LATER),
        ("h", "hurdle"),
        "A hurdle with Ben is waiting: find your words, about 3 minutes.",
        "go on where you were",
        "You began it 3 days ago. A strain is easier to mend while it is young.",
    ),
    (
        "no_date",
        person("Ben", last_held=day("11-10"), **FORTNIGHT),
        ("ben", "plan"),
        "No date is agreed with Ben.",
        "plan the next check-in",
        "You last met 14 days ago; your rhythm is 14 days. Is the rhythm still right?",
    ),
    (
        "their_promise",
        person("Ben", promises=(owed("draft", "11-16", "them"),), planned=LATER),
        ("draft", "settle"),
        "Ben promised you for Mon 16 Nov: the draft",
        "it came, or agree a new date",
        late_by(8),
    ),
    (
        "no_rhythm",
        person("Ben"),
        ("ben", "plan"),
        "When do you and Ben meet next?",
        "plan a check-in",
        "There is no date and no rhythm yet. A regular date is a promise that is easy to keep.",
    ),
]


@pytest.mark.parametrize(
    ("rule", "who", "deed", "sentence", "key_says", "reason"),
    CASES,
    ids=[f"{case[0]} {number}" for number, case in enumerate(CASES)],
)
def test_a_rule_says_what_to_do_and_why(
    rule: str, who: Person, deed: tuple[str, str], sentence: str, key_says: str, reason: str
) -> None:
    step = steps(who)[0]
    assert (step.rule, step.workbook_id, (step.subject, step.deed)) == (rule, "ben", deed)
    assert (step.sentence, step.key_says, step.reason) == (sentence, key_says, reason)


def test_the_rules_come_in_the_order_a_good_coach_would_raise_them() -> None:
    people = [
        person(f"{letter} one", **{"id": letter, **facts(case[1])})
        for letter, case in zip("zyxwvutsrq", CASES, strict=True)
    ]
    found = [step.workbook_id for step in steps(*people)]
    assert found == list("zyxwvutsrq")


def test_a_format_is_no_step_before_its_day() -> None:
    assert steps(person("Ben", trials=(tried("11-25"),), planned=LATER)) == []
    late = only(person("Ben", trials=(tried("11-20"),), planned=LATER))
    assert late.sentence == "To decide with Ben since Fri 20 Nov: a walk"


def facts(who: Person) -> dict[str, object]:
    """The facts of somebody, without the name."""
    names = ("planned", "promises", "hurdles", "trials", "last_held", "ideal_days", "longest_days")
    return {name: getattr(who, name) for name in names}


QUIET = {
    "a date ahead": person("Ben", planned=(met("c", "11-25 10:00"),)),
    "mine in 3 days": person("Ben", planned=LATER, promises=(owed("draft", "11-27"),)),
    "theirs a week late": person("Ben", planned=LATER, promises=(owed("draft", "11-17", "them"),)),
    "a plan": person("Ben", planned=LATER, hurdles=(strain(PLAN),)),
    "look again tomorrow": person("Ben", planned=LATER, hurdles=(strain(PLAN, "11-25"),)),
    "met 13 days ago": person("Ben", last_held=day("11-11"), **FORTNIGHT),
    "began 13 days ago": person("Ben", since=day("11-11"), held=0, **FORTNIGHT),
}


@pytest.mark.parametrize("quiet", QUIET.values(), ids=QUIET)
def test_nothing_is_asked_before_its_time(quiet: Person) -> None:
    assert steps(quiet) == []
    assert next_step(everyone(quiet), NOW, LONDON) is None


def test_nobody_needs_nothing() -> None:
    assert next_step(Overview(), NOW, LONDON) is None


@pytest.mark.parametrize("state", ["paused", "ended"])
def test_somebody_paused_or_ended_never_appears(state: str) -> None:
    people = [person(f"{n}", **{"state": state, **facts(case[1])}) for n, case in enumerate(CASES)]
    assert steps(*people) == []


def test_the_earliest_comes_first_whoever_it_is_about() -> None:
    late = (
        person("Amara", promises=(owed("a", "11-20"),)),
        person("Ben", promises=(owed("b", "11-13"), owed("c", "11-22"))),
    )
    for people in itertools.permutations(late):
        assert [step.subject for step in steps(*people)][:3] == ["b", "a", "c"]


def test_of_two_meetings_today_the_earlier_comes_first() -> None:
    people = (
        person("Amara", planned=(met("a", "11-24 15:00"),)),
        person("Ben", planned=(met("b", "11-24"), met("c", "11-24 10:00"))),
    )
    assert [step.subject for step in steps(*people)] == ["c", "a", "b"]


def test_two_people_on_the_same_day_stand_by_name_then_id() -> None:
    people = [
        person("ben", id="2", promises=(owed("x", "11-20"),)),
        person("Ben", id="1", promises=(owed("y", "11-20"),)),
        person("Amara", id="3", promises=(owed("z", "11-20"),)),
    ]
    for order in itertools.permutations(people):
        assert [step.subject for step in steps(*order)][:3] == ["z", "y", "x"]


@pytest.mark.parametrize(
    ("planned", "now", "day_said"),
    [
        ("11-24 08:00", "11-24 09:14", "today"),
        ("11-23 10:00", "11-24 09:14", "yesterday"),
        ("11-22 10:00", "11-24 09:14", "on Sun 22 Nov"),
        ("2025-12-20 10:00", "01-05 09:14", "on Sat 20 Dec 2025"),
    ],
)
def test_a_passed_day_is_said_as_one_would_say_it(planned: str, now: str, day_said: str) -> None:
    step = only(person("Ben", planned=(met("c", planned),)), now=clock(now))
    assert step.sentence == f"How did it go with Ben {day_said}?"


def test_a_meeting_agreed_in_another_zone_is_on_the_users_own_day() -> None:
    early = person("Ben", planned=(met("c", "11-25 08:00", zone=AUCKLAND),))
    assert only(early).sentence == "You meet Ben today 19:00."
    assert only(early, now=clock("11-24 21:00")).sentence == "How did it go with Ben today?"


def test_a_day_is_asked_about_only_when_it_is_over() -> None:
    someday = person("Ben", planned=(met("c", "11-24"),))
    assert only(someday, now=clock("11-24 23:59")).rule == "today"
    assert only(someday, now=clock("11-25 00:00")).rule == "passed"


def test_a_promise_changes_its_reason_when_its_date_has_passed() -> None:
    who = person("Ben", planned=LATER, promises=(owed("draft", "11-24"),))
    assert only(who).sentence == "You promised Ben for today: the draft"
    assert only(who).reason.startswith("The date is near.")
    assert only(who, now=clock("11-25 08:00")).reason.startswith("The date passed 1 day ago.")


def test_without_a_first_meeting_the_rhythm_counts_from_the_beginning() -> None:
    step = only(person("Ben", since=day("11-10"), held=0, **FORTNIGHT))
    assert step.reason == "You have not met yet since you began. A first date is a small promise."


def test_a_hurdle_begun_today_says_so() -> None:
    who = person("Ben", planned=LATER, hurdles=(strain(opened=TODAY),))
    assert only(who).reason.startswith("You began it today.")


@pytest.mark.parametrize("question", [*ALL, PLAN])
def test_every_question_says_what_comes_next(question: str) -> None:
    assert HURDLE_NEXT[question]


def test_a_hurdle_of_the_users_own_names_nobody() -> None:
    mine = Person(id="mine", hurdles=(strain("effect"), strain(PLAN, "11-24")))
    assert [step.sentence for step in steps(mine=mine)] == [
        "You meant to look at a hurdle again today.",
        "A hurdle is waiting: say what it did, about 1 minute.",
    ]
    assert {step.workbook_id for step in steps(mine=mine)} == {"mine"}


def put_off(who: Person, until: str) -> Person:
    """The same person with the first step hidden until a day."""
    step = steps(who)[0]
    hidden = PutOffLine(step.rule, step.subject, day(until))
    return person("Ben", **facts(who), put_offs=(hidden,))


@pytest.mark.parametrize("who", [case[1] for case in CASES], ids=[case[0] for case in CASES])
def test_a_step_put_off_is_gone_until_its_day_and_back_on_it(who: Person) -> None:
    first = steps(who)[0]
    assert first not in steps(put_off(who, "11-25"))
    back = steps(put_off(who, "11-25"), now=NOW + timedelta(days=1))
    assert any((step.rule, step.subject) == (first.rule, first.subject) for step in back) or (
        first.rule == "today"
    )
    assert steps(put_off(who, "11-24"))[0] == first


def test_putting_off_hides_one_step_of_one_record_only() -> None:
    hidden = PutOffLine("my_promise", "a", day("12-01"))
    who = person("Ben", promises=(owed("a", "11-13"), owed("b", "11-20")), put_offs=(hidden,))
    assert [step.subject for step in steps(who)] == ["b", "ben"]
    other = person("Amara", promises=(owed("a", "11-13"),))
    assert steps(who, other)[0].workbook_id == "amara"


lines = st.lists(
    st.tuples(
        st.integers(-30, 30),
        st.none() | st.integers(0, 23),
        st.sampled_from((LONDON, AUCKLAND, HAWAII)),
    ),
    max_size=3,
)


@given(planned=lines, promised=st.lists(st.tuples(st.integers(-30, 30), st.booleans()), max_size=3))
def test_a_day_without_a_step_has_nothing_passed_late_or_for_today(
    planned: list[tuple[int, int | None, str]], promised: list[tuple[int, bool]]
) -> None:
    def on(days: int) -> str:
        return str(TODAY + timedelta(days=days))

    who = person(
        "Ben",
        planned=tuple(
            met(f"c{n}", on(days) + (f" {hour:02}:00" if hour is not None else ""), zone=zone)
            for n, (days, hour, zone) in enumerate(planned)
        ),
        promises=tuple(
            owed(f"p{n}", on(days), "me" if mine else "them")
            for n, (days, mine) in enumerate(promised)
        ),
    )
    raised = {step.subject for step in steps(who)}
    for line in who.planned:
        today = line.wall.in_zone(LONDON).day <= TODAY
        assert (line.id in raised) == (today or line.wall.passed(NOW))
    for promise in who.promises:
        near = 2 if promise.whose == "me" else -8
        assert (promise.id in raised) == (promise.by <= TODAY + timedelta(days=near))
