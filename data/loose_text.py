"""A text that another program may change: alone in a private folder, removed when it is done."""

import os
import shutil
import tempfile
from pathlib import Path

from coaching.errors import VaultTrouble
from coaching.text import LONG_LIMIT, tame
from data.files import read_file
from data.places import FILE_MODE

PREFIX = "troth-text-"
NAME = "text.md"
RUNTIME = "XDG_RUNTIME_DIR"
MOST_BYTES = 4 * LONG_LIMIT + 1000


class LooseText:
    """A text in a file that only this user can read.

    It lies in the user's runtime folder, which is in memory and ends with the session, else in the
    folder for temporary files; the editor's own copies beside it go when it goes.
    """

    def __init__(self, text: str, within: Path | None = None) -> None:
        """Write the text (inside `within`, where given). `VaultTrouble` where that cannot be."""
        folder = ""
        try:
            folder = tempfile.mkdtemp(prefix=PREFIX, dir=within or _runtime_folder())
            self.path = Path(folder) / NAME
            _write_new(self.path, text)
        except OSError as error:
            if folder:
                shutil.rmtree(folder, ignore_errors=True)
            why = error.strerror or error
            raise VaultTrouble(
                f"The text cannot be handed to an editor ({why}). Write it here."
            ) from error

    def read(self) -> str:
        """The text as the other program left it.

        Raises:
            VaultTrouble: it cannot be read, is no text or is too long; the sentence names the file.
        """
        try:
            content, _ = read_file(self.path, MOST_BYTES)
            text = None if content is None else tame(content.decode("utf-8-sig"))
        except FileNotFoundError as error:
            self.remove()
            raise VaultTrouble(
                "The editor removed the file. The text here is as it was."
            ) from error
        except OSError as error:
            raise self._unfit(f"cannot be read ({error.strerror or error})") from error
        except UnicodeDecodeError as error:
            raise self._unfit("is no text in UTF-8") from error
        if text is None or len(text) > LONG_LIMIT:
            raise self._unfit(f"has more than {LONG_LIMIT:,} characters")
        return text

    def remove(self) -> None:
        """Remove the file and all that lies beside it."""
        shutil.rmtree(self.path.parent, ignore_errors=True)

    def _unfit(self, why: str) -> VaultTrouble:
        return VaultTrouble(
            f"What the editor left {why}. The text here is as it was; yours is in {self.path}"
        )


def _write_new(path: Path, text: str) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE_MODE)
    with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)


def _runtime_folder() -> Path | None:
    """The user's runtime folder; None where there is none to write in."""
    named = os.environ.get(RUNTIME)
    folder = Path(named) if named else None
    return folder if folder and folder.is_dir() and os.access(folder, os.W_OK) else None
