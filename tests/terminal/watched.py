"""Runs `troth` and writes down every file it opens, where TROTH_TEST_OPENED says."""

import os
import sys


def _note(event: str, arguments: tuple[object, ...]) -> None:
    if event in {"open", "os.listdir", "os.scandir", "sqlite3.connect"}:
        os.write(OPENED, f"{event} {arguments[0]}\n".encode(errors="replace"))


if __name__ == "__main__":
    OPENED = os.open(os.environ["TROTH_TEST_OPENED"], os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    sys.addaudithook(_note)
    from tui.cli.main import main

    sys.exit(main())
