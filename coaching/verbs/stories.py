"""What a user does with stories: write one down, tell it, note what fitted, delete."""

from datetime import date

from coaching.errors import Refused
from coaching.record.base import Side
from coaching.record.story import Named, Story, StoryKind, Telling
from coaching.record.workbook import Done, Workbook
from coaching.say import say_day


def write(
    mine: Workbook,
    *,
    story_id: str,
    title: str,
    kind: StoryKind,
    today: date,
    text: str = "",
    point: str = "",
    named: Named = "nobody",
) -> Done:
    """Keep a story in the user's own workbook, or change the one with this id."""
    old = mine.find(Story, story_id)
    written = old.written if old else today
    story = Story(
        id=story_id, title=title, kind=kind, written=written, text=text, point=point, named=named
    )
    return Done(mine.put(story), f"Story kept: {story.title}.")


def delete(mine: Workbook, story_id: str) -> Done:
    """Take a story out of the user's own workbook; that it was told stays where it was told."""
    story = mine.get(Story, story_id)
    return Done(mine.without(story), f"Story deleted: {story.title}.")


def tell(
    workbook: Workbook, *, telling_id: str, story: Story, asked_first: bool, on: date, today: date
) -> Done:
    """Record that one of the user's stories was told to this person.

    Refused for a day still to come, where it was not asked first whether it is wanted, and where
    people in it did not agree.
    """
    if on > today:
        raise Refused(f"{say_day(on)} is still to come. Log it once it is told.", "when")
    if not asked_first:
        raise Refused("Ask first whether a story is wanted.", "asked_first")
    if story.named == "not_asked":
        raise Refused("Someone in this story was not asked. Ask them, or leave them out.", "story")
    telling = Telling(id=telling_id, title=story.title, by="me", told=on, story=story.id)
    name = workbook.relationship.name
    return Done(workbook.put(telling), f"Story told to {name} on {say_day(on)}: {story.title}.")


def hear(workbook: Workbook, *, telling_id: str, title: str, on: date, today: date) -> Done:
    """Record that the other told a story of their own, by its title."""
    if on > today:
        raise Refused(f"{say_day(on)} is still to come. Log it once it is told.", "when")
    telling = Telling(id=telling_id, title=title, by="them", told=on)
    name = workbook.relationship.name
    return Done(workbook.put(telling), f"Story of {name} kept by its title: {telling.title}.")


def note_fit(workbook: Workbook, telling_id: str, *, fits: str) -> Done:
    """Note what of a story fitted the listener."""
    telling = workbook.get(Telling, telling_id).changed(fits=fits)
    return Done(workbook.put(telling), "What fitted is kept.")


def forget_telling(workbook: Workbook, telling_id: str) -> Done:
    """Take out that a story was told."""
    return Done(workbook.without(workbook.get(Telling, telling_id)), "Telling deleted.")


def told_to(workbook: Workbook, story_id: str, by: Side = "me") -> date | None:
    """The latest day this story was told to this person; None where it was not."""
    days = [one.told for one in workbook.all(Telling) if one.story == story_id and one.by == by]
    return max(days, default=None)
