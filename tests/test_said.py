"""What Troth must never say, looked for in every text it ships (content base, 4.6)."""

import re
from functools import cache

import pytest

from tests.shipped_texts import Said, content_texts, program_texts

NEVER: dict[str, str] = {
    "shouts": r"!(?!=|doctype)",
    "adds trust up or ranks people": (
        r"\b(?:scores?|scoring|ratings?|rank(?:s|ed|ing)?|streaks?|leaderboard|grade of)\b"
        r"|\d ?%|\bper ?cent(?:age)?\b|\d/100\b|\btrust (?:level|index|meter)\b|\bhealth of the\b"
    ),
    "speaks of people as cases": (
        r"\b(?:at risk|no risk|unreliable|untrustworthy|declin(?:ing|es)|deteriorat\w+"
        r"|red flags?|under-?perform\w+)\b"
    ),
    "labels a person": (
        r"\b(?:liars?|bull(?:y|ies)|narciss\w+|toxic|abusers?|harassers?|perpetrators?|victims?"
        r"|culprits?|offenders?|manipulators?|control freaks?|racists?|sexists?"
        r"|(?:bad|difficult|good) (?:mentor|mentee|person))\b"
    ),
    "diagnoses": r"\b(?:disorder|depressed|traumati[sz]ed|paranoid|diagnos\w+|burn-?out)\b",
    "says who is right": (
        r"\b(?:you are right|you were right|they are wrong|you are wrong|your fault|their fault"
        r"|who is right|to blame)\b"
    ),
    "promises confidentiality": (
        r"\b(?:(?:strictly|completely|fully|remains?|stays?) confidential|stays? (?:a )?secret"
        r"|(?:everything|all) (?:you say )?stays? between|between (?:us|you) two only"
        r"|keep (?:it|this) between|nobody (?:else )?can (?:ever )?(?:see|read)|perfectly safe)\b"
    ),
    "takes the place of others": (
        r"\b(?:no need (?:for|to see) an? (?:lawyer|doctor|counsell?or|therapist)"
        r"|(?:this|it) is legal advice|legally (?:safe|privileged)|you have (?:a|the) right to)\b"
    ),
    "makes up a number to call": r"(?<![\w.-])\+?\d(?:[ \-/.]?\d){6,}(?![\w-])|\bhotline\b",
    "suggests denial or silence": (
        r"\b(?:deny (?:it|that|what|everything)|say nothing to (?:them|anyone|him|her)"
        r"|keep quiet about|pretend)\b"
    ),
    "suggests deleting traces": (
        r"\bdelete (?:the |all |your |their )?(?:messages|e-?mails|evidence|traces|chats?)\b"
    ),
    "suggests secret recording": (
        r"\bsecret(?:ly)? record\w*|\brecord (?:them|him|her|the (?:talk|call|meeting))\b"
        r"|\bwithout their knowing\b"
    ),
    "pushes forgiveness": (
        r"\b(?:you )?(?:should|must|have to|ought to|need to) (?:forgive|reconcile|make up)\b"
        r"|\bforgive and forget\b|\bgive (?:them|him|her) another chance\b"
    ),
    "infers what someone feels or means": (
        r"\b(?:seems|sounds|appears) (?:angry|hostile|upset|sincere|insincere|dishonest|jealous)\b"
        r"|\b(?:he|she|they) (?:probably|clearly|obviously)\b|\bprobably (?:feels|wants|means)\b"
    ),
    "shames": r"\b(?:shame on|ashamed|guilty|you (?:have )?failed|disappoint(?:ed|ing) in you)\b",
    "claims to send": r"\bTroth (?:sends|sent|will send|has sent|shares|uploads)\b",
    "claims to measure sincerity": r"\b(?:is|are|sounds) (?:in)?sincere\b|\blie detector\b",
}
"""What is never said, with how it would be."""

SAID_ON_PURPOSE: dict[str, str] = {
    "may be at risk": "the line on confidentiality, word for word",
    "Nothing is promised to stay secret": "says that nothing is",
    "says nothing about who is right": "says that it does not",
    "no say in ratings": "an example of a line about another role, at work",
    "case with red flags": "told to those who write cases, where it is the name of a field",
}
"""Words that stay although they match, with the reason."""

DAY = re.compile(r"\b\d{4}-\d\d-\d\d(?: \d\d:\d\d)?\b")
"""A day as it is typed, which is no number to call."""


@cache
def texts() -> tuple[Said, ...]:
    """Every text that is shipped; read when a test asks, not when tests are looked for."""
    return (*content_texts(), *program_texts())


def heard(text: str) -> list[str]:
    """Which of the forbidden ways of speaking a text has."""
    for kept in SAID_ON_PURPOSE:
        text = text.replace(kept, "")
    text = DAY.sub("", text)
    return [name for name, how in NEVER.items() if re.search(how, text, re.IGNORECASE)]


def test_nothing_shipped_says_what_must_never_be_said() -> None:
    wrong = [(one.where, heard(one.text), one.text) for one in texts() if heard(one.text)]
    assert wrong == []


def test_the_scan_reads_content_and_program() -> None:
    read = " ".join(one.text for one in texts())
    for words in (
        "Would another rhythm fit both of you better?",  # strategies.yaml
        "Nothing has these words.",  # tui/home/find.py
        "you owe",  # coaching/finding.py
        "A house default, not research.",  # coaching/strategies/limits.py
        "I did not recognise this. Is it there?",  # wording.yaml
    ):
        assert words in read
    assert sum(".yaml:" in one.where for one in texts()) > 1000
    assert sum(".py:" in one.where for one in texts()) > 1000


@pytest.mark.parametrize(
    ("way", "sentence"),
    [
        ("shouts", "Well done!"),
        ("adds trust up or ranks people", "Trust 62/100"),
        ("adds trust up or ranks people", "You kept 75 % of your promises."),
        ("adds trust up or ranks people", "A streak of 5 check-ins."),
        ("speaks of people as cases", "The relationship with Ben is declining."),
        ("labels a person", "Ben may be a narcissist."),
        ("diagnoses", "It looks like burnout."),
        ("says who is right", "You are right about this."),
        ("promises confidentiality", "Everything stays between you."),
        ("takes the place of others", "There is no need to see a lawyer."),
        ("makes up a number to call", "Call 0800 123 4567 at any hour."),
        ("suggests denial or silence", "Deny it for now."),
        ("suggests deleting traces", "Delete the messages first."),
        ("suggests secret recording", "Record the talk on your phone."),
        ("pushes forgiveness", "You should forgive them."),
        ("infers what someone feels or means", "Ben sounds angry."),
        ("shames", "You failed again."),
        ("claims to send", "Troth sends it to Ben."),
        ("claims to measure sincerity", "This apology is sincere."),
    ],
)
def test_the_scan_finds_what_it_looks_for(way: str, sentence: str) -> None:
    assert way in heard(sentence)


def test_every_exception_is_needed() -> None:
    read = " ".join(one.text for one in texts())
    for kept in SAID_ON_PURPOSE:
        assert kept in read, kept


def test_a_place_is_told_with_its_file_and_line() -> None:
    for one in (texts()[0], texts()[-1]):
        assert isinstance(one, Said)
        assert re.fullmatch(r"\S+\.(?:yaml|py):\d+", one.where)
