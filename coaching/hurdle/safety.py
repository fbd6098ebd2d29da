"""The calm card as lines to read, and when a changed story brings the one-line question back.

Both are pure, and nothing of them is kept: neither the question nor any answer to it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from coaching.guide import About, Content, SafetyItem
from coaching.record.contact import SupportContact
from coaching.record.hurdle import Hurdle
from coaching.say import say_count
from coaching.thresholds import DEFAULTS, Thresholds

FOR_A_CHILD = "safeguarding_lead"
DANGER = "emergency"
READ_AT_MOST = 20_000
"""Letters of a story in which cue words are looked for; the rest is not read."""


@dataclass(frozen=True, slots=True)
class CardPart:
    """Lines of the card that stand together; `title` may be empty. `listed` are separate things."""

    title: str
    lines: tuple[str, ...]
    listed: bool = False


def calm_card(
    content: Content,
    item: SafetyItem,
    about: About,
    contacts: Sequence[SupportContact],
    *,
    today: date,
    under_18: bool = False,
    limits: Thresholds = DEFAULTS,
) -> tuple[CardPart, ...]:
    """The card for an answer and for whom it is about, from its opening to its last tip.

    Where help is needed at once, what to do now comes first and the thanks after it.
    `under_18` says that one of the two is: then the person responsible for safety stands first,
    with how to listen to a young person.
    """
    card, words = content.safety.card, item.words_for(about)
    kinds = tuple(dict.fromkeys((FOR_A_CHILD, *words.kinds))) if under_18 else words.kinds
    own = [contact for contact in contacts if contact.kind in kinds] or list(contacts)
    known = tuple(say_contact(contact, today, limits) for contact in own)
    notes = content.safety.notes_for(item.id, about, under_18=under_18)
    here = known or (content.support.no_contacts,)
    people = (
        CardPart("", here, listed=bool(known)),
        CardPart("", _kinds(content, kinds), listed=True),
    )
    urgent, now = CardPart("", (card.urgent,)), CardPart(card.now, (words.now,))
    where = CardPart(card.where, (words.where,))
    opening, whose = card.opening, card.people
    first = (
        (urgent, now, CardPart("", (whose,)), *people, where, CardPart("", (opening,)))
        if item.kinds[:1] == (DANGER,)
        else (CardPart("", (f"{opening} {whose}",)), *people, urgent, now, where)
    )
    return (
        *first,
        CardPart(card.must_report, (item.must_report or "", content.support.typical_line)),
        CardPart(card.first_sentence, (f"“{words.first_sentence}”",)),
        *(CardPart(note.title, note.lines, listed=True) for note in notes),
        CardPart("", (card.least, card.notes_tip, card.not_kept)),
    )


def _kinds(content: Content, kinds: Sequence[str]) -> tuple[str, ...]:
    found = (content.support_kind(one) for one in kinds)
    return tuple(kind.name for kind in found if kind is not None)


def say_contact(contact: SupportContact, today: date, limits: Thresholds = DEFAULTS) -> str:
    """A contact on one line: name, how and when to reach them, and whether to check it again."""
    parts = [contact.name, contact.reach, contact.hours]
    if contact.is_old(today, limits.contact_old_days):
        parts.append(f"checked {say_count((today - contact.checked).days, 'day')} ago")
    return ", ".join(part for part in parts if part)


def story_of(hurdle: Hurdle) -> str:
    """What the user has told of what happened and what it did."""
    return f"{hurdle.what_happened}\n{hurdle.effect}".strip()


def ask_again(content: Content, *, before: str, now: str) -> bool:
    """Whether a changed story brings back the one line (still none of those?).

    A story told anew always does. Where the story only grew, cue words that were not in it before
    do; they can add this question and nothing else (content base, 4.4: ask, do not detect).
    """
    old, new = before.strip(), now.strip()
    if old == new:
        return False
    told_anew = bool(old) and not new.startswith(old)
    return told_anew or bool(_cues_in(content, new) - _cues_in(content, old))


def _cues_in(content: Content, story: str) -> frozenset[str]:
    text = story[:READ_AT_MOST]
    return frozenset(
        pattern
        for item in content.safety.items
        for pattern in item.cues.words
        if _compiled(pattern).search(text)
    )


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
