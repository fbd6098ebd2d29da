"""Each layer, loaded in a fresh process, brings in only what it may."""

import ast
import json
import subprocess
import sys

import pytest

from tests.source_files import ROOT, files, modules, where

SCREENS = ["textual", "rich"]
DISK = ["tinydb", "yaml", "orjson", "filelock", "platformdirs", "tzlocal"]
SLOW_TO_LOAD = ["pydantic", "tinydb", "yaml"]
BEFORE_THE_FIRST_FRAME = [
    "coaching.overview",
    "coaching.say",
    "coaching.moments",
    "coaching.next_step",
]
COACHING_MAY_USE = {"coaching", "pydantic"} | sys.stdlib_module_names
ASKS_FOR_TIME_OR_CHANCE = {
    "datetime.now",
    "datetime.today",
    "datetime.utcnow",
    "date.today",
    "datetime.datetime.now",
    "datetime.date.today",
    "uuid.uuid1",
    "uuid.uuid4",
    "uuid1",
    "uuid4",
}

PROBE = """
import importlib, json, sys
modules, unwanted = json.loads(sys.argv[1])
brought_in_by = {}
for module in modules:
    importlib.import_module(module)
    for name in unwanted:
        if name in sys.modules:
            brought_in_by.setdefault(name, module)
print(json.dumps(brought_in_by))
"""


def brought_in(names: list[str], unwanted: list[str]) -> dict[str, str]:
    """Which unwanted packages a fresh process holds after importing, and the module to blame."""
    assert names, "no such modules"
    run = subprocess.run(
        [sys.executable, "-c", PROBE, json.dumps([names, unwanted])],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    loaded: dict[str, str] = json.loads(run.stdout)
    return loaded


@pytest.mark.parametrize(
    ("package", "unwanted"),
    [
        ("coaching", [*SCREENS, *DISK, "tui", "data"]),
        ("data", [*SCREENS, "tui"]),
        ("tui.cli", SCREENS),
    ],
)
def test_a_layer_loads_only_what_it_may(package: str, unwanted: list[str]) -> None:
    assert brought_in(modules(package), unwanted) == {}


def test_the_command_line_starts_with_almost_nothing() -> None:
    assert brought_in(["tui.cli.main"], [*SCREENS, *SLOW_TO_LOAD, "asyncio"]) == {}


def test_words_and_facts_for_the_first_frame_load_fast() -> None:
    assert brought_in(BEFORE_THE_FIRST_FRAME, [*SCREENS, *SLOW_TO_LOAD]) == {}


def test_home_is_drawn_before_the_slow_libraries_load() -> None:
    assert brought_in(modules("tui.home"), SLOW_TO_LOAD) == {}


def test_the_probe_sees_what_is_loaded() -> None:
    assert brought_in(["tui", "tinydb"], ["tinydb"]) == {"tinydb": "tinydb"}


def test_coaching_imports_only_what_it_is_allowed() -> None:
    strangers = [
        f"{where(path, node.lineno)} {name}"
        for path in files(".py", folders=("coaching",))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in imported_by(node)
        if name not in COACHING_MAY_USE
    ]
    assert strangers == []


def test_coaching_never_asks_for_the_time_or_a_random_id() -> None:
    asked = [
        where(path, node.lineno)
        for path in files(".py", folders=("coaching",))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ASKS_FOR_TIME_OR_CHANCE
    ]
    assert asked == []


def imported_by(node: ast.Import | ast.ImportFrom) -> list[str]:
    """The top-level packages an import statement names."""
    if isinstance(node, ast.Import):
        return [alias.name.split(".")[0] for alias in node.names]
    return [(node.module or "").split(".")[0]]
