"""The payload of an age file: chunks of 64 KiB, each sealed with its number and whether it is last.

Source: the age specification, age-encryption.org/v1, section "Payload".
"""

import hashlib
import hmac
import os
from collections.abc import Iterator

from data.cover import BadCover

CHUNK = 64 * 1024
NONCE = 16
TAG = 16


def derived(key: bytes, salt: bytes, info: bytes) -> bytes:
    """32 bytes from a key by HKDF-SHA-256 (RFC 5869)."""
    extracted = hmac.digest(salt or bytes(32), key, hashlib.sha256)
    return hmac.digest(extracted, info + b"\x01", hashlib.sha256)


def sealed_payload(file_key: bytes, content: bytes) -> bytes:
    """The nonce and the sealed chunks of this content; an empty content has one empty chunk."""
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    nonce = os.urandom(NONCE)
    cipher = ChaCha20Poly1305(derived(file_key, nonce, b"payload"))
    chunks = list(_cut(content, CHUNK)) or [b""]
    sealed = (
        cipher.encrypt(_number(place, is_last=place == len(chunks) - 1), chunk, None)
        for place, chunk in enumerate(chunks)
    )
    return nonce + b"".join(sealed)


def opened_payload(file_key: bytes, payload: bytes) -> bytes:
    """The content of a payload. Raises `BadCover` where it is damaged, cut off or goes on."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    nonce, sealed = payload[:NONCE], payload[NONCE:]
    chunks = list(_cut(sealed, CHUNK + TAG))
    if len(nonce) < NONCE or not chunks or (len(chunks) > 1 and len(chunks[-1]) == TAG):
        raise BadCover("the payload is cut off")
    cipher = ChaCha20Poly1305(derived(file_key, nonce, b"payload"))
    try:
        opened = [
            cipher.decrypt(_number(place, is_last=place == len(chunks) - 1), chunk, None)
            for place, chunk in enumerate(chunks)
        ]
    except (InvalidTag, ValueError) as error:
        raise BadCover("the payload is damaged") from error
    return b"".join(opened)


def _cut(content: bytes, size: int) -> Iterator[bytes]:
    return (content[start : start + size] for start in range(0, len(content), size))


def _number(place: int, *, is_last: bool) -> bytes:
    return place.to_bytes(11, "big") + bytes([is_last])
