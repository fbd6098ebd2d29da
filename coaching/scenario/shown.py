"""What of a case the room has seen so far: for each scene of the way its pages, and no other."""

from collections.abc import Iterator
from dataclasses import dataclass

from coaching.scenario.deck import Page, PageKind, deck, scenes_on_way
from coaching.scenario.play import Play
from coaching.scenario.script import Scene
from coaching.scenario.session import Session


@dataclass(frozen=True)
class ShownScene:
    """A scene of the way, the number of choices taken before it, and its pages that were shown."""

    scene: Scene
    taken: int
    pages: tuple[Page, ...]

    def lines(self, *kinds: PageKind) -> tuple[str, ...]:
        """What stood on its pages of these kinds, in order."""
        return tuple(line for page in self.pages if page.kind in kinds for line in page.lines)

    @property
    def is_asked(self) -> bool:
        """Whether the room has seen its question."""
        return any(page.kind == "question" for page in self.pages)

    @property
    def how_it_ended(self) -> str:
        """The sentence that sums an ending up, once the room has seen the ending; else ""."""
        told = self.lines("ending")
        return (self.scene.ending or "") if len(told) >= len(self.scene.tell) else ""

    @property
    def other_side(self) -> str:
        """What was told of the other side, with whose it is; "" where it was not shown."""
        titles = [page.title for page in self.pages if page.kind == "other_side"]
        return f"{titles[0]}. {' '.join(self.lines('other_side'))}" if titles else ""


def shown_scenes(play: Play, session: Session) -> Iterator[ShownScene]:
    """The scenes of a session's way, up to the last page that was shown of it."""
    pages = deck(play.script, play.house, session)[: session.furthest + 1]
    for scene, taken in scenes_on_way(play.script, session):
        seen = tuple(page for page in pages if page.scene == scene.id)
        if seen:
            yield ShownScene(scene, taken, seen)
