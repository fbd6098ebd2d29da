"""The parts of a form as questions: a label that stands over a field says too little when heard."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

ASKED: Mapping[str, str] = MappingProxyType(
    {
        "who spoke": "Who spoke?",
        "the words": "What were the words?",
        "you meant": "What did you mean?",
        "you heard": "What did you hear?",
        "what it did": "What did it do?",
        "they recall": "How do they recall it?",
        "they heard": "What did they hear?",
        "they meant": "What did they mean?",
        "now": "What do you both say now?",
        "said back": "Who could say back what the other heard?",
        "expected": "What was expected?",
        "what came": "What came of it?",
        "asked for now": "What do you ask for now?",
        "decided": "What do you two decide about it?",
        "whose": "Whose deed is it?",
        "what": "What will be done?",
        "by": "By when?",
        "seen by": "How will the other see that it is done?",
        "if it slips": "What do you say, and when, if it slips?",
        "first": "Who speaks first?",
        "where, when": "Where and when do you talk?",
        "i begin": "With which words do you begin?",
        "we stop": "When do you two stop?",
        "what you heard": "What did you hear from them?",
        "the answer": "What was their answer?",
        "instead": "What do they offer or ask for instead?",
        "a note": "What do you want to note about it?",
        "situation": "When and where was it?",
        "behaviour": "What was done or said?",
        "impact": "What did it do?",
        "one request": "What do you ask for?",
        "look again": "When do you look at this again?",
        "change": "What do you change?",
        "what i tried": "What have you tried?",
        "what i want": "What do you want?",
        "what i do not want": "What do you not want?",
        "what is urgent": "What is urgent?",
        "papers there are": "Which papers are there?",
        "how to reach me safely": "How can they reach you safely?",
        "what stays private": "What stays private?",
    }
)
"""The question for each label, without case."""
EXPLAINED: Mapping[str, str] = MappingProxyType(
    {
        "now": "What the two of you can both say about it, now that each was heard. "
        "It may be one sentence, and it may stay empty.",
        "said back": "Saying back means: telling in your own words what the other said, until "
        "they agree that it is right.",
        "instead": "What they would rather do, or rather have, than what you offered.",
        "we stop": "What you agreed on to end the talk in good time, such as a word or an hour.",
        "seen by": "Something the other notices without asking, such as a message by Friday.",
    }
)
"""What help tells besides, by the same labels."""


def asked(label: str) -> str:
    """The question that a label stands for; a label of which none is known stays as it is."""
    return ASKED.get(label.casefold(), label)


def explained(label: str) -> tuple[str, ...]:
    """What help tells about a label."""
    found = EXPLAINED.get(label.casefold())
    return (found,) if found else ()
