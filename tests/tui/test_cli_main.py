"""The command line as a whole: help, options, errors in one line, exit codes, what it loads."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.source_files import ROOT
from tests.tui.command_line import CommandLine, run_process
from tui import __version__
from tui.cli.verbs import VERBS

# Another user may read and write everything, so a test about permissions tells nothing there.
ALMIGHTY = hasattr(os, "geteuid") and os.geteuid() == 0

MODULES_LOADED = """
import sys
from tui.cli.main import main
code = main(sys.argv[1:])
slow = {"textual", "rich", "pydantic", "tinydb", "yaml", "asyncio", "dateutil", "filelock"}
print(sorted(slow & set(sys.modules)), file=sys.stderr)
sys.exit(code)
"""
NOT_FOR_VERSION = """
import sys
from tui.cli.main import main
before = set(sys.modules)
main(["--version"])
print(sorted(set(sys.modules) - before), file=sys.stderr)
print("argparse" in sys.modules, "typing" in sys.modules, file=sys.stderr)
"""


def python(program: str, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a small program in a fresh process, without what a site's packages load at a start."""
    return subprocess.run(
        [sys.executable, "-c", program, *words],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
    )


@pytest.fixture
def ben(troth: CommandLine) -> CommandLine:
    """Records about Ben, to whom something is promised for Fri 27 Nov 2026."""
    troth("add", "Ben", "--i-am", "mentor")
    troth("promise", "Ben", "the slides", "--by", "2026-11-27")
    return troth


def test_version(troth: CommandLine) -> None:
    assert troth.bare("--version").line == f"troth {__version__}"
    assert troth("due", "--version").line == f"troth {__version__}"
    assert run_process("--version").stdout == f"troth {__version__}\n"


def test_version_loads_nothing_more() -> None:
    added, others = python(NOT_FOR_VERSION).stderr.splitlines()
    assert added == "[]"
    assert others.startswith("False")


def test_due_loads_nothing_slow_while_its_overview_is_fresh(ben: CommandLine) -> None:
    for words in ((), ("--short",), ("--json",)):
        ran = python(MODULES_LOADED, "due", "--vault", str(ben.vault), "--now", ben.now, *words)
        assert ran.returncode == 0
        assert ran.stdout
        assert ran.stderr == "[]\n"


def test_no_verb_loads_the_screens(ben: CommandLine) -> None:
    for words in (("show", "Ben"), ("log", "Ben", "--held", "today"), ("keep", "Ben", "slides")):
        ran = python(MODULES_LOADED, *words, "--vault", str(ben.vault), "--now", ben.now)
        assert ran.returncode == 0
        assert "textual" not in ran.stderr
        assert "rich" not in ran.stderr


def test_help_has_a_line_for_each_verb_and_examples(troth: CommandLine) -> None:
    ran = troth.bare("--help")
    assert (ran.code, ran.err) == (0, "")
    for verb in VERBS:
        assert len(re.findall(rf"^    {verb} +\w", ran.out, re.MULTILINE)) == 1
    assert "\nexamples:\n" in ran.out
    assert all(len(line) <= 100 for line in ran.out.splitlines())


@pytest.mark.parametrize("verb", VERBS)
def test_each_verb_has_help_of_its_own(troth: CommandLine, verb: str) -> None:
    ran = troth.bare(verb, "--help")
    assert ran.code == 0
    assert ran.out.startswith(f"usage: troth {verb}")
    assert ran.out.rstrip().endswith(f"example: {VERBS[verb].example}")


def test_options_for_all_stand_before_or_after_the_verb(ben: CommandLine) -> None:
    vault, now = ("--vault", str(ben.vault)), ("--now", "2026-11-28T09:00")
    for words in (
        (*vault, *now, "due"),
        ("due", *vault, *now),
        (*now, "due", *vault),
        (f"--vault={ben.vault}", "due", f"--now={now[1]}"),
    ):
        assert ben.bare(*words).line.startswith("overdue   Fri 27 Nov 2026  Ben")


def test_the_later_of_two_wins(ben: CommandLine) -> None:
    ran = ben.bare(
        "--now", "2026-11-20T09:00", "due", "--now", "2026-11-27T09:00", "--vault", str(ben.vault)
    )
    assert ran.line.startswith("today")


