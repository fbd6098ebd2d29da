"""What agreements, reviews, goals, formats, topics and endings show behind a sentence."""

from collections.abc import Iterator
from datetime import date

from coaching.practice_timeline import DECIDED, ENDS
from coaching.record.agreement import Agreement
from coaching.record.goal import Goal
from coaching.record.parting import Parting
from coaching.record.review import Review
from coaching.record.topic import Topic
from coaching.record.trial import Trial
from coaching.say import say_count, say_day, say_list
from coaching.strategies.facts_build import LINES
from coaching.strategies.record_line import Scope, Told

LIMITS_RULES = ("agreement", "agreement_without_limits")
LAST_LEVEL = 6


def agreement(one: Agreement, day: date, scope: Scope) -> Told:
    """The version, who said yes when, and its lines on limits where those are meant."""
    agreed = scope.rule == "agreement" and day == one.agreed_on != one.since
    what = f"Agreement, version {one.version}{', agreed' if agreed else ''}"
    return Told(what, (*_yes(one, scope), *_limits(one, scope)))


def _yes(one: Agreement, scope: Scope) -> Iterator[str]:
    yield f"Written on {say_day(one.since)}."
    if one.yes_me is not None and one.yes_me == one.yes_them:
        yield f"Both of you said yes on {say_day(one.yes_me)}."
        return
    for side, day in (("me", one.yes_me), ("them", one.yes_them)):
        if day is not None:
            yield f"{scope.who(side)} said yes on {say_day(day)}."
    if scope.rule == "review_due" and one.review_on is not None:
        yield f"To be looked at again on {say_day(one.review_on)}."


def _limits(one: Agreement, scope: Scope) -> Iterator[str]:
    if scope.rule not in LIMITS_RULES:
        return
    for field, name in LINES.items():
        if text := str(getattr(one, field)):
            yield f"{name}: {text}"
    empty = [f"“{name}”" for field, name in LINES.items() if not getattr(one, field)]
    if empty and scope.rule == "agreement_without_limits":
        yield f"Nothing is written under {say_list(empty)}."


def review(one: Review, _: date, scope: Scope) -> Told:
    """Which version was walked through, and how much was decided."""
    found = scope.workbook.find(Agreement, one.agreement)
    version = f", version {found.version}" if found else ""
    lines = say_count(len(one.lines), "line")
    return Told(f"You walked through the agreement{version}: {lines} decided")


def goal(one: Goal, day: date, scope: Scope) -> Told:
    """The goal, who wrote it, and what became of it where that is meant."""
    if one.end is not None and one.ended == day:
        return Told(f"{ENDS[one.end]}: {one.what}", (f"Written on {say_day(one.since)}.",))
    by = {"me": "you", "them": scope.name}.get(one.author, "both of you")
    return Told(f"Goal, written by {by}: {one.what}")


def trial(one: Trial, _: date, __: Scope) -> Told:
    """The format, how long it was meant to be tried, and what was decided."""
    tried = f"Tried from {say_day(one.since)}, to decide on {say_day(one.until)}."
    if one.end is None:
        return Told(f"Another format: {one.what}", (tried,))
    return Told(f"{DECIDED[one.end]}: {one.what}", (tried,))


def topic(one: Topic, _: date, scope: Scope) -> Told:
    """The level at first and each step since."""
    first = one.moves[0].was if one.moves else one.level
    decides = (
        "you decide" if scope.workbook.relationship.i_am == "mentee" else (f"{scope.name} decides")
    )
    steps = [f"Level {first} of {LAST_LEVEL} at first, on {say_day(one.since)}."]
    steps += [f"From level {one.was} to {one.now} on {say_day(one.on)}." for one in one.moves]
    steps.append(f"The higher the level, the more {decides}.")
    return Told(f"Level {one.level} of {LAST_LEVEL} now: {one.name}", steps)


def parting(one: Parting, _: date, __: Scope) -> Told:
    """The day it was announced, and the friendly word that both wanted."""
    if not one.both_want_follow_up or one.follow_up is None:
        return Told("Ending announced")
    word = f"Both of you wanted a friendly word on {say_day(one.follow_up)}."
    return Told("Ending announced", (word,))
