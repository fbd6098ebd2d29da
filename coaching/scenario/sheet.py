"""The facilitator's sheet of a case on paper: what it is about, every scene, every note."""

from collections.abc import Iterator

from coaching.say import say_list
from coaching.scenario.plan import plan_lines
from coaching.scenario.script import Choice, Condition, RolePlay, Scene, SceneNotes, Script
from coaching.scenario.workshop import Workshop

GIVE_OUT = (
    "The hand-out: with a role-play, give it out before that; the observer's list is in it. "
    "Without one, give it out at the next step, which is written on it."
)
GIVE_OUT_LATE = "The hand-out: give it out at the next step, which is written on it."
YOUR_VIEW = {
    "mentor": "the mentor's chair",
    "mentee": "the mentee's chair",
    "both": "both chairs",
}


def facilitator_sheet(script: Script, house: Workshop, *, hurdle_name: str) -> str:
    """The whole sheet as Markdown."""
    parts = (
        _head(script, hurdle_name),
        _for_you(script),
        _rules(house),
        _times(script, house),
        _scenes(script),
        _talk(script, house),
        _role_play(script, house),
        research(script),
    )
    return "\n".join(line for part in parts for line in (*part, "")).rstrip() + "\n"


def _head(script: Script, hurdle_name: str) -> Iterator[str]:
    yield f"# {script.title}"
    yield ""
    yield script.line
    yield ""
    yield f"- Told from {YOUR_VIEW[script.view]}; {script.setting}"
    yield f"- About: {hurdle_name}"
    yield f"- From {script.minutes} minutes"
    if script.content_notice:
        yield f"- Say before: {script.content_notice}"
    yield ""
    for person in script.cast:
        yield f"- {person.name}: {person.who}"
    yield ""
    yield from script.opening


def _for_you(script: Script) -> Iterator[str]:
    notes = script.facilitator
    yield "## For you"
    yield ""
    yield f"- Hook: {notes.hook}"
    yield f"- Turning point: {notes.turning_point}"
    yield f"- The wrong easy answer: {notes.wrong_easy_answer}"
    for trap in notes.traps:
        yield f"- Trap: {trap}"
    for group in notes.groups:
        yield f'- If the group says "{group.says}" ask: {group.ask}'


def _rules(house: Workshop) -> Iterator[str]:
    yield "## Ground rules"
    yield ""
    yield from (f"- {rule}" for rule in house.ground_rules)
    yield ""
    yield house.limits


def _times(script: Script, house: Workshop) -> Iterator[str]:
    yield "## Your time"
    for form in script.formats:
        yield ""
        yield f"### {form.minutes} minutes"
        yield ""
        yield form.how
        yield ""
        yield from (f"- {line}" for line in plan_lines(script, house, form.minutes))
    yield ""
    yield GIVE_OUT if script.role_play else GIVE_OUT_LATE


def _scenes(script: Script) -> Iterator[str]:
    yield "## The scenes"
    titles = {scene.id: scene.title for scene in script.scenes}
    for scene in script.scenes:
        yield ""
        ending = " (an ending)" if scene.ending else ""
        yield f"### {scene.title}{ending}"
        yield ""
        yield f"{scene.day}."
        yield ""
        yield from _scene(scene, script, titles)


def _scene(scene: Scene, script: Script, titles: dict[str, str]) -> Iterator[str]:
    yield " ".join(scene.tell)
    for also in scene.also:
        yield ""
        yield f"{_only_after(also.when, script)}: {also.text}"
    if scene.question:
        yield ""
        yield f"**{scene.question}**"
        yield ""
    for number, choice in enumerate(scene.choices, start=1):
        yield from _choice(number, choice, titles)
    if scene.next:
        yield ""
        yield f"Then: {titles[scene.next]}."
    if scene.other_side:
        yield ""
        name = script.person(scene.other_side.who).name
        yield f"The other side, {name}: {' '.join(scene.other_side.tell)}"
    if scene.notes:
        yield ""
        yield from _to_do(scene.notes)
        yield from (f"- Trap: {trap}" for trap in scene.notes.traps)
        yield from (f'- If they say "{one.says}" ask: {one.ask}' for one in scene.notes.groups)


def _to_do(notes: SceneNotes) -> Iterator[str]:
    for heading, text in (("Do", notes.do), ("Say", notes.say), ("Know", notes.know)):
        if text:
            yield f"- {heading}: {text}"
    if notes.after:
        yield f"- Do, once the hands are shown: {notes.after}"


def _only_after(when: Condition, script: Script) -> str:
    """Which choices a page is told after, by number and scene."""
    named = {
        one.id: f'choice {number} of "{scene.title}"'
        for scene in script.scenes
        for number, one in enumerate(scene.choices, start=1)
    }
    said = []
    if when.any_of:
        said.append(f"only after {say_list([named[one] for one in when.any_of], 'or')}")
    if when.none_of:
        said.append(f"not after {say_list([named[one] for one in when.none_of], 'or')}")
    told = ", and ".join(said)
    return f"{told[:1].upper()}{told[1:]}"


def _choice(number: int, choice: Choice, titles: dict[str, str]) -> Iterator[str]:
    yield f"{number}. {choice.text}"
    yield f"   - Why one might: {choice.pull}"
    yield f"   - Then: {' '.join(choice.then)}"
    for stands in choice.stands:
        yield f"   - Trust in {stands.quality}: {stands.fact}"
    goals = dict.fromkeys([*(turn.next for turn in choice.turns), choice.next])
    yield f"   - Leads to: {', '.join(titles[goal] for goal in goals)}"


def _talk(script: Script, house: Workshop) -> Iterator[str]:
    yield "## Questions"
    yield ""
    for number, text in enumerate(script.discussion, start=1):
        yield f"{number}. {text}"
    yield ""
    yield "Asked of every case:"
    yield ""
    for text in house.questions:
        yield f"- {text}"


def _role_play(script: Script, house: Workshop) -> Iterator[str]:
    role_play = script.role_play
    yield "## Role-play"
    yield ""
    if role_play is None:
        yield house.no_role_play
        return
    yield f"{role_play.situation} {role_play.task}"
    yield ""
    for role in role_play.roles:
        yield f"- {script.person(role.who).name}: {role.brief}"
    yield ""
    yield from observers_list(role_play, house)
    yield ""
    yield house.stop_rule


def observers_list(role_play: RolePlay, house: Workshop) -> Iterator[str]:
    """What the observer of a role-play ticks, on the sheet and in the hand-out."""
    yield house.observer
    yield ""
    yield from (f"- [ ] {line}" for line in role_play.observe)
    yield from (f"- [ ] {habit.text}" for habit in house.habits)


def research(script: Script) -> Iterator[str]:
    """What may be put on paper of the research, with its strength and sources."""
    if not script.printable_research:
        return
    yield "## What research says"
    yield ""
    for finding in script.printable_research:
        yield f"- {finding.text} How strong: {finding.strength} ({' '.join(finding.sources)})"
