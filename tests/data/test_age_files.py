"""The age files Troth writes itself are those of the age command and of its Rust sibling."""

import os
import pty
import shutil
import threading
from base64 import b64decode, b64encode
from pathlib import Path

import pyrage
import pytest
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from hypothesis import given, settings
from hypothesis import strategies as st

from coaching.errors import Locked, WrongPassphrase
from data.cover import CLEAR, BadCover
from data.sealing import passphrase_file
from data.sealing.covers import LockedCover, OpenCover
from data.sealing.passphrase_file import opened_with, sealed_with
from data.sealing.stream import CHUNK, derived, opened_payload

PASSPHRASE = "lamp orbit velvet gravel"
# Written by age 1.1.1 with: age -p
BY_AGE = b64decode(
    "YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IHNjcnlwdCB3UW9Ob0pRL2lZMExVWmRYZGtIclhRIDE4ClFsSkFiMFk3b2NT"
    "VmJyekE4K2RlZzVNRVRxUGVuNlBISExxUG5QZWU0c00KLS0tIHVBdDBQNTB6aGtCWU0vRVdYZzI1b0FhOVZ4S0FGcFo4"
    "VzBoaGsvaGFqOTAKzkoN0LWA4nvHyB2LK/XeIAqA/rbgo5K1NIQEC1en0h7Kl7810neJZehSZHjA8+0="
)
SHIPPED = passphrase_file.WORK
SIZES = [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK + 7]


@pytest.fixture
def as_shipped(monkeypatch: pytest.MonkeyPatch) -> None:
    """Passphrases are stretched as long as for a user's records."""
    monkeypatch.setattr(passphrase_file, "WORK", SHIPPED)


@pytest.fixture(scope="module")
def cover() -> OpenCover:
    """A cover with a key of its own."""
    return OpenCover(pyrage.x25519.Identity.generate())


def answered(words: list[str], *answers: str) -> int:
    """Run a command in a terminal of its own, give these answers; its exit code."""
    child, terminal = pty.fork()
    if not child:
        os.execvp(words[0], words)
    said, waiting = b"", list(answers)
    while True:
        try:
            more = os.read(terminal, 4096)
        except OSError:
            break
        said += more
        if not more:
            break
        if waiting and said.rstrip().endswith(b":"):
            os.write(terminal, waiting.pop(0).encode() + b"\n")
            said = b""
    os.close(terminal)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@pytest.mark.parametrize("size", SIZES)
def test_pyrage_opens_what_is_put_under_a_passphrase(size: int) -> None:
    content = os.urandom(size)
    sealed = sealed_with(PASSPHRASE, content)
    assert pyrage.passphrase.decrypt(sealed, PASSPHRASE) == content
    assert opened_with(PASSPHRASE, sealed) == content


@pytest.mark.torture
def test_what_pyrage_put_under_a_passphrase_is_opened() -> None:
    assert opened_with(PASSPHRASE, pyrage.passphrase.encrypt(b"for Ben", PASSPHRASE)) == b"for Ben"


def test_what_the_age_command_put_under_a_passphrase_is_opened() -> None:
    assert opened_with(PASSPHRASE, BY_AGE) == b"a note for Ben\n"


@pytest.mark.pty
@pytest.mark.skipif(shutil.which("age") is None, reason="the age command is not installed")
def test_the_age_command_opens_what_is_put_under_a_passphrase(tmp_path: Path) -> None:
    sealed, clear = tmp_path / "sealed.age", tmp_path / "clear"
    sealed.write_bytes(sealed_with(PASSPHRASE, b"for Ben"))
    assert answered(["age", "-d", "-o", str(clear), str(sealed)], PASSPHRASE) == 0
    assert clear.read_bytes() == b"for Ben"


@pytest.mark.usefixtures("as_shipped")
def test_the_shipped_strength_is_the_one_that_was_chosen() -> None:
    assert b" 17\n" in sealed_with(PASSPHRASE, b"").split(b"--- ")[0]


@given(content=st.binary(max_size=300), passphrase=st.text(min_size=1, max_size=20))
def test_any_content_comes_back_under_any_passphrase(content: bytes, passphrase: str) -> None:
    sealed = sealed_with(passphrase, content)
    assert opened_with(passphrase, sealed) == content
    with pytest.raises(WrongPassphrase):
        opened_with(passphrase + "x", sealed)


