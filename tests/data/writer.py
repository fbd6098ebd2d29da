"""A process that saves one promise after the other and says so: for tests with several writers.

python -m tests.data.writer FOLDER WORKBOOK FIRST COUNT
"""

import os
import sys

from data.ids import NewIds
from data.vault import FileVault
from tests.data.people import promises


def main(folder: str, workbook_id: str, first: int, count: int) -> None:
    """Save this many promises, naming each on standard output once it is saved."""
    vault = FileVault.at(folder)
    new_id = NewIds()
    for number in range(first, first + count):
        vault.change(workbook_id, promises(f"number {number}", new_id()))
        os.write(1, f"{number}\n".encode())
    vault.close()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