def test_the_vault_can_be_named_by_a_variable(
    ben: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TROTH_VAULT", str(ben.vault))
    assert ben.bare("due", "--now", ben.now).line.startswith("upcoming  Fri 27 Nov 2026")
    other = ben.vault.with_name("other")
    assert str(other) in ben.bare("due", "--vault", str(other)).complaint


def test_without_a_name_records_lie_in_the_home_folder(
    troth: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("TROTH_VAULT", "")
    assert "no records in" in troth.bare("due").complaint
    assert troth.bare("add", "Ben", "--i-am", "mentor").code == 0
    assert troth.bare("due").code == 0


@pytest.mark.parametrize(
    ("now", "shown"),
    [
        ("2026-11-27T00:00", "today"),
        ("2026-11-26T23:30:00Z", "today"),
        ("2026-11-27", "today"),
        ("2026-11-26 23:59", "upcoming"),
    ],
)
def test_now_is_local_time_unless_it_has_an_offset(ben: CommandLine, now: str, shown: str) -> None:
    assert ben.bare("due", "--now", now, "--vault", str(ben.vault)).line.startswith(shown)


WRONG_USE = [
    (("deu",), 'Troth has no command "deu". Did you mean troth due? troth --help lists them all.'),
    (("zzz",), 'Troth has no command "zzz". troth --help lists them all.'),
    (("--nonsense",), "There is no option --nonsense here. See troth --help"),
    (("due", "--nonsense"), "There is no option --nonsense here."),
    (("due", "extra"), "This is too much: extra. Put quotes around words that belong together."),
    (("due", "--within"), "--within needs a value after it."),
    (("due", "--within", "soon"), '--within "soon" is not a length Troth can use.'),
    (("due", "--within", "99999d"), "at most ten years"),
    (("due", "--within", ""), '--within "" is not a length'),
    (("due", "--json", "--short"), "--short and --json do not go together."),
    (("due", "--names"), "--names goes with --short."),
    (("due", "--now", "tomorrow"), '--now "tomorrow" is not a moment between 1970 and 2150.'),
    (("due", "--now", "9999-12-31T00:00"), "is not a moment between 1970 and 2150."),
    (("due", "--now", "2026-02-30T09:00"), '--now "2026-02-30T09:00" is not a moment'),
    (("due", "--vault", ""), "--vault names no folder."),
    (("--vault",), "--vault needs a value after it."),
    (("show",), "Something is missing: NAME. Example: troth show Ben"),
    (("show", ""), "The name is empty."),
    (("show", "\u200b"), "The name is empty."),
    (("show", "Bem"), 'Nobody in your records is called "Bem". Did you mean Ben?'),
    (("show", "\x1b[2J\nx"), 'Nobody in your records is called "[2J x".'),
    (("add", "Cy"), "Something is missing: --i-am."),
    (("add", "", "--i-am", "mentor"), "The name is empty."),
    (("add", "   ", "--i-am", "mentor"), "The name is empty."),
    (("add", "x" * 201, "--i-am", "mentor"), "201 characters; 200 fit here"),
    (("add", "ben", "--i-am", "mentor"), "Ben is in your records already."),
    (("add", "Cy", "--i-am", "boss"), "--i-am: invalid choice: 'boss'"),
    (("add", "Cy", "--i-am", "mentor", "--every", "often"), '"often" is not a rhythm'),
    (("add", "Cy", "--i-am", "mentor", "--every", "0d"), "at least one day"),
    (("add", "Cy", "--i-am", "mentor", "--every", ""), "A rhythm is needed here"),
    (("log", "Ben"), "One of the arguments --held --missed --cancelled --moved is required."),
    (("log", "Ben", "--held", "today", "--missed", "today"), "do not go together."),
    (("log", "Ben", "--missed", "today", "--by", "us"), "--by: invalid choice: 'us'"),
    (("log", "Bem", "--held", "today"), "Did you mean Ben?"),
    (("promise", "Ben", "x"), "Something is missing: --by."),
    (("promise", "Bem", "x", "--by", "fri"), "Did you mean Ben?"),
    (("keep", "Ben", "the sliders"), 'Did you mean "the slides"?'),
    (("renew", "Ben", "slides"), "Something is missing: --by."),
    (("demo", "--vault", "x"), "The demo has made-up records of its own"),
    (("hurdle", "--as", "boss"), "--as: invalid choice: 'boss'"),
]


@pytest.mark.parametrize(("words", "says"), WRONG_USE)
def test_wrong_use_is_told_in_one_line(ben: CommandLine, words: tuple[str, ...], says: str) -> None:
    env_vault = ("--vault", str(ben.vault))
    before = ben.workbook("Ben")
    named = () if "--vault" in words else env_vault
    ran = ben.bare(*named, "--now", ben.now, *words)
    assert ran.code == 2
    assert says in ran.complaint
    assert ben.workbook("Ben") == before
    assert len(ben.records.overview().people) == 1


VERBS_ON_RECORDS = [
    ("due",),
    ("show", "Ben"),
    ("log", "Ben", "--held", "today"),
    ("promise", "Ben", "x", "--by", "fri"),
    ("keep", "Ben", "x"),
    ("renew", "Ben", "x", "--by", "fri"),
]


@pytest.mark.parametrize("words", VERBS_ON_RECORDS, ids=lambda words: words[0])
def test_only_add_begins_records(troth: CommandLine, words: tuple[str, ...]) -> None:
    ran = troth(*words)
    assert ran.code == 1
    assert ran.complaint.startswith(f"There are no records in {troth.vault} yet.")
    assert not troth.vault.exists()


@pytest.mark.parametrize(
    "words", [*VERBS_ON_RECORDS, ("add", "Cy", "--i-am", "mentor")], ids=lambda words: words[0]
)
def test_a_vault_that_cannot_be_used_is_told_in_one_line(
    ben: CommandLine, words: tuple[str, ...]
) -> None:
    header = ben.vault / "vault.json"
    header.write_text('{"schema": 99}', "utf-8")
    newer = ben(*words)
    assert newer.code == 1
    assert "newer Troth" in newer.complaint
    header.write_text('{"sch', "utf-8")
    damaged = ben(*words)
    assert damaged.code == 1
    assert str(header) in damaged.complaint
    file = ben.vault.with_name("file")
    file.write_text("", "utf-8")
    for place in (file, file / "below"):
        ran = CommandLine(place, ben.capsys)(*words)
        assert ran.code == 1
        assert f"{file} is a file" in ran.complaint


@pytest.mark.skipif(ALMIGHTY, reason="this user may read and write everything")
def test_a_vault_without_permission_is_told_in_one_line(ben: CommandLine) -> None:
    ben.vault.chmod(0)
    try:
        assert ben("due").code == 1
        assert "may not read" in ben("due").complaint
    finally:
        ben.vault.chmod(0o700)


def test_a_folder_of_other_files_is_left_alone(troth: CommandLine) -> None:
    troth.vault.mkdir()
    (troth.vault / "thesis.txt").write_text("dear", "utf-8")
    ran = troth("add", "Ben", "--i-am", "mentor")
    assert ran.code == 1
    assert "holds other files" in ran.complaint
    assert [path.name for path in troth.vault.iterdir()] == ["thesis.txt"]


def test_a_path_with_odd_characters_stays_one_line(troth: CommandLine) -> None:
    odd = CommandLine(troth.vault.with_name("two\nlines\x1b[2J"), troth.capsys)
    assert "\x1b" not in odd("due").complaint


def test_names_are_printed_where_the_terminal_knows_no_letters(troth: CommandLine) -> None:
    troth("add", "Zoë", "--i-am", "mentor")
    troth("promise", "Zoë", "café list", "--by", "2026-11-27")
    for env in ({"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C", "PYTHONUTF8": "0"}):
        ran = run_process("due", "--vault", str(troth.vault), "--now", troth.now, env=env)
        assert (ran.returncode, ran.stderr) == (0, "")
        assert "caf" in ran.stdout
    unknown = run_process(
        "show", "Zoé", "--vault", str(troth.vault), env={"PYTHONIOENCODING": "ascii"}
    )
    assert unknown.returncode == 2
    assert unknown.stderr.count("\n") == 1


def test_names_are_kept_as_they_are_typed_in_a_place_without_a_language(
    troth: CommandLine,
) -> None:
    env = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    words = ("add", "Zoë 王", "--i-am", "mentor", "--vault", str(troth.vault))
    ran = run_process(*words, env=env)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.startswith("Zo\\xeb \\u738b added")
    assert "Zoë 王, your mentee" in troth("show", "zoë").out


def test_a_name_that_is_no_valid_text_is_told_in_one_line(ben: CommandLine) -> None:
    ran = run_process(
        "show", b"\xff\xfe".decode("utf-8", "surrogateescape"), "--vault", str(ben.vault)
    )
    assert ran.returncode == 2
    assert ran.stderr == "The name is empty. Write one, like Ben.\n"


def test_a_reader_that_leaves_is_no_error(ben: CommandLine) -> None:
    words = [sys.executable, "-m", "tui", "due", "--vault", str(ben.vault), "--now", ben.now]
    with subprocess.Popen(
        words, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == ""
        assert process.wait() == 141


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full disk to write on")
def test_a_full_disk_behind_the_output_is_told_in_one_line(ben: CommandLine) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        ran = run_process(
            "due",
            "--vault",
            str(ben.vault),
            "--now",
            ben.now,
            capture_output=False,
            stdout=full,
            stderr=subprocess.PIPE,
        )
    assert ran.returncode == 1
    assert ran.stderr.count("\n") == 1
    assert "What was saved before is safe." in ran.stderr


def test_ctrl_c_leaves_without_a_word(ben: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("tui.cli.due.run_due", stopped)
    ran = ben("due")
    assert (ran.code, ran.out, ran.err) == (130, "", "")


def test_what_another_window_saves_meanwhile_is_kept(ben: CommandLine) -> None:
    """Two windows, one after the other on what each had read before."""
    mine, other = ben.records, ben.records
    mine.overview()
    other.overview()
    ben("promise", "Ben", "a draft", "--by", "2026-11-28")
    ben("keep", "Ben", "slides")
    things = json.loads(ben("due", "--json").out)
    assert [thing["what"] for thing in things] == ["a draft"]
    assert [one.what for one in mine.overview().people[0].promises] == ["a draft"]
