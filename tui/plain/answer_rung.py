"""The ladder to help from outside on plain lines: what speaks for it, then the step itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, cast

from coaching.hurdle import support
from tui.plain.answer_ticks import tick_question
from tui.plain.form import Given, Part, fill_in
from tui.plain.question import Option, Question, choice, joined
from tui.plain.wizard_place import place

if TYPE_CHECKING:
    from coaching.hurdle.support import Reason
    from tui.hurdle.session import HurdleSession
    from tui.plain.desk import Desk

FITS = "Fits."
Told = Callable[[Question[Any]], Question[Any]]


def rung_question(desk: Desk, session: HurdleSession, told: Told) -> Mapping[str, Any] | None:
    """Ask for reasons, which are not kept, and for the step; None where none is chosen.

    After a yes at the safety door no reason is asked for.
    """
    parts = (
        Part("reasons", lambda _: told(_reasons(session)), lambda _: not session.care),
        Part("rung", lambda given: _in_its_place(session, told(_steps(session, given)))),
    )
    given = fill_in(desk.prompt, place(session), parts, counted="part")
    return {"rung": given["rung"]} if given["rung"] else None


def _reasons(session: HurdleSession) -> Question[tuple[str, ...]]:
    words, known = session.content.support, session.known
    kind = known.kind if known else None
    found = support.reasons_in_record(session.workbook, session.answers, kind)
    own = session.i_am == "mentee"
    entries = [(one.id, joined(_to(one.label, own), one.help or "")) for one in words.reasons]
    title = session.say(session.worded().title)
    question = tick_question(title, entries, found)
    return question.proposing(question.proposal).telling(words.ladder.not_kept)


def _to(label: str, to_mentee: bool) -> str:
    """The words for this user: a decision about the mentee is one about them."""
    return label.replace("about the mentee", "about you") if to_mentee else label


def _steps(session: HurdleSession, given: Given) -> Question[str]:
    """The steps that are offered, with when each is for and who; what fits is said."""
    words, known = session.content.support, session.known
    reasons = frozenset(cast("tuple[Reason, ...]", given.get("reasons") or ()))
    kind, before = known.kind if known else None, session.answers.rung
    fits = support.suggested(reasons, kind=kind, tried=before, care=session.care)
    rung = words.rung(fits.rung or "")
    lines = [joined(f"{words.ladder.fits} {rung.name}")] if rung and reasons else []
    if session.care:
        lines = [words.ladder.fits_care]
    if fits.not_now and not session.care:
        lines.append(words.ladder.no_talk)
    offered = support.offered(care=session.care, afraid="afraid" in reasons)
    options = [_step(session, one, fits=bool(lines) and one == fits.rung) for one in offered]
    kept = next((one.label for one in options if one.value == before), "")
    title = session.say(session.worded().title)
    return choice(title, options).having(kept, "chosen").saying(*lines)


def _step(session: HurdleSession, rung_id: str, *, fits: bool) -> Option[str]:
    content = session.content
    rung = content.support.rung(rung_id)
    if rung is None:
        return Option(rung_id, rung_id)
    people = "; ".join(kind.name for kind in map(content.support_kind, rung.kinds) if kind)
    return Option(
        rung_id, _upper(rung.name), joined(FITS if fits else "", rung.when, _upper(people))
    )


def _in_its_place(session: HurdleSession, question: Question[str]) -> Question[str]:
    """Without the help of the reasons, which was told with them."""
    help_lines = () if session.care else tuple(map(session.say, session.worded().help))
    about = tuple(one for one in question.about if one not in help_lines)
    return question.as_part(question.words, about, needed=False)


def _upper(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
