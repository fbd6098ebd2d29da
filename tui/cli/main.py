"""The command `troth`: finds the verb, carries it out, and tells every error in one line."""

from __future__ import annotations

import sys

from tui import __version__

TYPE_CHECKING = False  # as typing's own, whose import would take a third of `troth --version`
if TYPE_CHECKING:
    from collections.abc import Sequence

FAILED, WRONG_USE = 1, 2
INTERRUPTED = 130
NOBODY_READS = 141
SCREENS = "tui.cli.screens:"  # these tell it on the screen, and leave no trace behind


def main(words: Sequence[str] | None = None) -> int:
    """Carry out these words, or those of the command line; returns the exit code.

    0: done. 1: it could not be done. 2: it was asked wrongly. 130: stopped by ctrl+c. 141: nobody
    reads the output any more, as in `troth due | head -1`.
    """
    words = sys.argv[1:] if words is None else words
    try:
        if words == ["--version"]:
            print(f"troth {__version__}")
            code = 0
        else:
            code = _carry_out(words)
        if sys.stdout is not None:
            sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _drop_output()
        return NOBODY_READS
    except OSError as error:
        _drop_output()
        return _failed(error)
    return code


def _carry_out(words: Sequence[str]) -> int:
    from coaching.errors import Refused, TrothError
    from tui.cli.output import complain, ready_output

    ready_output()
    try:
        return _dispatch(words)
    except Refused as refused:
        complain(refused.sentence)
        return WRONG_USE
    except TrothError as error:
        complain(error.sentence)
        return FAILED
    except SystemExit as left:
        return int(left.code or 0)


def _dispatch(words: Sequence[str]) -> int:
    from tui.cli.parser import read_words
    from tui.cli.verbs import HOME, VERBS

    options = read_words([_typed(word) for word in words])
    verb = VERBS.get(options.verb, HOME)
    if verb.alone:
        return verb.deed()(options)
    from tui.bootstrap import open_records
    from tui.cli.output import complain

    records = open_records(options.vault, options.now)
    code = verb.deed()(options, records)
    records.close()
    if not verb.run.startswith(SCREENS):
        for sentence in records.happened():
            complain(sentence)
    return code


def _typed(word: str) -> str:
    """A word in UTF-8 as it was typed, where this run was begun without a word on its letters."""
    import os

    try:
        return word if word.isascii() else os.fsencode(word).decode("utf-8")
    except UnicodeError:
        return word


def _failed(error: OSError) -> int:
    """Tell what the system refused; what was saved before stays saved."""
    from tui.cli.output import complain

    where = f" ({_meant(str(error.filename))})" if error.filename else ""
    complain(f"Troth stopped: {error.strerror or error}{where}. What was saved before is safe.")
    return FAILED


def _meant(name: str) -> str:
    """The file somebody knows, where the system names the one beside it that was being written."""
    import re

    return re.sub(r"(^|/)\.?([^/]+)\.\d+\.(?:tmp|part)$", r"\1\2", name)


def _drop_output() -> None:
    """Send what is still to be printed nowhere, so that leaving raises no second error."""
    import os

    if sys.stdout is not None:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
