"""Stories from one's own life, kept by the user; and each telling, kept where it was told."""

from datetime import date
from typing import ClassVar, Literal

from coaching.record.base import MyLong, MyShort, MyTitle, OurShort, OurTitle, Record, Side

StoryKind = Literal["setback", "success"]
Named = Literal["nobody", "agreed", "not_asked"]


class Story(Record):
    """An experience of the user's own. `named` says whether others in it agreed to be told of."""

    table: ClassVar[str] = "stories"

    title: MyTitle
    kind: StoryKind
    text: MyLong = ""
    point: MyShort = ""
    named: Named = "nobody"
    written: date


class Telling(Record):
    """A story told by one side to the other, after asking. `story` is its id where it is kept.

    `fits` is what the listener took from it: "what of this fits you?".
    """

    table: ClassVar[str] = "tellings"

    title: OurTitle
    by: Side
    told: date
    story: str = ""
    fits: OurShort = ""
