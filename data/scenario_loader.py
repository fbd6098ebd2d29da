"""The workshop cases: those that come with Troth, and any file of the user's own."""

import json
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from coaching.errors import Refused, TrothError
from coaching.guide import Content
from coaching.scenario.checks import script_problems
from coaching.scenario.doubts import script_doubts
from coaching.scenario.script import Script
from coaching.scenario.workshop import Workshop
from coaching.text import quote
from data.content_loader import CONTENT_FOLDER, load_content
from data.scenario_records import Records, record_problems
from data.scenario_source import case_problem, placed, read_case_source
from data.yaml_source import YamlSource

SCENARIOS = CONTENT_FOLDER / "scenarios"
WORKSHOP = CONTENT_FOLDER / "workshop.yaml"
NEW_SCENARIO = CONTENT_FOLDER / "new_scenario.yaml"

Model = TypeVar("Model", bound=BaseModel)


class Case(Script):
    """A workshop case with the records that the panes show for it."""

    records: Records


class ScenarioLibrary:
    """Reads cases, each on its own, so that one with mistakes hides no other."""

    def __init__(self, folder: Path = SCENARIOS) -> None:
        """With the shipped cases in this folder."""
        self._folder = folder
        self._content: Content | None = None

    def shipped(self) -> tuple[Case, ...]:
        """The cases that come with Troth, in their order."""
        return tuple(self.read(path) for path in self._files())

    def find(self, which: str) -> Case:
        """The shipped case of this id or number (sc03), else the case in this file.

        Raises:
            Refused: there is none, or several begin so.
            CaseProblem: it has mistakes.
        """
        files = {path.stem: path for path in self._files()}
        begin = [stem for stem in files if which and f"{stem}_".startswith(f"{which}_")]
        begin = begin or [stem for stem in files if which and stem.startswith(which)]
        if len(begin) == 1:
            return self.read(files[begin[0]])
        if begin:
            names = ", ".join(begin)
            raise Refused(f"Several cases begin with {quote(which)}: {names}. Type more of it.")
        if not Path(which).exists():
            raise Refused(
                f"There is no case and no file {quote(which)}. troth scenario list shows the cases."
            )
        return self.read(Path(which))

    def read(self, path: Path) -> Case:
        """Read and check one case.

        Raises:
            CaseProblem: with every mistake found.
        """
        source = read_case_source(path)
        case = _validated(path, source, Case)
        wrong = script_problems(
            case,
            hurdles={hurdle.id for hurdle in self.content.hurdles},
            safety_items={one.id for one in self.content.safety.items if one.answer == "yes"},
        )
        wrong += record_problems(case.records)
        if wrong:
            raise case_problem(path, [source.problem(at, why) for at, why in wrong])
        return case

    def doubts(self, path: Path) -> tuple[str, ...]:
        """What to look at again in a case that `read` found nothing to mend in."""
        source = read_case_source(path)
        case = _validated(path, source, Case)
        return tuple(str(source.problem(at, why)) for at, why in script_doubts(case))

    def house(self) -> Workshop:
        """The frame that all cases share."""
        return _validated(WORKSHOP, read_case_source(WORKSHOP), Workshop)

    def hurdle_name(self, hurdle_id: str) -> str:
        """What the hurdle of a case is called on screen."""
        hurdle = self.content.hurdle(hurdle_id)
        return hurdle.name if hurdle else hurdle_id

    @property
    def content(self) -> Content:
        """The coaching content, whose hurdles the cases name; read on first use."""
        if self._content is None:
            self._content = load_content()
        return self._content

    def _files(self) -> list[Path]:
        return sorted(self._folder.glob("*.yaml"))


def schema() -> str:
    """The format of a case as JSON Schema."""
    described = Case.model_json_schema()
    described["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    described["title"] = "A workshop case of Troth"
    return json.dumps(described, indent=2, ensure_ascii=False)


def write_new_case(path: Path) -> None:
    """Write a small case with comments to begin from. Refused where the file is there."""
    text = NEW_SCENARIO.read_text(encoding="utf-8")
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError as error:
        raise Refused(f"{path} is there already and stays as it is. Name another file.") from error
    except OSError as error:
        raise TrothError(
            f"{path} cannot be written: {error.strerror}. Name a file in a folder of yours."
        ) from error


def _validated(path: Path, source: YamlSource, kind: type[Model]) -> Model:
    try:
        return kind.model_validate(source.value)
    except ValidationError as error:
        found = [placed(source, detail) for detail in error.errors(include_url=False)]
        raise case_problem(path, found) from error
