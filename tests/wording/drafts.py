"""Labelled drafts: what stands in each, by the words a reader would point at."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Literal

import yaml

from coaching.wording import Verdict, WordingContent
from data.wording_loader import load_wording
from data.yaml_source import Loader

FOLDER = Path(__file__).parent / "drafts"
Half = Literal["development", "test", "third", "fourth"]
OWN = "own"
OUTSIDER = "outsider"


@dataclass(frozen=True)
class Draft:
    """A draft, what its writer was like, and what a reader finds in it."""

    id: str
    manner: str
    text: str
    has: dict[str, str] = field(default_factory=dict)
    flags: dict[str, str] = field(default_factory=dict)
    expect: Verdict | None = None
    writer: str = OWN


shared_words = cache(load_wording)


def words() -> WordingContent:
    """The shipped words, loaded once for all tests."""
    return shared_words()


def drafts(half: Half) -> list[Draft]:
    """The drafts of one set, in the order of their files; none where there is no such folder."""
    return list(_read_once(FOLDER / half))


@cache
def _read_once(folder: Path) -> tuple[Draft, ...]:
    return tuple(_read(folder))


def _read(folder: Path) -> Iterator[Draft]:
    for path in sorted(folder.glob("*.yaml")):
        writer = path.stem.rpartition("_")[0] if path.stem.startswith(OUTSIDER) else OWN
        for item in yaml.load(path.read_text("utf-8"), Loader=Loader):
            yield Draft(**item, writer=writer)
