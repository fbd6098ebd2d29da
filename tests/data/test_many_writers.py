"""Several processes save at once, and some are killed: what was said to be saved is there."""

import random
import subprocess
import sys
from pathlib import Path
from threading import Thread

import orjson
import pytest

from coaching.record.promise import Promise
from data.places import last_good
from data.vault import FileVault
from tests.data.people import person, promises
from tests.source_files import ROOT

ENOUGH = 10**6
MOST_SECONDS = 300


def writer(folder: Path, workbook_id: str, first: int, count: int) -> subprocess.Popen[str]:
    """Another process that saves promises and names each once it is saved."""
    given = [str(folder), workbook_id, str(first), str(count)]
    return subprocess.Popen(
        [sys.executable, "-m", "tests.data.writer", *given],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )


def numbers_in(folder: Path, workbook_id: str) -> list[int]:
    """The numbers of the promises in a workbook, as a new window finds them."""
    found = FileVault.at(folder).open(workbook_id).all(Promise)
    return [int(promise.what.removeprefix("number ")) for promise in found]


def write_together(folder: Path, writers: int, each: int) -> None:
    """Let several processes save to the same workbook at once; nothing may be missing."""
    ben = person("Ben")
    FileVault.at(folder).create([ben])
    running = [writer(folder, ben.id, each * number, each) for number in range(writers)]
    for process in running:
        said, _ = process.communicate(timeout=MOST_SECONDS)
        assert process.returncode == 0
        assert len(said.split()) == each
    assert sorted(numbers_in(folder, ben.id)) == list(range(writers * each))
    assert len(FileVault.at(folder).overview().people[0].promises) == writers * each


def kill_while_writing(folder: Path, kills: int, chance: random.Random) -> None:
    """Kill a writer in the middle of its saves, again and again; nothing said may be missing."""
    ben = person("Ben")
    vault = FileVault.at(folder)
    vault.create([ben])
    path = vault.places.workbook(ben.id)
    said: list[int] = []
    for turn in range(kills):
        process = writer(folder, ben.id, turn * ENOUGH, ENOUGH)
        assert process.stdout is not None
        said += (int(process.stdout.readline()) for _ in range(chance.randrange(1, 25)))
        process.kill()
        with process.stdout:
            said += map(int, process.stdout.read().splitlines())
        process.wait(MOST_SECONDS)
        there = numbers_in(folder, ben.id)
        assert there[: len(said)] == said
        assert len(there) <= len(said) + 1
        said = there
        orjson.loads(last_good(path).read_bytes())
        vault.change(ben.id, promises(f"number {turn * ENOUGH + ENOUGH - 1}"))
        said.append(turn * ENOUGH + ENOUGH - 1)
    vault.tidy()
    assert sorted(path.parent.iterdir()) == [path, last_good(path)]


def test_two_processes_at_once_lose_nothing(folder: Path) -> None:
    write_together(folder, writers=2, each=25)


def test_a_kill_in_the_middle_of_saves_loses_nothing(folder: Path) -> None:
    kill_while_writing(folder, kills=3, chance=random.Random(7))


@pytest.mark.torture
def test_four_processes_at_once_lose_nothing(folder: Path) -> None:
    write_together(folder, writers=4, each=250)


@pytest.mark.torture
def test_two_hundred_kills_lose_nothing(folder: Path) -> None:
    kill_while_writing(folder, kills=200, chance=random.Random(7))


def test_threads_of_one_window_lose_nothing(file_vault: FileVault) -> None:
    ben = person("Ben")
    file_vault.create([ben])
    seen: list[int] = []

    def save(first: int) -> None:
        for number in range(first, first + 20):
            file_vault.change(ben.id, promises(f"number {number}"))

    def look() -> None:
        for _ in range(40):
            file_vault.stamp()
            seen.append(len(file_vault.overview().people[0].promises))

    threads = [Thread(target=save, args=(first,)) for first in (0, 20)] + [Thread(target=look)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(numbers_in(file_vault.places.root, ben.id)) == list(range(40))
    assert seen == sorted(seen)
    assert len(file_vault.overview().people[0].promises) == 40
