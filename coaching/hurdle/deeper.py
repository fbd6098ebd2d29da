"""The deeper way: the further questions of each of the three boxes, which one key opens.

They are never counted in the short way. Answered means: the hurdle's field of the same name is
filled, or the question was left open on purpose. A new deeper question is an id in `DEEPER`, a
field of the hurdle, words in the wizard's content, and a page.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from coaching.hurdle.steps import TOGETHER, WHOLE_RESULTS
from coaching.record.hurdle import Hurdle

DEEPER: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "source": ("not_known", "signs", "told_apart", "their_account"),
        "repair": (
            *("cost", "listen", "own_parts", "impact_note", "expected", "commitments"),
            *("when_and_how", "heard_back", "answer_back"),
        ),
        "support": ("rung", "to_tell", "share", "how_to_ask", "came_of_it"),
    }
)
"""The ids by box, in the order they are asked."""


def _raised(hurdle: Hurdle) -> bool:
    """The two talk or write about it, so that there is something to repair in the open."""
    return hurdle.how in TOGETHER and hurdle.closest not in WHOLE_RESULTS


def _may_cost(hurdle: Hurdle) -> bool:
    return hurdle.i_am == "mentee"


def _own_words(hurdle: Hurdle) -> bool:
    return _raised(hurdle) and reads_along(hurdle, "words") and bool(hurdle.words)


def _harmed(hurdle: Hurdle) -> bool:
    return _raised(hurdle) and hurdle.side == "them"


def _listened(hurdle: Hurdle) -> bool:
    return _raised(hurdle) and hurdle.listen is not None


ONLY_WHERE: Mapping[str, Callable[[Hurdle], bool]] = MappingProxyType(
    {
        "cost": _may_cost,
        "own_parts": _own_words,
        "impact_note": _harmed,
        "heard_back": _listened,
    }
)
"""When a question fits, by its id; of the others, those in repair fit where it is raised."""


def any_question(_: str) -> bool:
    """Every question fits."""
    return True


def way(hurdle: Hurdle, stage: str, *, care: bool = False) -> tuple[str, ...]:
    """The deeper questions of a box for this hurdle; none for the plan's "done".

    After a yes at the safety door (`care`) there is no deeper source and no deeper repair.
    """
    if care and stage != "support":
        return ()
    return tuple(question for question in DEEPER.get(stage, ()) if _fits(hurdle, question, stage))


def _fits(hurdle: Hurdle, question: str, stage: str) -> bool:
    otherwise = _raised if stage == "repair" else _always
    return ONLY_WHERE.get(question, otherwise)(hurdle)


def _always(_: Hurdle) -> bool:
    return True


def stage_of(question: str) -> str:
    """The box of a deeper question; "" for every other id."""
    return next((stage for stage, ids in DEEPER.items() if question in ids), "")


def answered(hurdle: Hurdle, question: str) -> bool:
    """Whether a deeper question has its answer, or was left open on purpose."""
    return question in hurdle.left_open or bool(getattr(hurdle, question))


def open_ones(hurdle: Hurdle, stage: str, *, care: bool = False) -> tuple[str, ...]:
    """The deeper questions of a box that have no answer yet."""
    return tuple(one for one in way(hurdle, stage, care=care) if not answered(hurdle, one))


def first_open(
    hurdle: Hurdle, *stages: str, care: bool = False, fits: Callable[[str], bool] = any_question
) -> str:
    """Where one key leads in these boxes: the first without an answer, else the first; "" if none.

    `fits` leaves out questions that whoever asks cannot ask.
    """
    path = [one for stage in stages for one in way(hurdle, stage, care=care) if fits(one)]
    still = (one for one in path if not answered(hurdle, one))
    return next(still, path[0] if path else "")


def before(hurdle: Hurdle, question: str, *, care: bool = False) -> str:
    """The deeper question one back; "" at the first."""
    return _beside(hurdle, question, -1, care=care)


def after(hurdle: Hurdle, question: str, *, care: bool = False) -> str:
    """The deeper question that follows in this box; "" after the last."""
    return _beside(hurdle, question, 1, care=care)


def place(hurdle: Hurdle, question: str, *, care: bool = False) -> tuple[int, int]:
    """Where a deeper question stands in its box: the second of five is (2, 5)."""
    path = way(hurdle, stage_of(question), care=care)
    return path.index(question) + 1 if question in path else 1, max(1, len(path))


def is_settled(hurdle: Hurdle, stage: str) -> bool:
    """Whether it is known how many deeper questions a box has: what was said may ask one more."""
    return stage != "repair" or not _raised(hurdle) or answered(hurdle, "listen")


def _beside(hurdle: Hurdle, question: str, step: int, *, care: bool) -> str:
    path = way(hurdle, stage_of(question), care=care)
    if question not in path:
        return ""
    there = path.index(question) + step
    return path[there] if 0 <= there < len(path) else ""


def reads_along(hurdle: Hurdle, question: str) -> bool:
    """Whether the wording is looked at here: of an acknowledgement, never of a harmed side."""
    owns = hurdle.side in ("me", "both")
    return question == "own_parts" or (question == "words" and owns)
