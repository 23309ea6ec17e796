"""Wrapping one key with another, and making keys of what people type. All of it is done by known libraries.

Source: safety.md, decision 3. The pass phrase costs Argon2id of 64 MiB (RFC 9106, section 4, second choice);
the code of the sheet is random enough for HKDF (RFC 5869). The wrap is AES-256-GCM with a nonce of 96 random
bits; what stands beside it in the file is bound to it.
"""

import os
import unicodedata
from dataclasses import dataclass

KEY_BYTES = 32
# A file may ask for a few times what we ask for, so that a later version may ask for more, but never for so
# much that a PC behind a counter stands still, or breaks down, before anybody could say why.
_MOST_PASSES, _MOST_LANES = 10, 8
_LEAST_KIB, _MOST_KIB = 8 * 1024, 256 * 1024
SALT_BYTES, NONCE_BYTES = 16, 12
_SHEET = b"desktop-cs recovery sheet"


@dataclass(frozen=True, slots=True)
class Cost:
    """What one try of a pass phrase costs: passes over the memory, its size in KiB, and lanes."""

    passes: int
    memory_kib: int
    lanes: int

    @property
    def is_bearable(self) -> bool:
        """Return whether a PC can pay it within some seconds; a file that asks for more is not ours."""
        return (
            1 <= self.passes <= _MOST_PASSES
            and _LEAST_KIB <= self.memory_kib <= _MOST_KIB
            and 1 <= self.lanes <= _MOST_LANES
        )


PHRASE_COST = Cost(passes=3, memory_kib=64 * 1024, lanes=4)


@dataclass(frozen=True, slots=True, repr=False)
class Wrapped:
    """Some bytes that only their key gives back."""

    nonce: bytes
    sealed: bytes


def random_key() -> bytes:
    """Return 256 new random bits."""
    return os.urandom(KEY_BYTES)


def random_salt() -> bytes:
    """Return new random bytes that make each derived key its own."""
    return os.urandom(SALT_BYTES)


def wrap(key: bytes, content: bytes, bound: bytes) -> Wrapped:
    """Return the content wrapped with a key and bound to what stands beside it."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415 (open records do not need it)

    nonce = os.urandom(NONCE_BYTES)
    return Wrapped(nonce, AESGCM(key).encrypt(nonce, content, bound))


def unwrap(key: bytes, wrapped: Wrapped, bound: bytes) -> bytes | None:
    """Return what was wrapped, or None where the key is another one or anything was changed."""
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415 (open records do not need it)
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415 (as above)

    if len(key) != KEY_BYTES:
        return None
    try:
        return AESGCM(key).decrypt(wrapped.nonce, wrapped.sealed, bound)
    except InvalidTag:
        return None


def key_of_phrase(phrase: str, salt: bytes, cost: Cost) -> bytes:
    """Return the key that a pass phrase gives; takes the time that the cost says.

    How signs were typed (wide or narrow, an accent apart or not) makes no difference, nor do blanks around.
    """
    from argon2.low_level import Type, hash_secret_raw  # noqa: PLC0415 (open records do not need it)

    typed = unicodedata.normalize("NFKC", phrase).strip().encode("utf-8", "surrogatepass")
    return hash_secret_raw(typed, salt, cost.passes, cost.memory_kib, cost.lanes, KEY_BYTES, Type.ID)


def key_of_code(code: bytes, salt: bytes) -> bytes:
    """Return the key that the 128 bits of a recovery sheet give."""
    from cryptography.hazmat.primitives.hashes import SHA256  # noqa: PLC0415 (open records do not need it)
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF  # noqa: PLC0415 (as above)

    return HKDF(SHA256(), KEY_BYTES, salt, _SHEET).derive(code)
