"""The options of `troth settings`."""

from __future__ import annotations

TYPE_CHECKING = False  # as typing's own, whose import would take a third of `troth --version`
if TYPE_CHECKING:
    from argparse import ArgumentParser


def settings(parser: ArgumentParser) -> None:
    """Whether to write a first file."""
    parser.add_argument(
        "--init", action="store_true", help="write a file with every default as a remark"
    )
