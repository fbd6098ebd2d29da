"""What the facilitator reads beside the page the room sees: what to do, what to say, what comes."""

from collections.abc import Iterator
from dataclasses import dataclass

from coaching.say import say_count
from coaching.scenario.deck import Page, PageKind
from coaching.scenario.hands import say_hands
from coaching.scenario.parts import NAMES
from coaching.scenario.plan import plan_lines
from coaching.scenario.play import Play
from coaching.scenario.script import Choice, IfGroup, SceneNotes

READ = "Read it aloud, then wait. space turns the page."
TO_DO: dict[PageKind, str] = {
    "test": "Ask the last row. space leaves this page, and with it the time begins to count.",
    "rules": READ,
    "notice": "Read it slowly. Say that anyone may leave the room and come back.",
    "cast": "Read the names aloud. space turns the page.",
    "opening": READ,
    "scene": READ,
    "question": "Read the question and every choice aloud. space: eyes closed.",
    "consequence": "Read it as a fact, not as a verdict. Let the room react first.",
    "stands": "Read it as facts. Nobody has won or lost anything.",
    "other_side": "Read it slowly. Ask what is new, then wait.",
    "ending": "Read it, then wait. Nothing has to be said at once.",
    "discussion": "Ask it, then leave a silence. space comes when they are done.",
    "second_way": "b shows the choices. Take another one, play to its end; then b: Your next step.",
    "role_play": "Read it aloud. Nobody has to play; some may watch.",
    "brief": "Only the one who plays this role reads it. The others look away.",
    "observe": "For those who watch; the same list is in the hand-out. Read it aloud.",
    "now_play": 'Say "Now play." t begins the minutes. Then they change places, and t again.',
    "debrief": "One question at a time. Facts first.",
    "commitment": "Two quiet minutes; t shows them. Nobody collects what is written.",
    "close": "w writes the transcript and the hand-out. Thank the room.",
}
HIDDEN = "Two minutes with a neighbour first, if you like: t. Then space shows the hands."
SEES_HIDDEN = "The question and the choices. The hands are hidden until you show them."
HOOK_FIRST = "Best asked here, before space: the time begins when this page is left."
HOOK_STILL = "If you have not asked it yet. The time is counting."
ONE_LEADS = "Ask for one voice for each choice. enter takes the one with most hands."
NONE_LEADS = "Ask for one voice for each choice. Then type a number; enter takes it."
ANOTHER = "A number marks another one."
TAKEN_HERE = (
    "The choice marked was taken; enter goes on with it. Another one is open here: "
    "type its number, then enter."
)
FIRST_WORDS = 36
NAMED: dict[PageKind, str] = {
    "vote": "Hands up",
    "reveal": "The hands",
    "consequence": "What followed",
    "stands": "Where trust stands",
    "observe": "The observer",
}
TOLD_BY_WORDS: frozenset[PageKind] = frozenset(
    {"rules", "cast", "opening", "scene", "ending", "consequence", "discussion"}
)
"""Pages of one name come in a row here; their first words tell which it is."""
BEFORE_THE_CASE: frozenset[PageKind] = frozenset({"test", "rules", "notice", "cast", "opening"})
BEFORE_THE_VOTE: frozenset[PageKind] = frozenset({"scene", "question"})


@dataclass(frozen=True)
class Note:
    """A heading, and beside it one paragraph for each line."""

    heading: str
    lines: tuple[str, ...]


def notes_for(play: Play) -> tuple[Note, ...]:
    """The notes for the page shown, what matters most first."""
    page = play.page
    found = [
        Note("The room sees", (_seen(play),)),
        Note("Do", (_to_do(play), *_do_here(play))),
        Note("Typed", tuple(_typed(play))),
        *_of_the_scene(play),
        *_hook(play),
        *_of_the_choices(play),
        Note("Next", tuple(_next(play))),
        *_if_they_say(play),
    ]
    if page.kind == "test":
        found += _before(play)
    if page.kind == "rules":
        found.append(Note("To warm up", (play.house.warm_up,)))
    if page.kind in {"role_play", "brief", "observe", "now_play"}:
        found.append(Note("Stop", (play.house.stop_rule,)))
    if page.kind == "close":
        found.append(Note("Later", (play.house.evaluation,)))
    return tuple(note for note in found if note.lines)


def named(page: Page) -> str:
    """A page in one line."""
    match page.kind:
        case "question":
            return f"Question: {page.title}"
        case "vote":
            return f"Hands up for {page.number}: {page.lines[0]}"
        case "brief":
            return f"What {page.title} is told"
        case "scene" | "ending":
            name = f"{page.title}, {page.day}"
        case "discussion" | "other_side" | "role_play":
            name = page.title
        case _:
            name = NAMED.get(page.kind) or NAMES.get(page.kind, page.title)
    return f"{name}: {_begins(page.lines[0])}" if page.kind in TOLD_BY_WORDS else name


