"""Seal one content so that nobody reads it without its key, and no flipped bit goes unnoticed.

AES-256-GCM by `cryptography`. Each content has a random key of its own, kept in the records alone: taking
its row away takes the content away, from every copy of the file too.
"""

import hmac
import os
from collections.abc import Iterator
from hashlib import sha256

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

_KEY_BYTES = 32
_TAG_BYTES = 16
_START = b"DsCA\x01"  # names the way of sealing, so that a better one can be told from it
_PIECE = 1 << 20  # at a time: other threads get their turn between two pieces
# A key seals a single content, so one nonce is enough and the same content gives the same file: what bears a
# name never changes. Source: NIST SP 800-38D, section 8 (no nonce twice under one key).
_NONCE = bytes(12)
OVERHEAD = len(_START) + _TAG_BYTES


class UnsoundError(Exception):
    """A sealed file is not as it was written."""


def new_key() -> bytes:
    """Return a key for one content."""
    return os.urandom(_KEY_BYTES)


def digest_of(content: bytes) -> bytes:
    """Return what tells this content from every other; it stands in the encrypted records only."""
    return sha256(content).digest()


def file_name(key: bytes, digest: bytes) -> str:
    """Return the name of a sealed content, as "ab/ab12...": who has the same picture cannot recognise it."""
    name = hmac.digest(key, b"name" + digest, "sha256").hex()
    return f"{name[:2]}/{name}"


def sealed(key: bytes, digest: bytes, content: bytes) -> Iterator[bytes]:
    """Yield the sealed file of a content, piece by piece."""
    encryptor = Cipher(algorithms.AES(key), modes.GCM(_NONCE)).encryptor()
    encryptor.authenticate_additional_data(_START + digest)
    yield _START
    for piece in _pieces(content):
        yield encryptor.update(piece)
    yield encryptor.finalize() + encryptor.tag


def unsealed(key: bytes, digest: bytes, file: bytes) -> bytes:
    """Return the content of a sealed file, once all of it is proven to be as it was written.

    Raises:
        UnsoundError: It is not: cut short, longer, changed in any bit, or another content's.
    """
    if len(file) < OVERHEAD or not file.startswith(_START):
        raise UnsoundError
    tag = file[-_TAG_BYTES:]
    decryptor = Cipher(algorithms.AES(key), modes.GCM(_NONCE, tag)).decryptor()
    decryptor.authenticate_additional_data(_START + digest)
    content = b"".join(
        decryptor.update(piece) for piece in _pieces(memoryview(file)[len(_START) : -_TAG_BYTES])
    )
    try:
        decryptor.finalize()
    except InvalidTag as error:
        raise UnsoundError from error
    return content


def _pieces(content: bytes | memoryview) -> Iterator[memoryview]:
    whole = memoryview(content)
    return (whole[start : start + _PIECE] for start in range(0, len(whole), _PIECE))
