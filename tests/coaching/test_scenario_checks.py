"""What `troth scenario check` finds in a case, apart from reading its file."""

from typing import Any

import pytest
from pydantic import ValidationError

from coaching.cells import cells
from coaching.scenario.doubts import script_doubts
from coaching.scenario.layout import PAGE_WIDTH, too_long, wrapped
from coaching.scenario.script import Condition
from coaching.scenario.walks import walk, ways
from tests.coaching.small_case import SCENES, choice, problems, scene, script


def changed(place: int, **more: Any) -> tuple[dict[str, Any], ...]:
    """The scenes with one of them changed."""
    return tuple(one | more if at == place else one for at, one in enumerate(SCENES))


def test_the_small_case_is_fine() -> None:
    assert problems() == {}


def test_names_that_point_nowhere_are_told() -> None:
    found = problems(hurdle="broken_vows", start="begin")
    assert found["hurdle"] == "there is no hurdle 'broken_vows'"
    assert found["start"] == "there is no scene 'begin'"
    scenes = (*SCENES[:4], scene("gone", other_side={"who": "ben", "tell": ("Hm.",)}))
    assert problems(scenes=scenes)["scenes.4.other_side.who"] == "there is no person 'ben'"


def test_a_sentence_cut_at_a_comma_is_doubted_and_the_case_can_be_played() -> None:
    notes = {"do": "Vote.", "traps": ("It feels like love", "and it is one more debt.")}
    cut = script(scenes=changed(0, notes=notes))
    ((path, why),) = script_doubts(cut)
    assert path == ("scenes", 0, "notes", "traps", 1)
    assert "begins with a small letter" in why
    assert list(script_doubts(script())) == []


def test_a_choice_that_leads_nowhere_is_told() -> None:
    scenes = changed(0, choices=(choice("wait", "nowhere"), *SCENES[0]["choices"][1:]))
    assert problems(scenes=scenes)["scenes.0.choices.0.next"] == "there is no scene 'nowhere'"


def test_a_condition_that_asks_for_no_choice_is_told() -> None:
    also = ({"when": {"none_of": ("wiat",)}, "text": "Hm."},)
    found = problems(scenes=changed(1, also=also))
    assert found["scenes.1.also.0.when.none_of.0"] == "there is no choice 'wiat'"


def test_what_stands_twice_is_told() -> None:
    scenes = (*SCENES, scene("gone"))
    assert problems(scenes=scenes)["scenes.5.id"] == "'gone' is used twice"
    twice = (*SCENES[0]["choices"][:2], choice("wait", "gone"))
    assert "used twice" in problems(scenes=changed(0, choices=twice))["scenes.0.choices.2.id"]


def test_a_loop_is_told() -> None:
    scenes = changed(2, ending=None, next="start")
    found = problems(scenes=tuple({k: v for k, v in one.items() if v} for one in scenes))
    assert any("a loop; time only goes on" in why for why in found.values())


def test_a_scene_that_nobody_reaches_is_told() -> None:
    found = problems(scenes=(*SCENES, scene("attic")))
    assert found == {"scenes.5": "is never reached: no choice leads here"}


def test_a_dead_end_is_told() -> None:
    only_after_ask = tuple(one | {"when": {"any_of": ("ask",)}} for one in SCENES[1]["choices"])
    found = problems(scenes=changed(1, choices=only_after_ask))
    assert "is a dead end" in found["scenes.1.choices"]


def test_a_choice_that_is_never_open_is_told() -> None:
    never = (*SCENES[1]["choices"], choice("fly", "lost", when={"any_of": ("leave",)}))
    found = problems(scenes=changed(1, choices=never))
    assert "can never be chosen" in found["scenes.1.choices.3"]


def test_fewer_than_three_endings_are_told() -> None:
    scenes = changed(0, choices=SCENES[0]["choices"][:2])[:4]
    assert problems(scenes=scenes) == {"scenes": "needs 3 endings that can be reached"}


def test_a_choice_without_a_consequence_is_told() -> None:
    silent = (SCENES[0]["choices"][0] | {"then": ()}, *SCENES[0]["choices"][1:])
    found = problems(scenes=changed(0, choices=silent))
    assert "needs a consequence" in found["scenes.0.choices.0.then"]
    same = tuple(one | {"then": ("Time passed.",)} for one in SCENES[0]["choices"])
    assert (
        "the same as after another"
        in problems(scenes=changed(0, choices=same))["scenes.0.choices.1.then"]
    )


