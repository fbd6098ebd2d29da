"""Finds the program's own files and modules for the tests that read them."""

from pathlib import Path

ROOT = Path(__file__).parent.parent
LAYERS = ("coaching", "data", "tui")


def files(*suffixes: str, folders: tuple[str, ...] = (*LAYERS, "tests")) -> list[Path]:
    """All files under `folders` with one of the suffixes, sorted."""
    found = (path for folder in folders for path in (ROOT / folder).rglob("*"))
    return sorted(path for path in found if path.suffix in suffixes)


def modules(package: str) -> list[str]:
    """The dotted names of a package and all modules in it, but for those only meant to be run."""
    folder = ROOT.joinpath(*package.split("."))
    names = [path.relative_to(ROOT).with_suffix("").parts for path in folder.rglob("*.py")]
    dotted = (".".join(part for part in name if part != "__init__") for name in names)
    return sorted(name for name in dotted if not name.endswith("__main__"))


def where(path: Path, line: int = 1) -> str:
    """A place as editors open it: `tui/app.py:12`."""
    return f"{path.relative_to(ROOT)}:{line}"