@settings(max_examples=200)
@given(data=st.data())
def test_damage_never_opens_and_is_no_wrong_passphrase_but_in_the_locked_key(
    data: st.DataObject,
) -> None:
    sealed = bytearray(sealed_with(PASSPHRASE, b"for Ben and nobody else"))
    place = data.draw(st.integers(0, len(sealed) - 1))
    sealed[place] ^= data.draw(st.integers(1, 255))
    start = sealed_start = len(b"age-encryption.org/v1\n-> scrypt ")
    in_the_key = sealed_start <= place < start + 22 + 3 + 44
    with pytest.raises((BadCover, WrongPassphrase) if in_the_key else BadCover):
        opened_with(PASSPHRASE, bytes(sealed))


@pytest.mark.parametrize("size", [10, CHUNK, CHUNK + 10])
def test_a_file_that_was_cut_off_is_damaged_wherever_the_cut_is(size: int) -> None:
    sealed = sealed_with(PASSPHRASE, os.urandom(size))
    ends = [0, 1, 30, 100, 150, len(sealed) - CHUNK, len(sealed) - 26, len(sealed) - 1]
    for end in (end for end in ends if 0 <= end < len(sealed)):
        with pytest.raises(BadCover):
            opened_with(PASSPHRASE, sealed[:end])
    with pytest.raises(BadCover):
        opened_with(PASSPHRASE, sealed + b"x")


def test_a_file_that_asks_for_endless_work_is_refused_at_once() -> None:
    sealed = sealed_with(PASSPHRASE, b"for Ben").replace(b" 4\n", b" 23\n", 1)
    with pytest.raises(BadCover, match=r"2\^23"):
        opened_with(PASSPHRASE, sealed)


@pytest.mark.usefixtures("as_shipped")
def test_others_run_while_a_passphrase_is_stretched() -> None:
    """Counted, not timed: with the interpreter held the other thread would have no turn."""
    turns, over = [], threading.Event()

    def other() -> None:
        while not over.wait(0.001):
            turns.append(1)

    thread = threading.Thread(target=other)
    thread.start()
    sealed_with(PASSPHRASE, b"")
    over.set()
    thread.join()
    assert len(turns) > 5


@given(content=st.binary(max_size=2000))
def test_what_a_cover_wraps_comes_back_and_does_not_show(content: bytes) -> None:
    cover = OpenCover(pyrage.x25519.Identity.generate())
    assert cover.unwrap(cover.wrap(content)) == content
    assert len(content) < 40 or content not in cover.wrap(content)
    assert CLEAR.unwrap(CLEAR.wrap(content)) == content


def test_a_locked_window_can_seal_and_not_read(cover: OpenCover) -> None:
    locked = LockedCover(cover.recipient)
    sealed = locked.wrap(b"for Ben")
    assert cover.unwrap(sealed) == b"for Ben"
    with pytest.raises(Locked, match="passphrase"):
        locked.unwrap(sealed)


@pytest.mark.parametrize("spoilt", [b"", b"{}", b"age-encryption.org/v1\n", BY_AGE])
def test_what_was_not_sealed_for_this_vault_is_damage(cover: OpenCover, spoilt: bytes) -> None:
    with pytest.raises(BadCover):
        cover.unwrap(spoilt)
    with pytest.raises(BadCover):
        cover.unwrap(cover.wrap(b"for Ben")[:-1])


def test_the_one_way_to_write_base64_is_asked_for() -> None:
    salt = b64encode(bytes(16)).rstrip(b"=")
    other_way = salt[:-1] + b"B"
    header = BY_AGE.split(b" ", 3)
    spoilt = b" ".join([*header[:2], other_way, header[3]])
    with pytest.raises(BadCover):
        opened_with(PASSPHRASE, spoilt)


def test_an_empty_chunk_after_others_is_refused_as_the_format_asks() -> None:
    file_key, nonce = bytes(16), bytes(16)
    cipher = ChaCha20Poly1305(derived(file_key, nonce, b"payload"))
    whole = cipher.encrypt(bytes(12), bytes(CHUNK), None)
    empty = cipher.encrypt(bytes(10) + b"\x01\x01", b"", None)
    with pytest.raises(BadCover):
        opened_payload(file_key, nonce + whole + empty)
