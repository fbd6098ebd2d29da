"""The papers around a workshop, each as Markdown and as HTML: before it and after it."""

from coaching.scenario.handout import handout
from coaching.scenario.paper import as_html
from coaching.scenario.play import Play
from coaching.scenario.script import Script
from coaching.scenario.sheet import facilitator_sheet
from coaching.scenario.transcript import transcript
from coaching.scenario.workshop import Workshop

SHEET, HANDOUT, TRANSCRIPT = "facilitator", "hand-out", "transcript"


def papers_before(script: Script, house: Workshop, *, hurdle_name: str) -> dict[str, str]:
    """File names and texts: the facilitator's sheet, and the hand-out for everyone."""
    sheet = facilitator_sheet(script, house, hurdle_name=hurdle_name)
    return _both({SHEET: sheet, HANDOUT: handout(script, house)})


def papers_after(play: Play) -> dict[str, str]:
    """File names and texts: the way the room took, and the hand-out with it."""
    told = handout(play.script, play.house, play)
    return _both({TRANSCRIPT: transcript(play), HANDOUT: told})


def _both(papers: dict[str, str]) -> dict[str, str]:
    as_markdown = {f"{name}.md": text for name, text in papers.items()}
    return as_markdown | {f"{name}.html": as_html(text) for name, text in papers.items()}
