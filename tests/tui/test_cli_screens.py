"""`troth`, `troth hurdle` and `troth demo`: what the screens are opened on."""

import sys
import tempfile
from pathlib import Path
from types import ModuleType

import pytest

from tests.tui.command_line import CommandLine, run_process
from tui.world import Opening, World


class Screens(ModuleType):
    """Stands in for the app: notes the world it is opened on, and who was in it."""

    def __init__(self) -> None:
        super().__init__("tui.app")
        self.world: World | None = None
        self.people: list[str] = []

    def run(self, world: World) -> int:
        """Leave at once, with a code that tells it was here."""
        self.world = world
        self.people = [person.name for person in world.overview().people]
        return 7

    @property
    def opened(self) -> World:
        """The world it was opened on."""
        assert self.world is not None
        return self.world


@pytest.fixture
def screens(monkeypatch: pytest.MonkeyPatch) -> Screens:
    """A terminal, and screens that leave at once."""
    stand_in = Screens()
    monkeypatch.setitem(sys.modules, "tui.app", stand_in)
    monkeypatch.setattr("tui.cli.screens.check_terminal", lambda: None)
    return stand_in


def test_troth_opens_home_and_gives_its_exit_code(troth: CommandLine, screens: Screens) -> None:
    troth("add", "Ben", "--i-am", "mentor")
    ran = troth()
    assert (ran.code, ran.out, ran.err) == (7, "", "")
    assert screens.opened.opening == Opening()
    assert screens.opened.mark == ""
    assert screens.people == ["Ben"]


def test_the_first_start_makes_no_vault(troth: CommandLine, screens: Screens) -> None:
    assert troth().code == 7
    assert screens.people == []
    assert not troth.vault.exists()


def test_the_world_has_one_history_and_a_coach_that_keeps_nothing(
    troth: CommandLine, screens: Screens
) -> None:
    troth("add", "Ben", "--i-am", "mentor")
    troth()
    world = screens.opened
    assert world.make_coach() is world.coach
    alone = world.make_alone()
    assert alone.overview().people == ()
    assert alone.drafts.keys() == ()
    assert f"{world.clock.now():%Y-%m-%d %H:%M}" == "2026-11-24 09:14"
    assert world.clock.zone() == "Europe/Berlin"


def test_hurdle_opens_the_wizard_with_someone(troth: CommandLine, screens: Screens) -> None:
    troth("add", "Ben Lindqvist", "--i-am", "mentor")
    ben = troth.workbook("Ben").id
    assert troth("hurdle", "ben").code == 7
    assert screens.opened.opening == Opening("hurdle", ben, None, keep=True)
    assert troth("hurdle", "ben", "--as", "mentor").code == 7
    assert screens.opened.opening.i_am == "mentor"


def test_hurdle_alone_keeps_nothing_unless_asked(troth: CommandLine, screens: Screens) -> None:
    assert troth("hurdle", "--as", "mentee").code == 7
    assert screens.opened.opening == Opening("hurdle", "", "mentee", keep=False)
    assert not troth.vault.exists()
    ran = troth("hurdle", "--keep")
    assert ran.code == 1
    assert ran.complaint.startswith("There are no records in")
    troth("add", "Ben", "--i-am", "mentor")
    assert troth("hurdle", "--keep").code == 7
    assert screens.opened.opening == Opening("hurdle", "", None, keep=True)


def test_hurdle_with_a_name_needs_somebody_of_that_name(
    troth: CommandLine, screens: Screens
) -> None:
    assert troth("hurdle", "Ben").code == 1
    troth("add", "Ben", "--i-am", "mentor")
    assert "Did you mean Ben?" in troth("hurdle", "Bem").complaint
    assert troth("hurdle", "Ben", "--as", "mentee").complaint == (
        "In your records you are Ben's mentor. Leave --as out, or change it in their pages."
    )
    assert screens.world is None


def test_records_that_cannot_be_used_open_no_screen(troth: CommandLine, screens: Screens) -> None:
    troth("add", "Ben", "--i-am", "mentor")
    (troth.vault / "vault.json").write_text('{"schema": 99}', "utf-8")
    ran = troth()
    assert ran.code == 1
    assert "newer Troth" in ran.complaint
    troth.vault.with_name("file").write_text("", "utf-8")
    assert CommandLine(troth.vault.with_name("file"), troth.capsys)().code == 1
    assert screens.world is None


def test_the_demo_has_its_own_records_and_clock(
    troth: CommandLine,
    screens: Screens,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    (tmp_path / "tmp").mkdir()
    monkeypatch.setenv("TROTH_VAULT", str(troth.vault))
    ran = troth.bare("demo")
    assert (ran.code, ran.out, ran.err) == (7, "", "")
    assert len(screens.people) == 6
    assert screens.opened.mark == "demo"
    assert list((tmp_path / "tmp").iterdir()) == []
    assert not troth.vault.exists()
    assert troth.bare("demo", "--now", "2027-01-05T10:00").code == 7
    assert screens.opened.clock.now().year == 2027


def test_a_demo_that_breaks_leaves_nothing(
    troth: CommandLine, screens: Screens, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(world: World) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(screens, "run", stopped)
    assert troth.bare("demo").code == 130
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("words", [(), ("hurdle",), ("demo",)])
def test_without_a_terminal_it_says_so_in_one_line(words: tuple[str, ...]) -> None:
    ran = run_process(*words)
    assert ran.returncode == 2
    assert ran.stdout == ""
    assert ran.stderr == (
        "The screens of Troth need a terminal, and here input or output is not one. "
        "In scripts use troth due or troth show NAME; troth --plain works without a terminal.\n"
    )
