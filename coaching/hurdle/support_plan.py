"""What the deeper support adds to the plan, each part with the field it comes from."""

from collections.abc import Iterator

from coaching.guide import Content
from coaching.hurdle.sections import Section, own
from coaching.record.hurdle import Hurdle
from coaching.record.outside import ToTell
from coaching.say import say_day


def sections(hurdle: Hurdle, content: Content) -> Iterator[Section]:
    """The step of the ladder, what to tell, how to ask, and what came of it."""
    words = content.support.plan
    rung = content.support.rung(hurdle.rung)
    if rung is not None:
        yield Section("rung", words.rung, (rung.name,))
    tell = hurdle.to_tell or ToTell()
    for field in content.support.share.fields:
        if field.id in ToTell.model_fields:
            yield from own(f"to_tell.{field.id}", field.label, getattr(tell, field.id))
    yield from own("how_to_ask", words.how_to_ask, hurdle.how_to_ask)
    if hurdle.came_of_it is not None:
        came = hurdle.came_of_it
        labels = {one.id: one.label for one in content.support.came}
        line = f"{labels.get(came.came, came.came)} ({say_day(came.on)})"
        yield Section("came_of_it", words.came_of_it, (line,))
        yield from own("came_of_it.note", words.came_note, came.note)
