"""What the deeper repair adds to the plan, each part with the field it comes from."""

from collections.abc import Iterator, Sequence

from coaching.guide import Content
from coaching.guide.parts import Choice
from coaching.guide.repair import LookWords, RepairWords
from coaching.hurdle.sections import Section, listed, own
from coaching.record.base import Side
from coaching.record.hurdle import Hurdle
from coaching.record.repair import Commitment, ExpectedLine, Look, LookAnswers, TaggedSentence
from coaching.say import say_day

BOTH_SIDES: tuple[Side, ...] = ("me", "them")


def before_deeds(hurdle: Hurdle, content: Content, name: str) -> Iterator[Section]:
    """What was listened to, what the user's sentences do, what was expected."""
    repair = content.repair
    yield from _listened(hurdle, repair, name)
    yield from listed("own_parts", repair.plan.marked, _marked(hurdle.own_parts, repair))
    note = hurdle.impact_note
    if note is not None and note.text != hurdle.words:
        yield from own("impact_note.behaviour", repair.plan.impact_note, note.text)
    yield from _expected(hurdle, repair)


def after_deeds(hurdle: Hurdle, content: Content, name: str) -> Iterator[Section]:
    """Who does what, how the two talk, what came back, how it was when they looked again."""
    repair = content.repair
    does = (_commitment(one, name) for one in hurdle.commitments)
    yield from listed("commitments.what", repair.plan.commitments, does)
    yield from listed("when_and_how.setting", repair.plan.when_and_how, _talk(hurdle, repair, name))
    if hurdle.when_and_how is not None:
        yield from own("when_and_how.opening", repair.plan.opening, hurdle.when_and_how.opening)
    yield from listed("answer_back.heard", repair.plan.answer_back, _came_back(hurdle, repair))
    yield from _looks(hurdle.looks, repair)


def looked(look: Look, words: LookWords) -> str:
    """One look again in a line: the day, what the promises show, the user's own answers."""
    said = [f"{words.question('kept')} {words.answer(look.kept)}", *_answers(look.mine, words)]
    return f"{say_day(look.on)}: " + "; ".join(said)


def commitment_line(one: Commitment, name: str) -> str:
    """Who does what, in one line without the date."""
    return f"{who(one.who, name)}: {one.what}"


def who(side: str, name: str) -> str:
    """A side as the plan names it."""
    return "I" if side == "me" else name


def _listened(hurdle: Hurdle, repair: RepairWords, name: str) -> Iterator[Section]:
    mine, theirs = hurdle.listen, hurdle.heard_back
    if mine is not None:
        spoke = who(mine.speaker, name)
        took = "I meant" if mine.speaker == "me" else "I heard"
        lines = [(f"{spoke} said", mine.said), (took, mine.mine), ("What it did", mine.effect)]
        yield from listed("listen.said", repair.plan.listen, _named(lines))
    if theirs is not None:
        names = {"me": "me", "them": name}
        took = "heard" if mine is None or mine.speaker == "me" else "meant"
        lines = [("They remember", theirs.said), (f"{name} {took}", theirs.theirs)]
        back = [names[side] for side in BOTH_SIDES if side in theirs.said_back]
        lines.append(("Could say back what the other heard", " and ".join(back)))
        yield from listed("heard_back.said", repair.plan.their_column, _named(lines))
        yield from own("heard_back.now", repair.plan.now, theirs.now)


def _named(lines: Sequence[tuple[str, str]]) -> Iterator[str]:
    return (f"{label}: {_flat(text)}" for label, text in lines if text)


def _flat(text: str) -> str:
    return " ".join(text.split())


def _marked(tagged: Sequence[TaggedSentence], repair: RepairWords) -> Iterator[str]:
    for one in tagged:
        does = ", ".join(repair.own.label(part) for part in one.parts)
        yield f'{does}: "{_flat(one.sentence)}"'


def _expected(hurdle: Hurdle, repair: RepairWords) -> Iterator[Section]:
    decided = {choice.id: choice.label for choice in repair.decisions}
    asked = (_asked(one, decided) for one in hurdle.expected)
    yield from listed("expected.expected", repair.plan.expected, asked)
    got = (f"Expected: {one.expected}; what came: {one.got}" for one in hurdle.expected if one.got)
    yield from listed("expected.got", f"{repair.plan.expected}, what came", got)


def _asked(one: ExpectedLine, decided: dict[str, str]) -> str:
    ask = f"; asked for: {one.ask}" if one.ask else ""
    ends = f" ({decided[one.decision]})" if one.decision else ""
    return f"Expected: {one.expected}{ask}{ends}"


def _commitment(one: Commitment, name: str) -> str:
    slips = f" If it slips: {one.if_not}" if one.if_not else ""
    return f"{commitment_line(one, name)}, by {say_day(one.by)}. Seen by: {one.seen_by}.{slips}"


def _talk(hurdle: Hurdle, repair: RepairWords, name: str) -> Iterator[str]:
    how = hurdle.when_and_how
    if how is None:
        return
    if how.first is not None:
        begins = name if how.first == "them" else _label(repair.first, how.first)
        yield f"Speaks first: {begins}"
    yield from _named([("Where and when", how.setting), ("We stop", how.stop_rule)])


def _came_back(hurdle: Hurdle, repair: RepairWords) -> Iterator[str]:
    back = hurdle.answer_back
    if back is None:
        return
    answered = _label(repair.answered, back.answer) if back.answer else ""
    yield from _named([("Heard", back.heard), ("Answer", answered), ("Instead", back.instead)])


def _looks(looks: Sequence[Look], repair: RepairWords) -> Iterator[Section]:
    words = repair.look
    yield from listed("looks", repair.plan.looks, (looked(one, words) for one in looks))
    theirs = (
        f"{say_day(one.on)}: " + "; ".join(_answers(one.theirs, words))
        for one in looks
        if one.theirs is not None
    )
    yield from listed("looks", repair.plan.their_looks, theirs)


def _answers(side: LookAnswers, words: LookWords) -> Iterator[str]:
    for question, answer in (
        ("again", side.again),
        ("sooner", side.sooner),
        ("unsaid", side.unsaid),
    ):
        if answer is not None:
            label = next(one.label for one in words.questions if one.id == question)
            yield f"{label} {words.answer(answer)}"
    if side.wants is not None:
        yield words.want(side.wants)


def _label(choices: Sequence[Choice], choice_id: str) -> str:
    return next((one.label for one in choices if one.id == choice_id), choice_id)
