"""The chain of the trail: every entry carries a code over itself and the code of the one before it.

Who changes, removes, adds or swaps entries without the trail's key breaks the chain there. Who has the key
(it lies in the encrypted file) could write the whole chain anew: the anchors tell that (`trail_anchors`).

Source: safety.md, decision 10. HMAC-SHA-256: RFC 2104, by the standard library.
"""

import hmac
import os
import struct
from collections.abc import Callable
from typing import Any

COVERED = 'place, id, shop_id, act_id, at, "by", what, row_id, fields, digest'  # all columns but the link
START = bytes(32)  # stands before the first entry
_KEY_BYTES = 32
_NONE = 0xFFFFFFFF  # a length that no text has: the column is empty
_HEAD = struct.Struct(">qq8I").pack

Covered = tuple[Any, ...]
Linker = Callable[[bytes, Covered], bytes]


def new_trail_key() -> bytes:
    """Return a new random key."""
    return os.urandom(_KEY_BYTES)


def linker(key: bytes) -> Linker:
    """Return the function that gives the link of an entry, from the link before it and its covered columns.

    The columns come as they are stored; what follows after them is passed over. A column of another kind
    than the program writes gives an empty link, which no entry has.
    """
    blank = hmac.new(key, digestmod="sha256")

    def link(before: bytes, row: Covered) -> bytes:
        code = blank.copy()
        try:
            code.update(_spelled(before, row))
        except (AttributeError, TypeError, ValueError, struct.error):
            return b""
        return code.digest()

    return link


def _spelled(before: bytes, row: Covered) -> bytes:
    """Return an entry as bytes that no other entry has: its numbers, the lengths of the rest, the rest."""
    place, key, shop_id, act_id, at, by, what, row_id, fields, digest = row[:10]
    named, listed = what.encode(), fields.encode()
    numbers = _HEAD(
        place,
        at,
        len(key),
        len(shop_id),
        len(act_id),
        _NONE if by is None else len(by),
        len(named),
        len(row_id),
        len(listed),
        _NONE if digest is None else len(digest),
    )
    return b"".join((before, numbers, key, shop_id, act_id, by or b"", named, row_id, listed, digest or b""))