def _to_do(play: Play) -> str:
    page = play.page
    if page.kind == "vote":
        return (
            f'Say "{play.house.eyes_closed} {page.number}." Count, type how many, enter. '
            "The room sees dots only."
        )
    if page.kind != "reveal":
        return TO_DO[page.kind]
    if play.counts() is None:
        return f"{_counted(play)} {HIDDEN}"
    if page.decision is not None and page.decision < len(play.session.steps):
        return TAKEN_HERE
    return f"{ONE_LEADS} {ANOTHER}" if len(play.leading()) == 1 else NONE_LEADS


def _counted(play: Play) -> str:
    """For how many choices hands were typed; how many hands stays hidden."""
    decision = play.page.decision
    counted = 0 if decision is None else len(play.session.ballot(decision).hands)
    return f"Counted for {counted} of {say_count(len(play.choices()), 'choice')}."


def _next(play: Play) -> Iterator[str]:
    onward = play.next_page
    if onward is not None:
        yield named(onward)
    elif play.choices():
        yield "What the choice leads to, above."
    else:
        yield "Nothing more; this is the last page."


def _seen(play: Play) -> str:
    """What is on the wall; hands that are hidden are said to be."""
    return SEES_HIDDEN if _is_hidden(play) else named(play.page)


def _is_hidden(play: Play) -> bool:
    return play.page.kind == "reveal" and play.counts() is None


def _is_shown(play: Play) -> bool:
    return play.page.kind == "reveal" and play.counts() is not None


def _typed(play: Play) -> Iterator[str]:
    """The hands typed and not yet shown, so that the facilitator can check them."""
    decision = play.page.decision
    if decision is None or not (play.page.kind == "vote" or _is_hidden(play)):
        return
    hands = play.session.ballot(decision).hands
    if hands:
        counted = enumerate(play.choices(), start=1)
        yield "; ".join(f"{number}: {say_hands(hands, one.id)}" for number, one in counted)


def _here(play: Play) -> SceneNotes | None:
    return play.script.scene(play.page.scene).notes if play.page.scene else None


def _do_here(play: Play) -> Iterator[str]:
    """What to do at this scene: before the vote, or once the hands are shown."""
    notes = _here(play)
    if notes and notes.do and play.page.kind in BEFORE_THE_VOTE:
        yield notes.do
    if notes and notes.after and _is_shown(play):
        yield notes.after


def _of_the_scene(play: Play) -> Iterator[Note]:
    """What to say and to know before the vote; it does not stay on later pages."""
    notes = _here(play)
    if notes is None or play.page.kind not in BEFORE_THE_VOTE:
        return
    yield Note("Say", (notes.say,) if notes.say else ())
    yield Note("Know", (notes.know,) if notes.know else ())


def _if_they_say(play: Play) -> Iterator[Note]:
    if notes := _here(play):
        yield Note("If they say", tuple(map(_asked, notes.groups)))
        yield Note("Traps", notes.traps)


def _hook(play: Play) -> Iterator[Note]:
    if play.page.kind in BEFORE_THE_CASE:
        hint = HOOK_FIRST if play.page.kind == "test" else HOOK_STILL
        yield Note("Hook", (play.script.facilitator.hook, hint))


def _of_the_choices(play: Play) -> Iterator[Note]:
    """Each choice with its pull and where it leads; once hands are shown, with what follows."""
    decision = play.page.decision
    if decision is None or play.page.kind not in {"question", "vote", "reveal"}:
        return
    chosen = play.session.chosen[:decision]
    for number, choice in enumerate(play.choices(), start=1):
        if play.page.kind == "vote" and number != play.page.number:
            continue
        more = f"Why one might: {choice.pull}"
        if _is_shown(play):
            more = f"Then: {' '.join(choice.then)}"
        yield Note(str(number), (choice.text, more, _leads(play, choice, chosen)))


def _leads(play: Play, choice: Choice, chosen: tuple[str, ...]) -> str:
    scene = play.script.scene(choice.leads_to((*chosen, choice.id)))
    ending = " (an ending)" if scene.ending else ""
    return f"Leads to: {scene.title}{ending}"


def _before(play: Play) -> list[Note]:
    told = play.script.facilitator
    return [
        Note("Turning point", (told.turning_point,)),
        Note("The wrong easy answer", (told.wrong_easy_answer,)),
        Note("If they say", tuple(map(_asked, told.groups))),
        Note("Traps", told.traps),
        Note("Your time", tuple(plan_lines(play.script, play.house, play.session.minutes))),
    ]


def _begins(text: str) -> str:
    """The first words of a text, as many as tell which page it is."""
    kept = ""
    for word in text.split():
        if kept and len(kept) + 1 + len(word) > FIRST_WORDS:
            return f"{kept} …"
        kept = f"{kept} {word}".lstrip()
    return kept


def _asked(group: IfGroup) -> str:
    return f'"{group.says}" Ask: {group.ask}'
