"""`troth workshop`: asks three things, offers three cases, writes their papers, begins the play."""

from __future__ import annotations

import argparse
import shlex
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from coaching.errors import Refused
from coaching.scenario.choosing import Room, offer
from coaching.scenario.papers import papers_before
from coaching.scenario.script import FORMATS
from coaching.text import quote
from tui.bootstrap import clock_at, free_papers_folder, scenario_library, write_papers
from tui.cli.output import say
from tui.cli.scenario import CHAIR
from tui.cli.without_vault import refuse_vault
from tui.cli.wrapping import at_words, line_width

if TYPE_CHECKING:
    from coaching.scenario.script import Minutes, Script
    from coaching.scenario.workshop import Topic, Workshop

T = TypeVar("T")
Answers = Sequence[tuple[str, T]]
TITLE_CELLS = 22
LEFT = "Left. Nothing was written."
ANY = "any"
TIMES: Answers[Minutes] = (
    ("25 minutes: one case, votes, one question", 25),
    ("50 minutes: one case, a role-play in threes", 50),
    ("90 minutes: one case, a role-play, and another way", 90),
)
ROOMS: Answers[Room] = (("mentors", "mentors"), ("mentees", "mentees"), ("both", "both"))
WELCOME = (
    "A workshop with a made-up case. Your own records are not opened.",
    "Answer with a number; enter alone takes 1; q leaves.",
)


def run_workshop(options: argparse.Namespace) -> int:
    """Prepare a workshop; no records are opened."""
    if options.vault is not None:
        refuse_vault("workshop")
    library = scenario_library()
    house = library.house()
    topic = _topic_of(options.topic, house)
    if _asks(options):
        say(*WELCOME, "")
    try:
        minutes = options.minutes or ask("How long do you have?", TIMES)
        if options.case:
            case: Script = library.find(options.case)
        else:
            room = options.who or ask("Who is in the room?", ROOMS)
            if options.topic is None:
                topic = ask("What shall it be about?", _topics(house))
            case = _one_of(library.shipped(), minutes, room, topic)
    except EOFError:
        say("", LEFT)
        return 0
    return _prepare(case, _enough_for(case, minutes), options)


def ask(question: str, answers: Answers[T], read: Callable[[str], str] = input) -> T:
    """One of the answers by its number. Raises `EOFError` where the user leaves."""
    say(question)
    width = line_width()
    for number, (words, _) in enumerate(answers, start=1):
        first, *more = words.split("\n")
        say(
            at_words(f"{number:>3}  {first}", width, hang=3),
            *(at_words(one, width) for one in more),
        )
    while True:
        typed = read("> ").strip().casefold()
        if typed in {"q", "quit", "leave"}:
            raise EOFError
        if not typed or (typed.isdecimal() and 1 <= int(typed) <= len(answers)):
            say("")
            return answers[int(typed or 1) - 1][1]
        say(f"Type a number from 1 to {len(answers)}, or q.")


def _one_of(cases: Sequence[Script], minutes: Minutes, room: Room, topic: Topic | None) -> Script:
    """The case taken of the three that fit best, or of all."""
    offered = offer(cases, minutes=minutes, room=room, topic=topic)
    answers: list[tuple[str, Script | None]] = [(_told(one), one) for one in offered]
    answers.append((f"Show all {len(cases)}", None))
    return ask("Which case?", answers) or ask("Which of all?", _in_short(cases))


def _enough_for(case: Script, minutes: Minutes) -> Minutes:
    """The time named, or the shortest that is enough for a case taken from all."""
    return next(one for one in FORMATS if one >= max(case.minutes, minutes))


def _asks(options: argparse.Namespace) -> bool:
    asked = options.minutes and (options.case or (options.who and options.topic))
    if not asked and not sys.stdin.isatty():
        raise Refused(
            "troth workshop asks at a terminal, and here is none. Say it all: troth workshop "
            "--minutes 25 --case sc03 --to papers"
        )
    return not asked


def _topic_of(name: str | None, house: Workshop) -> Topic | None:
    if name in (None, ANY):
        return None
    for topic in house.topics:
        if topic.id == name:
            return topic
    known = ", ".join([*(topic.id for topic in house.topics), ANY])
    raise Refused(f"There is no topic {quote(str(name))}. Take one of: {known}.")


def _topics(house: Workshop) -> Answers[Topic | None]:
    return [("Anything; surprise me", None), *((topic.label, topic) for topic in house.topics)]


def _in_short(cases: Sequence[Script]) -> Answers[Script]:
    """Each case on one line, so that all of them stand in one window."""
    name_of = scenario_library().hurdle_name
    answers = []
    for case in cases:
        title = f"{case.id.split('_')[0]}  {case.title:<{TITLE_CELLS}}"
        answers.append((f"{title}  {case.minutes} min  {name_of(case.hurdle)}", case))
    return answers


def _told(case: Script) -> str:
    number = case.id.split("_")[0]
    more = f", needs {case.minutes} minutes" if case.minutes > FORMATS[0] else ""
    danger = ", about danger" if case.red_flags else ""
    return f"{case.title} ({number}, {CHAIR[case.view]}{more}{danger})\n     {case.line}"


def _prepare(case: Script, minutes: Minutes, options: argparse.Namespace) -> int:
    """Write the papers, then tell how it goes on, or begin."""
    library = scenario_library()
    number = case.id.split("_")[0]
    hurdle = library.hurdle_name(case.hurdle)
    texts = papers_before(case, library.house(), hurdle_name=hurdle)
    folder = options.to or free_papers_folder(f"troth-workshop-{number}")
    written = write_papers(folder, texts)
    which = options.case or number
    play = f"troth scenario play {shlex.quote(which)} --minutes {minutes}"
    say(
        f"{case.title}: your papers are in {written}",
        "  facilitator.html   your sheet: scenes, traps, what to ask, your time",
        "  hand-out.html      for everyone: the case, the questions, the observer's list",
        "  Your sheet says when to give the hand-out out.",
        "  Open them in a browser to print. The same stands in the .md files.",
    )
    if case.content_notice:
        say("", at_words(f"Say before: {case.content_notice}", line_width()))
    say(
        "",
        f"To begin, with the projector on:       {play}",
        "In a second terminal, only for you:    troth scenario notes",
    )
    if not sys.stdin.isatty() or not sys.stdout.isatty():
        return 0
    say("")
    return _begin(which, minutes, options)


def _begin(which: str, minutes: Minutes, options: argparse.Namespace) -> int:
    try:
        later = ask("Begin now?", (("yes, open the test page", False), ("no, later", True)))
    except EOFError:
        return 0
    if later:
        return 0
    from tui.cli.play import begun, show

    return show(options, lambda: begun(which, minutes, clock_at(options.now)), which)
