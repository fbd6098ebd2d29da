"""What every test shares: hypothesis profiles and a home folder that is not yours."""

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from data.sealing import passphrase_file

FEW, MANY = 25, 1000
SELDOM = 20_000
settings.register_profile("local", deadline=None, max_examples=FEW)
settings.register_profile("ci", settings.get_profile("local"), derandomize=True, print_blob=True)
settings.register_profile("deep", deadline=None, max_examples=MANY)
settings.load_profile("ci" if os.environ.get("CI") else "local")

HOME_FOLDERS = (
    "XDG_DATA_HOME",
    "XDG_CONFIG_HOME",
    "XDG_STATE_HOME",
    "XDG_CACHE_HOME",
    "XDG_RUNTIME_DIR",
)


def pytest_collection_finish() -> None:
    """What was loaded for the tests stays till the end: looking through it for waste is waste."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(SELDOM)


@pytest.fixture(scope="session", autouse=True)
def _quick_passphrases() -> Iterator[None]:
    """Passphrases are stretched too little for anybody's records, and fast."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passphrase_file, "WORK", 4)
        yield


@pytest.fixture(scope="session", autouse=True)
def _no_real_vault(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """No test, and no program a test starts, can reach the records of whoever runs it."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith("TROTH_")]:
            patch.delenv(name)
        patch.setenv("HOME", str(home))
        for name in HOME_FOLDERS:
            patch.setenv(name, str(home / name.lower()))
        yield home
