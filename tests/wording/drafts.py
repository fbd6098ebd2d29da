"""Labelled drafts: what stands in each, by the words a reader would point at."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Literal, get_args

import yaml

from coaching.wording import ComponentId, FlagId, Verdict, WordingContent
from data.wording_loader import load_wording

FOLDER = Path(__file__).parent / "drafts"
Half = Literal["development", "test", "third"]
COMPONENTS: tuple[str, ...] = get_args(ComponentId)
FLAGS: tuple[str, ...] = get_args(FlagId)


@dataclass(frozen=True)
class Draft:
    """A draft, what its writer was like, and what a reader finds in it."""

    id: str
    manner: str
    text: str
    has: dict[str, str] = field(default_factory=dict)
    flags: dict[str, str] = field(default_factory=dict)
    expect: Verdict | None = None


shared_words = cache(load_wording)


def words() -> WordingContent:
    """The shipped words, loaded once for all tests."""
    return shared_words()


def drafts(half: Half) -> list[Draft]:
    """The drafts of one set, in the order of their files; none where there is no such folder."""
    return list(_read(FOLDER / half))


def _read(folder: Path) -> Iterator[Draft]:
    for path in sorted(folder.glob("*.yaml")):
        for item in yaml.safe_load(path.read_text("utf-8")):
            yield Draft(**item)
