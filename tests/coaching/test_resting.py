"""Home stays honest when no step is raised: what is past its date is told, and when it returns."""

from hypothesis import given, settings
from hypothesis import strategies as st

from coaching.home import HomeView, home_view
from coaching.overview import Person, PutOffLine
from tests.coaching.making import LONDON, NOW, TODAY, day, everyone, met, owed, person


def home(*people: Person) -> HomeView:
    return home_view(everyone(*people), NOW, LONDON)


def test_home_never_says_that_nothing_needs_you_while_something_is_past_its_date() -> None:
    theirs = home(person("Efua", ideal_days=14, promises=(owed("form", "11-20", "them"),)))
    assert theirs.nothing_due == (
        "Efua's promise to you was for Fri 20 Nov; it comes up here on Sat."
    )
    put_off = (PutOffLine("my_promise", "form", day("11-25")),)
    mine = home(person("Efua", ideal_days=14, promises=(owed("form", "11-20"),), put_offs=put_off))
    assert mine.nothing_due == (
        "Your promise to Efua was for Fri 20 Nov; it comes up here tomorrow."
    )
    later = (PutOffLine("passed", "a", day("12-01")),)
    passed = home(person("Ben", planned=(met("a", "11-20"),), put_offs=later))
    assert passed.nothing_due == (
        "A check-in with Ben has passed without a word; it comes up here on Tue 1 Dec."
    )


def test_several_things_past_their_dates_are_counted_beside_the_next_date() -> None:
    people = (
        person(
            "Efua",
            ideal_days=14,
            promises=(owed("form", "11-20", "them"), owed("cv", "11-22", "them")),
        ),
        person("Dev", planned=(met("c", "11-27 16:30"),)),
    )
    assert home(*people).nothing_due == (
        "2 things are past their dates; the first comes up here on Sat. Next: Dev, Fri 16:30."
    )


RESTING = st.builds(
    person,
    st.just("Ben"),
    ideal_days=st.just(14),
    planned=st.lists(st.builds(met, st.just("a"), st.sampled_from(("11-20", "11-25"))), max_size=1),
    promises=st.lists(
        st.builds(
            owed,
            st.just("p"),
            st.sampled_from(("11-10", "11-20", "11-23", "11-24")),
            st.sampled_from(("me", "them")),
        ),
        max_size=1,
    ),
    put_offs=st.lists(
        st.builds(
            PutOffLine,
            st.sampled_from(("my_promise", "their_promise", "passed", "today")),
            st.sampled_from(("a", "p")),
            st.sampled_from((day("11-25"), day("12-01"))),
        ),
    ),
)


@settings(max_examples=300)
@given(who=RESTING)
def test_a_step_or_what_rests_is_told_whenever_something_is_past_its_date(who: Person) -> None:
    view = home(who)
    overdue = any(one.by < TODAY for one in who.promises) or any(
        one.wall.passed(NOW) for one in who.planned
    )
    calm = view.step is None and view.nothing_due.startswith("Nothing needs you")
    assert not (overdue and calm)
