"""The settings of this user: read once, and again after each change that Troth makes to them."""

from functools import cached_property
from pathlib import Path

from data.settings_file import Read, read_settings, settings_path


class OwnSettings:
    """The settings file of a user, and what counts of it in this run."""

    def __init__(self, path: Path | None = None) -> None:
        """In this file, else in the usual place."""
        self.path = path or settings_path()

    @property
    def place(self) -> str:
        """The path of the file, there or not."""
        return str(self.path)

    @cached_property
    def read(self) -> Read:
        """What counts, and what is wrong."""
        return read_settings(self.path)

    def change(self, section: str, name: str, value: object | None) -> Read:
        """Write one setting, or with None take it back to its default.

        Raises:
            Refused: there is no such setting, or the value is none for it.
            VaultTrouble: the file cannot be read, changed or written.
        """
        from data.settings_change import change_setting

        self.read = change_setting(self.path, section, name, value)
        return self.read

    def begin(self) -> None:
        """Write a file in which every default stands as a remark. Refused where there is one."""
        from data.settings_change import begin_settings

        begin_settings(self.path)
