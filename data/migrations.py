"""From the form of an older Troth to today's: pure steps, one for each schema number.

Whoever raises the schema of workbooks raises that of vault.json as well: it is what an older Troth
looks at first, and what the backup before the first change in the new form hangs on.
"""

from collections.abc import Callable, Mapping
from typing import Any

Document = Mapping[str, Any]
Step = Callable[[Document], Document]


def migrated(document: Document, schema: int, steps: Mapping[int, Step]) -> Document:
    """The document by today's schema; `steps` lead from the number they have to the next one."""
    while schema in steps:
        document = steps[schema](document)
        schema += 1
    return document


def _add_seal(header: Document) -> Document:
    """Schema 2 of vault.json says whether the vault is sealed."""
    return {**header, "schema": 2, "seal": None}


OF_VAULT: Mapping[int, Step] = {1: _add_seal}
OF_WORKBOOK: Mapping[int, Step] = {}
