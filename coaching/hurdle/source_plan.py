"""What the deeper source adds to the plan: the signs that were ticked, the questions answered."""

from collections.abc import Iterator

from coaching.guide import Content, KnownHurdle, fill
from coaching.hurdle.sections import Section, listed
from coaching.hurdle.source import CANNOT_SAY, I_CANNOT_SAY, answers_of
from coaching.hurdle.weighed import AGAINST, weighed
from coaching.record.hurdle import Hurdle


def sections(hurdle: Hurdle, content: Content, name: str) -> Iterator[Section]:
    """Signs in their own words; each question with the answer given to it."""
    words = content.wizard.plan
    yield from listed("signs", words.signs, _signs(hurdle, content))
    yield from listed("told_apart", words.told_apart, _answers(hurdle, content, name))


def kind(hurdle: Hurdle, content: Content, known: KnownHurdle, name: str) -> Iterator[Section]:
    """The chosen kind; where answers speak otherwise, only as chosen, beside what they come to."""
    words = content.wizard.plan
    otherwise = weighed(hurdle, content, name)
    if otherwise is None:
        yield Section("closest", words.closest, (known.name, known.line))
        return
    against = (f"{AGAINST} {one}" for one in otherwise.against)
    yield Section("closest", words.chosen, (known.name, *against))
    if otherwise.nearer is not None:
        yield Section("closest", words.nearer, (otherwise.nearer.name, *otherwise.reasons))


def _signs(hurdle: Hurdle, content: Content) -> Iterator[str]:
    texts = {
        sign.id: sign.text
        for known in content.hurdles
        for sign in (*known.signs.mentee, *known.signs.mentor)
    }
    return (texts[one] for one in hurdle.signs if one in texts)


def _answers(hurdle: Hurdle, content: Content, name: str) -> Iterator[str]:
    bank = {one.id: one for one in content.decision_path.telling_apart}
    for question_id, answer_id in answers_of(hurdle):
        asked = bank.get(question_id)
        labels = {one.id: one.label for one in asked.answers} if asked else {}
        said = labels.get(answer_id, I_CANNOT_SAY if answer_id == CANNOT_SAY else "")
        if asked and said:
            yield fill(f"{asked.text} {said}.", name=name)
