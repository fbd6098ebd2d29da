"""The long works on a whole vault that vault.json may name, and who ends one that was cut off."""

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from data.vault import FileVault


class Operation(NamedTuple):
    """A long work that was begun: its kind, and what whoever goes on with it must know."""

    kind: str
    details: Mapping[str, Any]


class Finisher(NamedTuple):
    """Who ends a work that was cut off by a kill or a power cut, and who may read meanwhile.

    `run` names "module:function", which is called as `function(vault, operation)` with the vault's
    lock held; it finishes the work or takes it back, then calls `vault.file.end()`. `readable`
    says that the records can be read at any moment of the work.
    """

    run: str
    readable: bool = False


CREATE, RESTORE, SEAL, UNSEAL = "create", "restore", "seal", "unseal"
FINISHERS = {
    CREATE: Finisher("data.creating:finish_create", readable=True),
    RESTORE: Finisher("data.restoring:finish_restore"),
    SEAL: Finisher("data.sealing.work:finish_seal", readable=True),
    UNSEAL: Finisher("data.sealing.work:finish_unseal", readable=True),
}

_BACK = "A restore from a backup was cut off before. It is finished now: the backup is back."
ENDED = {
    (SEAL, True): "Sealing was cut off before. It is finished now: your records are sealed.",
    (SEAL, False): "Sealing was cut off before and was taken back: your records are not sealed.",
    (UNSEAL, False): "Taking the seal off was cut off before. It is finished now.",
    (UNSEAL, True): "Taking the seal off was cut off before: your records are still sealed.",
    (RESTORE, True): _BACK,
    (RESTORE, False): _BACK,
}
"""What is said of a work that was cut off and has ended, by whether the records are sealed now."""


def finish(vault: "FileVault", operation: Operation) -> None:
    """End a work that was cut off, and have it told. The caller holds the vault's lock.

    Raises `VaultTrouble`.
    """
    module, function = FINISHERS[operation.kind].run.split(":")
    getattr(import_module(module), function)(vault, operation)
    said = ENDED.get((operation.kind, vault.places.cover.recipient is not None))
    if said is not None:
        vault.care.tell(operation.kind, said)
