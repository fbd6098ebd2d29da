"""Reads what the wording check knows, apart from the other content: it is large and rarely used."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from coaching.wording import WordingContent
from coaching.wording.reader import Trained, TrainedReader, WordGroups
from data.content_loader import CONTENT_FOLDER, PLAIN_MESSAGES, ContentProblem
from data.yaml_source import WHOLE_FILE, Problem, YamlSource, read_yaml

Learned = TypeVar("Learned", bound=BaseModel)

WORDING_FILE = CONTENT_FOLDER / "wording.yaml"
READER_FILE = CONTENT_FOLDER / "wording_reader.json"
GROUPS_FILE = CONTENT_FOLDER / "word_groups.json"


def load_wording(
    path: Path = WORDING_FILE, reader: Path = READER_FILE, groups: Path = GROUPS_FILE
) -> WordingContent:
    """Read and check all that the wording check knows; the caller keeps the result.

    Raises:
        ContentProblem: with every mistake found in the first file that has one.
    """
    words = load_rules(path)
    trained = Trained(groups=_learned(groups, WordGroups), reader=_learned(reader, TrainedReader))
    return words.model_copy(update={"trained": trained})


def load_rules(path: Path = WORDING_FILE) -> WordingContent:
    """The words, patterns and questions, without what was learned from drafts.

    Raises:
        ContentProblem: with every mistake found.
    """
    source = read_yaml(path)
    if source.problems:
        raise ContentProblem(source.problems)
    try:
        return WordingContent.model_validate(source.value)
    except ValidationError as error:
        raise ContentProblem(list(_problems(source, error))) from error


def _learned(path: Path, kind: type[Learned]) -> Learned:
    try:
        return kind.model_validate_json(path.read_bytes())
    except OSError as error:
        raise ContentProblem([_whole(path, error.strerror or "cannot be read")]) from error
    except ValidationError as error:
        problems = [
            Problem(path.name, 1, 1, ".".join(map(str, one["loc"])) or WHOLE_FILE, _told(one))
            for one in error.errors(include_url=False)
        ]
        raise ContentProblem(problems) from error


def _whole(path: Path, message: str) -> Problem:
    return Problem(path.name, 1, 1, WHOLE_FILE, message)


def _told(detail: ErrorDetails) -> str:
    return PLAIN_MESSAGES.get(detail["type"], detail["msg"].removeprefix("Value error, "))


def _problems(source: YamlSource, error: ValidationError) -> Iterator[Problem]:
    for detail in error.errors(include_url=False):
        yield source.problem(detail["loc"], _told(detail))
