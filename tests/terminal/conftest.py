"""What the tests in a real terminal share; where there is no such thing, they are left out."""

import os
from pathlib import Path

import pytest

if os.name == "nt":
    collect_ignore_glob = ["test_*.py"]
else:
    from tests.terminal.place import Place
    from tests.tui.app_for import person

    @pytest.fixture
    def place(tmp_path: Path) -> Place:
        """A machine of its own, with no records yet."""
        return Place(tmp_path)

    @pytest.fixture
    def with_ben(place: Place) -> Place:
        """A machine whose user mentors Ben every two weeks."""
        place.keep(person("Ben"))
        return place
