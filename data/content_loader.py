"""Reads the shipped content, and tells every mistake in it at once with its line and column."""

from pathlib import Path

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from coaching.errors import TrothError
from coaching.guide import Content
from data.content_references import reference_problems
from data.yaml_source import Problem, YamlSource, read_yaml

CONTENT_FOLDER = Path(__file__).parent / "content"

PLAIN_MESSAGES = {
    "missing": "is missing",
    "extra_forbidden": "is not a field here",
    "string_type": "must be text",
    "string_pattern_mismatch": "must be one line of text in the expected form, not empty",
    "tuple_type": "must be a list",
    "model_type": "must have named fields",
    "model_attributes_type": "must have named fields",
    "bool_type": "must be true or false",
    "int_type": "must be a whole number",
}


class ContentProblem(TrothError):
    """The content has mistakes; `problems` lists each as file:line:column: field: message."""

    def __init__(self, problems: list[Problem]) -> None:
        ordered = sorted(problems, key=lambda p: (p.file, p.line, p.column))
        self.problems = tuple(str(problem) for problem in ordered)
        listed = "\n".join(self.problems)
        super().__init__(f"The coaching content cannot be used. Mend these lines:\n{listed}")


def load_content(folder: Path = CONTENT_FOLDER) -> Content:
    """Read and check all content files; the caller keeps the result.

    Raises:
        ContentProblem: with every mistake found.
    """
    sources = {name: read_yaml(folder / f"{name}.yaml") for name in Content.model_fields}
    problems = [problem for source in sources.values() for problem in source.problems]
    if problems:
        raise ContentProblem(problems)
    try:
        values = {name: source.value for name, source in sources.items()}
        content = Content.model_validate(values)
    except ValidationError as error:
        found = error.errors(include_url=False)
        raise ContentProblem([_placed(sources, detail) for detail in found]) from error
    wrong = [sources[name].problem(path, why) for name, path, why in reference_problems(content)]
    if wrong:
        raise ContentProblem(wrong)
    return content


def _placed(sources: dict[str, YamlSource], detail: ErrorDetails) -> Problem:
    name, *path = detail["loc"]
    message = PLAIN_MESSAGES.get(detail["type"], detail["msg"].removeprefix("Value error, "))
    return sources[str(name)].problem(path, message)
