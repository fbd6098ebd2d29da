"""A setting is changed in its own line; remarks, order and every other line stay as they are."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from coaching.errors import Refused, ThereAlready, VaultTrouble
from coaching.settings import Settings, value_of
from coaching.settings_words import commented_file
from data.settings_change import begin_settings, change_setting, changed
from data.settings_file import read_settings

CHANGES: dict[tuple[str, str], st.SearchStrategy[object]] = {
    ("look", "theme"): st.sampled_from(["nord", "troth-light"]),
    ("calendar", "names"): st.booleans(),
    ("thresholds", "late_days"): st.integers(1, 3650),
    ("rhythm", "every"): st.sampled_from(["2w", "monthly"]),
    ("keys", "home.new"): st.sampled_from(["a", "ctrl+n,slash"]),
}
CHANGE = st.sampled_from(sorted(CHANGES)).flatmap(
    lambda key: st.tuples(st.just(key), st.none() | CHANGES[key])
)
STARTS = st.sampled_from(
    ["", commented_file(), "# mine\n[look]\n\n[calendar] # said so\nnames=false# why\r\n"]
)


@given(start=STARTS, changes=st.lists(CHANGE, max_size=8))
@examples(max_examples=30)
def test_any_changes_one_after_the_other_leave_what_was_last_said(
    tmp_path_factory: pytest.TempPathFactory,
    start: str,
    changes: list[tuple[tuple[str, str], object]],
) -> None:
    text = start
    for (section, name), value in changes:
        text = changed(text, section, name, value)
    path = tmp_path_factory.getbasetemp() / "any_settings.toml"
    path.write_text(text, "utf-8", newline="")
    read = read_settings(path)
    assert not read.problems
    for key, value in dict(changes).items():
        default = value_of(Settings(), *key)
        assert value_of(read.settings, *key) == (default if value is None else value)


def test_only_the_line_of_the_setting_changes_and_its_remark_stays() -> None:
    before = "# ours\n[lock] # at work\n  after_minutes = 3   # short\n\n[backups]\ndays = 9\n"
    after = changed(before, "lock", "after_minutes", 20)
    assert after == before.replace("= 3 ", "= 20 ")
    assert changed(after, "lock", "after_minutes", None) == before.replace(
        "  after_minutes = 3   # short", "# after_minutes = 10   # short"
    )
    assert changed(before, "backups", "days", None) == before.replace("days = 9\n", "")
    assert changed(before, "backups", "weeks", 2) == f"{before}weeks = 2\n"
    assert changed("", "look", "theme", "nord") == '[look]\ntheme = "nord"\n'


def test_a_first_file_holds_every_default_as_a_remark_and_is_never_overwritten(
    tmp_path: Path,
) -> None:
    path = tmp_path / "new" / "settings.toml"
    begin_settings(path)
    assert read_settings(path) == read_settings(tmp_path / "none")
    change_setting(path, "look", "theme", "nord")
    change_setting(path, "look", "theme", None)
    assert path.read_text("utf-8") == commented_file()
    with pytest.raises(ThereAlready):
        begin_settings(path)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[lock\n", "line 1 is not TOML, or stands there twice. Mend it first"),
        ('[look]\ntheme = """\nnord"""\n', "Open it and write under [look]: theme = "),
        ("look = {theme = 'nord'}\n", "Open it and write under [look]: theme = "),
    ],
)
def test_a_file_that_cannot_be_changed_line_by_line_is_left_alone(
    tmp_path: Path, text: str, says: str
) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(VaultTrouble) as trouble:
        change_setting(path, "look", "theme", "dracula")
    assert says in trouble.value.sentence
    assert path.read_text("utf-8") == text


def test_a_link_stays_a_link_and_a_wrong_value_changes_nothing(tmp_path: Path) -> None:
    real, link = tmp_path / "dotfiles.toml", tmp_path / "settings.toml"
    real.write_text("[look]\ntheme = 'nord'\n", "utf-8")
    link.symlink_to(real)
    with pytest.raises(Refused):
        change_setting(link, "look", "theme", "blue")
    change_setting(link, "look", "theme", "dracula")
    assert link.is_symlink()
    assert real.read_text("utf-8") == '[look]\ntheme = "dracula"\n'
