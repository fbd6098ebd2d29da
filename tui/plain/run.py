"""Begins and ends a run on plain lines: what is said first, how it is left, the exit code."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from coaching.text import quote
from tui.plain.desk import Desk
from tui.plain.editor import edit_text
from tui.plain.lines import StandardLines
from tui.plain.prompt import Prompt
from tui.plain.question import Back, Ended, Left, Misfit, first_words, joined

if TYPE_CHECKING:
    from tui.scenario.stage import Stage
    from tui.world import World

DONE, HALF, WRONG_USE, INTERRUPTED = 0, 1, 2, 130
STAYS = (
    "What is written here stays in the scrollback of your terminal. The word leave clears it, "
    "if your terminal can do that."
)
GOES_ON = "What is written here stays where it goes; Troth cannot clear it."
WORDS = "At every question you can also type: back, skip, help, again, where, save, leave."
CLEARED = (
    "You have left Troth. The screen and what could be scrolled back were cleared, if your "
    "terminal can do that. Not cleared: what a screen reader, tmux or a log has kept."
)
NOT_CLEARED = "You have left Troth. Nothing was cleared: Troth cannot clear what is written here."
NO_MORE = "There is no more input, so Troth ends here. What was said to be kept is kept."
NO_MORE_HALF = (
    "There is no more input in the middle of a question. What was said to be kept is kept."
)
STILL_THERE = (
    "Done. What was written is still on the screen and in the scrollback; in most terminals the "
    "command clear removes both."
)
DONE_WITH = "Done."
NOTHING_KEPT = "Nothing was kept."
KEPT = "What was said to be kept is kept."
NOTHING = f"There is no more input, so Troth ends here. {NOTHING_KEPT}"
MISFIT = "Line {number}{typed}, does not fit its question: {why}"
LINES_AFTER = (
    "Troth ends here and does nothing with the lines after it. There, or above, may be one answer "
    "too many or too few."
)
LEFT_OVER = (
    "Of the input, {which} did not count: no question was left that it fits. Above there may be "
    "one answer too many or too few; look for the first that does not fit its question."
)


def run_world(world: World, unlock: Callable[[], None]) -> int:
    """Home, or the hurdle that the run opens with, until the user leaves; the exit code."""
    lines = StandardLines()
    prompt = Prompt(lines)
    desk = Desk(world, prompt, unlock)
    prompt.from_file = lines.from_file
    if not world.opening.alone:
        prompt.heard = desk.after_silence
    if lines.is_typed:
        prompt.edit = partial(edit_text, desk)

    def deed() -> None:
        begin(desk, can_clear=lines.can_clear)
        prompt.say(STILL_THERE if lines.can_clear else DONE_WITH)

    def nothing_kept() -> bool:
        return world.opening.alone and not desk.kept_alone

    return until_left(lines, prompt, deed, nothing_kept)


def run_play(load: Callable[[], Stage]) -> int:
    """A workshop case until its end, or until the user leaves; the exit code."""
    from tui.plain.scenario import PlainPlay

    lines = StandardLines()
    prompt = Prompt(lines)
    prompt.from_file = lines.from_file
    stage = load()

    def deed() -> None:
        hello(prompt, "A workshop case in plain lines.", can_clear=lines.can_clear)
        PlainPlay(prompt, stage).run()

    try:
        return until_left(lines, prompt, deed)
    finally:
        with suppress(OSError):
            stage.keeper.close()


def until_left(
    lines: StandardLines,
    prompt: Prompt,
    deed: Callable[[], None],
    nothing_kept: Callable[[], bool] = lambda: False,
) -> int:
    """Do it until it ends, and give the exit code.

    0 where it was left or came to its end, 1 where input ended half way, 2 where a line of a file
    of answers fitted no question, or none was left for the last ones.
    """
    code = _until_left(lines, prompt, deed, nothing_kept)
    left = lines.left_over() if code == DONE else None
    if left is None:
        return code
    first, last = left
    which = f"line {first}" if first == last else f"lines {first} to {last}"
    prompt.say(LEFT_OVER.replace("{which}", which), NOTHING_KEPT if nothing_kept() else KEPT)
    return WRONG_USE


def _until_left(
    lines: StandardLines, prompt: Prompt, deed: Callable[[], None], nothing_kept: Callable[[], bool]
) -> int:
    try:
        deed()
    except Left:
        _leave(lines, prompt)
    except Ended as ended:
        if nothing_kept():
            prompt.say(NOTHING)
        else:
            prompt.say(NO_MORE_HALF if ended.half else NO_MORE)
        return HALF if ended.half else DONE
    except Misfit as misfit:
        _tell_misfit(prompt, misfit, lines.line_number - misfit.lines_after)
        prompt.say(NOTHING_KEPT if nothing_kept() else KEPT)
        return WRONG_USE
    except KeyboardInterrupt:
        _leave(lines, prompt)
        return INTERRUPTED
    return DONE


def _tell_misfit(prompt: Prompt, misfit: Misfit, number: int) -> None:
    typed = f", {quote(first_words(misfit.typed))}" if misfit.typed.strip() else ", an empty one"
    line = MISFIT.replace("{number}", str(number)).replace("{typed}", typed)
    prompt.say(line.replace("{why}", misfit.sentence), LINES_AFTER)


def hello(prompt: Prompt, first: str, *, can_clear: bool) -> None:
    """What is said at the beginning: what stays on the screen, and the words to know."""
    prompt.say(first, STAYS if can_clear else GOES_ON, WORDS)


def _leave(lines: StandardLines, prompt: Prompt) -> None:
    can = lines.can_clear
    lines.clear()
    prompt.say(CLEARED if can else NOT_CLEARED)


def begin(desk: Desk, *, can_clear: bool) -> None:
    """Say hello, then do what the run opens with."""
    from tui.plain.home import home, say_now
    from tui.plain.hurdle import begin_or_go_on, hurdle_alone

    opening = desk.world.opening
    mark = desk.world.mark
    made_up = f"{mark[:1].upper()}{mark[1:]}: made-up records" if mark else ""
    first = joined("Troth in plain lines", made_up, say_now(desk))
    hello(desk.prompt, first, can_clear=can_clear)
    if opening.screen == "home":
        home(desk)
    elif opening.workbook_id:
        with suppress(Back):
            begin_or_go_on(desk, opening.workbook_id)
    else:
        hurdle_alone(desk, opening.i_am, keep=opening.keep)
