"""The plan that the answers make: what stands on a page, for whom, and what is left out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coaching.guide import Content, fill
from coaching.guide.wizard import PlanWords
from coaching.hurdle import repair_plan, source_plan, support_plan
from coaching.hurdle.sections import Section, audience_of
from coaching.hurdle.sections import own as _own
from coaching.hurdle.steps import way
from coaching.record.base import Audience
from coaching.record.contact import SupportContact
from coaching.record.hurdle import Hurdle
from coaching.say import say_day

OWN_CONTACT = "contact:"
KIND = "kind:"


@dataclass(frozen=True, slots=True)
class PlanSheet:
    """A page for one reader, with the headings of what it leaves out."""

    title: str
    sections: tuple[Section, ...]
    left_out: tuple[str, ...]
    left_out_heading: str
    closing: str

    def as_markdown(self) -> str:
        """The page as Markdown; the user's own words stand as quotations."""
        parts = [f"# {self.title}"]
        for section in self.sections:
            mark = "> " if section.own_words else ""
            body = [f"{mark}{line}".rstrip() for text in section.lines for line in text.split("\n")]
            listed = not section.own_words and len(body) > 1
            lines = [f"- {line}" for line in body] if listed else body
            lines += ["", section.aside] if section.aside else []
            parts.append(f"## {section.heading}\n\n" + "\n".join(lines))
        parts.append(f"*{self.closing}*")
        return "\n\n".join(parts) + "\n"


def plan_page(
    hurdle: Hurdle,
    content: Content,
    *,
    name: str,
    audience: Audience,
    contacts: Sequence[SupportContact] = (),
    care: bool = False,
) -> PlanSheet:
    """The plan for its reader. `US_TWO` leaves out every `only me` field; `care` leaves out labels.

    `name` is the other person's, or the words for someone unnamed.
    """
    words = content.wizard.plan
    everything = tuple(_sections(hurdle, content, name, contacts, care=care))
    shown = tuple(s for s in everything if _may_read(s.field, audience))
    hidden = tuple(s.heading for s in everything if not _may_read(s.field, audience))
    return PlanSheet(fill(words.title, name=name), shown, hidden, words.left_out, words.closing)


def who_is(who: str, content: Content, contacts: Sequence[SupportContact]) -> str:
    """The chosen helper in words: an own contact's name, or the kind of person."""
    if who.startswith(OWN_CONTACT):
        found = [one for one in contacts if one.id == who.removeprefix(OWN_CONTACT)]
        return found[0].name if found else ""
    kind = content.support_kind(who.removeprefix(KIND))
    return kind.name if kind else ""


def helper_kind(who: str, contacts: Sequence[SupportContact]) -> str:
    """The support kind of the chosen helper; "" where none is chosen."""
    if who.startswith(OWN_CONTACT):
        found = [one for one in contacts if one.id == who.removeprefix(OWN_CONTACT)]
        return found[0].kind if found else ""
    return who.removeprefix(KIND)


def _may_read(field: str, audience: Audience) -> bool:
    if audience is Audience.ONLY_ME:
        return True
    return audience_of(field) is Audience.US_TWO


def _sections(
    hurdle: Hurdle,
    content: Content,
    name: str,
    contacts: Sequence[SupportContact],
    *,
    care: bool,
) -> Iterator[Section]:
    words = content.wizard.plan
    yield from _own("what_happened", words.what_happened, hurdle.what_happened)
    yield from _own("effect", words.effect, hurdle.effect)
    if not care:
        yield from _own("not_known", words.not_known, hurdle.not_known)
        heading = fill(words.their_account, name=name)
        yield from _own("their_account", heading, hurdle.their_account)
        yield from source_plan.sections(hurdle, content, name)
        yield from _source(hurdle, content, words, name)
        yield from _repair(hurdle, content, words, name)
    yield from _support(hurdle, content, words, contacts)
    known = None if care else content.hurdle(hurdle.closest)
    if known is not None:
        yield Section("closest", words.not_alone, known.not_self_repair)
    if left := tuple(_left_open(hurdle, content, name, care=care)):
        yield Section("left_open", words.left_open, left)


def _left_open(hurdle: Hurdle, content: Content, name: str, *, care: bool) -> Iterator[str]:
    """The questions of this way that were passed over on purpose."""
    passed = [one for one in way(hurdle, care=care) if one in hurdle.left_open]
    for question in content.wizard.questions:
        if question.id in passed and not getattr(hurdle, question.id):
            yield fill(question.title, name=name)


def _source(hurdle: Hurdle, content: Content, words: PlanWords, name: str) -> Iterator[Section]:
    if hurdle.closest == "not_sure":
        yield Section(
            "closest", content.wizard.not_sure_yet.title, content.wizard.not_sure_yet.lines
        )
    elif hurdle.closest == "none":
        yield Section(
            "closest", content.wizard.none_of_these.title, content.wizard.none_of_these.lines
        )
    known = content.hurdle(hurdle.closest)
    if known is not None:
        yield from source_plan.kind(hurdle, content, known, name)
        yield Section("closest", words.touches, (known.touched(),))
        if hurdle.side != "them":
            yield Section("closest", words.first_moves, known.first_moves)


def _repair(hurdle: Hurdle, content: Content, words: PlanWords, name: str) -> Iterator[Section]:
    if hurdle.how is not None:
        ways = {choice.id: choice.label for choice in content.wizard.question("how").choices}
        yield Section("how", words.how, (ways.get(hurdle.how, hurdle.how),))
    yield from _own("cost", words.cost, hurdle.cost)
    heading = words.impact if hurdle.side == "them" else words.owning
    yield from _own("words", heading, hurdle.words)
    yield from repair_plan.before_deeds(hurdle, content, name)
    if hurdle.deed:
        whose = "I do this" if hurdle.deed_whose != "them" else f"asked of {name}"
        by = f", by {say_day(hurdle.deed_by)}" if hurdle.deed_by else ""
        yield from _own("deed", words.deed, hurdle.deed, f"({whose}{by})")
    yield from _own("change", words.change, hurdle.change)
    if hurdle.look_again:
        both = bool(hurdle.checkin or hurdle.change)
        heading = words.look_again if both else words.look_alone
        yield Section("change" if both else "how", heading, (say_day(hurdle.look_again),))
    yield from repair_plan.after_deeds(hurdle, content, name)


def _support(
    hurdle: Hurdle, content: Content, words: PlanWords, contacts: Sequence[SupportContact]
) -> Iterator[Section]:
    chosen = who_is(hurdle.who, content, contacts)
    if chosen:
        kind = content.support_kind(helper_kind(hurdle.who, contacts))
        report = (kind.must_report, content.support.typical_line) if kind else ()
        yield Section("who", words.who, (chosen, *report))
    yield from _own("first_sentence", words.first_sentence, hurdle.first_sentence)
    yield from support_plan.sections(hurdle, content)