def test_choices_that_change_nothing_are_told() -> None:
    scenes = (
        scene("start", choice("left", "middle"), choice("right", "middle")),
        scene("middle", choice("a", "kept"), choice("b", "lost"), choice("c", "gone")),
        *SCENES[2:],
    )
    assert problems(scenes=scenes) == {
        "scenes.0.choices": "every choice leads to 'middle', and nothing later asks which it was"
    }


def test_missing_notes_are_told() -> None:
    found = problems(scenes=changed(0, notes=None))
    assert found == {"scenes.0.notes": "is missing; say what the facilitator needs here"}


def test_what_does_not_fit_a_projector_is_told() -> None:
    long = "word " * 120
    found = problems(opening=(long.strip(),), scenes=changed(0, question="why " * 40 + "so?"))
    assert "is too long for a projector" in found["opening.0"]
    assert "2 fit" in found["scenes.0.question"]


def test_a_case_with_red_flags_is_never_played_as_a_role() -> None:
    found = problems(red_flags=("sexual",))
    assert "never played as a role" in found["role_play"]
    assert "cannot be repaired by the two" in found["self_repair"]
    assert "must know before" in found["content_notice"]
    whole = {"self_repair": "wrong", "content_notice": "It speaks of harm.", "role_play": None}
    assert problems(red_flags=("sexual",), **whole) == {}
    assert "no safety item" in problems(red_flags=("rude",), **whole)["red_flags.0"]


def test_a_case_without_red_flags_needs_its_role_play() -> None:
    assert "is missing" in problems(role_play=None)["role_play"]


def test_each_length_is_described_once() -> None:
    one = ({"minutes": 25, "how": "Play.", "questions": (4,)},)
    found = problems(formats=one)
    assert found["formats.0.questions.0"] == "there is no question 4 in the discussion"
    assert found["formats"] == "needs one entry for 90 minutes"


def test_a_case_with_endless_ways_is_told_and_not_walked_for_ever() -> None:
    rooms: list[dict[str, Any]] = []
    for number in range(30):
        pair = (choice(f"l{number}", f"r{number + 1}"), choice(f"r{number}", f"r{number + 1}"))
        rooms.append(scene(f"r{number}", *pair))
    asked = tuple({"when": {"any_of": (f"l{number}",)}, "text": "Left."} for number in range(30))
    last = scene("r30", choice("x", "a"), choice("y", "b"), choice("z", "c"), also=asked)
    ends = (scene("a"), scene("b"), scene("c"))
    found = problems(start="r0", scenes=(*rooms, last, *ends))
    assert "has more than 20,000 ways" in found["scenes"]


def test_many_choices_that_nothing_asks_about_are_walked_quickly() -> None:
    rooms = [
        scene(f"r{at}", choice(f"l{at}", f"r{at + 1}"), choice(f"m{at}", f"s{at}"))
        for at in range(12)
    ]
    sides = [scene(f"s{at}", next=f"r{at + 1}") for at in range(12)]
    last = scene("r12", choice("x", "a"), choice("y", "b"), choice("z", "c"))
    ends = (scene("a"), scene("b"), scene("c"))
    assert problems(start="r0", scenes=(*rooms, *sides, last, *ends)) == {}
    assert walk(script(start="r0", scenes=(*rooms, *sides, last, *ends))).states < 100


def test_a_scene_has_one_way_on() -> None:
    for wrong in (
        scene("start", choice("a", "kept"), choice("b", "lost"), next="gone"),
        scene("start", choice("a", "kept")),
        scene("start", ending=None),
    ):
        with pytest.raises(ValidationError):
            script(scenes=(wrong, *SCENES[1:]))


@pytest.mark.parametrize(
    ("any_of", "none_of", "chosen", "holds"),
    [
        (("a", "b"), (), ("b",), True),
        (("a",), (), ("b",), False),
        ((), ("a",), ("b",), True),
        (("a",), ("b",), ("a", "b"), False),
    ],
)
def test_conditions(
    any_of: tuple[str, ...], none_of: tuple[str, ...], chosen: tuple[str, ...], holds: bool
) -> None:
    assert Condition(any_of=any_of, none_of=none_of).holds(chosen) is holds


def test_ways_follow_conditions() -> None:
    found = {(way.choices, way.ending) for way in ways(script())}
    assert (("ask", "drop"), "kept") in found
    assert (("wait", "drop"), "lost") in found
    assert (("leave",), "gone") in found
    assert ("wait", "hold") not in {choices for choices, _ in found}


def test_pages_are_measured_in_cells_not_in_letters() -> None:
    assert cells("日本") == 4
    assert too_long("日" * 30, 1) is not None
    assert too_long("ab " * 10, 1) is None
    assert all(cells(line) <= PAGE_WIDTH for line in wrapped("word " * 60))
    assert too_long("a" * 60) is not None
