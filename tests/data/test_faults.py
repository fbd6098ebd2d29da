"""Whatever step of a deed the disk refuses: the old state or the new one, and one sentence."""

import errno
import shutil
import subprocess
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from typing import NamedTuple

import orjson
import pytest
from _pytest.mark import ParameterSet

from coaching.errors import VaultTrouble
from coaching.record.promise import Promise
from data.keeper import Keeper
from data.vault import FileVault
from tests.data.faults import MOST_STEPS, Disk
from tests.data.people import names, person, promises

State = dict[str, tuple[str, ...]]


class Deed(NamedTuple):
    """Something done to a vault with Ben and Amara; `exact` says trouble means the old state."""

    do: Callable[[FileVault, str], object]
    prepare: Callable[[FileVault, str], object] = lambda vault, ben: None
    exact: bool = True


def _leave_copy(vault: FileVault, ben: str) -> None:
    path = vault.places.workbook(ben)
    tables = orjson.loads(path.read_bytes())
    tables["promises"]["99"] = {**tables["promises"]["1"], "id": "other", "what": "other"}
    path.with_name(f"{ben} (1).json").write_bytes(orjson.dumps(tables))


def _damage(vault: FileVault, ben: str) -> None:
    path = vault.places.workbook(ben)
    path.unlink()
    path.write_bytes(b"{")


def _restore(vault: FileVault, _: str) -> None:
    keeper = Keeper(vault)
    keeper.restore(keeper.backups()[0].name)


def _open(vault: FileVault, ben: str) -> None:
    vault.open(ben)


def _settle(vault: FileVault, _: str) -> None:
    keeper = Keeper(vault)
    keeper.settle(keeper.conflicts()[0], "both", "this")


DEEDS = {
    "change": Deed(lambda vault, ben: vault.change(ben, promises("new"))),
    "add one": Deed(lambda vault, ben: vault.create([person("Chiara")])),
    "add two": Deed(lambda vault, ben: vault.create([person("Chiara"), person("Dev")])),
    "discard": Deed(lambda vault, ben: vault.discard(ben)),
    "recover": Deed(lambda vault, ben: vault.recover(ben), lambda vault, ben: vault.discard(ben)),
    "restore": Deed(_restore, exact=False),
    "settle": Deed(_settle, _leave_copy, exact=False),
    "erase": Deed(lambda vault, ben: Keeper(vault).erase(ben), exact=False),
    "mend": Deed(_open, _damage, exact=False),
}
FAULTS = (errno.ENOSPC, errno.EIO, errno.EROFS, errno.EACCES)
ALSO_ELSEWHERE = ("change", "add one", "discard", "recover")


def _cases() -> Iterator[ParameterSet]:
    """Every deed with every fault; in each test run those that no other test goes through."""
    for (name, deed), error in product(DEEDS.items(), FAULTS):
        often = error == errno.ENOSPC and name not in ALSO_ELSEWHERE
        marks = () if often else (pytest.mark.torture,)
        yield pytest.param(deed, error, id=f"{name}-{errno.errorcode[error]}", marks=marks)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A vault with Ben and Amara, a promise to each, and a backup of before."""
    vault = FileVault(tmp_path_factory.mktemp("template") / "vault")
    people = [person("Ben"), person("Amara")]
    vault.create(people)
    for one in people:
        vault.change(one.id, promises("the first"))
        vault.change(one.id, promises("the second"))
    return vault.places.root


@pytest.mark.parametrize(("deed", "error"), list(_cases()))
def test_any_step_refused_leaves_old_or_new(
    template: Path, tmp_path: Path, disk: Disk, deed: Deed, error: int
) -> None:
    old = _state(_prepared(template, tmp_path / "old", deed)[0])
    done, ben = _prepared(template, tmp_path / "new", deed)
    deed.do(done, ben)
    new = _state(done)
    troubles = 0
    for number in range(1, MOST_STEPS):
        vault, ben = _prepared(template, tmp_path / str(number), deed)
        disk.refuse(number, error)
        trouble = _trouble_of(lambda: deed.do(vault, ben))  # noqa: B023 - it is called at once
        reached = disk.has_refused
        disk.refuse(0, error)
        now = _state(vault)
        if trouble is None:
            assert now == new
        else:
            troubles += 1
            assert "\n" not in trouble.sentence
            assert now in ([old] if deed.exact else [old, new])
        if not reached:
            break
    assert troubles >= (0 if deed.do is _open else 3)


def _trouble_of(deed: Callable[[], object]) -> VaultTrouble | None:
    try:
        deed()
    except VaultTrouble as trouble:
        return trouble
    return None


def _prepared(template: Path, folder: Path, deed: Deed) -> tuple[FileVault, str]:
    shutil.copytree(template, folder)
    vault = FileVault(folder, patience_s=0)
    (ben,) = [one.id for one in vault.overview().people if one.name == "Ben"]
    deed.prepare(vault, ben)
    return vault, ben


def _state(vault: FileVault) -> State:
    """Who is there and what was promised, as the next start sees it; nothing is left half done."""
    fresh = FileVault(vault.places.root)
    state = {
        one.name: tuple(sorted(what.what for what in fresh.open(one.id).all(Promise)))
        for one in fresh.overview().people
    }
    assert fresh.overview().troubles == ()
    assert orjson.loads(fresh.places.vault_file.read_bytes())["operation"] is None
    fresh.tidy()
    assert not list(fresh.places.workbooks.glob("*.tmp"))
    return state


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A real file system of 256 kB, where this user may mount one."""
    folder = tmp_path / "small"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(folder)]
    try:
        mounted = subprocess.run(mount, capture_output=True, check=False)
    except FileNotFoundError:
        pytest.skip("there is no mount command here")
    if mounted.returncode:
        pytest.skip("this user may not mount a small disk here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_real_disk_that_fills_up_loses_nothing(small_disk: Path) -> None:
    vault = FileVault(small_disk / "vault")
    ben = person("Ben")
    vault.create([ben])
    vault.change(ben.id, promises("the first"))
    saved = 1
    trouble = None
    while trouble is None:
        assert saved < 1000
        text = f"number {saved} " + "long " * 30
        trouble = _trouble_of(lambda: vault.change(ben.id, promises(text)))  # noqa: B023 - it is called at once
        saved += trouble is None
    assert "disk is full" in trouble.sentence
    fresh = FileVault(vault.places.root)
    assert len(fresh.open(ben.id).all(Promise)) == saved
    assert names(fresh) == ["Ben"]
    assert not list(vault.places.root.rglob("*.tmp"))
    shutil.rmtree(vault.places.backups)
    vault.discard(ben.id)
    assert names(fresh) == []
    vault.close()
