"""Seals a whole vault or takes its seal off: a kill at any moment leaves it clear or sealed.

One replace of vault.json decides. Before it, every file is written under its other cover beside
the old one; after it, the old ones are removed.
"""

from contextlib import suppress
from typing import TYPE_CHECKING

from coaching.errors import VaultTrouble
from data.cover import CLEAR
from data.sealing.covers import LockedCover
from data.sealing.key import is_there, make_key, not_sealed
from data.sealing.rewriting import (
    Rewriting,
    clear_files,
    clear_name,
    refuse_links,
    remove_rewritten,
    remove_temporary,
    sealed_files,
)
from data.troubles import told_on_save

if TYPE_CHECKING:
    from coaching.ports import Progress
    from data.operations import Operation
    from data.places import Places
    from data.vault import FileVault

SEAL, UNSEAL = "seal", "unseal"
WRITING, REMOVING, BACK = "writing", "removing", "back"


def seal(vault: "FileVault", passphrase: str, progress: "Progress | None") -> bool:
    """Seal the vault; the caller holds it alone. False where `progress` had it taken back."""
    _refuse_to_seal(vault.places)
    cover = make_key(vault.places, passphrase)
    try:
        vault.file.begin(SEAL, {"recipient": cover.recipient, "phase": WRITING})
        if not _write_sealed(vault.places, cover.recipient, progress):
            _take_back(vault)
            return False
        vault.places.cover = cover
        _commit_seal(vault, cover.recipient)
    except VaultTrouble:
        vault.places.cover = CLEAR
        vault.file.check()
        _take_back(vault)
        raise
    vault.forget()
    _remove_clear(vault)
    return True


def unseal(vault: "FileVault", progress: "Progress | None") -> bool:
    """Take the seal off; the caller holds the vault alone and open. False where taken back."""
    cover = vault.places.cover
    if cover.recipient is None:
        raise not_sealed()
    rewriting = Rewriting(cover.unwrap)
    try:
        vault.file.begin(UNSEAL, {"phase": WRITING})
        if not rewriting.write_all(sealed_files(vault.places), progress):
            _take_back(vault)
            return False
        vault.file.change(seal=None, operation={"kind": UNSEAL, "details": {"phase": REMOVING}})
    except VaultTrouble:
        vault.file.check()
        _take_back(vault)
        raise
    vault.forget()
    _remove_sealed(vault, rewriting)
    return True


def finish_seal(vault: "FileVault", operation: "Operation") -> None:
    """Go on with a sealing that was cut off; that needs no passphrase."""
    if vault.places.cover.recipient is not None:
        _remove_clear(vault)
        return
    recipient = str(operation.details.get("recipient"))
    if operation.details.get("phase") != WRITING or not is_there(vault.places):
        _take_back(vault)
        return
    try:
        _write_sealed(vault.places, recipient, None)
        _commit_seal(vault, recipient)
    except VaultTrouble as trouble:
        vault.file.check()
        _take_back(vault)
        raise VaultTrouble(
            f"Sealing was cut off and could not be finished. {trouble.sentence} "
            "Then seal your records again."
        ) from trouble
    vault.forget()
    _remove_clear(vault)


def finish_unseal(vault: "FileVault", operation: "Operation") -> None:
    """End an unsealing that was cut off: taken back before its turning point, else finished."""
    del operation
    if vault.places.cover.recipient is None:
        _remove_sealed(vault, None)
    else:
        _take_back(vault)


def seal_what_was_left(places: "Places") -> None:
    """Seal the drafts and caches that a killed window left clear in a sealed vault."""
    rewriting = _sealing_for(str(places.cover.recipient))
    remove_temporary(places)
    left = [path for path in clear_files(places) if path.parent in (places.drafts, places.cache)]
    remove_rewritten(left, rewriting, places.drafts)


def remove_key_of_nothing(places: "Places") -> None:
    """Remove the key from a clear vault, if there is nothing that it could open."""
    if not sealed_files(places):
        _remove_key(places)


def _refuse_to_seal(places: "Places") -> None:
    if places.cover.recipient is not None:
        raise VaultTrouble("Your records are sealed already. Nothing was changed.")
    refuse_links(places)
    lost = [path for path in sealed_files(places) if path.parent in (places.workbooks, places.root)]
    if places.identity.exists() and lost:
        raise VaultTrouble(
            f"{lost[0]} is a sealed file among clear ones, and only {places.identity} opens it. "
            "Move both to a place of your own first. Nothing was changed."
        )


def _write_sealed(places: "Places", recipient: str, progress: "Progress | None") -> bool:
    """Write every file sealed beside itself; False where that is to be taken back."""
    rewriting = _sealing_for(recipient)
    if not rewriting.write_all(clear_files(places), progress):
        return False
    _settle_drafts(places, rewriting)
    return True


def _settle_drafts(places: "Places", rewriting: Rewriting) -> None:
    """Take in what was typed or dropped in other windows while the other files were written."""
    rewriting.write_all(
        [path for path in clear_files(places) if path.parent == places.drafts], None
    )
    for path in sealed_files(places):
        if path.parent == places.drafts and not clear_name(path).exists():
            path.unlink(missing_ok=True)


def _commit_seal(vault: "FileVault", recipient: str) -> None:
    details = {"recipient": recipient, "phase": REMOVING}
    vault.file.change(seal={"recipient": recipient}, operation={"kind": SEAL, "details": details})


def _remove_clear(vault: "FileVault") -> None:
    places = vault.places
    remove_temporary(places)
    rewriting = _sealing_for(str(places.cover.recipient))
    remove_rewritten(clear_files(places), rewriting, places.drafts)
    vault.file.end()


def _remove_sealed(vault: "FileVault", rewriting: Rewriting | None) -> None:
    places = vault.places
    remove_rewritten(sealed_files(places), rewriting, places.drafts)
    vault.file.end()
    _remove_key(places)


def _take_back(vault: "FileVault") -> None:
    """Remove what was written under the other cover; the files in use were never touched.

    Which those are, vault.json says; what was decided there is left for the next look to finish.
    The key of a sealing goes last: without it, one that could not be ended is not gone on with.
    """
    if vault.file.operation is None:
        return
    places = vault.places
    is_sealed = places.cover.recipient is not None
    if is_sealed != (vault.file.operation.kind == UNSEAL):
        return
    if not is_sealed:
        with suppress(VaultTrouble):
            vault.file.begin(SEAL, {"phase": BACK})
    written = clear_files(places) if is_sealed else sealed_files(places)
    remove_rewritten(written, None, places.drafts)
    try:
        vault.file.end()
    finally:
        if not is_sealed:
            _remove_key(places)


def _remove_key(places: "Places") -> None:
    with told_on_save(places.identity):
        places.identity.unlink(missing_ok=True)


def _sealing_for(recipient: str) -> Rewriting:
    return Rewriting(LockedCover(recipient).wrap)
