"""Whether a run is wanted on plain lines: by --plain, or by TROTH_PLAIN in the environment."""

import argparse
import os

VARIABLE = "TROTH_PLAIN"
NO = ("", "0")


def plain_wanted(options: argparse.Namespace) -> bool:
    """Whether screens are to be told as plain lines in place of being drawn."""
    return bool(getattr(options, "plain", False)) or os.environ.get(VARIABLE, "") not in NO
