"""A small workshop case for tests, and the frame it is played in."""

from datetime import UTC, datetime, timedelta
from typing import Any

from coaching.scenario.checks import script_problems
from coaching.scenario.play import Play
from coaching.scenario.script import Minutes, Script
from coaching.scenario.workshop import Workshop

AT = datetime(2026, 11, 24, 14, 0, tzinfo=UTC)
HURDLES = {"broken_promises"}
SAFETY_ITEMS = {"sexual"}


def at(minute: int) -> datetime:
    """A moment of the workshop, in minutes from its beginning."""
    return AT + timedelta(minutes=minute)


def choice(choice_id: str, next_scene: str, **more: Any) -> dict[str, Any]:
    """A choice with a consequence of its own."""
    given = {"text": f"Do {choice_id}.", "pull": "It is easy.", "then": (f"{choice_id} was done.",)}
    return {"id": choice_id, "next": next_scene, **given, **more}


def scene(scene_id: str, *choices: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A scene with choices, or an ending where there are none and nothing else is said."""
    told: dict[str, Any] = {
        "id": scene_id,
        "title": scene_id.replace("_", " "),
        "day": "One day",
        "tell": (f"This is {scene_id}.",),
    }
    if choices:
        told |= {"question": "What now?", "choices": choices, "notes": {"say": "Vote first."}}
    elif "next" not in more:
        told["ending"] = f"It ended in {scene_id}."
    return told | more


SCENES = (
    scene("start", choice("wait", "middle"), choice("ask", "middle"), choice("leave", "gone")),
    scene(
        "middle",
        choice("hold", "kept", when={"any_of": ("ask",)}),
        choice("drop", "lost", turns=({"when": {"any_of": ("ask",)}, "next": "kept"},)),
        choice("stay", "lost"),
        also=({"when": {"any_of": ("wait",)}, "text": "He had waited."},),
        other_side={"who": "ole", "tell": ("Ole saw it otherwise.",)},
    ),
    scene("kept"),
    scene("lost"),
    scene("gone"),
)


def values(**changes: Any) -> dict[str, Any]:
    """The case as it would stand in a file, with some fields changed."""
    forms = tuple({"minutes": m, "how": "Play.", "questions": (1,)} for m in (25, 50, 90))
    given: dict[str, Any] = {
        "id": "small",
        "title": "Small",
        "line": "A small case.",
        "minutes": 25,
        "view": "mentee",
        "setting": "anywhere",
        "hurdle": "broken_promises",
        "strategies": ("reliability",),
        "cast": (
            {"id": "ada", "name": "Ada", "side": "mentee", "who": "waits"},
            {"id": "ole", "name": "Ole", "side": "mentor", "who": "promised"},
        ),
        "opening": ("Ada waits for Ole.",),
        "start": "start",
        "scenes": SCENES,
        "discussion": ("First?", "Second?", "Third?"),
        "facilitator": {
            "hook": "Who waits?",
            "traps": ("Blame.",),
            "turning_point": "The day.",
            "wrong_easy_answer": "Be nice.",
            "groups": ({"says": "He is late", "ask": "Since when?"},),
        },
        "role_play": {
            "situation": "A call.",
            "task": "Own it.",
            "roles": ({"who": "ada", "brief": "Ask."}, {"who": "ole", "brief": "Own."}),
            "observe": ("Who spoke?",),
        },
        "formats": forms,
    }
    return {key: value for key, value in (given | changes).items() if value is not None}


def script(**changes: Any) -> Script:
    """The case as a checked value."""
    return Script.model_validate(values(**changes))


def problems(**changes: Any) -> dict[str, str]:
    """What the checks say of the changed case: the path in words, and the message."""
    wrong = script_problems(script(**changes), hurdles=HURDLES, safety_items=SAFETY_ITEMS)
    return {".".join(str(step) for step in path): why for path, why in wrong}


def house() -> Workshop:
    """A frame with one beat for each length."""
    beat = {"id": "all", "name": "All", "what": "Play.", "instead": "Talk."}
    plans = tuple(
        {
            "minutes": minutes,
            "discussion": 1,
            "role_play": minutes > 25,
            "second_way": minutes == 90,
            "beats": ({**beat, "minutes": 20},),
        }
        for minutes in (25, 50, 90)
    )
    return Workshop.model_validate(
        {
            "test_page": ("Can the back row read this?",),
            "ground_rules": ("You may pass.",),
            "limits": "With limits.",
            "warm_up": "Tell one.",
            "eyes_closed": "Eyes closed. Hands up for",
            "questions": ("What do we know?",),
            "debrief": ("What did you see?",),
            "commitment": ("One thing.",),
            "observer": "Tick.",
            "habits": ({"text": "Asked.", "look": "First."},),
            "stop_rule": "Say stop.",
            "no_role_play": "No playing here.",
            "evaluation": "Ask again.",
            "plans": plans,
            "evidence": ("design",),
            "printable": False,
        }
    )


def play(minutes: Minutes = 25, **changes: Any) -> Play:
    """A fresh run of the case."""
    return Play.begin(script(**changes), house(), minutes=minutes, at=AT)


def at_choice(run: Play) -> Play:
    """Turn on to the next page that asks for a choice still to be taken."""
    while not (run.page.kind == "question" and run.page.decision == len(run.session.steps)):
        onward = run.forward()
        assert onward != run, f"no choice comes after {run.page}"
        run = onward
    return run


def to_end(run: Play) -> Play:
    """Turn to the last page there is."""
    while run.next_page is not None:
        run = run.forward()
    return run
