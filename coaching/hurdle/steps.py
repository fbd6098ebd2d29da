"""The wizard's short way as a pure state machine: which questions follow from which answers.

Nine counted answers make a whole plan: source 3, repair 4, support 2. Ways that leave repair out
(advice first, a day's wait, not sure yet) set a date to look again instead.
"""

from coaching.record.hurdle import Hurdle

PLAN = "plan"
STAGES = ("source", "repair", "support")
QUESTIONS = {
    "source": ("what_happened", "effect", "area", "closest"),
    "repair": ("pending", "how", "look_again", "side", "words", "deed", "change"),
    "support": ("who", "first_sentence"),
}
ONE_ANSWER = {"closest": "area", "pending": "how", "words": "side"}
"""Questions that make one answer with the one before or after them, by that one."""
WHOLE_RESULTS = frozenset({"not_sure", "none"})
NOTHING_TO_REPAIR = frozenset({"not_yet_built"})
TOGETHER = frozenset({"talk", "write", "third_person"})
FIRST_OF_REPAIR = frozenset({"pending", "how"})

_SOURCE = QUESTIONS["source"]
_WITHOUT_CANDIDATES = _SOURCE[:-1]
_SUPPORT = ("who", "first_sentence")
_ALONE = ("look_again", *_SUPPORT)


def way(hurdle: Hurdle, *, care: bool = False) -> tuple[str, ...]:
    """The questions of this hurdle's way, as far as its answers decide it.

    `care` is the way after a yes at the safety door: no label, no words to own, no joint talk
    (house rule: a person whose work it is comes first). It is never stored.
    """
    if care:
        return ("what_happened", "effect", *_SUPPORT)
    if hurdle.closest in WHOLE_RESULTS:
        told = hurdle.area or hurdle.signs or hurdle.told_apart
        source = _SOURCE if told else _WITHOUT_CANDIDATES
        return (*source, *_ALONE)
    opening = ("pending", "how") if hurdle.i_am == "mentee" else ("how",)
    if hurdle.how is not None and hurdle.how not in TOGETHER:
        return (*_SOURCE, *opening, *_ALONE)
    words = () if hurdle.closest in NOTHING_TO_REPAIR else ("side", "words")
    return (*_SOURCE, *opening, *words, "deed", "change", *_SUPPORT)


def answered(hurdle: Hurdle, question: str) -> bool:
    """Whether a question has its answer, or was left open on purpose."""
    if question in hurdle.left_open:
        return True
    match question:
        case "area":
            return bool(hurdle.area or hurdle.closest)
        case "change":
            return bool(hurdle.change or hurdle.look_again)
        case _:
            return bool(getattr(hurdle, question))


def first_open(hurdle: Hurdle, *, care: bool = False) -> str:
    """The first question without an answer, or `PLAN` where the short way is complete."""
    return next((q for q in way(hurdle, care=care) if not answered(hurdle, q)), PLAN)


def stage_of(question: str) -> str:
    """The box a question stands in; "done" for the plan."""
    return next((stage for stage, ids in QUESTIONS.items() if question in ids), "done")


def place(hurdle: Hurdle, question: str, *, care: bool = False) -> tuple[int, int]:
    """Where a question stands among the answers of its way: the third of nine is (3, 9).

    A way that an answer makes shorter counts fewer from there on.
    """
    path = way(hurdle, care=care)
    counted = list(dict.fromkeys(ONE_ANSWER.get(one, one) for one in path))
    asked = ONE_ANSWER.get(question, question)
    return counted.index(asked) + 1 if asked in counted else 1, len(counted)


def enters_repair(before: str, after: str) -> bool:
    """Whether the step from one question to another leads into Repair."""
    return after in FIRST_OF_REPAIR and before not in FIRST_OF_REPAIR


def stages_done(hurdle: Hurdle) -> tuple[str, ...]:
    """The boxes all of whose questions are answered, in order."""
    path = way(hurdle)
    done = []
    for stage in STAGES:
        asked = [question for question in path if stage_of(question) == stage]
        if asked and all(answered(hurdle, question) for question in asked):
            done.append(stage)
    return tuple(done)


def before(hurdle: Hurdle, question: str, *, care: bool = False) -> str | None:
    """The question one back, or None at the first."""
    path = (*way(hurdle, care=care), PLAN)
    if question not in path:
        return first_open(hurdle, care=care)
    place = path.index(question)
    return path[place - 1] if place else None


def after(hurdle: Hurdle, question: str, *, care: bool = False) -> str:
    """The question that follows an answered one: the next of the way, or the plan."""
    path = (*way(hurdle, care=care), PLAN)
    if question not in path:
        return first_open(hurdle, care=care)
    following = path[path.index(question) + 1 :]
    return following[0] if following else PLAN
