"""Reads what the wording check knows, apart from the other content: it is large and rarely used."""

from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from coaching.wording import WordingContent
from data.content_loader import CONTENT_FOLDER, PLAIN_MESSAGES, ContentProblem
from data.yaml_source import Problem, YamlSource, read_yaml

WORDING_FILE = CONTENT_FOLDER / "wording.yaml"


def load_wording(path: Path = WORDING_FILE) -> WordingContent:
    """Read and check the words, patterns and questions; the caller keeps the result.

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


def _problems(source: YamlSource, error: ValidationError) -> Iterator[Problem]:
    for detail in error.errors(include_url=False):
        message = PLAIN_MESSAGES.get(detail["type"], detail["msg"].removeprefix("Value error, "))
        yield source.problem(detail["loc"], message)
