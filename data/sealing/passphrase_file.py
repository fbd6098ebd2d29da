"""An age file under a passphrase, at a strength that one can wait for.

Source: the age specification, age-encryption.org/v1, sections "Header" and "The scrypt recipient
type". pyrage writes this kind at 2^20 only: three seconds, with the interpreter held.
"""

import hashlib
import hmac
import os
import re
from base64 import b64decode, b64encode
from binascii import Error as NoBase64
from typing import TYPE_CHECKING, NamedTuple

from coaching.errors import WrongPassphrase
from data.cover import BadCover
from data.sealing.stream import derived, opened_payload, sealed_payload

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

WORK = 17
MOST_WORK = 22
SALT = 16
FILE_KEY = 16
_BLOCK = 8
_LABEL = b"age-encryption.org/v1/scrypt"
_INTRO = b"age-encryption.org/v1\n-> scrypt "
_HEADER = re.compile(
    rb"age-encryption\.org/v1\n"
    rb"-> scrypt (?P<salt>[A-Za-z0-9+/]{22}) (?P<work>[1-9][0-9]?)\n"
    rb"(?P<body>[A-Za-z0-9+/]{43})\n"
    rb"--- (?P<mac>[A-Za-z0-9+/]{43})\n"
)


class _Header(NamedTuple):
    salt: bytes
    work: int
    body: bytes
    mac: bytes
    signed: bytes
    length: int


def sealed_with(passphrase: str, content: bytes) -> bytes:
    """The content as an age file that opens with the passphrase; scrypt takes 2^`WORK` rounds."""
    salt, file_key = os.urandom(SALT), os.urandom(FILE_KEY)
    body = _cipher(_stretched(passphrase, salt, WORK)).encrypt(bytes(12), file_key, None)
    signed = _INTRO + b"%s %d\n%s\n---" % (_text(salt), WORK, _text(body))
    header = signed + b" " + _text(_mac(file_key, signed)) + b"\n"
    return header + sealed_payload(file_key, content)


def opened_with(passphrase: str, sealed: bytes) -> bytes:
    """The content of an age file under a passphrase.

    Raises `WrongPassphrase`, or `BadCover` where the file is damaged. A file whose sealed key was
    changed cannot be told from a wrong passphrase: that is how the format keeps its secret.
    """
    from cryptography.exceptions import InvalidTag

    header = _read(sealed)
    if header.work > MOST_WORK:
        raise BadCover(f"it asks for 2^{header.work} rounds, more than this machine should work")
    try:
        key = _stretched(passphrase, header.salt, header.work)
        file_key = _cipher(key).decrypt(bytes(12), header.body, None)
    except InvalidTag as error:
        raise WrongPassphrase(
            "That passphrase does not open your records. Look at caps lock and the keyboard "
            "layout, and try again."
        ) from error
    if not hmac.compare_digest(_mac(file_key, header.signed), header.mac):
        raise BadCover("its header was changed")
    return opened_payload(file_key, sealed[header.length :])


def _read(sealed: bytes) -> _Header:
    found = _HEADER.match(sealed)
    if found is None:
        raise BadCover("it is no age file under a passphrase")
    try:
        salt, body, mac = (_bytes(found[name]) for name in ("salt", "body", "mac"))
    except NoBase64 as error:
        raise BadCover("its header is damaged") from error
    signed = sealed[: found.start("mac") - 1]
    return _Header(salt, int(found["work"]), body, mac, signed, found.end())


def _stretched(passphrase: str, salt: bytes, work: int) -> bytes:
    """The key of a passphrase; other threads run meanwhile."""
    return hashlib.scrypt(
        passphrase.encode("utf-8", "surrogatepass"),
        salt=_LABEL + salt,
        n=1 << work,
        r=_BLOCK,
        p=1,
        maxmem=(128 * _BLOCK << work) + (1 << 20),
        dklen=32,
    )


def _cipher(key: bytes) -> "ChaCha20Poly1305":
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    return ChaCha20Poly1305(key)


def _mac(file_key: bytes, signed: bytes) -> bytes:
    return hmac.digest(derived(file_key, b"", b"header"), signed, hashlib.sha256)


def _text(raw: bytes) -> bytes:
    return b64encode(raw).rstrip(b"=")


def _bytes(text: bytes) -> bytes:
    """What this unpadded base64 stands for; the age format allows one way to write it only."""
    raw = b64decode(text + b"=" * (-len(text) % 4), validate=True)
    if _text(raw) != text:
        raise NoBase64("not the one way to write it")
    return raw
